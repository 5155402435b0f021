package form_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"forewarn/audit/workshop"
)

// firefox is a Firefox that is driven over its own protocol, Marionette: each message is
// its length, a colon and JSON.
type firefox struct {
	conn      net.Conn
	in        *bufio.Reader
	last      int
	downloads string
}

// startFirefox starts a Firefox with an empty profile.
func startFirefox(t *testing.T) *firefox {
	t.Helper()
	path, err := exec.LookPath("firefox-esr")
	if err != nil {
		t.Skip("firefox-esr is not on PATH")
	}
	profile, f := t.TempDir(), &firefox{downloads: t.TempDir()}
	prefs := fmt.Sprintf("user_pref(%q, 0);\nuser_pref(%q, 2);\nuser_pref(%q, %q);\nuser_pref(%q, %q);\n",
		"marionette.port", "browser.download.folderList", "browser.download.dir", f.downloads, "browser.helperApps.neverAsk.saveToDisk", "application/json")
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(prefs), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "--headless", "--marionette", "--no-remote", "--profile", profile)
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	until(t, func() bool { // the profile says on which port it listens
		port, err := os.ReadFile(filepath.Join(profile, "MarionetteActivePort"))
		if err == nil {
			f.conn, err = net.Dial("tcp", "127.0.0.1:"+strings.TrimSpace(string(port)))
		}
		return err == nil
	})
	t.Cleanup(func() { _ = f.conn.Close() })
	if err := f.conn.SetDeadline(time.Now().Add(2 * time.Minute)); err != nil {
		t.Fatal(err)
	}
	f.in = bufio.NewReader(f.conn)
	f.message(t) // its greeting
	f.do(t, "WebDriver:NewSession", map[string]any{})
	return f
}

// until waits until something is so.
func until(t *testing.T, is func() bool) {
	t.Helper()
	for range 3000 {
		if is() {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("it never is")
}

func (f *firefox) message(t *testing.T) []byte {
	t.Helper()
	var length int
	if _, err := fmt.Fscanf(f.in, "%d:", &length); err != nil {
		t.Fatal(err)
	}
	text := make([]byte, length)
	if _, err := io.ReadFull(f.in, text); err != nil {
		t.Fatal(err)
	}
	return text
}

// do runs a command and returns its answer.
func (f *firefox) do(t *testing.T, command string, params map[string]any) json.RawMessage {
	t.Helper()
	f.last++
	out, err := json.Marshal([]any{0, f.last, command, params})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fmt.Fprintf(f.conn, "%d:%s", len(out), out); err != nil {
		t.Fatal(err)
	}
	var answer [4]json.RawMessage // 1, the number of the command, its error, its result
	if err := json.Unmarshal(f.message(t), &answer); err != nil {
		t.Fatal(err)
	}
	if string(answer[2]) != "null" {
		t.Fatalf("%s: %s", command, answer[2])
	}
	return answer[3]
}

// evaluate is the value of an expression on the page, as text.
func (f *firefox) evaluate(t *testing.T, expression string) string {
	t.Helper()
	var answer struct{ Value string }
	if err := json.Unmarshal(f.do(t, "WebDriver:ExecuteScript", map[string]any{"script": "return String(" + expression + ")", "args": []any{}}), &answer); err != nil {
		t.Fatal(err)
	}
	return answer.Value
}

// keys types, with the signs of WebDriver for keys that are no letters.
func (f *firefox) keys(t *testing.T, typed string) {
	t.Helper()
	for _, key := range typed {
		actions := []any{map[string]any{"type": "keyDown", "value": string(key)}, map[string]any{"type": "keyUp", "value": string(key)}}
		f.do(t, "WebDriver:PerformActions", map[string]any{"actions": []any{map[string]any{"type": "key", "id": "keyboard", "actions": actions}}})
	}
}

// The whole way in Firefox, with keys: what was said is there when the page is opened
// again, the sheet is one that a merge takes, and nothing is left in the browser.
func TestFirefox(t *testing.T) {
	const enter, down = "\ue007", "\ue015"
	b := startFirefox(t)
	f := reader(t)
	asked := f.Workshop.Questions(f.Bank)
	form := address(t, f)
	b.do(t, "WebDriver:Navigate", map[string]any{"url": form})
	b.keys(t, enter+down+enter+"3"+enter+"d"+enter+enter)
	if told := b.evaluate(t, `document.getElementById("told").innerText`); !strings.HasPrefix(told, "2 of ") || !strings.HasSuffix(told, "Saved in this browser.") {
		t.Errorf("it says %q", told)
	}
	b.do(t, "WebDriver:Navigate", map[string]any{"url": "about:blank"})
	b.do(t, "WebDriver:Navigate", map[string]any{"url": form})
	b.evaluate(t, `document.querySelector("#sheets button").click()`)
	b.keys(t, "4"+strings.Repeat(enter, len(asked)-3)+enter)
	if at := b.evaluate(t, `location.hash`); at != "#/end" {
		t.Fatalf("it ends at %s", at)
	}
	b.evaluate(t, `document.getElementById("download").click()`)
	var text []byte
	until(t, func() bool {
		files, _ := filepath.Glob(filepath.Join(b.downloads, "sheet-*.json"))
		if len(files) == 1 {
			text, _ = os.ReadFile(files[0])
		}
		return strings.HasSuffix(string(text), "}\n")
	})
	s := sheetOf(t, f, string(text))
	if s.Role != "staff" || len(s.Answers) != 3 || s.Answers[asked[0].ID] != 3 || s.Answers[asked[1].ID] != workshop.Unknown || s.Answers[asked[3].ID] != 4 {
		t.Errorf("the sheet is %+v", s)
	}
	if n := b.evaluate(t, `localStorage.length`); n != "0" {
		t.Errorf("%s sheets are left in the browser", n)
	}
}
