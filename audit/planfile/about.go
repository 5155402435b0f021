package planfile

import (
	"strconv"
	"strings"
	"time"

	"forewarn/audit/rules"
	"forewarn/audit/yamldoc"
)

// Place puts a finding where the value at a key path is written.
func (p *Plan) Place(f rules.Finding, path ...string) rules.Finding {
	f.Pos, f.Key, f.About = p.At(path...), yamldoc.KeyPath(p.written(path)...), p.About(path...)
	return f
}

// About names what stands at a key path by what outlives another order and other
// lines: a question by its id, a record by its own id or else by the first text
// that it must have, or by its day.
func (p *Plan) About(path ...string) rules.About {
	switch {
	case len(path) == 0:
		return rules.About{}
	case len(path) >= 3 && path[0] == "answers":
		return rules.About{Question: path[2]}
	case len(path) == 1:
		return rules.About{Record: path[0]}
	}
	name := path[1]
	if i, err := strconv.Atoi(name); err == nil {
		name = p.name(path[0], i)
	}
	return rules.About{Record: strings.TrimSuffix(path[0]+"/"+name, "/")}
}

// name tells record i of a kind from the others; empty when it has no name.
func (p *Plan) name(kind string, i int) string {
	switch kind {
	case "objectives":
		return nameOf(p.Objectives, i, func(o Objective) string { return o.ID })
	case "stakeholders":
		return nameOf(p.Stakeholders, i, func(s Stakeholder) string { return s.Group })
	case "metrics":
		return nameOf(p.Metrics, i, func(m Metric) string { return m.ID })
	case "programmes":
		return nameOf(p.Programmes, i, func(g Programme) string { return g.Name })
	case "scenarios":
		return nameOf(p.Scenarios, i, func(s Scenario) string { return s.What })
	case "waivers":
		return nameOf(p.Waivers, i, func(w Waiver) string { return w.Warning + w.Finding })
	case "dismissed":
		return nameOf(p.Dismissed, i, func(d Dismissal) string { return d.Note + " " + d.At })
	case "reviews":
		return nameOf(p.Reviews, i, func(r Review) string { return r.On.Format(time.DateOnly) })
	}
	return ""
}

// nameOf is the name of record i, which a plan with errors may not have.
func nameOf[T any](records []T, i int, name func(T) string) string {
	if i >= len(records) {
		return ""
	}
	return name(records[i])
}
