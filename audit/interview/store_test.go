package interview

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"forewarn/audit/planfile"
	"forewarn/audit/yamldoc"
)

// memory is a Store that keeps its plan in memory. Every change makes a new
// plan, so that whoever holds the earlier one sees it unchanged.
type memory struct {
	plan  *planfile.Plan
	fail  error  // what the next changes return
	saved func() // called after every change; may be nil
	saves int
}

func newMemory() *memory {
	return &memory{plan: &planfile.Plan{Forewarn: planfile.Format, Bank: planfile.BankRef{ID: "small", Version: "1.0.0"}}}
}

func (s *memory) Plan() *planfile.Plan { return s.plan }

func (s *memory) change(do func(p *planfile.Plan) error) error {
	if s.fail != nil {
		return s.fail
	}
	plan := clone(s.plan)
	if err := do(plan); err != nil {
		return err
	}
	s.plan = plan
	s.saves++
	if s.saved != nil {
		s.saved()
	}
	return nil
}

func (s *memory) SetAnswer(questionnaire, question string, a planfile.Answer) error {
	return s.change(func(p *planfile.Plan) error {
		if p.Answers == nil {
			p.Answers = map[string]map[string]planfile.Answer{}
		}
		if p.Answers[questionnaire] == nil {
			p.Answers[questionnaire] = map[string]planfile.Answer{}
		}
		p.Answers[questionnaire][question] = a
		return nil
	})
}

func (s *memory) Set(path []string, value any) ([]string, error) {
	var conflict *planfile.ConflictError
	if errors.As(s.fail, &conflict) { // the record may stand elsewhere now
		return conflict.Path, s.fail
	}
	return path, s.change(func(p *planfile.Plan) error {
		v, err := entryAt(p, path)
		if err != nil {
			return err
		}
		return put(v, value)
	})
}

// entryAt is the entry at a path. Like a file, it makes no entry on the way to another.
func entryAt(p *planfile.Plan, path []string) (reflect.Value, error) {
	v := reflect.ValueOf(p).Elem()
	for _, key := range path {
		if v.Kind() == reflect.Pointer {
			v = v.Elem()
		}
		switch v.Kind() {
		case reflect.Slice:
			i, err := strconv.Atoi(key)
			if err != nil || i >= v.Len() {
				return v, errors.New("no such entry: " + key)
			}
			v = v.Index(i)
		case reflect.Struct:
			if v = tagged(v, key); !v.IsValid() {
				return v, errors.New("no such entry: " + key)
			}
		default:
			return v, errors.New("no such entry: " + key)
		}
	}
	return v, nil
}

func tagged(v reflect.Value, key string) reflect.Value {
	for i := range v.NumField() {
		if tag, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ","); tag == key {
			return v.Field(i)
		}
	}
	return reflect.Value{}
}

func (s *memory) Append(path []string, record yamldoc.Map) ([]string, error) {
	n := 0
	err := s.change(func(p *planfile.Plan) error {
		list, err := entryAt(p, path)
		if err != nil {
			return err
		}
		if record == nil {
			list.Set(reflect.MakeSlice(list.Type(), 0, 0))
			return nil
		}
		item := reflect.New(list.Type().Elem()).Elem()
		if err := put(item, record); err != nil {
			return err
		}
		if id := item.FieldByName("ID"); id.IsValid() {
			id.SetString("new-" + strconv.Itoa(list.Len()))
		}
		n = list.Len()
		list.Set(reflect.Append(list, item))
		return nil
	})
	return append(slices.Clone(path), strconv.Itoa(n)), err
}

func (s *memory) Remove(path []string) error {
	return s.change(func(p *planfile.Plan) error {
		last := len(path) - 1
		list, err := entryAt(p, path[:last])
		if err != nil {
			return err
		}
		i, err := strconv.Atoi(path[last])
		if err != nil {
			return err
		}
		list.Set(reflect.AppendSlice(list.Slice(0, i), list.Slice(i+1, list.Len())))
		return nil
	})
}

// put writes a value that a Store takes, and refuses all others.
func put(v reflect.Value, value any) error {
	if value == nil {
		v.SetZero()
		return nil
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	switch value := value.(type) {
	case yamldoc.Map:
		for _, e := range value {
			if err := put(tagged(v, e.Key), e.Value); err != nil {
				return err
			}
		}
		return nil
	case string, bool, int, time.Time, planfile.Amount:
		if !v.IsValid() || reflect.TypeOf(value) != v.Type() {
			return errors.New("a value of the wrong type: " + reflect.TypeOf(value).String())
		}
		v.Set(reflect.ValueOf(value))
		return nil
	}
	return errors.New("not a value that a store takes: " + reflect.TypeOf(value).String())
}

// clone copies a plan with everything that it points to.
func clone(plan *planfile.Plan) *planfile.Plan {
	out := new(planfile.Plan)
	if err := json.Unmarshal([]byte(dump(plan)), out); err != nil {
		panic(err)
	}
	return out
}

// dump is a plan as text.
func dump(plan *planfile.Plan) string {
	data, err := json.MarshalIndent(plan, "", " ")
	if err != nil {
		panic(err)
	}
	return string(data)
}
