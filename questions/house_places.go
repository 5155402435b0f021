package questions

import (
	"slices"
	"strconv"
	"strings"
)

// A house's bank is validated as a whole, as if its questionnaires were files and its
// warnings one list with those of the core. These are the names of the questionnaires
// that are no files.
const (
	corePrefix = "core:"
	ownPrefix  = "own:"
)

func coreFile(id string) string { return corePrefix + id }
func ownFile(i int) string      { return ownPrefix + strconv.Itoa(i) }

// written is the key path in the house's file for one of the whole bank: what the core
// has, under the changes to it, and what the house adds, by its place among its own.
func (h *house) written(file string, path []string) []string {
	if id, ok := strings.CutPrefix(file, corePrefix); ok {
		return h.writtenQuestion(id, path)
	}
	if i, ok := strings.CutPrefix(file, ownPrefix); ok {
		return append([]string{"questionnaires", i}, path...)
	}
	switch file {
	case warningsFile:
		return writtenItem(path, h.core.WarningIDs(), "warnings")
	case promptsFile:
		return writtenItem(path, h.core.PromptIDs(), "notes")
	case casesFile:
		return writtenItem(path, ids(h.core.Cases, func(c Case) string { return c.ID }), "cases")
	case sourcesFile:
		return writtenItem(path, ids(h.core.Sources, func(s Source) string { return s.ID }), "sources")
	}
	return path
}

// writtenItem is written for an item of a list that begins with those of the core.
func writtenItem(path, core []string, key string) []string {
	i, _ := strconv.Atoi(path[1])
	if i < len(core) {
		return append([]string{"changes", key, core[i]}, path[2:]...)
	}
	return append([]string{key, strconv.Itoa(i - len(core))}, path[2:]...)
}

// writtenQuestion is written for what lies in a questionnaire of the core.
func (h *house) writtenQuestion(questionnaire string, path []string) []string {
	around := []string{"changes", "questionnaires", questionnaire}
	if path[0] != "questions" {
		return append(around, path...)
	}
	core := h.core.Questionnaire(questionnaire).QuestionIDs()
	i, _ := strconv.Atoi(path[1])
	if i < len(core) {
		return append([]string{"changes", "questions", core[i]}, path[2:]...)
	}
	return slices.Concat(around, []string{"questions", strconv.Itoa(i - len(core))}, path[2:])
}

// isOfCore reports whether an id that is given at a place is one of the core's, which
// cannot be at fault.
func (h *house) isOfCore(p place) bool {
	path := h.written(p.file, p.path)
	return path[0] == "changes" && !slices.Contains(path[2:], "questions") ||
		path[0] == "retired" && h.file.Retired[p.id] == ""
}
