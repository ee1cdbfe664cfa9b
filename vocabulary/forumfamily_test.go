package vocabulary

import "testing"

func TestForumNamed(t *testing.T) {
	v := Default()
	for name, want := range map[string]string{
		"G7": "G7", "g-7": "G7", "G 20": "G20", "Group of Twenty": "G20", "GROUPOFEIGHT": "G8", "bric": "BRICS", " Brics ": "BRICS",
	} {
		if forum, ok := v.ForumNamed(name); !ok || forum != want {
			t.Errorf("%q is %q, want %s", name, forum, want)
		}
	}
	for _, name := range []string{"", "G", "G77", "brick", "G20 Watch", "Economic", "G7/G8", "Group of"} {
		if forum, ok := v.ForumNamed(name); ok {
			t.Errorf("%q is %s", name, forum)
		}
	}
}

func TestSameForum(t *testing.T) {
	v := Default()
	if !v.SameForum("G7", "G8") || !v.SameForum("G20", "G20") || v.ForumFamily("G8") != "G7" || v.ForumFamily("G9") != "G9" {
		t.Error("one forum is two")
	}
	if v.SameForum("G8", "G20") || v.SameForum("G7", "BRICS") || v.SameForum("G7", "") {
		t.Error("two forums are one")
	}
}
