package yamldoc

import "strings"

// fault is a mistake of syntax: what the library says of it, and what is said
// here.
type fault struct {
	says          string // part of the library's message
	id            string
	message, hint string
	behind        string // in its line, the mistake starts behind the last of these
}

const (
	margin    = "\n"     // behind it starts a line
	wordStart = " \t[{," // behind one of them starts a value in a line
)

// The messages of the library that are looked at more closely.
const (
	colonNotAllowed = "mapping values are not allowed"
	colonExpected   = "could not find expected ':'"
	keyExpected     = "did not find expected key"
	dashExpected    = "did not find expected '-' indicator"
	valueExpected   = "did not find expected node content"
	tabFound        = "found a tab character"
	libraryFailed   = "the YAML library failed" // said by this package for it
)

// faultFor returns the first fault that fits what the library says.
func faultFor(says string) fault {
	for _, list := range [][]fault{blockFaults(), quoteFaults(), refusedFaults()} {
		for _, f := range list {
			if strings.Contains(says, f.says) {
				return f
			}
		}
	}
	return fault{id: Syntax, message: "this is not valid YAML", hint: says}
}

// blockFaults are about indentation, colons, dashes and brackets.
func blockFaults() []fault {
	return []fault{
		{says: colonNotAllowed, id: Syntax, message: `a ": " is not allowed here`, hint: "put the text in quotes, or check the indentation"},
		{says: colonExpected, id: Syntax, message: `there is no ": " after the key`, hint: `write "key: value", with a space after the colon`},
		{says: tabFound, id: Syntax, message: "a tab is used to indent this line", hint: "use spaces"},
		{says: keyExpected, id: Syntax, message: "this does not fit what stands above it", hint: "check the indentation and the quotes"},
		{says: dashExpected, id: Syntax, message: `a list item should start with "- " here`, hint: "check the indentation"},
		{says: "block sequence entries are not allowed", id: Syntax, message: "a list cannot start here", hint: "start it on a line of its own, or put the text in quotes"},
		{says: "mapping keys are not allowed", id: Syntax, message: `a value cannot start with "? "`, hint: "put the value in quotes"},
		{says: "did not find expected ',' or ']'", id: Syntax, message: `a "," or "]" is missing here`, hint: `close the list that "[" opens`},
		{says: "did not find expected ',' or '}'", id: Syntax, message: `a "," or "}" is missing here`, hint: `close what "{" opens`},
		{says: valueExpected, id: Syntax, message: "a value cannot start with this character", hint: "write a value before it, or put it in quotes"},
		{says: "cannot start any token", id: Syntax, message: "a value cannot start with this character", hint: "put the value in quotes"},
		{says: "did not find expected comment or line break", id: Syntax, message: `text cannot follow "|" or ">" on the same line`, hint: "start it on the next line, or put all of it in quotes"},
		{says: libraryFailed, id: Syntax, message: "this cannot be read as YAML", hint: "write it in a simpler way"},
		{says: "indentation indicator equal to 0", id: Syntax, message: `"|" and ">" cannot be followed by 0`, hint: "delete the 0"},
	}
}

// quoteFaults are about quotes and what stands in them.
func quoteFaults() []fault {
	const useSingle = `write \\ for a backslash, or use single quotes`
	return []fault{
		{says: "found unexpected end of stream", id: Syntax, message: "this quote is not closed", hint: "add the closing quote"},
		{says: "found unexpected document indicator", id: Syntax, message: "the document ends here, inside quotes", hint: "close the quote above", behind: margin},
		{says: "found unknown escape character", id: Syntax, message: "this backslash has no meaning in double quotes", hint: useSingle},
		{says: "did not find expected hexdecimal number", id: Syntax, message: "this code after a backslash is not complete", hint: useSingle, behind: `\`},
		{says: "found invalid Unicode character escape code", id: Syntax, message: "this code after a backslash names no character", hint: useSingle, behind: `\`},
	}
}

// refusedFaults are about parts of YAML that are refused even when they are
// right.
func refusedFaults() []fault {
	const aliasHint = `put the value in quotes if the "*" or "&" is meant`
	faults := []fault{
		{says: "did not find expected <document start>", id: NotSupported, message: "there is more after the end of the document", hint: "keep one document in a file"},
		{says: "unknown anchor", id: NotSupported, message: aliasRefused, hint: aliasHint, behind: wordStart},
		{says: "did not find expected alphabetic", id: Syntax, message: `a value cannot start with "*" or "&" like this`, hint: aliasHint, behind: wordStart},
		{says: "directive", id: NotSupported, message: directiveRefused, hint: directiveHint, behind: margin},
		{says: "incompatible YAML document", id: NotSupported, message: directiveRefused, hint: directiveHint, behind: margin},
		{says: "exceeded max depth", id: NotReadable, message: "this is nested too deep"},
	}
	for _, says := range []string{"tag", "'!'", "'>'", "whitespace or line break", "escaped octet", "UTF-8 octet"} {
		faults = append(faults, fault{says: says, id: NotSupported, message: tagRefused, hint: tagHint, behind: wordStart})
	}
	return faults
}

// What is refused is worded alike, whether the library or Parse finds it.
const (
	directiveRefused = "a line that starts with % cannot be used in this file"
	directiveHint    = "delete the line"
	tagRefused       = "a tag (!) cannot be used in this file"
	tagHint          = `delete it, or put the value in quotes if the "!" is meant`
	aliasRefused     = "a repeated value (*) cannot be used in this file"
	anchorRefused    = "a named value (&) cannot be used in this file"
	mergeRefused     = "taking in other entries (<<) cannot be used in this file"
)

func afterQuote() fault {
	return fault{id: Syntax, message: "there is text after the closing quote", hint: `write '' for a quote inside single quotes, \" inside double quotes`}
}

func unclosed() fault {
	return fault{id: Syntax, message: "not all brackets are closed", hint: `close what "[" or "{" opens`}
}
