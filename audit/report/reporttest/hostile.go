package reporttest

import (
	"strings"

	"forewarn/audit"
	"forewarn/audit/gate"
)

// HostileText is everything that could be taken for markup, a command or the
// end of a field in one of the formats.
const HostileText = "x<script>alert(1)</script>]]>--><b a=\"'>`code` | [l](javascript:alert(1)) ![p](https://evil.example/p) " +
	"www.evil.example **bold** _em_ ~~s~~ $m$ &amp; @someone #1 acme/tools#2 GH-3 !4 :tada: deadbeef1 dana@acme.example ##[error]x ::error file=x,line=1::own %0A %2C {0} \\ \u202eevil\u2066 \u200b"

// Hostile audits a plan with the hostile text wherever a plan takes text, also in its name.
func Hostile(t T, terms gate.Terms) *audit.Audit {
	t.Helper()
	quoted := strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(HostileText)
	in := func(s string) string { return strings.ReplaceAll(s, "HOSTILE", `"`+quoted+`"`) }
	const file = "plans/a,b:c%0A\n::error::<x>|`\x1b[31m [é].yaml"
	return Audit(t, terms, file, in(`forewarn: 1
bank: {id: core, version: 2.0.0}
initiative: {name: HOSTILE, client: HOSTILE, owner: HOSTILE, intent: HOSTILE, tool_committed: true}
answers:
  alignment:
    business-goal: {unknown: HOSTILE}
    real-problem: {level: 2, evidence: {shown: HOSTILE, on: 2026-11-01}, note: HOSTILE}
  silos:
    leads-talk: {not_applicable: HOSTILE}
objectives: [{id: o, statement: HOSTILE, goal: HOSTILE, goal_owner: HOSTILE}]
stakeholders: [{group: HOSTILE, kind: other, owner: HOSTILE}]
metrics: [{id: m, name: HOSTILE, unit: HOSTILE, success: HOSTILE, how: qualitative, owner: HOSTILE, source: HOSTILE,
  baseline: {value: HOSTILE, on: 2026-11-01}, readings: [{on: 2026-11-02, verdict: stop, note: HOSTILE}]}]
programmes: [{name: HOSTILE, lead: HOSTILE, shares: HOSTILE}]
scenarios: [{what: HOSTILE, response: HOSTILE, owner: HOSTILE}]
waivers: [{warning: no-business-goal, reason: HOSTILE, owner: HOSTILE, until: 2027-01-31}]
reviews: [{on: 2026-11-01, decision: adjust, lesson: HOSTILE}]
dismissed: [{note: taking-words, at: intent, reason: HOSTILE}]
`))
}
