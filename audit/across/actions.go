package across

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/date"
	"recount.invalid/recount/vocabulary"
)

// An action stands in a chapter's own file and in the whole report in the same words. Where
// only its dates or its figures are others, one of the two was copied wrong, or was corrected
// in one place alone. Of an action no more is kept than says this: a number of its words, its
// dates and figures, and where it stands.

const (
	// fewestActionWords is how many words beside dates and figures tell an action from others.
	fewestActionWords = 8
	// mostActions bounds the actions that are kept of a member in a chapter.
	mostActions = 60
	// mostFigures bounds the dates and figures of an action that is kept.
	mostFigures = 12
	// fewestSameActions is how many actions of two files must be the same for each that
	// differs: two reports in other words have none in common.
	fewestSameActions = 3
)

// figureGap stands between the figures of an action that is kept.
const figureGap = " \u2502 "

// slimActions are the actions of a verdict as they are kept, in their order: in the place of the text a number
// of its words, in that of the date all dates and figures as printed.
func slimActions(v *model.Verdict, words *vocabulary.Vocabulary) []model.Action {
	var out []model.Action
	for i := range v.Actions {
		if len(out) == mostActions {
			break
		}
		a := &v.Actions[i]
		key, figures := actionKey(a.Text, words)
		if key == "" {
			continue
		}
		kept := model.Action{Text: key, DateText: strings.Join(figures, figureGap)}
		if len(a.At) > 0 {
			kept.At = a.At[:1]
		}
		out = append(out, kept)
	}
	return out
}

// actionKey is a number of an action's words without its dates and figures, and these as
// printed; empty where the words are too few, or the figures none or too many.
func actionKey(text string, words *vocabulary.Vocabulary) (key string, figures []string) {
	dates := date.FindDates(orDefault(words), text)
	runes := []rune(text)
	type span struct{ start, end int } // in bytes
	var spans []span
	at, from := 0, 0
	for _, d := range dates {
		start := at + len(string(runes[from:d.Start]))
		end := start + len(string(runes[d.Start:d.End]))
		spans = append(spans, span{start, end})
		at, from = end, d.End
	}
	h, n, next, taken := fnv.New64a(), 0, 0, -1
	for _, w := range wordsOf(text, words) {
		for next < len(spans) && spans[next].end <= w.start {
			next++
		}
		if next < len(spans) && w.start >= spans[next].start {
			if taken != next {
				taken = next
				figures = append(figures, text[spans[next].start:spans[next].end])
				h.Write([]byte("\u2502 ")) // never an error
			}
			continue
		}
		if strings.ContainsAny(w.plain, "0123456789") {
			figures = append(figures, aroundFigure(text, w.start, w.end))
			h.Write([]byte("# "))
			continue
		}
		n++
		h.Write([]byte(w.plain + " "))
	}
	if n < fewestActionWords || len(figures) == 0 || len(figures) > mostFigures {
		return "", nil
	}
	return fmt.Sprintf("%016x %d", h.Sum64(), n), figures
}

// aroundFigure is a figure with the signs that are printed with it: "£2.4", "15%".
func aroundFigure(text string, start, end int) string {
	if i := strings.LastIndexAny(text[:start], " \t\n("); i+1 < start {
		start = i + 1
	}
	if i := strings.IndexAny(text[end:], " \t\n)"); i >= 0 {
		end += i
	} else {
		end = len(text)
	}
	return strings.TrimRight(text[start:end], ".,;:!?’”\"'")
}

// ActionDiffers is an action that two files have in the same words, with another date or figure.
type ActionDiffers struct {
	Pair
	Member, Name string
	// Stated and Computed are the one date or figure that differs, as printed here and there.
	Stated, Computed string
	// Dated says that it is a date.
	Dated       bool
	At, ThereAt model.At
}

// CompareActions holds the actions of the commitments of two sources against each other.
// compared counts those that both have; of differences none is given where too few agree.
func CompareActions(here, there *Source) (differ []ActionDiffers, compared int) {
	a, b, partner := joined(here, there)
	for i, j := range partner {
		if j < 0 {
			continue
		}
		theirs := map[string]*model.Verdict{}
		for k := range b[j].Commitment.Verdicts {
			v := &b[j].Commitment.Verdicts[k]
			if _, twice := theirs[v.Member]; twice {
				theirs[v.Member] = nil
				continue
			}
			theirs[v.Member] = v
		}
		for k := range a[i].Commitment.Verdicts {
			v := &a[i].Commitment.Verdicts[k]
			o := theirs[v.Member]
			if v.Member == "" || o == nil {
				continue
			}
			for _, x := range v.Actions {
				y := sameAction(x.Text, o.Actions)
				if y == nil || sameAction(x.Text, v.Actions) == nil {
					continue
				}
				compared++
				if d, ok := figureApart(x.DateText, y.DateText, here.shelf.Words); ok {
					d.Pair, d.Member, d.Name, d.At, d.ThereAt = Pair{a[i], b[j]}, v.Member, v.Name, x.At, y.At
					differ = append(differ, d)
				}
			}
		}
	}
	if compared-len(differ) < fewestSameActions*len(differ) {
		return nil, compared - len(differ)
	}
	return differ, compared
}

// sameAction is the one action that has the words of a number; nil where none has, or two.
func sameAction(key string, list []model.Action) *model.Action {
	var found *model.Action
	for i := range list {
		if list[i].Text != key {
			continue
		}
		if found != nil {
			return nil
		}
		found = &list[i]
	}
	return found
}

// figureApart gives the one date or figure that two actions of the same words have differently.
func figureApart(here, there string, words *vocabulary.Vocabulary) (d ActionDiffers, ok bool) {
	x, y := strings.Split(here, figureGap), strings.Split(there, figureGap)
	if len(x) != len(y) {
		return d, false
	}
	for i := range x {
		if sameFigure(x[i], y[i], words) {
			continue
		}
		if d.Stated != "" || strings.HasPrefix(x[i], y[i]) || strings.HasPrefix(y[i], x[i]) {
			return d, false // another text, or the mark of a note that was read as a digit
		}
		d.Stated, d.Computed = x[i], y[i]
		d.Dated = len(date.FindDates(orDefault(words), x[i])) == 1 && len(date.FindDates(orDefault(words), y[i])) == 1
	}
	return d, d.Stated != ""
}

// sameFigure reports whether two printed dates or figures are one.
func sameFigure(a, b string, words *vocabulary.Vocabulary) bool {
	plain := func(s string) []string {
		var out []string
		for _, w := range wordsOf(s, words) {
			out = append(out, w.plain)
		}
		return out
	}
	if a == b || slices.Equal(plain(a), plain(b)) {
		return true
	}
	p, q := date.FindDates(orDefault(words), a), date.FindDates(orDefault(words), b)
	return len(p) == 1 && len(q) == 1 && p[0].EDTF == q[0].EDTF
}
