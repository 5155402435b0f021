package disk

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// saved is what the file holds after save n: much, so that writing takes a
// while.
func saved(n int) string {
	return oldText + strings.Repeat(fmt.Sprintf("# save %d\n", n), 50_000)
}

// saveForEver saves one text after another, and says so after each.
func saveForEver(f *File) {
	for n := 1; ; n++ {
		if err := f.Replace([]byte(saved(n))); err != nil {
			fmt.Println("error:", err)
			return
		}
		fmt.Println("saved", n)
	}
}

// The file holds the last content that was saved or the next, never a part, and
// can be opened at once.
func TestKilledWhileSaving(t *testing.T) {
	kills := 50
	if testing.Short() {
		kills = 5
	}
	path := textFile(t, oldText)
	unfinished := 0
	for range kills {
		write(t, path, oldText)
		last := killWhileSaving(t, path)
		if present(tempName(path)) {
			unfinished++
		}
		if got := read(t, path); got != saved(last) && got != saved(last+1) {
			t.Errorf("after save %d the file holds neither that nor the next, but %d bytes", last, len(got))
		}
		if err := open(t, path).Close(); err != nil {
			t.Error(err)
		}
		if got := names(t, path); got != "list.txt" {
			t.Errorf("the folder holds %q", got)
		}
	}
	t.Logf("%d of %d kills left an unfinished file, which was cleared away", unfinished, kills)
}

// killWhileSaving returns the number of the last save that was reported.
func killWhileSaving(t *testing.T, path string) (last int) {
	t.Helper()
	c := startChild(t, "save", path)
	for last = 1; last <= 1+rand.IntN(4); last++ {
		if got, want := c.next(), fmt.Sprint("saved ", last); got != want {
			t.Fatalf("the other process says %q, want %q", got, want)
		}
	}
	last--
	// How far the next save gets is left to chance.
	time.Sleep(rand.N(5 * time.Millisecond))
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for strings.HasPrefix(c.next(), "saved ") {
		last++
	}
	_ = c.Wait()
	return last
}
