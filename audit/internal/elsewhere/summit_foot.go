package elsewhere

import (
	"maps"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/vocabulary"
)

// SummitFoot is what a table over several summits gives of all members at one of them: the
// average, as a mean, a percentage or both, in one row or two, and how many commitments
// were assessed.
type SummitFoot struct {
	SummitHead
	Stated model.Average
	// Commitments is their number, 0 where none is given; Label is the words beside it.
	// Assessed says that these words are of commitments that were assessed: others may
	// count all that were made.
	Commitments int
	Assessed    bool
	Label       string
	Table       *model.Table
}

var (
	// reCommitmentsHead finds the words beside a number of commitments.
	reCommitmentsHead = lazyregexp.New(`(?i)^(?:(?:total\s+)?(?:number|no\.?|nr\.?|#|n)\s*(?:of)?\s*)?(?:the\s+)?(?:(assessed|selected|priority|monitored)\s+)?commitments(?:\s+(assessed|selected|monitored|analy[sz]ed))?\s*[,:]?\s*(?:\(?\s*(?:n|number|no\.?|#)\s*\)?)?$`)
	// reOfAll finds the words beside the average of all in a table of members.
	reOfAll = lazyregexp.New(`(?i)^(?:all|all\s+(?:members|countries|states|commitments)|everybody|everyone|together|the\s+(?:group|whole)|overall)$`)
	// reOnlyN finds the letter that stands for it.
	reOnlyN = lazyregexp.New(`^(?:N|n|No\.|#)$`)
)

// SummitFoots are the rows of the report's tables over several summits that give the
// average of all, its percentage and the number of commitments, and the lines of its rankings
// of summits.
func SummitFoots(p *rule.Pass) []SummitFoot {
	var out []SummitFoot
	for i := range p.Report.Tables {
		t := &p.Report.Tables[i]
		rows, columns := SummitTable(p, t.Rows)
		if columns == nil || rule.WarnedOther(p.Report, t.At, rule.UnknownTable) {
			continue
		}
		stage := oneStage(p.Vocabulary, t.Title)
		order := slices.Sorted(maps.Keys(columns))
		for _, c := range order {
			head := columns[c]
			if namesTwoStages(head.Text) {
				continue
			}
			head.Stage = oneStage(p.Vocabulary, head.Text)
			ofHead := head.Stage != ""
			if !ofHead {
				head.Stage = stage
			}
			feet := []SummitFoot{{SummitHead: head, Table: t}}
			for r, row := range rows {
				if r == 0 {
					continue
				}
				label := strings.TrimRight(strings.TrimSpace(strings.Join(row[:order[0]], " ")), "*†‡§¹²³ ")
				named, rest := stageOfLabel(label)
				if ofHead && named != "" && named != head.Stage {
					continue
				}
				k := 0
				if named != "" && named != head.Stage {
					if k = slices.IndexFunc(feet, func(f SummitFoot) bool { return f.Stage == named }); k < 0 {
						k = len(feet)
						feet = append(feet, SummitFoot{SummitHead: SummitHead{Text: head.Text, Year: head.Year, Stage: named}, Table: t})
					}
				}
				if named != "" {
					label = rest
				}
				feet[k].read(p.Vocabulary, label, strings.TrimSpace(row[c]))
			}
			for _, f := range feet {
				if f.HasAverage() || f.HasCommitments() {
					out = append(out, f)
				}
			}
		}
	}
	return append(out, rankedFoots(p)...)
}

// oneStage is the stage that a text names; "" where it names none, or two.
func oneStage(words *vocabulary.Vocabulary, text string) string {
	if namesTwoStages(text) {
		return ""
	}
	stage, _ := words.Stage(text)
	return stage
}

func namesTwoStages(text string) bool {
	names := rule.ReStageName.FindAllString(text, -1)
	return slices.ContainsFunc(names, func(name string) bool { return !strings.EqualFold(name, names[0]) })
}

