package revision

import (
	"path/filepath"
	"testing"
	"time"
)

func TestPast(t *testing.T) {
	r := repository(t, `
	at() { export GIT_COMMITTER_DATE="$1T23:30:00-0200"; }
	at 2027-01-10; printf 'one\na line\nthat stays\nas it is\n' >old.yaml; commit one
	at 2027-01-11; echo other >other.yaml; commit other
	at 2027-02-20; git mv old.yaml plan.yaml; printf 'two\na line\nthat stays\nas it is\n' >plan.yaml; commit two
	at 2027-02-21; printf 'three\na line\nthat stays\nas it is\n' >plan.yaml; commit three
	echo 'not committed' >plan.yaml`)
	past, err := r.Past(filepath.Join(r.Root, "plan.yaml"), 10)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, p := range past {
		got += p.On.Format(time.DateOnly) + " " + string(p.Text[:3]) + "\n"
	}
	if want := "2027-01-11 one\n2027-02-21 two\n2027-02-22 thr\n"; got != want {
		t.Errorf("it was\n%swant\n%s", got, want)
	}
	if past[2].Commit != tag(t, r, "three") {
		t.Errorf("the last commit is %s", past[2].Commit)
	}
	if past, err := r.Past(filepath.Join(r.Root, "plan.yaml"), 2); err != nil || len(past) != 2 || string(past[0].Text[:3]) != "two" {
		t.Errorf("the last two are %v, %v", past, err)
	}
	for _, never := range []string{"missing.yaml", ".git/config", "../plan.yaml"} {
		if past, err := r.Past(filepath.Join(r.Root, never), 2); err != nil || len(past) != 0 {
			t.Errorf("%s has a past: %v, %v", never, past, err)
		}
	}
}

func TestPastOfAnEmptyRepository(t *testing.T) {
	r := repository(t, "echo 1 >plan.yaml")
	if past, err := r.Past(filepath.Join(r.Root, "plan.yaml"), 2); err != nil || len(past) != 0 {
		t.Errorf("it has a past: %v, %v", past, err)
	}
}
