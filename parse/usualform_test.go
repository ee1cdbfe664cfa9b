package parse

import (
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse/internal/margin"
)

func TestInUsualForm(t *testing.T) {
	run := func(text string, space bool) model.Run { return model.Run{Text: text, Space: space} }
	doc := &model.Document{Pages: []model.Page{{Lines: []model.Line{
		{Runs: []model.Run{run("France:", false), run("—", true), run("1", false)}},
		{Runs: []model.Run{run("at −0·50 and 0·33", false)}},
		{Runs: []model.Run{run("the lowest", false), run("—0.25", false)}},
	}}}}
	got := margin.InUsualForm(doc)
	for i, want := range []string{"France: −1", "at −0.50 and 0.33", "the lowest—0.25"} {
		if text := got.Pages[0].Lines[i].Text(); text != want {
			t.Errorf("%q, want %q", text, want)
		}
	}
	if text := doc.Pages[0].Lines[0].Text(); text != "France: —1" {
		t.Errorf("the document that was given has changed: %q", text)
	}
	plain := &model.Document{Pages: []model.Page{{Lines: []model.Line{{Runs: []model.Run{run("0·5 times", false)}}}}}}
	if margin.InUsualForm(plain) != plain {
		t.Error("one product makes no raised decimal")
	}
}
