package prose

import (
	"strings"

	"recount.invalid/recount/internal/lazyregexp"
)

// reChanged leads from a member to the figure that its average had before: ", which rose from".
var reChanged = lazyregexp.NewWith(`(?i)^\s*(?:,\s*(?:which|who)\s+)?(?:has\s+)?(?:rose|risen|fell|fallen|climbed|dropped|improved|declined|slipped|went|gone|moved|jumped)\s+from\s+$`, "from")

// changedTo gives the member whose average a figure is at the end of a change: "Norland, which
// rose from +0.06 to +0.50". before is the figure that it had. None is given where a word of
// the sentence may limit the change to a commitment or to another time.
func (r Reader) changedTo(s string, figs []Figure, groups []group, f *Figure) (subject Subject, before *Figure, ok bool) {
	for i := 1; i < len(figs); i++ {
		if figs[i].Span != f.Span {
			continue
		}
		before = &figs[i-1]
		rest := strings.TrimLeft(s[f.End:], " )")
		if strings.TrimSpace(s[before.End:f.Start]) != "to" || rest != "" && !strings.ContainsRune(".,;", rune(rest[0])) ||
			r.OtherTime(s) != "" || r.Catalogue.Touches(s) || reSupposed.MatchString(s) {
			return Subject{}, nil, false
		}
		for _, g := range groups {
			if g.kind == Member && len(g.subjects) == 1 && g.doubt == "" && g.End < before.Start && reChanged.MatchString(s[g.End:before.Start]) {
				return g.subjects[0], before, true
			}
		}
	}
	return Subject{}, nil, false
}
