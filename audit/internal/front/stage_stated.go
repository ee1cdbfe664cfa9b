package front

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"recount.invalid/recount/audit/across"
	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/model"
)

var _ = rule.Register(rule.Rule{
	ID:       elsewhere.OtherStageID,
	Severity: rule.Warning,
	Title:    "what a report states of another stage or summit is not what that report states",
	Checks: "Averages and percentages that a report states of another stage of its assessment ('up from +0.28 (64%)', a summary table of the interim scores, a column 'Interim' beside its own) " +
		"are compared with that stage's report, where it is among the files that are audited; so are that stage's compliance period, or its end alone, number of commitments and day of publication, where the text names them, the scores that members' sections say it gave, how many commitments were made at the summit, the words and serials of the commitments, and the dates of actions that have the same words. " +
		"What tables over several summits give of members, of all and of the number of commitments, and figures that stand in the text beside another summit's name ('the 76% of the Norport Summit'), are compared with those summits' reports; so are the period and the numbers of commitments of a report on another summit that the text names, and the period of 'the last report'. Where that summit's report is not among the files, such tables are compared with those of earlier reports.",
	Why: "A change between two stages is the news of a final report; it is wrong when the earlier figure was copied wrong, or was revised in the earlier report since.",
	Example: "The final report says that compliance rose 'from +0.28 (64%)' at the interim stage; the interim report's scores have the mean 3/9 = +0.333…: a finding that names both places. " +
		"'It covered the period from 7 July 2031 to 15 January 2032', said of an interim report whose cover has 31 January: another. Near miss: 'from +0.33 (67%)', which is that mean under an accepted rounding.",
	Convention: "A figure holds where it is what the other report states or what its scores give. A percentage beside a mean that the other report prints, too, is a copy: another one than is printed there is told although it may be a rounding of the mean, unless several are others. Only reports of the same forum, summit, year and commitments are looked at; for another summit the one report of that year, stage and place, whole before chapters published apart. Where two may be meant, none is. " +
		"A report of one commitment says nothing of members or of the whole. Several groups write on one summit: figures of another summit are told only where at least half of them agree with its report, or, where both reports name an author in common, at least a third of them, or one figure alone. " +
		"A row of a table of stages is of the commitment that it names by serial, title or area, or by number and a word of its name. A row of numbers of commitments is believed where it says that they were assessed, or where its number for the report's own summit is the report's. Plans ('will cover') are not compared. Of a summit without a report among the files two tables are compared: what differs by more than a last digit is told of the later report, which of the two is right is not said. Texts, serials and dates are told of the final report, dates where both days lie in the period of the earlier one; how texts are compared says other-source.",
	Since: "0.1.0",
	Run: func(p *rule.Pass) {
		if p.Here() == nil {
			return
		}
		held := newHeldSummits(otherSummit, 1)
		otherSummits(p, held)
		otherFoots(p, held)
		otherClaims(p, held)
		otherFronts(p, held)
		held.tell(p)
		thirdSummits(p)
		otherPeriods(p)
		otherPublished(p)
		stageScores(p)
		otherMade(p)
		told := map[string]bool{}
		for _, other := range p.OtherReports() {
			if speaksOfStage(p, other) {
				otherWords(p, other, told)
				stageActions(p, other, told)
			}
		}
		var copies copiedPercents
		seen := map[string]bool{} // a figure of one sentence may be read in two ways
		for _, s := range slices.Concat(elsewhere.StageFigures(p), elsewhere.StageTableFigures(p), stagePairs(p)) {
			if s.Value == nil && s.Percent == nil {
				continue
			}
			key := fmt.Sprint(s.Subject, s.Stage, s.Text(), s.Source)
			if seen[key] {
				continue
			}
			seen[key] = true
			wrong, held := rule.Finding{}, false
			for _, other := range stageReports(p, s.Stage) {
				figures := figuresOfOther(p.Here(), other, s.Subject)
				if len(figures) == 0 {
					continue
				}
				if held = otherStageHolds(s, figures); held {
					copies.look(s, figures, other)
					break
				}
				if wrong.Stated != "" {
					continue // a chapter of its own states the same as the whole report
				}
				wrong = rule.Finding{Stated: s.Text(), Quote: s.Text(), At: s.At, Member: s.Subject.Member, Commitment: s.Subject.Commitment}
				wrong.Computed = theirFigure(s, figures) + " in " + other.File
				wrong.Message = fmt.Sprintf("The %s stage's figure%s is stated as %s (%s); %s gives %s.",
					s.Stage, subjectText(s.Subject), wrong.Stated, s.Source, other.File, theirFigure(s, figures)) + joinedHow(p.Here(), other)
			}
			if held || wrong.Stated != "" {
				p.Checked(1)
			}
			if !held && wrong.Stated != "" {
				p.Found(wrong)
			}
		}
		copies.tell(p)
	},
})