// reStageWords finds the words around the name of a stage in the label of an average.
var reStageWords = lazyregexp.New(`(?i)\b(?:reports?|stage|compliance|assessment|scores?|results?|figures?|in|of|at|the)\b|[()\[\],:]`)

// stageOfLabel is the one stage of which a row gives averages by its label ("Interim", "Average
// (final report)"), and the label without it; the name of the stage alone is that of its
// average.
func stageOfLabel(label string) (stage, rest string) {
	if stage = stageHead(label); stage == "" {
		return "", label
	}
	rest = rule.ReStageName.ReplaceAllString(label, " ")
	rest = strings.Join(strings.Fields(reStageWords.ReplaceAllString(rest, " ")), " ")
	if rest == "" {
		rest = averageOfAll
	}
	return stage, rest
}

// averageOfAll is a label of the average of all.
const averageOfAll = "Average"

// read takes a cell by its label; the first of a kind counts.
func (f *SummitFoot) read(words *vocabulary.Vocabulary, label, cell string) {
	percent := label == "%" || words.HasHead(label, vocabulary.HeadPercent, vocabulary.HeadAveragePercent, vocabulary.HeadCompliancePercent)
	if kind, ok := words.Column(label); ok && kind == "percent" {
		percent = true
	}
	switch m := reCommitmentsHead.FindStringSubmatch(label); {
	case label == "":
	case m != nil || reOnlyN.MatchString(label):
		if n := rule.Atoi(cell); f.Commitments == 0 && n > 0 && strings.Trim(cell, "0123456789") == "" {
			f.Commitments, f.Label = n, label
			f.Assessed = m != nil && (m[1] != "" || m[2] != "")
		}
	case percent || words.AverageLabel(label) || reOfAll.MatchString(label):
		if percent && hasDigits(cell) && !strings.Contains(cell, "%") {
			cell += "%"
		}
		a, ok := scoretext.ParseAverage(words, cell)
		if !ok || a.Value != nil && (OutsideScale(a.Value.Rat()) || a.Value.Places == 0 && a.Percent == nil) {
			return
		}
		if a.Value != nil && f.Stated.Value == nil {
			f.Stated.Value = a.Value
		}
		if a.Percent != nil && f.Stated.Percent == nil {
			f.Stated.Percent = a.Percent
		}
		f.Stated.Text = reckon.StatedText(model.Average{Value: f.Stated.Value, Percent: f.Stated.Percent})
	}
}

// OwnFoot is the column among those of a table that is the report's own summit and stage, of
// those that have what is asked for; nil where none is, or two are.
func OwnFoot(p *rule.Pass, all []SummitFoot, t *model.Table, has func(*SummitFoot) bool) *SummitFoot {
	info := &p.Report.Report
	var found *SummitFoot
	for i := range all {
		if f := &all[i]; f.Table == t && has(f) && f.Year == info.Summit.Year && (f.Stage == "" || f.Stage == StageOrFinal(p)) && (info.Summit.Name == "" || !NamesAnother(f.Text, info.Summit.Name)) {
			if found != nil {
				return nil
			}
			found = f
		}
	}
	return found
}

// HasAverage reports whether an average of all is given.
func (f *SummitFoot) HasAverage() bool { return f.Stated.Value != nil || f.Stated.Percent != nil }

// HasCommitments reports whether a number of commitments is given.
func (f *SummitFoot) HasCommitments() bool { return f.Commitments > 0 }

// ColumnMean is the mean of the members' figures under a head of a table; ok is false where
// there are none.
func ColumnMean(figures []SummitFigure, t *model.Table, h SummitHead) (mean *big.Rat, ok bool) {
	var values []*big.Rat
	for _, f := range figures {
		switch {
		case f.Table != t || f.Text != h.Text:
		case f.Stated.Value != nil:
			values = append(values, f.Stated.Value.Rat())
		case f.Stated.Percent != nil:
			values = append(values, reckon.FromPercent(f.Stated.Percent.Rat()))
		}
	}
	return reckon.MeanOf(values)
}
