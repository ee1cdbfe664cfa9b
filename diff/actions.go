package diff

import (
	"recount.invalid/recount/internal/likeness"
	"recount.invalid/recount/model"
)

// maxPairs bounds the comparisons of one member's actions; beyond it only
// actions of one date are compared.
const maxPairs = 1 << 20

// actions compares the actions of one commitment, member by member.
func (c *comparison) actions(of Chapter, a, b *model.Commitment) {
	old := map[string]*model.Verdict{}
	for i := range a.Verdicts {
		v := &a.Verdicts[i]
		if k := who(v.Member, v.Name); old[k] == nil {
			old[k] = v
		}
	}
	for i := range b.Verdicts {
		v := &b.Verdicts[i]
		k := who(v.Member, v.Name)
		before := old[k]
		if before == nil {
			before = &model.Verdict{}
		}
		delete(old, k)
		c.verdict(of, before, v)
	}
	for i := range a.Verdicts {
		v := &a.Verdicts[i]
		if k := who(v.Member, v.Name); old[k] == v {
			c.verdict(of, v, &model.Verdict{Member: v.Member, Name: v.Name})
		}
	}
}

func (c *comparison) verdict(of Chapter, old, now *model.Verdict) {
	match := actionPairs(old.Actions, now.Actions)
	found := make([]bool, len(now.Actions))
	change := ActionChange{Commitment: of, Member: now.Member, Name: now.Name}
	for i := range old.Actions {
		a, j := &old.Actions[i], match[i]
		x := change
		x.Date, x.Old, x.OldAt = a.Date, a.Text, a.At
		if j < 0 {
			x.Kind = Removed
			c.r.Actions = append(c.r.Actions, x)
			continue
		}
		found[j] = true
		if b := &now.Actions[j]; a.Text != b.Text {
			x.Kind, x.Date, x.New, x.NewAt = Reworded, b.Date, b.Text, b.At
			c.r.Actions = append(c.r.Actions, x)
		}
	}
	for j := range now.Actions {
		if !found[j] {
			b := &now.Actions[j]
			x := change
			x.Kind, x.Date, x.New, x.NewAt = Added, b.Date, b.Text, b.At
			c.r.Actions = append(c.r.Actions, x)
		}
	}
}

// actionPairs matches actions: the same text first, then likeness.
func actionPairs(old, now []model.Action) []int {
	match := make([]int, len(old))
	taken := make([]bool, len(now))
	same := map[string][]int{}
	for j, b := range now {
		same[b.Text] = append(same[b.Text], j)
	}
	for i, a := range old {
		match[i] = -1
		if js := same[a.Text]; len(js) > 0 {
			match[i], taken[js[0]] = js[0], true
			same[a.Text] = js[1:]
		}
	}
	bags := make([]map[string]int, len(now))
	for j, b := range now {
		if !taken[j] {
			bags[j] = likeness.Words(b.Text)
		}
	}
	many := len(old)*len(now) > maxPairs
	for i, a := range old {
		if match[i] >= 0 {
			continue
		}
		bag, best, value := likeness.Words(a.Text), -1, 0.0
		for j, b := range now {
			dated := a.Date != "" && a.Date == b.Date
			if taken[j] || many && !dated {
				continue
			}
			least := sameAction
			if dated {
				least = sameDated
			}
			if v := likeness.Dice(bag, bags[j]); v >= least && v > value {
				best, value = j, v
			}
		}
		if best >= 0 {
			match[i], taken[best] = best, true
		}
	}
	return match
}

// footnotes compares the notes of the whole report by their words.
func (c *comparison) footnotes() {
	old, now := c.old.Footnotes, c.now.Footnotes
	match := make([]int, len(old))
	taken := make([]bool, len(now))
	byText, byURL, byNumber := map[string][]int{}, map[string][]int{}, map[int][]int{}
	for j, n := range now {
		byText[n.Text] = append(byText[n.Text], j)
		byNumber[n.Number] = append(byNumber[n.Number], j)
		if n.URL != "" {
			byURL[n.URL] = append(byURL[n.URL], j)
		}
	}
	take := func(i int, candidates []int, fits func(b *model.Footnote) bool) {
		for _, j := range candidates {
			if match[i] < 0 && !taken[j] && fits(&now[j]) {
				match[i], taken[j] = j, true
			}
		}
	}
	for i := range old {
		match[i] = -1
		// Of several notes with the same words, the one of the same number.
		take(i, byText[old[i].Text], func(b *model.Footnote) bool { return b.Number == old[i].Number })
	}
	for i := range old {
		take(i, byText[old[i].Text], func(*model.Footnote) bool { return true })
	}
	for i := range old {
		if match[i] >= 0 {
			continue
		}
		bag := likeness.Words(old[i].Text)
		like := func(b *model.Footnote) bool { return likeness.Dice(bag, likeness.Words(b.Text)) >= sameNote }
		take(i, byURL[old[i].URL], like)
		take(i, byNumber[old[i].Number], like)
	}
	for i := range old {
		a, j := &old[i], match[i]
		if j < 0 {
			c.r.Footnotes = append(c.r.Footnotes, FootnoteChange{Kind: Removed, OldNumber: a.Number, Old: a.Text, OldAt: a.At})
			continue
		}
		b := &now[j]
		switch {
		case a.Text != b.Text:
			c.r.Footnotes = append(c.r.Footnotes, FootnoteChange{
				Kind: Reworded, OldNumber: a.Number, NewNumber: b.Number, Old: a.Text, New: b.Text, OldAt: a.At, NewAt: b.At,
			})
		case a.Number != b.Number:
			c.r.Renumbered++
		}
	}
	for j := range now {
		if !taken[j] {
			b := &now[j]
			c.r.Footnotes = append(c.r.Footnotes, FootnoteChange{Kind: Added, NewNumber: b.Number, New: b.Text, NewAt: b.At})
		}
	}
}
