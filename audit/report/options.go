package report

// Options says how a report is shown.
type Options struct {
	File  string // the plan's name, as the reader knows it
	Width int    // columns; 0 means 80
	Color bool   // whether to use terminal colours

	PreparedBy string // for the cover of html; may be empty
	Logo       []byte // a picture for the cover of html; may be empty
}
