package lazyregexp

import "testing"

func TestTemplate(t *testing.T) {
	re := NewTemplate(`\b{names}\b`, names)
	a, b := new(int), new(int)
	for _, c := range []struct {
		owner *int
		list  []string
		text  string
		want  string
	}{
		{a, []string{"G7", "Group of Seven", "G+"}, "the Group of Seven", "Group of Seven"},
		{a, []string{"G7", "Group of Seven", "G+"}, "the G20", ""},
		{b, []string{"G20"}, "the G20 and G7", "G20"},
		{b, []string{"G20"}, "AG20", ""},
	} {
		got := ""
		if all := re.With(c.owner, c.list).FindAllString(c.text, 1); len(all) > 0 {
			got = all[0]
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
	if first := re.With(a, nil); first != re.With(a, nil) {
		t.Error("one owner's pattern is made twice")
	}
}
