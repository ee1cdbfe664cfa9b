package yamlfile

import (
	"errors"
	"strings"
	"testing"
)

func TestDepthIsBounded(t *testing.T) {
	for name, text := range map[string]string{
		"lists":             strings.Repeat("[", 200_000),
		"mappings":          strings.Repeat("{a: ", 200_000),
		"both, over lines":  strings.Repeat("[\n{b: \n", 100_000),
		"blocks on a line":  strings.Repeat("- ", 200_000),
		"keys on a line":    strings.Repeat("? ", 200_000),
		"blocks over lines": stairs(1000),
		"closed again":      "a: " + strings.Repeat("[", 300) + strings.Repeat("]", 300),
	} {
		var into any
		if err := Decode([]byte(text), &into); !errors.Is(err, ErrTooDeep) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, text := range map[string]string{
		"a usual file":     "waivers:\n  - rule: x\n    why: [a, {b: c}]\n",
		"many lists":       strings.Repeat("- [a, [b], {c: d}]\n", 10_000),
		"brackets in text": strings.Repeat("- 'a [b'\n", 150),
		"a long list":      "a: [" + strings.Repeat("[1], ", 3000) + "]\n",
		"stairs":           stairs(40),
	} {
		var into any
		if err := Decode([]byte(text), &into); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// stairs is a mapping in a mapping, and so on.
func stairs(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String() + strings.Repeat(" ", n) + "a: 1\n"
}
