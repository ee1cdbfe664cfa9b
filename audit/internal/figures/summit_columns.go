package figures

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
)

// The report's own column of a table over several summits is a copy of its summary table,
// wherever it stands: first, last, or as a row of its own.

// summitTables compares those columns with the report's tables: the figures of the members
// where nearly all are those of the tables, the average below them where all are, and the
// places, where ranks are printed in the order of the column.
func summitTables(p *rule.Pass, x *claims.ProseEvidence, done map[*model.Table]bool) {
	columns := map[*model.Table]map[int][]elsewhere.SummitFigure{}
	for _, f := range elsewhere.SummitFigures(p) {
		if done[f.Table] || !ownSummit(p, f.SummitHead) {
			continue
		}
		if columns[f.Table] == nil {
			columns[f.Table] = map[int][]elsewhere.SummitFigure{}
		}
		columns[f.Table][f.Column] = append(columns[f.Table][f.Column], f)
	}
	for i := range p.Report.Tables {
		own := columns[&p.Report.Tables[i]]
		if len(own) != 1 {
			continue // which of two columns is the report's cannot be told
		}
		for _, figures := range own {
			ownColumn(p, x, figures)
		}
	}
}

// ownSummit reports whether the head of a column is the report's own summit and stage.
func ownSummit(p *rule.Pass, h elsewhere.SummitHead) bool {
	info := &p.Report.Report
	return info.Summit.Year > 0 && h.Year == info.Summit.Year && (h.Stage == "" || h.Stage == elsewhere.StageOrFinal(p)) &&
		(info.Summit.Name == "" || !elsewhere.NamesAnother(h.Text, info.Summit.Name))
}

func ownColumn(p *rule.Pass, x *claims.ProseEvidence, figures []elsewhere.SummitFigure) {
	t := figures[0].Table
	k := model.Ranking{Title: t.Title, At: t.At}
	wrong := 0
	usable := map[string]bool{}
	for _, f := range figures {
		k.Entries = append(k.Entries, model.RankedEntry{Member: f.Member, Label: f.Name, Value: f.Stated.Value, Percent: f.Stated.Percent, Text: f.Stated.Text, At: t.At})
		ev, why := x.Usable(prose.Subject{Kind: prose.Member, Member: f.Member})
		if why != "" {
			p.Undecided(1, why)
			continue
		}
		usable[f.Member] = true
		if v, pc := ev.Holds(&prose.Figure{Value: f.Stated.Value, Percent: f.Stated.Percent}); !v || !pc {
			wrong++
		}
	}
	if len(usable) < fewestRanked || 4*wrong > len(usable) {
		p.Undecided(len(usable), "a column over several summits whose figures are not those of the tables")
		return
	}
	if ranked(p, t, figures, &k) && isRanking(p, k.Entries, 1) {
		rankTable(p, x, &k)
	} else {
		for _, e := range k.Entries {
			if !usable[e.Member] {
				continue
			}
			p.Checked(1)
			rankEntry(p, x, e, rule.Finding{Quote: lineOf(e), At: e.At, Member: e.Member}, fmt.Sprintf("The table%s, under “%s”,", elsewhere.OnPage(t.At), figures[0].Text))
		}
	}
	if wrong == 0 {
		ownFoot(p, x, figures)
	}
}

// ranked reads the ranks of a column's lines; ok is false where the table has none, one is
// missing, one falls, or a figure has no mean.
func ranked(p *rule.Pass, t *model.Table, figures []elsewhere.SummitFigure, k *model.Ranking) bool {
	rows, _ := elsewhere.SummitTable(p, t.Rows)
	if len(rows[0]) == 0 || !strings.HasPrefix(strings.ToLower(rows[0][0]), "rank") {
		return false
	}
	for i, f := range figures {
		rank, err := strconv.Atoi(strings.TrimRight(strings.TrimSpace(rows[f.Row][0]), ".)="))
		if err != nil || rank < 1 || i > 0 && rank < k.Entries[i-1].Rank || f.Stated.Value == nil {
			return false
		}
		k.Entries[i].Rank = rank
	}
	return true
}

// ownFoot compares the average below the report's own column with that of its tables, and
// with the mean of the column's own figures.
func ownFoot(p *rule.Pass, x *claims.ProseEvidence, figures []elsewhere.SummitFigure) {
	of := figures[0]
	column := claims.Evidence{}
	var means, percents []*big.Rat
	for _, f := range figures {
		if f.Stated.Value != nil {
			means = append(means, f.Stated.Value.Rat())
		}
		if f.Stated.Percent != nil {
			percents = append(percents, f.Stated.Percent.Rat())
		}
	}
	if m, ok := reckon.MeanOf(means); ok {
		column.Means = append(column.Means, m)
	}
	if m, ok := reckon.MeanOf(percents); ok {
		column.Percents = append(column.Percents, m)
	}
	over, why := x.Usable(prose.Subject{Kind: prose.Overall})
	if why != "" {
		return
	}
	rows, _ := elsewhere.SummitTable(p, of.Table.Rows)
	for _, row := range rows[1:] {
		label := ""
		for _, cell := range row[:of.Column] {
			if p.Vocabulary.AverageLabel(cell) {
				label = strings.TrimSpace(cell)
			}
		}
		a, ok := scoretext.ParseAverage(p.Vocabulary, row[of.Column])
		if label == "" || !ok || a.Value == nil || elsewhere.OutsideScale(a.Value.Rat()) {
			continue
		}
		p.Checked(1)
		v, pc := over.Holds(&prose.Figure{Value: a.Value, Percent: a.Percent})
		cv, cp := column.Holds(&prose.Figure{Value: a.Value, Percent: a.Percent})
		if (v || cv) && (pc || cp) {
			continue
		}
		stated := reckon.StatedText(model.Average{Value: a.Value, Percent: a.Percent})
		p.Found(rule.Finding{
			Stated: stated, Computed: tableFigure(over), Quote: row[of.Column], At: of.Table.At,
			Message: fmt.Sprintf("The table%s, under “%s”, has %s for “%s”; %s.", elsewhere.OnPage(of.Table.At), of.Text, stated, label, proseTable(over, v, pc)),
		})
	}
}
