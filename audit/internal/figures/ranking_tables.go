package figures

import (
	"slices"
	"strconv"
	"strings"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
)

// Tables over several summits often rank the members by the report's own column.
// They are no rankings to the reader of documents, because they hold more figures
// than one; here the own column is looked at.

const (
	// fewestRanked is how many members a table must rank before one is out of place.
	fewestRanked = 4
	// mostNameWords is how many words the name of a member has at the most.
	mostNameWords = 5
)

var (
	// reOrderedTitle is the title of a table whose lines are in the order of their
	// figures.
	reOrderedTitle = lazyregexp.New(`(?i)\b(?:rank(?:ing|ings|ed)|in\s+(?:rank|descending)\s+order|in\s+(?:the\s+)?order\s+of\s+(?:their\s+)?(?:compliance|scores?|averages?|performance)|by\s+(?:descending\s+)?(?:scores?|averages?|performance)|from\s+(?:the\s+)?highest)\b`)
	// reOrderedSaid is a sentence that says so of a table of members.
	reOrderedSaid = lazyregexp.New(`(?i)\b(?:members|countries|states)\b[^.]{0,30}\b(?:listed|ranked|ordered|arranged|sorted|given|shown|stand)\b[^.]{0,20}\b(?:from\s+(?:the\s+)?(?:highest|best)|in\s+(?:the\s+)?(?:descending\s+order|order\s+of\s+(?:their\s+)?(?:compliance|scores?|averages?|performance))|by\s+(?:their\s+)?(?:scores?|averages?|performance))\b`)
)

// rankedTables gives the report's tables of ranked members as rankings by the
// report's own figures. Ranks must be printed and must not fall from line to line, or
// the title or a sentence beside the table says that its lines are in order.
func rankedTables(p *rule.Pass) map[*model.Table]*model.Ranking {
	out := map[*model.Table]*model.Ranking{}
	for i := range p.Report.Tables {
		t := &p.Report.Tables[i]
		if len(t.Rows) <= fewestRanked || rule.WarnedOther(p.Report, t.At, rule.UnknownTable) {
			continue
		}
		ranks := strings.HasPrefix(strings.ToLower(strings.Join(t.Rows[0], " ")), "rank")
		if !ranks && !saidInOrder(p, t) {
			continue
		}
		if k, ok := rankedTable(p, t, ranks); ok && (ranks || !byName(&k)) {
			out[t] = &k
		}
	}
	return out
}

// saidInOrder reports whether the title of a table, or a sentence on its page, says
// that the members are listed in the order of their figures.
func saidInOrder(p *rule.Pass, t *model.Table) bool {
	if reOrderedTitle.MatchString(t.Title) {
		return true
	}
	for _, h := range p.HeldTexts() {
		if h.Kind != rule.KindFootnote && h.At.Page() > 0 && h.At.Page() == t.At.Page() && reOrderedSaid.MatchString(h.Text) {
			return true
		}
	}
	return false
}

// byName reports whether the lines stand in the order of the members' names.
func byName(k *model.Ranking) bool {
	return slices.IsSortedFunc(k.Entries, func(a, b model.RankedEntry) int {
		return strings.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label))
	})
}

// rankedTable reads one such table. Without ranks its first column has the names.
func rankedTable(p *rule.Pass, t *model.Table, ranks bool) (k model.Ranking, ok bool) {
	own := 1
	if ranks {
		own = 2
	}
	if !firstColumnIsOwn(p, t, own) {
		return k, false
	}
	k = model.Ranking{Title: t.Title, At: t.At}
	for _, row := range t.Rows[1:] {
		e, rest, ok := rankedLine(p, row, ranks)
		if !ok {
			continue // a mean at the foot, a member that is not ranked
		}
		if n := len(k.Entries); n > 0 && e.Rank < k.Entries[n-1].Rank {
			return k, false
		}
		if a, ok := scoretext.ParseAverage(p.Vocabulary, rest); ok {
			e.Value, e.Percent = a.Value, a.Percent
		}
		if e.Value == nil || elsewhere.OutsideScale(e.Value.Rat()) {
			return k, false
		}
		e.Text, e.At = strings.Join(row, " "), t.At
		k.Entries = append(k.Entries, e)
	}
	return k, len(k.Entries) >= fewestRanked
}

// firstColumnIsOwn reports whether the first figures of a table of ranked members
// are the report's own: the head of column own, behind the names, says so, or no head names
// a summit, a year or a stage and the title is not of others.
func firstColumnIsOwn(p *rule.Pass, t *model.Table, own int) bool {
	reader := stages.NewReader(p)
	head := t.Rows[0]
	if len(head) <= own {
		return reader.Own(t.Title) && reader.Own(strings.Join(head, " "))
	}
	h, ok := elsewhere.SummitHeadOf(head[own])
	if stage, named := p.Vocabulary.Stage(head[own]); named && stage != elsewhere.StageOrFinal(p) {
		return false
	}
	info := &p.Report.Report
	if ok {
		return h.Year == info.Summit.Year && (info.Summit.Name == "" || !elsewhere.NamesAnother(h.Text, info.Summit.Name))
	}
	if info.Summit.Name != "" && strings.Contains(head[own], info.Summit.Name) {
		return true
	}
	return reader.Own(t.Title) && reader.Own(strings.Join(head, " ; ")) && !elsewhere.ReYearAlone.MatchString(strings.Join(head, " "))
}

// rankedLine reads rank and member of a line, whose cells may be one.
func rankedLine(p *rule.Pass, row []string, ranks bool) (e model.RankedEntry, rest string, ok bool) {
	words := strings.Fields(strings.Join(row, " "))
	rank := 0
	if !ranks {
		words = append([]string{""}, words...)
	} else if len(words) > 0 {
		var err error
		if rank, err = strconv.Atoi(strings.TrimRight(words[0], ".)=")); err != nil || rank < 1 {
			return e, "", false
		}
	}
	if len(words) < 3 {
		return e, "", false
	}
	for n := min(mostNameWords, len(words)-2); n > 0; n-- {
		name := strings.Join(words[1:n+1], " ")
		code, known := p.Vocabulary.MemberHead(name)
		if !known {
			continue
		}
		rest = words[n+1]
		if len(words) > n+2 && strings.HasPrefix(words[n+2], "(") {
			rest += " " + words[n+2]
		}
		return model.RankedEntry{Rank: rank, Member: code, Label: name}, rest, true
	}
	return e, "", false
}

// rankTables checks the order of ranked tables, and their figures where most
// of them are those of the report's tables. It gives the tables that were compared.
func rankTables(p *rule.Pass, x *claims.ProseEvidence) map[*model.Table]bool {
	done := map[*model.Table]bool{}
	ranked := rankedTables(p)
	for i := range p.Report.Tables {
		t := &p.Report.Tables[i]
		k := ranked[t]
		if k == nil {
			continue
		}
		if known, ok := ofAverages(x, k.Entries); !ok || known == 0 {
			p.Undecided(len(k.Entries), otherMeasure)
			continue
		}
		if isRanking(p, k.Entries, 1) {
			rankTable(p, x, k)
			done[t] = true
			continue
		}
		p.Undecided(len(k.Entries), "a table of ranked members that is ordered by something else")
	}
	return done
}
