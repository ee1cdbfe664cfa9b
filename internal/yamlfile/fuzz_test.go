package yamlfile_test

import (
	"errors"
	"testing"

	"recount.invalid/recount/internal/yamlfile"
)

// FuzzDecode: whatever bytes a file of a user's has, reading it ends, in a value or
// in an error of the file.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{
		"", "a: 1\n", "- {rule: average, reason: \"printed so\"}\n", "a: &x [1, 2]\nb: *x\n", "\ufeffa: 1\n", "a: |\n  two\n  lines\n",
		"? - - a\n: b\n", "a: [[[[", "%YAML 1.2\n---\na: !!str 1\n...\n", "a: {<<: *none}\n", "\xff\xfea\x00:\x00",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<14 {
			return // long ones take time and show nothing more
		}
		var into map[string]any
		err := yamlfile.Decode(data, &into)
		if fault := (*yamlfile.Error)(nil); err != nil && !errors.As(err, &fault) && !errors.Is(err, yamlfile.ErrTooDeep) {
			t.Fatalf("%q: an error that is not of the file: %v", data, err)
		}
	})
}
