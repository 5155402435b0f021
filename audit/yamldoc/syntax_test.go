package yamldoc

import "testing"

func TestSyntaxIndentation(t *testing.T) {
	runReadCases(t, []readCase{
		{
			name: "less than the entries above, more than the one around",
			why:  "the line belongs to neither",
			in:   "title: a\nnotes:\n  a: b\n  c: d\n e: f\n",
			want: []string{"5:2-5:6 yaml-syntax: this does not fit what stands above it (check the indentation and the quotes)"},
		},
		{
			name: "item less than the list",
			why:  "the line that differs is named, not the start of the list",
			in:   "tags:\n  - a\n  - b\n - c\n",
			want: []string{"4:2-4:5 yaml-syntax: this does not fit what stands above it (check the indentation and the quotes)"},
		},
		{
			name: "item more than the list, less than its entries",
			why:  "the same in a list of mappings",
			in:   "metrics:\n  - id: a\n    days: 1\n   - id: b\n",
			want: []string{`4:4-4:11 yaml-syntax: a list item should start with "- " here (check the indentation)`},
		},
		{
			name: "entry less than its item",
			why:  "it stands beside the dash, where only items can be",
			in:   "metrics:\n  - id: a\n  days: 1\n",
			want: []string{`3:3-3:10 yaml-syntax: a list item should start with "- " here (check the indentation)`},
		},
		{
			name: "entry more than the one above",
			why:  "it reads as more text of the value above, in which there can be no colon",
			in:   "title: a\n  level: b\n",
			want: []string{`2:8-2:11 yaml-syntax: a ": " is not allowed here (put the text in quotes, or check the indentation)`},
		},
		{
			name: "text less than its first line",
			why:  "the block of text ends there",
			in:   "title: |\n  a\n b\n",
			want: []string{"3:2-3:3 yaml-syntax: this does not fit what stands above it (check the indentation and the quotes)"},
		},
		{
			name: "tab before an item",
			why:  "YAML forbids it, and it cannot be seen",
			in:   "metrics:\n\t- id: a\n",
			want: []string{"2:1-2:9 yaml-syntax: a tab is used to indent this line (use spaces)"},
		},
		{
			name: "tab alone in a line",
			why:  "the library takes it for the start of something",
			in:   "title: a\n\t\nlevel: low\n",
			want: []string{"2:1-2:2 yaml-syntax: a tab is used to indent this line (use spaces)"},
		},
		{
			name: "tab before an entry",
			why:  "the library complains of the colon further on",
			in:   "notes:\n  a: b\n  \tc: d\n",
			want: []string{"3:3-3:8 yaml-syntax: a tab is used to indent this line (use spaces)"},
		},
		{
			name: "tab in a block of text",
			why:  "the library names the line above",
			in:   "title: |\n\ta\n",
			want: []string{"2:1-2:3 yaml-syntax: a tab is used to indent this line (use spaces)"},
		},
		{
			name: "block of text in the line of its mark",
			why:  "the text must start below",
			in:   "version: 1\ntitle: | some text\n",
			want: []string{`2:10-2:19 yaml-syntax: text cannot follow "|" or ">" on the same line (start it on the next line, or put all of it in quotes)`},
		},
		{
			name: "block of text indented by 0",
			why:  "the number says how far the text is indented",
			in:   "title: >0\n  a\n",
			want: []string{`1:9-1:10 yaml-syntax: "|" and ">" cannot be followed by 0 (delete the 0)`},
		},
	})
}

