package extract

import (
	"fmt"
	"strings"
	"testing"
)

// What a line strikes out is left out and told of; other lines strike nothing out.
func TestStruckOut(t *testing.T) {
	const score = "BT /F 10 Tf 50 700 Td (a score of +1 0.) Tj ET " // '+1' from 96.7 to 108.1
	line := func(x0, x1, y float64) string { return fmt.Sprintf("0.7 w %g %g m %g %g l S ", x0, y, x1, y) }
	for _, c := range []struct {
		name, content, want string
		told                bool
	}{
		{"stroked", score + line(96.4, 108.5, 703), "a score of 0.", true},
		{"filled", score + "96.4 702.7 12.1 0.6 re f", "a score of 0.", true},
		{"lower", score + line(96.4, 108.5, 702), "a score of 0.", true},
		{"drawn before", line(96.4, 108.5, 703) + score, "a score of 0.", true},
		{"twice", score + line(96.4, 108.5, 703) + line(96.4, 108.5, 704.5), "a score of 0.", true},
		{"a whole line", score + line(50, 119.5, 703), "", true},
		{"word by word", score + line(50, 55.6, 703) + line(58.3, 82.8, 703), "of +1 0.", true},
		{"a score alone", "BT /F 10 Tf 60 700 Td (1) Tj ET " + line(59, 67, 703), "", true},
		{"underlined", score + line(96.4, 108.5, 698.5), "a score of +1 0.", false},
		{"at the baseline", score + line(96.4, 108.5, 700), "a score of +1 0.", false},
		{"a line above", score + line(96.4, 108.5, 708), "a score of +1 0.", false},
		{"a rule that goes on", score + line(50, 300, 703), "a score of +1 0.", false},
		{"a line that begins before", score + line(20, 119.5, 703), "a score of +1 0.", false},
		{"a grid line through labels", "BT /F 10 Tf 50 700 Td (1) Tj 60 0 Td (2) Tj ET " + line(49, 117, 703), "1 2", false},
		{"a thick bar", score + "96.4 701 12.1 4 re f", "a score of +1 0.", false},
		{"a dash on a line", "BT /F 10 Tf 50 700 Td (\\226) Tj ET " + line(50, 55.6, 703), "–", false},
		{"half a letter", "BT /F 10 Tf 50 700 Td (W) Tj ET " + line(50, 53, 703), "W", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := sheet{content: c.content}.document(t)
			if got := strings.TrimSpace(text(doc.Pages[0])); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
			if told := strings.Contains(kindsOf(doc), KindUnseen); told != c.told {
				t.Errorf("warnings: %q", kindsOf(doc))
			}
		})
	}
}

// A stamp over text is a line of its own and leaves the text whole.
func TestStamp(t *testing.T) {
	body := "BT /F 10 Tf 50 700 Td (Thus, the member gets a score of 0 and more is said of it here.) Tj ET "
	letters := func(word string, size, x, y, step float64) string {
		var b strings.Builder
		for i, r := range word {
			fmt.Fprintf(&b, "BT 0.8 g /B %g Tf %g %g Td (%c) Tj ET ", size, x+float64(i)*step, y, r)
		}
		return b.String()
	}
	const said = "Thus, the member gets a score of 0 and more is said of it here."
	for _, c := range []struct {
		name, content, want string
	}{
		{"in one", body + "BT 0.8 g /B 60 Tf 60 700 Td (DRAFT) Tj ET", said + "\nDRAFT"},
		{"letter by letter", body + letters("DRAFT", 60, 60, 700, 45), said + "\nDRAFT"},
		{"drawn before", letters("DRAFT", 60, 60, 700, 45) + body, said + "\nDRAFT"},
		{"beyond the text", body + letters("EMBARGOED", 60, 60, 700, 50), said + "\nEMBARGOED"},
		{"nearly on the line", body + letters("DRAFT", 60, 60, 699.5, 45), said + "\nDRAFT"},
		{"half as large again", body + letters("DRAFT", 18, 60, 700, 16), said + "\nDRAFT"},
		// Near misses.
		{"a large word on a line", "BT /F 10 Tf 50 700 Td (the) Tj 20 0 Td /B 20 Tf (BIG) Tj 45 0 Td /F 10 Tf (one) Tj ET", "the BIG one"},
		{"an initial", "BT /F 30 Tf 50 700 Td (T) Tj /F 10 Tf 18.5 0 Td (he tide) Tj ET", "The tide"},
	} {
		t.Run(c.name, func(t *testing.T) { wantText(t, read(t, c.content), c.want) })
	}
}

