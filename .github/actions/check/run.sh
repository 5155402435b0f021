#!/usr/bin/env bash
# What the action does: build forewarn, judge the plans, hand on the outcome. It ends with the code
# that forewarn check ends with.
set -euo pipefail

source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
work=$(mktemp -d "${RUNNER_TEMP:-/tmp}/forewarn.XXXXXX")
trap 'rm -rf "$work"' EXIT

# The module is not on a server, so it is built from this checkout or from a clone.
if [ -n "${FOREWARN_VERSION:-}" ]; then
  : "${FOREWARN_REPOSITORY:?the input version needs the action by its repository, as in uses: OWNER/REPOSITORY/.github/actions/check@REF}"
  git clone --quiet --depth 1 --branch="$FOREWARN_VERSION" -- "${GITHUB_SERVER_URL:-https://github.com}/$FOREWARN_REPOSITORY" "$work/source"
  source=$work/source
fi
(cd "$source" && GOBIN="$work/bin" go install ./cmd/forewarn)

# An input that is not given leaves the setting to .forewarn.yaml.
flags=(-o github -o "text=$work/report.txt" -o "json=$work/report.json")
[ -z "${FOREWARN_MIN_GRADE:-}" ] || flags+=("--min-grade=$FOREWARN_MIN_GRADE")
[ -z "${FOREWARN_FAIL_ON:-}" ] || flags+=("--fail-on=$FOREWARN_FAIL_ON")
[ -z "${FOREWARN_AGAINST:-}" ] || flags+=("--against=$FOREWARN_AGAINST")
[ -z "${FOREWARN_SARIF:-}" ] || flags+=(-o "sarif=$FOREWARN_SARIF")
code=0
"$work/bin/forewarn" check "${flags[@]}" -- "${FOREWARN_PLAN:-plan.yaml}" || code=$?
[ ! -f "$work/report.txt" ] || cat "$work/report.txt"

if [ -f "$work/report.json" ]; then
  jq --raw-output --arg against "${FOREWARN_AGAINST:-}" '
    [.plans[] | .decision.grade // "-"] as $grades
    | [.plans[] | if .result.gradable then .result.low.score.shown else null end] as $scores
    | [.plans[] | .decision.findings // [] | .[].state] as $states
    | "grade=" + (if any($grades[]; . == "-") then "-" else $grades | max end),
      "score=" + (if any($scores[]; . == null) then "" else $scores | min_by(tonumber) end),
      "new-findings=" + (if $against == "" and all($states[]; . == null) then "" else [$states[] | select(. == "new")] | length | tostring end)
  ' "$work/report.json" >>"$GITHUB_OUTPUT"
fi
exit "$code"