func TestSyntaxColons(t *testing.T) {
	runReadCases(t, []readCase{
		{
			name: "colon in a value",
			why:  "the second colon is where it goes wrong",
			in:   "version: 1\ntitle: a: b\n",
			want: []string{`2:9-2:12 yaml-syntax: a ": " is not allowed here (put the text in quotes, or check the indentation)`},
		},
		{
			name: "no space in the first line",
			why:  "the library takes both lines for one key and complains of the second",
			in:   "title:x\nversion: 1\n",
			want: []string{`1:1-1:8 yaml-syntax: there is no ": " after the key (write "key: value", with a space after the colon)`},
		},
		{
			name: "no space in the first line of an item",
			why:  "the dash is not part of the key",
			in:   "metrics:\n  - id:a\n\n    days: 1\n",
			want: []string{`2:5-2:9 yaml-syntax: there is no ": " after the key (write "key: value", with a space after the colon)`},
		},
		{
			name: "colon in a value below a key",
			why:  "the line above has its colon, and nothing behind it",
			in:   "notes:\na: b: c\n",
			want: []string{`2:5-2:8 yaml-syntax: a ": " is not allowed here (put the text in quotes, or check the indentation)`},
		},
		{
			name: "colon in a value below more text",
			why:  "the line above has no colon and needs none",
			in:   "title: some\n  text\nlevel: a: b\n",
			want: []string{`3:9-3:12 yaml-syntax: a ": " is not allowed here (put the text in quotes, or check the indentation)`},
		},
		{
			name: "colon in a value below an item",
			why:  "the item above is text and needs no colon",
			in:   "tags:\n  - some\n  - a: b: c\n",
			want: []string{`3:9-3:12 yaml-syntax: a ": " is not allowed here (put the text in quotes, or check the indentation)`},
		},
		{
			name: "no space further down",
			why:  "the library finds this one",
			in:   "version: 1\ntitle:x\nlevel: b\n",
			want: []string{`2:1-2:8 yaml-syntax: there is no ": " after the key (write "key: value", with a space after the colon)`},
		},
		{
			name: "no space in the last line",
			why:  "the end of the file comes before the colon",
			in:   "version: 1\ntitle:x\n",
			want: []string{`2:1-2:8 yaml-syntax: there is no ": " after the key (write "key: value", with a space after the colon)`},
		},
		{
			name: "no colon between items",
			why:  "the dash was forgotten",
			in:   "tags:\n  - a\n  b\n",
			want: []string{`3:3-3:4 yaml-syntax: there is no ": " after the key (write "key: value", with a space after the colon)`},
		},
		{
			name: "item in the line of its key",
			why:  "a list starts on a line of its own",
			in:   "title: - a\n",
			want: []string{"1:8-1:11 yaml-syntax: a list cannot start here (start it on a line of its own, or put the text in quotes)"},
		},
	})
}

func TestSyntaxQuotes(t *testing.T) {
	runReadCases(t, []readCase{
		{
			name: "double quote not closed",
			why:  "the library sees it only at the end of the file",
			in:   "tags: [\"x\", \"abc\nversion: 1\n\n\nlevel: low\n",
			want: []string{"1:13-1:17 yaml-syntax: this quote is not closed (add the closing quote)"},
		},
		{
			name: "single quote not closed",
			why:  "two in a row stand for one and close nothing",
			in:   "version: 1\ntitle: 'it''s\nlevel: x\n",
			want: []string{"2:12-2:14 yaml-syntax: this quote is not closed (add the closing quote)"},
		},
		{
			name: "quote closed too early",
			why:  "an apostrophe ends the text",
			in:   "version: 1\nlevel: x\ntitle: 'it's'\n",
			want: []string{`3:12-3:14 yaml-syntax: there is text after the closing quote (write '' for a quote inside single quotes, \" inside double quotes)`},
		},
		{
			name: "quote closed by the next one",
			why:  "the library complains of what follows there; but that line is an entry of its own",
			in:   "title: \"abc\nlevel: \"low\"\n",
			want: []string{"1:8-1:12 yaml-syntax: this quote is not closed (add the closing quote)"},
		},
		{
			name: "text behind a quote over two lines",
			why:  "the second line is part of the text, and where it goes wrong",
			in:   "title: \"abc\n  def\" ghi\n",
			want: []string{`2:8-2:11 yaml-syntax: there is text after the closing quote (write '' for a quote inside single quotes, \" inside double quotes)`},
		},
		{
			name: "document ends inside quotes",
			why:  "a line of dashes always ends it",
			in:   "title: \"a\n--- b\n",
			want: []string{"2:1-2:6 yaml-syntax: the document ends here, inside quotes (close the quote above)"},
		},
		{
			name: "Windows path in double quotes",
			why:  "a backslash starts a code there",
			in:   "version: 1\n\ntitle: \"C:\\qux\"\n",
			want: []string{`3:11-3:16 yaml-syntax: this backslash has no meaning in double quotes (write \\ for a backslash, or use single quotes)`},
		},
		{
			name: "half a code",
			why:  "two digits are needed",
			in:   "title: \"\\xg\"\n",
			want: []string{`1:10-1:13 yaml-syntax: this code after a backslash is not complete (write \\ for a backslash, or use single quotes)`},
		},
		{
			name: "code of half a character",
			why:  "it is half of a pair in another encoding",
			in:   "title: \"\\ud800\"\n",
			want: []string{`1:10-1:16 yaml-syntax: this code after a backslash names no character (write \\ for a backslash, or use single quotes)`},
		},
	})
}

