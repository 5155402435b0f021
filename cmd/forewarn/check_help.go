package main

const checkHelp = `check prints one line a finding and the verdict of each plan, and exits with 1 when a
plan does not pass. A FILE (default plan.yaml) may be a folder, for the plans in it
and below it; a pattern, in which ** crosses folders; or - for standard input. Of a
folder or pattern, what is no plan is passed over and counted, and hidden files and
links to folders are left out. An open question counts as its worst answer: leaving one out
never helps a plan to pass. On a terminal, the line of the plan that a finding is
about stands below it, with the place marked.

Without flags, nothing passes that reads "stop" or cannot be graded: --min-grade is
D unless it is given here or in the settings, as another grade or as none.

Notes quote words of the plan's own texts and ask who gains from them. They err
often, fail nothing, and are shown with --show note; forewarn explain taking-words
says more.

A waiver in a plan sets a warning or a finding aside until its last day, for
--fail-on and for the grade that the gate counts, which is shown beside the
plan's own. It never changes the score.

--against compares each plan with an earlier one: with its version in a commit,
or with a file. Of a branch, the commit counts where it and what is checked out
parted; of a...b, the one where those two did; of a tag, HEAD~1 or an id, just that
one. REF:PATH is one file of a commit. A name that a file and a commit have is
refused: ./NAME is the file, refs/heads/NAME the branch. A new finding, a lower
grade or a lower score fails. Both plans are judged by the same questions, on the
same day. Where they were answered under two editions of the questions, or are
graded on different questionnaires, only findings are compared. A plan that was not
there, or could not be read, leaves nothing to compare with; a note says so, and the
comparison passes.

--max-age fails on answers, and on their evidence, that are older; an answer
without a date counts as older than any.

--bank FILE judges by a bank of your own, on top of the questions that are built in. The
plans have to name it. --with-bank NEXT says of each plan what its grade would be by
another bank, such as an edition to come, where it would not stay; it fails nothing.

These can also stand in a file .forewarn.yaml, as in "min-grade: C": min-grade,
min-score, fail-on, show, against, tolerance, max-age, bank, and waivers (true or
false). The file beside the plan counts, or else the nearest one above it in the
same repository, and that one alone. A flag outweighs it; an empty one, as in
--against "", turns the setting off, and an empty --min-grade asks for a D.
A bank there is refused where --bank names another: who may change a settings file
must not change what you asked for.`

const checkExamples = `  forewarn check plan.yaml
  forewarn check --min-grade C --fail-on major plans/
  forewarn check --against origin/main --tolerance 2 plan.yaml
  forewarn check --against v1.2:plans/old.yaml plans/new.yaml
  forewarn check --max-age 90d --no-waivers plan.yaml
  forewarn check -o text -o sarif=forewarn.sarif plans/*.yaml
  git show main:plan.yaml | forewarn check - --stdin-name plan.yaml`
