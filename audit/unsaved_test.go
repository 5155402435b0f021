package audit

import (
	"os"
	"runtime"
	"strings"
	"testing"
)

func TestSaveLeavesAlonePlanChangedElsewhere(t *testing.T) {
	path := planFile(t, helpDesk)
	f := open(t, path)
	before := f.Plan()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	// The same length and time: only the content tells.
	theirs := strings.Replace(helpDesk, "Help desk ", "Help DESK ", 1)
	write(t, path, theirs)
	if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}

	for range 2 { // trying again makes no second copy
		err := f.SetAnswer("alignment", "first-step", Answer{Level: at(4)})
		says(t, err, path, "changed elsewhere", path+".unsaved-1", "bring the two together")
	}
	says(t, f.SetAnswer("alignment", "first-step", Answer{Level: at(1)}), path+".unsaved-2")

	if got := read(t, path); got != theirs {
		t.Errorf("the file holds:\n%s", got)
	}
	if f.Plan() != before {
		t.Error("the plan is another one than was saved")
	}
	ours := strings.Replace(helpDesk, "first-step: {level: 2, on: 2026-11-02}", "first-step: {level: 4}", 1)
	if got := read(t, path+".unsaved-1"); got != ours {
		t.Errorf("the copy holds:\n%s", got)
	}
	if got := names(t, path); got != ".plan.yaml.lock plan.yaml plan.yaml.unsaved-1 plan.yaml.unsaved-2" {
		t.Errorf("the folder holds %q", got)
	}

	write(t, path, helpDesk)
	if err := f.SetAnswer("alignment", "first-step", Answer{Level: at(4)}); err != nil {
		t.Errorf("after their change was taken back: %v", err)
	}
}

func TestSaveNoticesChangesBetweenTwoSaves(t *testing.T) {
	path := planFile(t, helpDesk)
	f := open(t, path)
	if err := f.Set([]string{"initiative", "name"}, "Other"); err != nil {
		t.Fatal(err)
	}
	write(t, path, read(t, path)+"# and a comment\n")
	says(t, f.Set([]string{"initiative", "name"}, "Third"), "changed elsewhere")
	if got := read(t, path); !strings.HasSuffix(got, "# and a comment\n") {
		t.Errorf("the file holds:\n%s", got)
	}
}

func TestUnsavedCopyCannotBeKept(t *testing.T) {
	path := planFile(t, helpDesk)
	d := &faultyDisk{step: "write", err: errFull()}
	f := openOnDisk(t, d.disk(), path)
	write(t, path, helpDesk+"# theirs\n")
	says(t, f.Set([]string{"initiative", "name"}, "Other"), "saving", "disk is full")
	if got := names(t, path); got != ".plan.yaml.lock plan.yaml" {
		t.Errorf("the folder holds %q", got)
	}
}

func TestUnsavedCopiesOverwriteNothing(t *testing.T) {
	path := planFile(t, helpDesk)
	write(t, path+".unsaved-1", "from another day")
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	f := open(t, path)
	write(t, path, helpDesk+"# theirs\n")
	says(t, f.Set([]string{"initiative", "name"}, "Other"), path+".unsaved-2")
	if got := read(t, path+".unsaved-1"); got != "from another day" {
		t.Errorf("the older copy holds %q", got)
	}
	// Who might not read the plan may not read the copy.
	if info, err := os.Stat(path + ".unsaved-2"); err != nil || runtime.GOOS != "windows" && info.Mode() != 0o640 {
		t.Errorf("the copy has mode %v, %v", info.Mode(), err)
	}
}
