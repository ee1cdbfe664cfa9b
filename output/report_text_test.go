package output

import (
	"bytes"
	"testing"

	"recount.invalid/recount/model"
)

// textLine makes a line of one run at a height in points, type size 10.
func textLine(baseline float64, text string) model.Line {
	return model.Line{Page: 1, Baseline: baseline, Size: 10, Runs: []model.Run{{Text: text, Size: 10}}}
}

func TestDocumentText(t *testing.T) {
	doc := &model.Document{Pages: []model.Page{
		{Number: 1, Lines: []model.Line{
			textLine(100, "First line of a paragraph"),
			textLine(112, "and its second."),
			textLine(124, "1 A note that is not at the end"),
			textLine(150, "Another paragraph,"),
			textLine(162, "going on,"),
			textLine(174, "and on."),
		}},
		{Number: 2},
		{Number: 3, Lines: []model.Line{textLine(90, "Last page")}},
	}}
	note := func(page, line int) bool { return page == 0 && line == 2 }
	for _, c := range []struct {
		name string
		note func(page, line int) bool
		want string
	}{
		{"as read", nil, "First line of a paragraph\nand its second.\n1 A note that is not at the end\n\nAnother paragraph,\ngoing on,\nand on.\n\f\fLast page\n"},
		{"notes last", note, "First line of a paragraph\nand its second.\n\nAnother paragraph,\ngoing on,\nand on.\n\n1 A note that is not at the end\n\f\fLast page\n"},
	} {
		var b bytes.Buffer
		if err := DocumentText(&b, doc, c.note); err != nil {
			t.Fatal(err)
		}
		if b.String() != c.want {
			t.Errorf("%s: got %q, want %q", c.name, b.String(), c.want)
		}
	}
}
