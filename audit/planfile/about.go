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
	f.Pos, f.Key, f.About = p.At(path...), yamldoc.KeyPath(path...), p.About(path...)
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
	switch {
	case kind == "objectives" && i < len(p.Objectives):
		return p.Objectives[i].ID
	case kind == "stakeholders" && i < len(p.Stakeholders):
		return p.Stakeholders[i].Group
	case kind == "metrics" && i < len(p.Metrics):
		return p.Metrics[i].ID
	case kind == "programmes" && i < len(p.Programmes):
		return p.Programmes[i].Name
	case kind == "scenarios" && i < len(p.Scenarios):
		return p.Scenarios[i].What
	case kind == "waivers" && i < len(p.Waivers):
		return p.Waivers[i].Warning + p.Waivers[i].Finding
	case kind == "reviews" && i < len(p.Reviews):
		return p.Reviews[i].On.Format(time.DateOnly)
	}
	return ""
}
