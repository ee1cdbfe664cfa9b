package lazyregexp

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// Every method must be the one of the same name: a copy error would go
// unnoticed in audits.
func TestMethodsAreRegexps(t *testing.T) {
	const pattern, text = `(b)(c)?`, "abcab"
	lazy, plain := reflect.ValueOf(&Regexp{pattern: pattern}), reflect.ValueOf(regexp.MustCompile(pattern))
	for i := range lazy.NumMethod() {
		name := lazy.Type().Method(i).Name
		args := []reflect.Value{reflect.ValueOf(text)}
		method := lazy.Method(i)
		if method.Type().NumIn() == 2 {
			second := reflect.New(method.Type().In(1)).Elem()
			if second.Kind() == reflect.Int {
				second.SetInt(-1)
			}
			args = append(args, second)
		}
		got := method.Call(args)[0].Interface()
		want := plain.MethodByName(name).Call(args)[0].Interface()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s gives %v, not %v", name, got, want)
		}
	}
}

// Patterns are compiled when they are first used, which may be in no test, and the words
// that their matches need are believed.
func TestPatternsOfModule(t *testing.T) {
	files := map[string]*ast.File{}
	constants := map[string]ast.Expr{} // by package and name
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(source, []byte("lazyregexp.")) && !bytes.Contains(source, []byte("const")) {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, source, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files[path] = file
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Names) == len(spec.Values) {
				for i, name := range spec.Names {
					constants[file.Name.Name+"."+name.Name] = spec.Values[i]
				}
			}
			return true
		})
		return nil
	})
	found, with := 0, 0
	for path, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			f, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || fmt.Sprint(f.X) != "lazyregexp" || f.Sel.Name != "New" && f.Sel.Name != "NewWith" && f.Sel.Name != "NewTemplate" {
				return true
			}
			var texts []string
			for _, arg := range call.Args {
				text, ok := constant(arg, file.Name.Name, constants)
				if !ok {
					t.Errorf("%s: a pattern that is made of more than literals and constants cannot be tried here", path)
					return true
				}
				texts = append(texts, text)
			}
			found++
			for i := range texts {
				texts[i] = strings.ReplaceAll(texts[i], names, "g20")
			}
			if _, err := regexp.Compile(texts[0]); err != nil {
				t.Errorf("%s: %v", path, err)
			} else if len(texts) > 1 {
				with++
				w := words{list: texts[1:]}
				if why := w.notNeeded(texts[0]); why != "" {
					t.Errorf("%s: %s", path, why)
				}
			}
			return true
		})
	}
	if err != nil || found < 250 || with < 80 {
		t.Errorf("%d patterns, %d with words, %v", found, with, err)
	}
}

// constant is the text of literals and constants joined by plus signs.
func constant(e ast.Expr, in string, constants map[string]ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil
	case *ast.Ident:
		value, ok := constants[in+"."+e.Name]
		if !ok {
			return "", false
		}
		return constant(value, in, constants)
	case *ast.SelectorExpr:
		other := fmt.Sprint(e.X)
		value, ok := constants[other+"."+e.Sel.Name]
		if !ok {
			return "", false
		}
		return constant(value, other, constants)
	case *ast.BinaryExpr:
		left, ok := constant(e.X, in, constants)
		right, also := constant(e.Y, in, constants)
		return left + right, ok && also && e.Op == token.ADD
	}
	return "", false
}

func TestFirstUseByMany(t *testing.T) {
	re := &Regexp{pattern: `^a+$`}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if !re.MatchString("aaa") || re.MatchString("ab") {
				t.Error("wrong match")
			}
		})
	}
	wait.Wait()
}

func TestNewWith(t *testing.T) {
	re := NewWith(`(?i)\b(?:highest|the\s+top|bottom(?:less)?)\b`, "highest", "top", "bottom")
	for text, want := range map[string]bool{
		"": false, "high": false, "no such word": false, "the stop": false,
		"The HIGHEST score": true, "the  Top": true, "Bottomless": true,
		"highe\u017ft": true, // the long s is an s in any case
	} {
		if got := re.MatchString(text); got != want {
			t.Errorf("%q: match %v", text, got)
		}
	}
	if got := re.ReplaceAllString("no such word", "x"); got != "no such word" {
		t.Errorf("a text without a match became %q", got)
	}
}

// A word that a match can do without would hide matches.
func TestNewWithProvesWords(t *testing.T) {
	for _, tc := range []struct {
		pattern string
		words   []string
		fails   bool
	}{
		{`ab(?:cd|ce)`, []string{"abc"}, false},
		{`(?:xa|xb)y`, []string{"xa"}, true},
		{`(?:among|amongst|and)`, []string{"among", "and"}, false},
		{`(a|b)+c`, []string{"c"}, false},
		{`(?:abc)?d`, []string{"abc"}, true},
		{`(?:abc)*d`, []string{"abc"}, true},
		{`(?:abc){1,3}d`, []string{"abc"}, false},
		{`[Ss]ummit`, []string{"summit"}, false},
		{`.ummit`, []string{"summit"}, true},
		{`\b(?:19|20)[0-9]{2}\b`, []string{"19", "20"}, false},
		{`a;|b;`, []string{";"}, false},
		{`Abc`, []string{"Abc"}, true},
		{`\x{2013}a`, []string{"\u2013"}, true},
	} {
		w := words{list: tc.words}
		failed := w.notNeeded(tc.pattern) != ""
		if failed != tc.fails {
			t.Errorf("%s with %q: failed %v", tc.pattern, tc.words, failed)
		}
	}
}
