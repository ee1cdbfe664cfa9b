package texts

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/wording"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:       "text-truncated",
	Severity: rule.Warning,
	Title:    "a paragraph that stops in mid-sentence",
	Checks:   "Looks at the end of every opening, action and closing of a member's section and of every background paragraph.",
	Why:      "The end of the sentence is missing; it may have held a date, a sum or the source.",
	Example: "'… and announced that the ministry' with nothing behind it. " +
		"Near misses: a paragraph that ends in a quotation, a colon before a list, an abbreviation with its full stop; a list's item without one.",
	Convention: "A finished paragraph ends in . ! ? : ; or …, closing marks aside. Items of lists and lines of fewer than eight words are left out. " +
		"Where the next paragraph goes on in lower case, the two were one and the case is undecided.",
	Since:  "0.1.0",
	RunsOn: true,
	Run:    runTextTruncated,
})

// fewWords is the length below which a paragraph may be a heading or a label.
const fewWords = 8

func runTextTruncated(p *rule.Pass) {
	var list []rule.HeldText
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		list = list[:0]
		for _, t := range c.Background {
			list = append(list, rule.HeldText{Text: t.Text, At: t.At, Commitment: c})
		}
		truncated(p, list)
		for j := range c.Verdicts {
			v := &c.Verdicts[j]
			list = list[:0]
			add := func(text string, at model.At, kind rule.TextKind) {
				list = append(list, rule.HeldText{Text: text, At: at, Commitment: c, Member: v.Member, Kind: kind})
			}
			if v.Opening != nil {
				add(v.Opening.Text, v.Opening.At, rule.KindOpening)
			}
			for _, a := range v.Actions {
				add(a.Text, a.At, rule.KindAction)
			}
			if v.Closing != nil {
				add(v.Closing.Text, v.Closing.At, rule.KindClosing)
			}
			truncated(p, list)
		}
	}
}

func truncated(p *rule.Pass, list []rule.HeldText) {
	for i := range list {
		h := &list[i]
		for text := range strings.SplitSeq(h.Text, "\n") {
			text = strings.TrimSpace(text)
			if !rule.HasWords(text, fewWords) || rule.ReListItem.MatchString(text) {
				continue
			}
			if wording.Finished(text) {
				p.Checked(1)
				continue
			}
			if i+1 < len(list) && wording.GoesOn(list[i+1].Text) {
				p.Undecided(1, "the next paragraph goes on with the sentence")
				continue
			}
			p.Checked(1)
			f := h.Finding()
			words := strings.Fields(text)
			f.Stated = "… " + strings.Join(words[max(0, len(words)-8):], " ")
			f.Quote = rule.Excerpt(text, len(text), len(text))
			if wording.Hanging(text) {
				f.Message = fmt.Sprintf("A paragraph stops in mid-sentence: “%s”.", f.Stated)
			} else {
				f.Message = fmt.Sprintf("A paragraph ends without a full stop; its last sentence may be cut off: “%s”.", f.Stated)
			}
			p.Found(f)
		}
	}
}
