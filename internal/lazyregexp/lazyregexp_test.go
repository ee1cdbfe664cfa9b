package lazyregexp

import (
	"reflect"
	"regexp"
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

func TestNewCompilesInTests(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a pattern without its closing bracket was taken")
		}
	}()
	New(`(a`)
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
