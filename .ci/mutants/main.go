// Mutants tells which faults the tests would not notice. It makes small changes
// to the program, one at a time, and runs the tests on each: a mutant that they
// fail on is killed, one that they pass on survives. A survivor is either the
// same program in other words, or asks for a test.
//
//	go run ./.ci/mutants -n 30 -seed 1
//	go run ./.ci/mutants -n 200 ./audit/score ./questions
//
// The same seed takes the same sample of the same tree. The tree itself is
// never changed: the go command lays the changed file over it, in every build
// inside a test too.
package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unicode/utf8"
)

// What may become of a mutant.
const killed, survived, unbuilt = "killed", "survived", "does not build"

func main() {
	n := flag.Int("n", 30, "how many mutants to try, not counting those that do not build")
	seed := flag.Uint64("seed", 1, "which sample to take")
	timeout := flag.Duration("timeout", 5*time.Minute, "how long a mutant's tests may run; one that takes longer is killed")
	flag.Parse()
	if err := run(*n, *seed, *timeout, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "mutants:", err)
		os.Exit(1)
	}
}

func run(n int, seed uint64, timeout time.Duration, patterns []string) error {
	all, err := load(patterns)
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "mutants")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if !succeeds(context.Background(), os.Environ(), "test", "./...") {
		return errors.New("the tests fail before anything is changed")
	}
	rand.New(rand.NewPCG(seed, 0)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	began, count := time.Now(), map[string]int{}
	for _, m := range all {
		if count[killed]+count[survived] >= n {
			break
		}
		how, err := m.try(work, timeout)
		if err != nil {
			return fmt.Errorf("trying %s: %w", m, err)
		}
		count[how]++
		fmt.Printf("%-14s %s\n", how, m)
	}
	fmt.Printf("%d killed, %d survived, %d did not build; of %d possible, in %s\n",
		count[killed], count[survived], count[unbuilt], len(all), time.Since(began).Round(time.Second))
	return nil
}

// left are the packages that have to be named. Two are large, and have generated
// tests; of what helps tests, a fault is none of the program's.
var left = regexp.MustCompile(`/(yamldoc|interview)\b|test$`)

// load makes every mutant of the packages, in the order of their files.
func load(patterns []string) ([]mutant, error) {
	args := []string{"list", "-f", `{{range .GoFiles}}{{$.ImportPath}} {{$.Dir}}/{{.}}{{"\n"}}{{end}}`}
	named := len(patterns) > 0
	if !named {
		patterns = []string{"./..."}
	}
	list := exec.Command("go", slices.Concat(args, patterns)...)
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("listing the packages: %w", err)
	}
	var all []mutant
	for line := range strings.Lines(string(out)) {
		pkg, path, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || !named && left.MatchString(pkg) {
			continue
		}
		made, err := mutate(pkg, path)
		if err != nil {
			return nil, err
		}
		all = append(all, made...)
	}
	return all, nil
}

// try builds a mutant and runs the tests on it: those of its package first, as
// they are the quickest to judge it.
func (m mutant) try(work string, timeout time.Duration) (string, error) {
	env, err := m.lay(work)
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	switch {
	case !succeeds(ctx, env, "build", "-o", os.DevNull, m.pkg):
		return unbuilt, nil
	case succeeds(ctx, env, "test", "-failfast", m.pkg) && succeeds(ctx, env, "test", "-failfast", "./cmd/...", "./audit/..."):
		return survived, nil
	}
	return killed, nil
}

// lay writes the changed file, and returns an environment in which the go
// command takes it for the one in the tree.
func (m mutant) lay(work string) ([]string, error) {
	changed, overlay, temp := filepath.Join(work, "mutant.go"), filepath.Join(work, "overlay.json"), filepath.Join(work, "tmp")
	list := fmt.Appendf(nil, `{"Replace": {%q: %q}}`, m.path, changed)
	err := errors.Join(os.WriteFile(changed, m.source(), 0o644), os.WriteFile(overlay, list, 0o644), os.MkdirAll(temp, 0o755))
	flags := strings.TrimSpace(os.Getenv("GOFLAGS") + " -overlay=" + overlay)
	return append(os.Environ(), "GOFLAGS="+flags, "TMPDIR="+temp, "RAPID_NOFAILFILE=true"), err
}

// succeeds runs the go command until it ends, or until the first package fails,
// and leaves nothing of it running.
func succeeds(ctx context.Context, env []string, args ...string) bool {
	cmd := exec.Command("go", args...)
	cmd.Env, cmd.SysProcAttr = env, &syscall.SysProcAttr{Setpgid: true}
	out, err := cmd.StdoutPipe()
	if err != nil || cmd.Start() != nil {
		return false
	}
	stop := func() { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	defer context.AfterFunc(ctx, stop)()
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "FAIL") {
			stop()
		}
	}
	return cmd.Wait() == nil
}

// mutant is one change to one file: text stands in place of what is written
// from one offset to another.
type mutant struct {
	pkg, path  string
	src        []byte
	start, end int
	text       string
}

func (m mutant) source() []byte {
	return bytes.Join([][]byte{m.src[:m.start], []byte(m.text), m.src[m.end:]}, nil)
}

