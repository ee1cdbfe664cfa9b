package object_test

import (
	"reflect"
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
)

// Every limit has words of its own, and its message ends in the name that
// raises it.
func TestEveryLimitHasWords(t *testing.T) {
	fields := reflect.TypeFor[object.Limits]()
	for i := range fields.NumField() {
		field := fields.Field(i).Name
		got := (&object.LimitError{Limit: field, Max: 12}).Error()
		if strings.HasPrefix(got, "more than") || !strings.Contains(got, "12") || !strings.HasSuffix(got, "(limit "+object.LimitName(field)+")") {
			t.Errorf("%s: %q", field, got)
		}
	}
}

func TestOperatorsFor(t *testing.T) {
	l := object.DefaultLimits()
	for size, want := range map[int64]int64{0: 14_000_000, 1_000_000: 34_000_000, 1 << 40: 1_000_000_000} {
		if got := l.OperatorsFor(size); got != want {
			t.Errorf("%d bytes: %d operators, want %d", size, got, want)
		}
	}
	l.Operators = 5
	if got := l.OperatorsFor(1 << 40); got != 5 {
		t.Errorf("asked for 5, got %d", got)
	}
}
