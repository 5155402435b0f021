package yamldoc

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"
)

// The model is what a document says, independent of how edits are made: a
// datum for one value, an object for a mapping, a []any for a list.
type datum struct{ tag, text string }

type object []member

type member struct {
	key   string
	value any
}

func null() any { return datum{tag: "!!null"} }

// modelOf reads a document with the YAML library alone.
func modelOf(src []byte) (any, error) {
	var n yaml.Node
	err := yaml.NewDecoder(strings.NewReader(string(src))).Decode(&n)
	if errors.Is(err, io.EOF) {
		return null(), nil
	}
	if err != nil {
		return nil, err
	}
	return modelOfNode(n.Content[0]), nil
}

func modelOfNode(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		o := object{}
		for i := 0; i < len(n.Content); i += 2 {
			o = append(o, member{n.Content[i].Value, modelOfNode(n.Content[i+1])})
		}
		return o
	case yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			list = append(list, modelOfNode(item))
		}
		return list
	}
	if n.ShortTag() == "!!null" {
		return null()
	}
	return datum{n.ShortTag(), n.Value}
}

// modelOfValue is what a value given to Set says.
func modelOfValue(value any) any {
	switch v := value.(type) {
	case string:
		return datum{"!!str", v}
	case bool:
		return datum{"!!bool", strconv.FormatBool(v)}
	case int:
		return datum{"!!int", strconv.Itoa(v)}
	case Number:
		if strings.ContainsAny(string(v), ".e") {
			return datum{"!!float", string(v)}
		}
		return datum{"!!int", string(v)}
	case time.Time:
		return datum{"!!timestamp", v.Format("2006-01-02")}
	case []string:
		return modelOfList(v)
	case []Map:
		return modelOfList(v)
	case Map:
		o := object{}
		for _, e := range v {
			if e.Value != nil {
				o = append(o, member{e.Key, modelOfValue(e.Value)})
			}
		}
		return o
	}
	panic("no model for this value")
}

func modelOfList[T any](items []T) any {
	list := []any{}
	for _, item := range items {
		list = append(list, modelOfValue(item))
	}
	return list
}

func isEmpty(m any) bool {
	o, ok := m.(object)
	return m == null() || ok && len(o) == 0
}

// modelSet is Set on the model.
func modelSet(m any, path []string, value any) any {
	if len(path) == 0 {
		return value
	}
	if isEmpty(m) {
		m = object{}
	}
	if list, ok := m.([]any); ok {
		i, _ := strconv.Atoi(path[0])
		list = slices.Clone(list)
		list[i] = modelSet(list[i], path[1:], value)
		return list
	}
	o := slices.Clone(m.(object))
	for i := range o {
		if o[i].key == path[0] {
			o[i].value = modelSet(o[i].value, path[1:], value)
			return o
		}
	}
	return append(o, member{path[0], modelSet(null(), path[1:], value)})
}

// modelGet returns what is at path, nil when nothing is.
func modelGet(m any, path []string) any {
	if len(path) == 0 {
		return m
	}
	switch m := m.(type) {
	case []any:
		if i, err := strconv.Atoi(path[0]); err == nil && i >= 0 && i < len(m) {
			return modelGet(m[i], path[1:])
		}
	case object:
		for _, e := range m {
			if e.key == path[0] {
				return modelGet(e.value, path[1:])
			}
		}
	}
	return nil
}

// modelDelete is Delete on the model.
func modelDelete(m any, path []string) any {
	if modelGet(m, path) == nil {
		return m
	}
	above, last := path[:len(path)-1], path[len(path)-1]
	switch around := modelGet(m, above).(type) {
	case []any:
		i, _ := strconv.Atoi(last)
		return modelSet(m, above, slices.Delete(slices.Clone(around), i, i+1))
	case object:
		rest := slices.DeleteFunc(slices.Clone(around), func(e member) bool { return e.key == last })
		if len(rest) == 0 && len(above) == 0 {
			return null()
		}
		return modelSet(m, above, rest)
	}
	return m
}

// modelAppend is Append on the model; a nil value makes an empty list.
func modelAppend(m any, path []string, value any) any {
	list, _ := modelGet(m, path).([]any)
	if value == nil {
		return modelSet(m, path, append([]any{}, list...))
	}
	return modelSet(m, path, append(slices.Clone(list), modelOfValue(value)))
}

// sorted puts the keys of every mapping in order: their order says nothing.
func sorted(m any) any {
	switch m := m.(type) {
	case object:
		o := object{}
		for _, e := range m {
			o = append(o, member{e.key, sorted(e.value)})
		}
		slices.SortFunc(o, func(a, b member) int { return strings.Compare(a.key, b.key) })
		return o
	case []any:
		list := []any{}
		for _, item := range m {
			list = append(list, sorted(item))
		}
		return list
	}
	return m
}
