package schema_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// languageServer is the YAML language server that editors run, spoken to as an
// editor does.
type languageServer struct {
	t        *testing.T
	in       io.WriteCloser
	messages chan message
	lastID   int
	said     map[string][]diagnostic // by URI
}

// message is one of the server's, or an answer to it.
type message struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id,omitempty"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
}

// startLanguageServer starts the server with a schema for every file, or skips
// the test where the server is not installed.
func startLanguageServer(t *testing.T, schemaPath string) *languageServer {
	t.Helper()
	judges := os.Getenv("FOREWARN_JUDGES")
	if judges == "" {
		t.Skip("FOREWARN_JUDGES does not name the folder of yaml-language-server")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	cmd := exec.Command(node, filepath.Join(judges, "yaml-language-server", "bin", "yaml-language-server"), "--stdio")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	s := &languageServer{t: t, in: in, messages: make(chan message, 100), said: map[string][]diagnostic{}}
	go s.listen(bufio.NewReader(out))
	t.Cleanup(func() {
		in.Close()
		cmd.Process.Kill()
		cmd.Wait()
	})
	s.request("initialize", map[string]any{"processId": os.Getpid(), "rootUri": nil, "capabilities": map[string]any{
		"textDocument": map[string]any{"hover": map[string]any{"contentFormat": []string{"markdown"}}},
	}})
	s.notify("initialized", map[string]any{})
	asked := s.wait("its settings", func(m message) bool { return m.Method == "workspace/configuration" })
	settings := map[string]any{
		"validate": true, "hover": true, "completion": true,
		"schemaStore": map[string]any{"enable": false},
		"schemas":     map[string]any{fileURI(schemaPath): "*"},
	}
	s.send(map[string]any{"jsonrpc": "2.0", "id": asked.ID, "result": []any{settings, nil, nil, nil}})
	return s
}

func fileURI(path string) string { return "file://" + filepath.ToSlash(path) }

// listen passes on what the server says until it ends.
func (s *languageServer) listen(out *bufio.Reader) {
	defer close(s.messages)
	for {
		header, err := textproto.NewReader(out).ReadMIMEHeader()
		if err != nil {
			return
		}
		n, _ := strconv.Atoi(header.Get("Content-Length"))
		body := make([]byte, n)
		if _, err := io.ReadFull(out, body); err != nil {
			return
		}
		var m message
		if json.Unmarshal(body, &m) == nil {
			s.messages <- m
		}
	}
}

func (s *languageServer) send(v any) {
	s.t.Helper()
	body, err := json.Marshal(v)
	if err != nil {
		s.t.Fatal(err)
	}
	if _, err := fmt.Fprintf(s.in, "Content-Length: %d\r\n\r\n%s", len(body), body); err != nil {
		s.t.Fatal(err)
	}
}

func (s *languageServer) notify(method string, params any) {
	s.send(map[string]any{"jsonrpc": "2.0", "method": method, "params": params})
}

// request asks and returns the answer.
func (s *languageServer) request(method string, params any) json.RawMessage {
	s.t.Helper()
	s.lastID++
	id := strconv.Itoa(s.lastID)
	s.send(map[string]any{"jsonrpc": "2.0", "id": s.lastID, "method": method, "params": params})
	return s.wait(method, func(m message) bool { return m.Method == "" && string(m.ID) == id }).Result
}

// wait returns the first message that is wanted. Questions of the server's own
// are answered with nothing.
func (s *languageServer) wait(what string, wanted func(message) bool) message {
	s.t.Helper()
	deadline := time.After(time.Minute)
	for {
		select {
		case m, open := <-s.messages:
			s.note(m)
			switch {
			case !open:
				s.t.Fatalf("the language server ended before %s", what)
			case wanted(m):
				return m
			case m.Method != "" && m.ID != nil:
				s.send(message{Version: "2.0", ID: m.ID, Result: json.RawMessage("null")})
			}
		case <-deadline:
			s.t.Fatalf("the language server did not answer %s in a minute", what)
		}
	}
}

// show opens a file in the server.
func (s *languageServer) show(path string, src []byte) {
	s.t.Helper()
	s.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{
		"uri": fileURI(path), "languageId": "yaml", "version": 1, "text": string(src),
	}})
}

// problems returns what the server says is wrong with a file that it was shown,
// each as line:column: message. They may have come already.
func (s *languageServer) problems(path string) []string {
	s.t.Helper()
	uri := fileURI(path)
	if _, known := s.said[uri]; !known {
		s.wait("what is wrong with "+path, func(m message) bool { return m.Method == publish && s.said[uri] != nil })
	}
	all := []string{}
	for _, d := range s.said[uri] {
		all = append(all, fmt.Sprintf("%d:%d: %s", d.Range.Start.Line+1, d.Range.Start.Character+1, d.Message))
	}
	return all
}

const publish = "textDocument/publishDiagnostics"

// diagnostic is one thing that the server says is wrong.
type diagnostic struct {
	Range   struct{ Start struct{ Line, Character int } }
	Message string
}

func (s *languageServer) note(m message) {
	var p struct {
		URI         string
		Diagnostics []diagnostic
	}
	if m.Method == publish && json.Unmarshal(m.Params, &p) == nil {
		s.said[p.URI] = p.Diagnostics
	}
}

// hover returns what the server shows at a place, which counts from 1.
func (s *languageServer) hover(path string, line, column int) string {
	s.t.Helper()
	answer := s.request("textDocument/hover", position(path, line, column))
	var got struct{ Contents struct{ Value string } }
	if err := json.Unmarshal(answer, &got); err != nil {
		s.t.Fatalf("%v in %s", err, answer)
	}
	return got.Contents.Value
}

// complete returns what the server offers at a place.
func (s *languageServer) complete(path string, line, column int) []string {
	s.t.Helper()
	answer := s.request("textDocument/completion", position(path, line, column))
	var got struct {
		Items []struct {
			Label, InsertText string
			Documentation     any
		}
	}
	if err := json.Unmarshal(answer, &got); err != nil {
		s.t.Fatalf("%v in %s", err, answer)
	}
	var all []string
	for _, item := range got.Items {
		all = append(all, fmt.Sprintf("%s → %q (%v)", item.Label, item.InsertText, item.Documentation))
	}
	return all
}

func position(path string, line, column int) map[string]any {
	return map[string]any{
		"textDocument": map[string]any{"uri": fileURI(path)},
		"position":     map[string]any{"line": line - 1, "character": column - 1},
	}
}