// stagePairs are the figures of other stages that stand beside the report's own, where that
// one is what its scores give: it is certain then of whom they are.
func stagePairs(p *rule.Pass) []rule.StageFigure {
	var out []rule.StageFigure
	for _, pair := range elsewhere.StagePairs(p) {
		if otherStageHolds(rule.StageFigure{Value: pair.Own.Value, Percent: pair.Own.Percent}, figuresOfOther(p.Here(), p.Here(), pair.Subject)) {
			out = append(out, pair.StageFigure)
		}
	}
	return out
}

// speaksOfStage reports whether differences between this report and one of another stage
// are told of this one: of the final report, or of the one that is audited where the
// other is only there to be held against.
func speaksOfStage(p *rule.Pass, other *across.Source) bool {
	here := p.Here()
	if here.Table || here.Stage == "" || other.Stage == "" || here.Stage == other.Stage || !sameSummit(here, other) {
		return false
	}
	return here.Stage == elsewhere.FinalStage || slices.Contains(p.HeldAgainst(), other)
}

func sameSummit(a, b *across.Source) bool {
	return a.Forum != "" && a.Forum == b.Forum && a.Year != 0 && a.Year == b.Year &&
		(a.Name == "" || b.Name == "" || strings.EqualFold(a.Name, b.Name)) && !b.Table
}

func subjectText(s prose.Subject) string {
	switch {
	case s.Member != "":
		return " for " + s.Member
	case s.Commitment != 0:
		return fmt.Sprintf(" for commitment %d", s.Commitment)
	}
	return ""
}

// otherFigure is a figure of another report: as it states it, or as its scores
// give it.
type otherFigure struct {
	value, percent *model.Decimal
	mean           *big.Rat
	way            string // in which a mean of all is made; empty for what is stated
}

// The ways in which a mean of all is made.
const (
	ofScores      = "scores"
	ofCommitments = "commitments"
	ofMembers     = "members"
)

func (f otherFigure) text() string {
	if f.mean != nil {
		return reckon.Exact(f.mean)
	}
	return reckon.StatedText(model.Average{Value: f.value, Percent: f.percent})
}

// theirFigure is what another report states or gives, in the form of a figure stated here:
// of a percentage alone as one, too.
func theirFigure(stated rule.StageFigure, figures []otherFigure) string {
	text := figures[0].text()
	if stated.Value != nil || stated.Percent == nil || figures[0].percent != nil {
		return text
	}
	mean := figures[0].mean
	for i := 0; i < len(figures) && mean == nil; i++ {
		mean = figures[i].mean
	}
	if mean == nil {
		mean = figures[0].value.Rat()
	}
	return text + ", that is " + reckon.Rounded100(mean, stated.Percent.Places) + "%"
}