// String gives the place, and the line before and after.
func (m mutant) String() string {
	line := 1 + bytes.Count(m.src[:m.start], []byte("\n"))
	from := 1 + bytes.LastIndexByte(m.src[:m.start], '\n')
	first := func(src []byte) []byte {
		line, _, _ := bytes.Cut(src[from:], []byte("\n"))
		return bytes.TrimSpace(line)
	}
	return fmt.Sprintf("%s/%s:%d: - %s + %s", m.pkg, filepath.Base(m.path), line, first(m.src), first(m.source()))
}

// maker collects the mutants of one file.
type maker struct {
	file *token.File
	src  []byte
	pkg  string
	out  []mutant
}

func mutate(pkg, path string) ([]mutant, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	set := token.NewFileSet()
	parsed, err := parser.ParseFile(set, path, src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	m := &maker{file: set.File(parsed.FileStart), src: src, pkg: pkg}
	ast.Inspect(parsed, m.visit)
	return m.out, nil
}

// add makes mutants by writing each of the texts from one place to another.
func (m *maker) add(from, to token.Pos, texts ...string) {
	for _, text := range texts {
		m.out = append(m.out, mutant{m.pkg, m.file.Name(), m.src, m.file.Offset(from), m.file.Offset(to), text})
	}
}

func (m *maker) text(n ast.Node) string {
	return string(m.src[m.file.Offset(n.Pos()):m.file.Offset(n.End())])
}

// visit makes the mutants of one node, and says whether to look inside it.
func (m *maker) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ImportSpec:
		return false
	case *ast.Field:
		ast.Inspect(n.Type, m.visit)
		return false // its tag is read by other programs
	case *ast.BinaryExpr:
		m.add(n.OpPos, n.OpPos+token.Pos(len(n.Op.String())), others(n.Op)...)
	case *ast.UnaryExpr:
		m.add(n.OpPos, n.OpPos+1, map[token.Token][]string{token.NOT: {""}, token.SUB: {""}}[n.Op]...)
	case *ast.BasicLit:
		m.add(n.Pos(), n.End(), near(n)...)
	case *ast.Ident:
		m.add(n.Pos(), n.End(), map[string][]string{"true": {"false"}, "false": {"true"}}[n.Name]...)
	case *ast.CallExpr:
		if slices.Contains(alike, m.text(n.Fun)) && len(n.Args) > 0 {
			m.add(n.Pos(), n.End(), m.text(n.Args[0]))
		}
	case *ast.CompositeLit:
		m.drop(n.Elts, n.Rbrace)
	case *ast.IfStmt:
		m.add(n.Cond.Pos(), n.Cond.End(), "false && ("+m.text(n.Cond)+")")
	case *ast.BlockStmt:
		m.skip(n.List)
	case *ast.CaseClause:
		m.skip(n.Body)
	}
	return true
}

// others are what could be written for an operator by mistake.
func others(op token.Token) []string {
	return map[token.Token][]string{
		token.EQL: {"!="}, token.NEQ: {"=="}, token.LAND: {"||"}, token.LOR: {"&&"}, token.ADD: {"-"}, token.SUB: {"+"},
		token.LSS: {"<=", ">="}, token.GEQ: {">", "<"}, token.GTR: {">=", "<="}, token.LEQ: {"<", ">"},
	}[op]
}

// near are the neighbours of a literal: a number or a character off by one, and
// a text that is cut. A text of several words is a message, which tests need
// not repeat.
func near(lit *ast.BasicLit) []string {
	switch lit.Kind {
	case token.INT, token.CHAR:
		return []string{"(" + lit.Value + " + 1)", "(" + lit.Value + " - 1)"}
	case token.STRING:
		s, err := strconv.Unquote(lit.Value)
		if err != nil || s == "" || strings.Contains(strings.TrimSpace(s), " ") {
			return nil
		}
		_, last := utf8.DecodeLastRuneInString(s)
		return slices.Compact([]string{`""`, strconv.Quote(s[:len(s)-last])})
	}
	return nil
}

// alike are functions that return what their first argument is, or near it.
var alike = []string{
	"max", "min", "cmp.Or", "slices.Clone", "maps.Clone", "slices.Compact", "filepath.Clean", "filepath.ToSlash",
	"strings.TrimSpace", "strings.TrimPrefix", "strings.TrimSuffix", "strings.ToLower", "strings.ReplaceAll",
}

// drop leaves out one element at a time.
func (m *maker) drop(elements []ast.Expr, end token.Pos) {
	for i, e := range elements {
		to := end
		if i+1 < len(elements) {
			to = elements[i+1].Pos()
		}
		m.add(e.Pos(), to, "")
	}
}

// skip leaves out one statement at a time. It stays in the text, so that what
// it uses counts as used.
func (m *maker) skip(list []ast.Stmt) {
	for _, s := range list {
		assign, ok := s.(*ast.AssignStmt)
		_, call := s.(*ast.ExprStmt)
		if call || ok && assign.Tok != token.DEFINE {
			m.add(s.Pos(), s.End(), "if false { "+m.text(s)+" }")
		}
	}
}
