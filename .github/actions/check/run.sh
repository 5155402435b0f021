#!/usr/bin/env bash
# What the action does: build forewarn, judge the plans, hand on the outcome. It ends with the code
# that forewarn check ends with.
set -euo pipefail

source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
work=$(mktemp -d "${RUNNER_TEMP:-/tmp}/forewarn.XXXXXX")
trap 'rm -rf "$work"' EXIT

# The module is not on a server, so it is built from this checkout or from a clone.
FOREWARN_VERSION=$(printf '%s' "${FOREWARN_VERSION:-}" | tr -d '[:space:]')
if [ -n "$FOREWARN_VERSION" ]; then
  : "${FOREWARN_REPOSITORY:?the input version needs the action by its repository, as in uses: OWNER/REPOSITORY/.github/actions/check@REF}"
  git clone --quiet --depth 1 --branch="$FOREWARN_VERSION" -- "${GITHUB_SERVER_URL:-https://github.com}/$FOREWARN_REPOSITORY" "$work/source"
  source=$work/source
fi
(cd "$source" && GOBIN="$work/bin" go install ./cmd/forewarn)

# In a workflow file, blanks and line ends slip in around a value.
trimmed() {
  local value=$1
  value=${value#"${value%%[![:space:]]*}"}
  printf '%s' "${value%"${value##*[![:space:]]}"}"
}

# An input that is not given leaves the setting to .forewarn.yaml.
flags=(-o github -o "text=$work/report.txt" -o "json=$work/report.json")
given() {
  local value
  value=$(trimmed "$2")
  [ -z "$value" ] || flags+=("$1$value")
}
against=$(trimmed "${FOREWARN_AGAINST:-}")
given --min-grade= "${FOREWARN_MIN_GRADE:-}"
given --fail-on= "${FOREWARN_FAIL_ON:-}"
given --against= "$against"
given --output=sarif= "${FOREWARN_SARIF:-}"

# Each line is a plan, a folder or a pattern.
plans=()
while IFS= read -r line || [ -n "$line" ]; do
  plan=$(trimmed "$line")
  [ -z "$plan" ] || plans+=("$plan")
done <<<"${FOREWARN_PLAN:-}"
[ ${#plans[@]} -gt 0 ] || plans=(plan.yaml)

code=0
"$work/bin/forewarn" check "${flags[@]}" -- "${plans[@]}" || code=$?

# What comes from plans is shown between words that nobody can guess, so that the runner obeys none of it.
if [ -f "$work/report.txt" ]; then
  word=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '::stop-commands::%s\n' "$word"
  cat "$work/report.txt"
  printf '\n::%s::\n' "$word"
fi

if [ -f "$work/report.json" ]; then
  jq --raw-output --arg against "$against" '
    [.plans[] | .decision.grade // "-"] as $grades
    | [.plans[] | if .result.gradable then .result.low.score.shown else null end] as $scores
    | [.plans[] | .decision.findings // [] | .[].state] as $states
    | "grade=" + (if any($grades[]; . == "-") then "-" else $grades | max end),
      "score=" + (if any($scores[]; . == null) then "" else $scores | min_by(tonumber) end),
      "new-findings=" + (if $against == "" and all($states[]; . == null) then "" else [$states[] | select(. == "new")] | length | tostring end)
  ' "$work/report.json" >>"$GITHUB_OUTPUT"
fi
exit "$code"