// figuresOfOther are what another report states and gives for a subject of this
// one, what it states first.
func figuresOfOther(here, there *across.Source, s prose.Subject) []otherFigure {
	var out []otherFigure
	stated := func(a *model.Average) {
		if a != nil && (a.Value != nil || a.Percent != nil) {
			out = append(out, otherFigure{value: a.Value, percent: a.Percent})
		}
	}
	given := func(scores []int) {
		if mean, ok := reckon.Mean(scores); ok {
			out = append(out, otherFigure{mean: mean, way: ofScores})
		}
	}
	entries := there.Entries()
	switch {
	case s.Kind == prose.Commitment && s.Commitment != 0:
		if e, ok := across.Partner(here, there, s.Commitment); ok {
			stated(e.Commitment.Assessment.Average)
			given(scoresOfEntry(e, ""))
		}
	case len(entries) < 2:
	case s.Kind == prose.Member && s.Member != "":
		matrices := there.Report().Matrices
		for i := range matrices {
			for _, a := range matrices[i].ColumnAverages {
				if a.Member == s.Member {
					stated(&model.Average{Value: a.Value, Percent: a.Percent})
				}
			}
		}
		given(scoresOfAll(entries, s.Member))
	case s.Kind == prose.Overall:
		matrices := there.Report().Matrices
		for i := range matrices {
			stated(matrices[i].Overall)
		}
		given(scoresOfAll(entries, ""))
		// The mean of the commitments' means, where they have not the same members.
		total, n := new(big.Rat), int64(0)
		for _, e := range entries {
			if mean, ok := reckon.Mean(scoresOfEntry(e, "")); ok {
				total.Add(total, mean)
				n++
			}
		}
		if n > 0 {
			out = append(out, otherFigure{mean: total.Quo(total, big.NewRat(n, 1)), way: ofCommitments})
		}
		var members []*big.Rat
		for _, code := range membersOf(entries) {
			if mean, ok := reckon.Mean(scoresOfAll(entries, code)); ok {
				members = append(members, mean)
			}
		}
		if mean, ok := reckon.MeanOf(members); ok {
			out = append(out, otherFigure{mean: mean, way: ofMembers})
		}
	}
	return out
}

// membersOf are the members that have scores, each once.
func membersOf(entries []across.Entry) []string {
	var out []string
	seen := map[string]bool{}
	for _, e := range entries {
		for _, s := range e.Commitment.Assessment.Scores {
			if s.Member != "" && !seen[s.Member] {
				seen[s.Member] = true
				out = append(out, s.Member)
			}
		}
	}
	return out
}

func scoresOfAll(entries []across.Entry, member string) []int {
	var out []int
	for _, e := range entries {
		out = append(out, scoresOfEntry(e, member)...)
	}
	return out
}

// scoresOfEntry are a commitment's scores, of one member where it is named.
func scoresOfEntry(e across.Entry, member string) []int {
	var out []int
	for _, s := range e.Commitment.Assessment.Scores {
		if s.Score != nil && (member == "" || s.Member == member) {
			out = append(out, *s.Score)
		}
	}
	return out
}

func timesHundred(percent model.Decimal, mean *big.Rat) bool {
	return reckon.Holds(percent, new(big.Rat).Mul(mean, big.NewRat(100, 1)))
}

// otherStageHolds says whether a figure is one of those of the other report.
func otherStageHolds(s rule.StageFigure, figures []otherFigure) bool {
	either := func(a, b *model.Decimal) bool { return reckon.Holds(*a, b.Rat()) || reckon.Holds(*b, a.Rat()) }
	// A percentage may be the mean times 100 where the other report prints none in its tables.
	hundred := s.Percent != nil && !slices.ContainsFunc(figures, func(f otherFigure) bool { return f.percent != nil })
	for _, f := range figures {
		value := s.Value == nil || f.value != nil && either(s.Value, f.value) || f.mean != nil && reckon.Holds(*s.Value, f.mean)
		percent := s.Percent == nil || f.percent != nil && either(s.Percent, f.percent) || f.mean != nil && reckon.PercentHolds(*s.Percent, f.mean, s.Value)
		if hundred && (f.mean != nil && timesHundred(*s.Percent, f.mean) || f.value != nil && timesHundred(*s.Percent, f.value.Rat())) {
			percent = true
		}
		// Where the other report states a mean alone, or a percentage alone, the
		// other half follows from it.
		if f.value == nil && f.percent != nil && percent && s.Percent != nil {
			value = true
		}
		if f.percent == nil && f.value != nil && value && s.Value != nil {
			percent = s.Percent == nil || percent || reckon.OfOneMean(*f.value, *s.Percent)
		}
		if value && percent {
			return true
		}
	}
	return false
}
