package extract

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/model"
)

// Widths in Helvetica at size 10: c 5, l 2.22, e 5.56, a 5.56, r 3.33.

func TestSpacesFromGeometry(t *testing.T) {
	const f = "BT /F 10 Tf 50 700 Td "
	for _, c := range []struct{ name, content, want string }{
		{"kerning is no space", f + "[(AV) 80 (AT) -60 (AR)] TJ ET", "AVATAR"},
		{"a cut word", f + "[(cl) -90 (ear)] TJ ET", "clear"},
		{"a cut word, runs placed apart", f + "(infor) Tj 20.55 0 Td (mation) Tj ET", "information"},
		{"a narrow blank", f + "[(two) -200 (words)] TJ ET", "two words"},
		{"words placed by Td", f + "(two) Tj 20 0 Td (words) Tj ET", "two words"},
		{"a line squeezed by TeX", f + "[(keepers)-133(counted)-131(lamps)-134(along)-146(the)-133(outer)-132(mole)-135(today)-133(again)] TJ ET", "keepers counted lamps along the outer mole today again"},
		{"words cut on a line that was not", f + "[(kee)-100(pers)-255(coun)-100(ted)-251(lamps)-254(along)-256(the)-253(outer)-252(mole)-255(today)-255(again)] TJ ET", "keepers counted lamps along the outer mole today again"},
		{"letters that stand apart", f + "[(k)-133(e)-131(e)-134(p)-133(e)-133(r)-132(s)-135(c)-133(o)-131(u)-134(n)-133(t)-133(e)-132(d)-135(l)-133(a)-133(m)-133(p)-133(s)-133(a)-133(l)-133(o)-133(n)-133(g)-133(t)-133(h)-133(e)-133(o)-133(u)-133(t)-133(e)-133(r)-133(m)-133(o)-133(l)-133(e)-133(t)-133(o)-133(d)-133(a)-133(y)] TJ ET", "keeperscountedlampsalongtheoutermoletoday"},
		{"a label in pieces", f + "[(spati)-133(al)-131(Descri)-134(pti)-133(veEvol)-133(ution)] TJ ET", "spatialDescriptiveEvolution"},
		{"a hyphen set by itself at the margin", f + "[(the bor)] TJ 32.9 0 Td (-) Tj ET", "the bor-"},
		{"a dash at the margin", f + "[(the bor )] TJ 32.9 0 Td (-) Tj ET", "the bor -"},
		{"a hyphen within the line", f + "[(the bor)] TJ 32.9 0 Td (-) Tj 6 0 Td (one) Tj ET", "the bor - one"},
		{"a blank is a blank", f + "(two words) Tj ET", "two words"},
		{"a blank of a run of its own", f + "(two) Tj ( ) Tj (words) Tj ET", "two words"},
		{"several blanks are one", f + "(two   words) Tj ET", "two words"},
		{"a blank gone back over", f + "[(infor ) 278 (mation)] TJ ET", "information"},
		{"a blank squeezed is still one", f + "[(two ) 150 (words)] TJ ET", "two words"},
		{"a blank squeezed to nothing", f + "(sou) Tj -2.7 Tw (rc e) Tj ET", "source"},
		{"a gap made by Tc", f + "(a) Tj 2.7 Tc [(no) 270] TJ 0 Tc (pe) Tj 2.7 Tc [(ns) 270] TJ 0 Tc (ource) Tj ET", "an open source"},
		{"gaps made by Tc, taken back within words", f + "2.7 Tc [(l) 270 (i) 270 (k) 270 (e) (i) 270 (t) (i) 270 (s)] TJ ET", "like it is"},
		{"blanks at the ends", f + "( two words ) Tj ET", "two words"},
		{"tracked capitals", f + "2 Tc (LARGE HEAD) Tj ET", "LARGE HEAD"},
		{"capitals tracked by TJ", f + "[(L) -200 (A) -200 (R) -200 (G) -200 (E) -700 (H) -200 (E) -200 (A) -200 (D)] TJ ET", "LARGE HEAD"},
		{"a tracked name of two letters", f + "[(U) -300 (K) -300 (:) -900 (+) -300 (1)] TJ ET", "UK: +1"},
		{"the same with its blank", f + "[(U) -300 (K) -300 (: ) -600 (+) -300 (1)] TJ ET", "UK: +1"},
		{"single capitals that are words", f + "[(plans) -300 (U) -300 (K) -300 (and) -300 (C)] TJ ET", "plans U K and C"},
		{"capitals that stand apart unevenly", f + "[(U) -300 (K) -420 (:) -900 (1)] TJ ET", "U K : 1"},
		{"scores that stand close", f + "[(0) -300 (1) -300 (0) -300 (1)] TJ ET", "0 1 0 1"},
		{"a size of one, scaled", "BT /F 1 Tf 10 0 0 10 50 700 Tm [(cl) -90 (ear) -250 (sky)] TJ ET", "clear sky"},
		{"a size of a hundred", "BT /F 100 Tf 50 300 Td [(cl) -90 (e)] TJ ET", "cle"},
		{"squeezed text", f + "40 Tz (illicit ill will) Tj ET", "illicit ill will"},
	} {
		if got := text(read(t, c.content)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestRaisedAndLoweredRuns(t *testing.T) {
	const line = "BT /F 10 Tf 50 700 Td (the dyke was mended.) Tj "
	const after = " /F 10 Tf (Then it held.) Tj ET"
	for _, c := range []struct{ name, content, want string }{
		{"by Ts", line + "/F 6 Tf 3.5 Ts (12) Tj 0 Ts" + after, "the dyke was mended.|^12|Then it held."},
		{"by Ts, with a blank", line + "/F 6 Tf 3.5 Ts (12) Tj 0 Ts /F 10 Tf ( Then.) Tj ET", "the dyke was mended.|^12 | Then."},
		{"by Tm", line + "/F 6 Tf 1 0 0 1 150 703.5 Tm (12) Tj /F 10 Tf 1 0 0 1 160 700 Tm (Then.) Tj ET", "the dyke was mended.|^12 | Then."},
		{"by Td", line + "/F 6 Tf 100 3.5 Td (12) Tj /F 10 Tf 10 -3.5 Td (Then.) Tj ET", "the dyke was mended.|^12 | Then."},
		{"shown after the line", "BT /F 10 Tf 50 700 Td (ABC) Tj 30 0 Td (then) Tj /F 6 Tf -9 3.5 Td (1) Tj ET", "ABC|^1 | then"},
		{"shown before the line", "BT /F 6 Tf 71 703.5 Td (1) Tj /F 10 Tf -21 -3.5 Td (ABC) Tj 30 0 Td (then) Tj ET", "ABC|^1 | then"},
		{"a note's number", "BT /F 6 Tf 50 703 Td (12) Tj /F 9 Tf 9 -3 Td (Dyke Office, Press.) Tj ET", "^12 | Dyke Office, Press."},
		{"a note's number, raised and no smaller", "BT /F 8 Tf 50 702.6 Td (3028 ) Tj 20 -2.6 Td (Dyke Office, Press.) Tj ET", "^3028 | Dyke Office, Press."},
		{"a number of the line above", "BT /F 8 Tf 50 704.4 Td (3028 ) Tj 20 -4.4 Td (Dyke Office, Press.) Tj ET", "3028\nDyke Office, Press."},
		{"an ordinal that a word processor sets off", "BT /F 10 Tf 50 700 Td (the 21) Tj /F 6 Tf 29.3 3.5 Td (st) Tj ET", "the 21|^st"},
		{"a raised letter behind a blank", "BT /F 10 Tf 50 700 Td (the 21) Tj /F 6 Tf 29.9 3.5 Td (st) Tj ET", "the 21 | ^st"},
		{"a word raised and no smaller", "BT /F 8 Tf 50 702.6 Td (See ) Tj 20 -2.6 Td (Dyke Office, Press.) Tj ET", "See\nDyke Office, Press."},
		{"lowered", "BT /F 10 Tf 50 700 Td (H) Tj /F 6 Tf -2 Ts (2) Tj /F 10 Tf 0 Ts (O) Tj ET", "H|_2|O"},
		{"raised without being smaller", "BT /F 10 Tf 50 700 Td (the third) Tj 4 Ts (3) Tj 0 Ts ( case) Tj ET", "the third|^3 | case"},
		{"smaller on the same baseline", "BT /F 10 Tf 50 700 Td (S) Tj /F 8 Tf (MALL) Tj ET", "S|MALL"},
		{"two marks raised unlike", "BT /F 10 Tf 50 700 Td (the dyke held.) Tj /F 7 Tf 1 0 0 1 113 704.8 Tm (12) Tj 1 0 0 1 120.8 703.4 Tm (,13) Tj 1 0 0 1 130.5 702.4 Tm (,14) Tj ET", "the dyke held.|^12|^,13|^,14"},
		{"a figure beside a mark that is not raised", "BT /F 10 Tf 50 700 Td (the dyke held.) Tj /F 7 Tf 1 0 0 1 113 704.8 Tm (12) Tj 1 0 0 1 120.8 709.4 Tm (13) Tj ET", "13\nthe dyke held.|^12"},
		{"two marks", line + "/F 6 Tf 3.5 Ts (12,) Tj (13) Tj ET", "the dyke was mended.|^12,13"},
	} {
		p := read(t, c.content)
		if got := runs(p); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
		if strings.Contains(c.name, "by ") && len(p.Lines) == 1 {
			l := p.Lines[0]
			if !near(l.Baseline, 100) || l.Size != 10 || !near(l.Runs[1].Rise, 3.5) || l.Runs[1].Size != 6 {
				t.Errorf("%s: baseline %v size %v, mark rises %v size %v", c.name, l.Baseline, l.Size, l.Runs[1].Rise, l.Runs[1].Size)
			}
		}
	}
}

// A comma between raised numbers may be raised without being set smaller.
// Beside one mark only, it is nothing of the line's.
func TestSeparatorBetweenRaisedNumbers(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"between two", "BT /F 10 Tf 50 700 Td (a gauge) Tj /F 6 Tf 36.5 3.5 Td (3) Tj /F 10 Tf 3.4 0 Td (,) Tj /F 6 Tf 2.8 0 Td (4) Tj /F 10 Tf 3.5 -3.5 Td (It is) Tj ET",
			"a gauge|^3|^,|^4|It is"},
		{"in the gap of close marks, on a level of its own", "BT /F 10 Tf 50 700 Td (a gauge) Tj /F 6 Tf 36.5 3.5 Td (3) Tj 6.9 0 Td (4) Tj /F 8 Tf -3.5 0.8 Td (,) Tj /F 10 Tf 7 -4.3 Td (It is) Tj ET",
			"a gauge|^3|^,|^4|It is"},
		{"raised above close marks", "BT /F 10 Tf 50 700 Td (a gauge) Tj /F 6 Tf 36.5 3.5 Td (3) Tj 4.8 0 Td (4) Tj /F 4.5 Tf -1.4 2.6 Td (,) Tj ET",
			"a gauge|^3|^,|^4"},
		{"raised above the last mark", "BT /F 10 Tf 50 700 Td (a gauge) Tj /F 6 Tf 36.5 3.5 Td (3) Tj /F 4.5 Tf 3.5 2.6 Td (,) Tj ET",
			",\na gauge|^3"},
		{"behind the last", "BT /F 10 Tf 50 700 Td (a gauge) Tj /F 6 Tf 36.5 3.5 Td (3) Tj /F 10 Tf 5.4 0 Td (,) Tj ET", ",\na gauge|^3"},
	} {
		if got := runs(read(t, c.content)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestWhatIsNoRaisedRun(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"a small line close above", "BT /F 6 Tf 50 706 Td (small heading over it) Tj /F 10 Tf 0 -6 Td (the line below) Tj ET",
			"small heading over it\nthe line below"},
		{"a mark of the line below", "BT /F 10 Tf 50 711 Td (a long line of words above it all) Tj 0 -11 Td (short.) Tj /F 6 Tf 25.2 3.5 Td (4) Tj ET",
			"a long line of words above it all\nshort.|^4"},
		{"far to the right", "BT /F 10 Tf 50 700 Td (label) Tj /F 6 Tf 100 4 Td (7) Tj ET", "7\nlabel"},
		{"far above", "BT /F 10 Tf 50 700 Td (label) Tj /F 6 Tf 23 9 Td (7) Tj ET", "7\nlabel"},
		{"a small figure in the next cell", "74.5 690 m 74.5 720 l S BT /F 10 Tf 50 700 Td (label) Tj /F 7 Tf 25.5 4 Td (7) Tj ET", "7\nlabel"},
		{"a score beside a label in two lines", "BT /F 10 Tf 50 706 Td (Health: care) Tj 0 -12 Td (of horses) Tj 100 6 Td (+1) Tj 40 0 Td (0) Tj ET",
			"Health: care\n+1 | 0\nof horses"},
		{"tight leading", "BT /F 10 Tf 50 700 Td (one line) Tj 0 -9 Td (and the next) Tj ET", "one line\nand the next"},
		{"a large initial", "BT /F 30 Tf 50 680 Td (T) Tj /F 10 Tf 20 12 Td (he council met at dawn to see) Tj 0 -12 Td (the water, which had risen) Tj ET",
			"he council met at dawn to see\nT|the water, which had risen"},
	} {
		if got := runs(read(t, c.content)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestCells(t *testing.T) {
	row := func(xs ...float64) string {
		s := "BT /F 10 Tf "
		for _, x := range xs {
			s += at(x, 700, "+1")
		}
		return s + "ET "
	}
	for _, c := range []struct{ name, content, want string }{
		{"wide gap", "BT /F 10 Tf " + at(50, 700, "Fenland") + at(200, 700, "0") + at(250, 700, "0.50") + "ET", "Fenland | 0 | 0.50"},
		{"narrow columns", row(50, 68, 86, 104), "+1 | +1 | +1 | +1"},
		{"a label and a score over blanks", "BT /F 10 Tf 50 700 Td (Fenland          0) Tj ET", "Fenland | 0"},
		{"centres that differ a little", "BT /F 10 Tf " + at(50, 700, "Fenland") + "/F 9 Tf " + at(200, 701, "0") + "ET", "Fenland | ^0"},
		{"a vertical rule between", "102.5 690 m 102.5 720 l S BT /F 10 Tf " + at(90, 700, "ab") + at(104, 700, "cd") + "ET", "ab | cd"},
		{"a rule beside them", "130 690 m 130 720 l S BT /F 10 Tf " + at(90, 700, "ab") + at(104, 700, "cd") + "ET", "ab cd"},
		{"a rule above them", "102.5 720 m 102.5 760 l S BT /F 10 Tf " + at(90, 700, "ab") + at(104, 700, "cd") + "ET", "ab cd"},
		{"loose justified words", "BT /F 10 Tf 50 700 Td [(the) -850 (dyke) -850 (held) -850 (all) -850 (night)] TJ ET", "the dyke held all night"},
		{"one gap much wider than the others", "BT /F 10 Tf 50 700 Td [(the) -250 (dyke) -250 (held) -1800 (all) -250 (night)] TJ ET", "the dyke held | all night"},
		{"two columns of text at one height", "BT /F 10 Tf " + at(50, 700, "left side") + at(300, 700, "right side") + "ET", "left side | right side"},
	} {
		p := read(t, c.content)
		if got := runs(p); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
	l := read(t, "BT /F 10 Tf "+at(50, 700, "A")+at(200, 700, "A")+"ET").Lines[0]
	if !near(l.Runs[1].Gap, 150-6.67) || l.Runs[0].Gap != 0 || l.Runs[0].Space {
		t.Errorf("gaps %v, %v", l.Runs[0].Gap, l.Runs[1].Gap)
	}
}

func TestStylesBreakRuns(t *testing.T) {
	wantRuns(t, read(t, "BT /F 10 Tf 50 700 Td (plain ) Tj /B 10 Tf (bold) Tj /F 10 Tf (ly set, ) Tj /I 10 Tf (leaning) Tj ET"),
		"plain | *bold*|ly set, | /leaning/")
	// Two subsets of one font are one font.
	s := sheet{content: "BT /A 10 Tf 50 700 Td (one ) Tj /Z 10 Tf (run) Tj ET",
		fonts: object.Dict{"A": simpleFont("ABCDEF+Own"), "Z": simpleFont("GHIJKL+Own")}}
	wantRuns(t, s.read(t), "one run")
}

func TestDirections(t *testing.T) {
	p := read(t, `BT /F 10 Tf 1 0 0 1 50 700 Tm (along) Tj 0 1 -1 0 300 400 Tm (up) Tj 0 -1 1 0 400 400 Tm (down) Tj
		-1 0 0 -1 500 300 Tm (over) Tj 0.7071 0.7071 -0.7071 0.7071 100 100 Tm (DRAFT) Tj ET`)
	got := map[string]string{}
	for _, l := range p.Lines {
		got[l.Text()] = fmt.Sprintf("%d %.0f", l.Dir, l.Baseline)
	}
	want := map[string]string{"along": "0 100", "up": "90 300", "down": "270 400", "over": "180 500"}
	for k, v := range want {
		if got[k] != v {
			t.Errorf("%s: %q, want %q", k, got[k], v)
		}
	}
	if _, ok := got["DRAFT"]; !ok || len(p.Lines) != 5 {
		t.Errorf("lines: %q", text(p))
	}
	for _, l := range p.Lines {
		if l.Text() == "up" && (!near(l.Box.Bottom(), 400) || !near(l.Box.Height(), 11.12) || l.Box.X0() >= 300 || l.Box.X1() <= 300) {
			t.Errorf("box of the turned word: %v", l.Box)
		}
	}
}

func TestTurnedHeadsComeFromLeftToRightBeforeTheirRows(t *testing.T) {
	c := "BT /F 10 Tf " + at(50, 760, "Title of the table")
	for i, name := range []string{"Lowland", "Fen", "Marshland", "Isle"} {
		c += fmt.Sprintf("0 1 -1 0 %d %d Tm (%s) Tj ", 150+30*i, 690+5*(i%2), name)
	}
	c += at(50, 670, "1") + at(145, 670, "0") + at(175, 670, "+1") + "ET"
	wantText(t, read(t, c), "Title of the table\nLowland\nFen\nMarshland\nIsle\n1 0 +1")
}

func TestAccentsDrawnOverLetters(t *testing.T) {
	f := simpleFont("CMR10")
	f["Encoding"] = object.Dict{"Differences": object.Array{int64(19), object.Name("acute"), int64(16), object.Name("dotlessi"), int64(127), object.Name("dieresis")}}
	s := withFont(f, "BT /F 10 Tf 50 700 Td [(caf) <13> 333 (e) -250 (na) <7F> 300 <10> (ve)] TJ ET")
	wantText(t, s.read(t), "café naïve")
	// An accent that stands by itself stays itself.
	wantText(t, withFont(f, "BT /F 10 Tf 50 700 Td [(x) <13> (y)] TJ ET").read(t), "x´y")
}

func TestRunTextIsNormal(t *testing.T) {
	f := simpleFont("Helvetica")
	f["ToUnicode"] = stream(nil, "3 beginbfchar <41> <00650301> <42> <00A0> <43> <200B> endbfchar 1 beginbfchar <44> <FB01> endbfchar")
	wantText(t, withFont(f, in10("4142434441")).read(t), "é fié")
}

func TestPageWithoutText(t *testing.T) {
	p := read(t, "10 10 m 100 10 l S BT /F 10 Tf 50 700 Td (   ) Tj () Tj ET")
	if len(p.Lines) != 0 || len(p.Rules) != 1 {
		t.Errorf("%d lines, %d rules", len(p.Lines), len(p.Rules))
	}
}

func TestRules(t *testing.T) {
	const text = "BT /F 10 Tf 50 700 Td (text of size ten) Tj ET "
	for _, c := range []struct {
		name, content string
		want          []model.Box
	}{
		{"stroked across", "2 w 50 600 m 250 600 l S", []model.Box{{50, 199, 250, 201}}},
		{"stroked down", "1 w 50 600 m 50 500 l S", []model.Box{{49.5, 200, 50.5, 300}}},
		{"width after the matrix", "q 0.5 0 0 0.5 0 0 cm 2 w 100 1200 m 500 1200 l S Q", []model.Box{{50, 199.5, 250, 200.5}}},
		{"thin filled box", "50 600 200 0.5 re f", []model.Box{{50, 199.5, 250, 200}}},
		{"thick filled box", "50 600 200 40 re f", nil},
		{"filled square", "50 600 4 4 re f", nil},
		{"a border's one side", "50 600 100 50.5 re 50 600 100 50 re f*", []model.Box{{50, 149.5, 150, 150}}},
		{"a border all round", "50 600 100 50 re 50.5 600.5 99 49 re f*", []model.Box{{50, 150, 150, 150.5}, {50, 150, 50.5, 200}, {149.5, 150, 150, 200}, {50, 199.5, 150, 200}}},
		{"a broad frame is none", "50 600 100 50 re 70 620 60 10 re f*", nil},
		{"two boxes side by side are none", "50 600 100 50 re 160 600 100 50 re f*", nil},
		{"stroked box is four rules", "0 w 50 600 100 50 re S", []model.Box{{50, 150, 150, 150}, {50, 150, 50, 200}, {150, 150, 150, 200}, {50, 200, 150, 200}}},
		{"closed by s", "0 w 50 600 m 50 500 l 60 550 l s", []model.Box{{50, 200, 50, 300}}},
		{"slanting", "50 600 m 250 500 l S", nil},
		{"curved", "50 600 m 100 600 150 600 200 600 c S", nil},
		{"not painted", "50 600 m 250 600 l n", nil},
		{"clipping", "50 600 200 0.5 re W n", nil},
		{"pieces of one line", "0 w 50 600 m 99 600 l S 101 600 m 150 600 l S 150 600 m 250 600.2 l S", []model.Box{{50, 199.8, 250, 200}}},
		{"two lines on one axis", "0 w 50 600 m 100 600 l S 150 600 m 250 600 l S", []model.Box{{50, 200, 100, 200}, {150, 200, 250, 200}}},
		{"two lines close together", "0 w 50 600 m 250 600 l S 50 598 m 250 598 l S", []model.Box{{50, 200, 250, 200}, {50, 202, 250, 202}}},
		{"dashed by the operator", "[3 3] 0 d 0 w 50 600 m 250 600 l S", []model.Box{{50, 200, 250, 200}}},
		{"dashes drawn one by one", dashes(), []model.Box{{50, 200, 148, 200}}},
		{"beyond the page", "0 w 500 600 m 900 600 l S 0 -50 m 100 -50 l S", []model.Box{{500, 200, 600, 200}}},
	} {
		var got []model.Box
		for _, r := range read(t, text+c.content).Rules {
			got = append(got, r.Box)
		}
		if !sameBoxes(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func dashes() string {
	var b strings.Builder
	b.WriteString("0 w ")
	for i := range 20 {
		fmt.Fprintf(&b, "%d 600 m %d 600 l ", 50+5*i, 53+5*i)
	}
	return b.String() + "S"
}

func sameBoxes(a, b []model.Box) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		for k := range a[i] {
			if !near(a[i][k], b[i][k]) {
				return false
			}
		}
	}
	return true
}

func TestTextOverTextIsNotMixed(t *testing.T) {
	p := read(t, "BT /F 10 Tf "+at(50, 700, "a label far too long for its cell")+at(120, 700, "the next cell")+at(230, 700, "last")+"ET")
	wantText(t, p, "a label far too long for its cell last\nthe next cell")
	// Set solid, or kerned into each other, is one line.
	wantText(t, read(t, "BT /F 10 Tf 50 700 Td (AV) Tj -1 0 Td 12.3 0 Td (AT is one) Tj ET"), "AVAT is one")
}

// A blank that is shown by itself parts two words also where the writer set
// them closer than words stand without a blank; without it they are one.
func TestBlankShownByItself(t *testing.T) {
	const words = "BT /F 10 Tf 50 700 Td (tide) Tj %s 1 0 0 1 67 700 Tm (gauge) Tj ET"
	wantText(t, read(t, fmt.Sprintf(words, "ET BT /F 10 Tf 1 0 0 1 66.12 700 Tm ( ) Tj")), "tide gauge")
	wantText(t, read(t, fmt.Sprintf(words, "")), "tidegauge")
}
