package layout

import (
	"fmt"
	"slices"
	"testing"

	"recount.invalid/recount/model"
)

func rule(x0, top, x1, bottom float64) model.Rule {
	return model.Rule{Box: model.Box{x0, top, x1, bottom}}
}

// A skeleton is rules that touch; a rule alone, and one beside it, is none.
func TestGrids(t *testing.T) {
	table := []model.Rule{
		rule(50, 100, 250, 100.5), rule(50, 120, 250, 120.5), rule(50, 140, 250, 140.5),
		rule(50, 100, 50.5, 140), rule(150, 100, 150.5, 120), rule(250, 100, 250.5, 140),
	}
	grids := Grids(append(slices.Clone(table), rule(50, 700, 200, 700.5)), 11)
	if len(grids) != 1 || len(grids[0].Xs) != 3 || len(grids[0].Ys) != 3 {
		t.Fatalf("%+v", grids)
	}
	g := &grids[0]
	if !g.WallLeft(0, 1) || g.WallLeft(1, 1) {
		t.Error("the wall in the middle stands in the first row only")
	}
	if !g.WallAbove(1, 0) || !g.WallAbove(1, 1) {
		t.Error("a rule over both columns is a wall above both")
	}
	if got := Grids(table[:2], 11); len(got) != 0 {
		t.Errorf("two rules that do not touch: %+v", got)
	}
	if got := Grids(make([]model.Rule, maxGridRules+1), 11); got != nil {
		t.Errorf("a drawing: %d skeletons", len(got))
	}
}

func words(xs ...float64) []Word {
	var out []Word
	for i, x := range xs {
		out = append(out, Word{Runs: []model.Run{{Text: fmt.Sprint(i), Box: model.Box{x, 0, x + 10, 10}}}})
	}
	return out
}

func TestColumns(t *testing.T) {
	columns := MergeColumns([]model.Box{{100, 0, 130, 10}, {20, 0, 40, 10}, {125, 20, 150, 30}})
	if want := []model.Box{{20, 0, 40, 10}, {100, 0, 150, 30}}; len(columns) != 2 || columns[0].X1() != want[0].X1() || columns[1].X1() != want[1].X1() {
		t.Fatalf("%v", columns)
	}
	if Overlaps(columns, model.Box{30, 0, 110, 10}) != 2 || Overlaps(columns, model.Box{45, 0, 90, 10}) != 0 {
		t.Error("overlaps")
	}
	if Nearest(columns, model.Box{90, 0, 100, 10}) != 1 || Nearest(nil, model.Box{}) != 0 {
		t.Error("nearest")
	}
	if got := WordColumns(words(22, 110), columns); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("a word over each column: %v", got)
	}
	if got := WordColumns(words(22), columns); !slices.Equal(got, []int{-1}) {
		t.Errorf("one word stands where it stands: %v", got)
	}
	if got := WordColumns(words(22, 60, 110), columns); !slices.Equal(got, []int{-1, -1, -1}) {
		t.Errorf("more words than columns: %v", got)
	}
}

func TestSizes(t *testing.T) {
	// Notes may have more letters than the text, headings never as many.
	if got := BodySize(map[int]int{HalfPoints(8): 900, HalfPoints(11): 700, HalfPoints(18): 60}); got != 11 {
		t.Errorf("body size %v", got)
	}
	if got := BodySize(nil); got != 0 {
		t.Errorf("without text %v", got)
	}
	if !SameSize(11, 11.02) || SameSize(11, 10) {
		t.Error("SameSize")
	}
	l := &model.Line{Size: 10}
	for run, want := range map[model.Run]bool{
		{Rise: 3, Size: 7}:   true,
		{Rise: 3, Size: 10}:  true,
		{Rise: 2, Size: 10}:  false, // of the line's size and little raised
		{Rise: 0.5, Size: 7}: false,
	} {
		if IsRaised(l, run) != want {
			t.Errorf("%+v: raised %v", run, !want)
		}
	}
	if !SuperscriptFigures("¹²") || SuperscriptFigures("1²") || SuperscriptFigures("") {
		t.Error("SuperscriptFigures")
	}
}

func TestHeads(t *testing.T) {
	if HeadKey("Report 2031 – 12") != HeadKey("Report 2031 – 13") {
		t.Error("heads that differ by their page number are not the same")
	}
	if HeadKey("Report 12") == HeadKey("Chapter 12") {
		t.Error("two heads are the same")
	}
	pages := []int{1, 2, 3, 5}
	if got := PageNumbers(pages, [][]int{{2031, 7}, {2031, 8}, {2031, 9}, {2031, 11}}); !slices.Equal(got, []int{7, 8, 9, 11}) {
		t.Errorf("page numbers %v", got)
	}
}
