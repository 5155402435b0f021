package yamldoc

import (
	"sort"
	"unicode/utf8"
)

// Columns count characters, and a file may be one line: counted from its start
// for each place, they would take a time that grows with the square of its
// length. So some are noted once.

// everySo is how many characters lie between two that are noted.
const everySo = 256

// columns are the offsets of every so manieth character of the long lines, by the
// number of the line.
type columns map[int][]int

func (d *Doc) measure() columns {
	var noted columns
	for i, start := range d.lines {
		end := len(d.src)
		if i+1 < len(d.lines) {
			end = d.lines[i+1]
		}
		if end-start <= 4*everySo {
			continue
		}
		if noted == nil {
			noted = columns{}
		}
		noted[i+1] = characters(d.src, start, end)
	}
	return noted
}

// characters returns the offsets of every so manieth character of src[start:end].
func characters(src []byte, start, end int) []int {
	var at []int
	for n := 0; start < end; n++ {
		if n%everySo == 0 {
			at = append(at, start)
		}
		_, width := utf8.DecodeRune(src[start:end])
		start += width
	}
	return at
}

// nearest returns an offset in a line, and what is left to go from there to a
// column: 1 is none.
func (d *Doc) nearest(line, col int) (offset, left int) {
	at := d.noted[line]
	step := min((col-1)/everySo, len(at)-1)
	if step < 0 {
		return d.lines[line-1], col
	}
	return at[step], col - step*everySo
}

// lineCol returns the line and column of an offset in src.
func (d *Doc) lineCol(offset int) (line, col int) {
	line = d.lineOf(offset)
	if line == 0 {
		return 1, 1
	}
	start, before := d.lines[line-1], 0
	if at := d.noted[line]; len(at) > 0 {
		step := max(0, sort.SearchInts(at, offset+1)-1)
		start, before = at[step], step*everySo
	}
	return line, before + utf8.RuneCount(d.src[start:offset]) + 1
}