// Text that is printed a second time, a little apart, is read once, and is bold only
// where that is not done line after line.
func TestTwins(t *testing.T) {
	const lines = 10
	body := func(x, y float64, n int) string {
		s := "BT /F 10 Tf "
		for i := range n {
			s += at(50+x, 700-14*float64(i)+y, fmt.Sprintf("Line %d of all that is said: 1 11 -1 +1", i))
		}
		return s + "ET "
	}
	head := func(x, y float64) string { return "BT /F 12 Tf " + at(50+x, 750+y, "A head") + "ET " }
	once := text(read(t, head(0, 0)+body(0, 0, lines)))
	for _, d := range []struct{ x, y float64 }{
		{0, 0}, {0.25, 0}, {0.3, 0.3}, {0.7, -0.7}, {-0.5, 0.2}, {1.2, -1.2}, {2, 0}, {0, 2}, {1.4, 1.4}, {2, 2},
	} {
		name := fmt.Sprintf("%g, %g apart", d.x, d.y)
		for what, content := range map[string]string{
			"all":          head(0, 0) + body(0, 0, lines) + head(d.x, d.y) + body(d.x, d.y, lines),
			"all grey":     "0.6 g " + head(d.x, d.y) + body(d.x, d.y, lines) + "0 g " + head(0, 0) + body(0, 0, lines),
			"thrice":       head(0, 0) + body(0, 0, lines) + head(d.x, d.y) + body(d.x, d.y, lines) + head(d.x/2, d.y/2) + body(d.x/2, d.y/2, lines),
			"not seen":     head(0, 0) + body(0, 0, lines) + "3 Tr " + head(d.x, d.y) + body(d.x, d.y, lines),
			"most of it":   head(0, 0) + body(0, 0, lines) + body(d.x, d.y, lines-2),
			"unseen first": "3 Tr " + head(d.x, d.y) + body(d.x, d.y, lines) + "0 Tr " + head(0, 0) + body(0, 0, lines),
		} {
			p := read(t, content)
			if got := text(p); got != once {
				t.Errorf("%s, %s:\n%s", what, name, got)
			}
			for _, l := range p.Lines {
				for _, r := range l.Runs {
					if r.Bold {
						t.Errorf("%s, %s: %q is bold", what, name, r.Text)
					}
				}
			}
		}
	}
	// Headings alone, or words.
	for _, c := range []struct{ name, content, want string }{
		{"a head", head(0, 0) + head(0.3, 0) + body(0, 0, 2), "*A head*"},
		{"a head, diagonally", head(0, 0) + head(0.4, 0.4) + body(0, 0, 2), "*A head*"},
		{"a word", "BT /F 10 Tf 50 700 Td (one bold word) Tj ET BT /F 10 Tf 69.8 700 Td (bold) Tj ET", "one | *bold* | word"},
		{"a shadow", head(0, 0) + "0.7 g " + head(1.2, -1.2) + body(0, 0, 2), "*A head*"},
	} {
		got, _, _ := strings.Cut(runs(read(t, c.content)), "\n")
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// What stands twice because it was written twice stays.
func TestNoTwins(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"the same score in two narrow cells", "BT /F 10 Tf " + at(50, 700, "+1") + at(64, 700, "+1") + at(78, 700, "+1") + "ET", "+1 +1 +1"},
		{"the same figure side by side", "BT /F 10 Tf " + at(50, 700, "1") + at(55.6, 700, "1") + "ET", "11"},
		{"letter by letter", "BT /F 10 Tf " + at(50, 700, "i") + at(52.2, 700, "l") + at(54.4, 700, "l") + "ET", "ill"},
		{"tight kerning", "BT /F 10 Tf " + at(50, 700, "f") + at(52.3, 700, "f") + "ET", "ff"},
		{"a correction over a score", "BT /F 10 Tf " + at(50, 700, "0") + at(50.5, 700, "1") + "ET", "01"},
		{"the same word on two tight lines", "BT /F 10 Tf " + at(50, 700, "total") + at(50, 694, "total") + "ET", "total\ntotal"},
		{"a raised mark beside the same figure", "BT /F 10 Tf 50 700 Td (in 2) Tj /F 6 Tf 3.5 Ts (2) Tj ET", "in 22"},
		{"two accents", "BT /F 10 Tf " + at(50, 700, "e") + at(51, 700, "\\264") + at(51.2, 700, "`") + "ET", "é̀"},
	} {
		if got := strings.ReplaceAll(text(read(t, c.content)), " ", ""); got != strings.ReplaceAll(c.want, " ", "") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