func TestSyntaxBrackets(t *testing.T) {
	runReadCases(t, []readCase{
		{
			name: "list not closed",
			why:  "the bracket is missing behind the last item",
			in:   "version: 1\n\ntags: [a, b\nlevel: x\n",
			want: []string{`3:11-3:12 yaml-syntax: a "," or "]" is missing here (close the list that "[" opens)`},
		},
		{
			name: "list over several lines not closed",
			why:  "the bracket is missing in the third line, not where the list starts",
			in:   "tags: [a,\n  b,\n  c\nlevel: x\n",
			want: []string{`3:3-3:4 yaml-syntax: a "," or "]" is missing here (close the list that "[" opens)`},
		},
		{
			name: "braces not closed",
			why:  "the same with braces",
			in:   "notes: {a: b\nversion: 1\n",
			want: []string{`1:12-1:13 yaml-syntax: a "," or "}" is missing here (close what "{" opens)`},
		},
		{
			name: "no comma",
			why:  "the place is the item before which it is missing",
			in:   "tags: [\"a\", \"b\" \"c\"]\n",
			want: []string{`1:17-1:21 yaml-syntax: a "," or "]" is missing here (close the list that "[" opens)`},
		},
		{
			name: "list not closed before other mistakes",
			why:  "inside a list the next line is wrong in its own way; but it is not meant to be in the list",
			in:   "tags: [a,\n  b\ntitle: |\n  c\n",
			want: []string{`2:3-2:4 yaml-syntax: a "," or "]" is missing here (close the list that "[" opens)`},
		},
		{
			name: "list not closed before the next item",
			why:  "a dash does not start a value inside brackets",
			in:   "- [a,\n- b\n",
			want: []string{`1:5-1:6 yaml-syntax: not all brackets are closed (close what "[" or "{" opens)`},
		},
		{
			name: "mistake inside a list of keys",
			why:  "the line looks like an entry of a block, but is indented as a part of the list",
			in:   "tags: [a,\n  b: @c,\n]\n",
			want: []string{"2:6-2:9 yaml-syntax: a value cannot start with this character (put the value in quotes)"},
		},
		{
			name: "JSON without indentation",
			why:  "keys in quotes belong to the braces above",
			in:   "{\n\"title\": \"a\",\n\"level\": @b\n}\n",
			want: []string{"3:10-3:12 yaml-syntax: a value cannot start with this character (put the value in quotes)"},
		},
		{
			name: "mistake inside a list over several lines",
			why:  "the list is closed further down",
			in:   "tags: [a,\n  @b,\n]\n",
			want: []string{"2:3-2:6 yaml-syntax: a value cannot start with this character (put the value in quotes)"},
		},
		{
			name: "list open at the end of the file",
			why:  "nothing follows that could be wrong",
			in:   "tags: [a,\n\n",
			want: []string{`1:9-1:10 yaml-syntax: not all brackets are closed (close what "[" or "{" opens)`},
		},
		{
			name: "two commas",
			why:  "there is no value between them",
			in:   "tags: [a,, b]\n",
			want: []string{"1:10-1:14 yaml-syntax: a value cannot start with this character (write a value before it, or put it in quotes)"},
		},
		{
			name: "comma at the start of a later line",
			why:  "the lines above are right, although they too would fail at the end of a file",
			in:   "tags: [a,\n  b,\n  , c]\n",
			want: []string{"3:3-3:7 yaml-syntax: a value cannot start with this character (write a value before it, or put it in quotes)"},
		},
		{
			name: "closing bracket alone",
			why:  "nothing was opened",
			in:   "title: a\nlevel: ] b\n",
			want: []string{"2:8-2:11 yaml-syntax: a value cannot start with this character (write a value before it, or put it in quotes)"},
		},
		{
			name: "not closed in the second document",
			why:  "there the library stops, so nothing else is reported",
			in:   "title: a\n---\ntitle: [b\n",
			want: []string{`3:9-3:10 yaml-syntax: a "," or "]" is missing here (close the list that "[" opens)`},
		},
	})
}
