package json

import (
	"math/big"
	"time"

	"forewarn/audit/report"
	"forewarn/audit/rules"
	"forewarn/audit/score"
	"forewarn/audit/yamldoc"
)

// Texts of a certain form.
type (
	date        string // 2026-11-02
	decimal     string // 78.3
	wholeNumber string // 93
	fraction    string // 275/6, or 78
)

// place is a piece of the file; its end is exclusive.
type place struct {
	Line      int `json:"line" about:"The first line, from 1."`
	Column    int `json:"column" about:"The first column, from 1, in Unicode code points."`
	EndLine   int `json:"end_line" about:"The last line."`
	EndColumn int `json:"end_column" about:"The column after the last one."`
}

// points is a score as people read it and as programs should.
type points struct {
	Shown decimal  `json:"shown" about:"With one decimal, cut and never rounded."`
	Exact fraction `json:"exact" about:"As a fraction in lowest terms, or a whole number."`
}

type share struct {
	Percent wholeNumber `json:"percent" about:"Of 100, cut and never rounded."`
	Exact   fraction    `json:"exact" about:"From 0 to 1, as a fraction in lowest terms."`
}

// newPlace is null for a plan that was never a file.
func newPlace(p yamldoc.Pos) *place {
	if !p.Known() {
		return nil
	}
	return &place{Line: p.Line, Column: p.Col, EndLine: p.EndLine, EndColumn: p.EndCol}
}

// newPoints takes a score or points, from 0 to 100.
func newPoints(x *big.Rat) *points {
	if x == nil {
		return nil
	}
	return &points{Shown: decimal(score.Shown(x)), Exact: fraction(x.RatString())}
}

// newShare takes a share, from 0 to 1.
func newShare(x *big.Rat) *share {
	if x == nil {
		return nil
	}
	return &share{Percent: wholeNumber(report.Percent(x)), Exact: fraction(x.RatString())}
}

func newDate(t time.Time) *date {
	if t.IsZero() {
		return nil
	}
	day := date(t.Format(time.DateOnly))
	return &day
}

// each converts a list. It is never nil, so that an empty one is written as [].
func each[T, U any](list []T, convert func(T) U) []U {
	out := make([]U, len(list))
	for i, x := range list {
		out[i] = convert(x)
	}
	return out
}

func same[T any](x T) T { return x }

func cite(s score.Source) string { return s.Cite }

func working(w rules.Wording) string { return w.Working }

// orNull is null for an empty text.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
