package yamldoc

import "testing"

func TestKeyPath(t *testing.T) {
	for _, c := range []struct {
		name, why, want string
		path            []string
	}{
		{"document", "it has no key", "", nil},
		{"entries", "a dot between keys", "bank.version", []string{"bank", "version"}},
		{"item", "an index stands in brackets", "metrics[0].stop", []string{"metrics", "0", "stop"}},
		{"item of the document", "with nothing in front", "[12]", []string{"12"}},
		{"other letters", "a key may be in any language", "größe.目的", []string{"größe", "目的"}},
		{"strange key", "quotes show where it starts and ends", `notes."a.b"`, []string{"notes", "a.b"}},
		{"empty key", "it would not be seen", `notes.""`, []string{"notes", ""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := KeyPath(c.path...); got != c.want {
				t.Errorf("got %s, want %s: %s", got, c.want, c.why)
			}
		})
	}
}
