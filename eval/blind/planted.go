package blind

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"recount.invalid/recount/audit"
)

// Matching is what the audit made of a paper's planted defects.
type Matching struct {
	Planted, Found int
	// Errors are findings of severity error that no planted defect explains,
	// Warnings those of severity warning in chapters without a defect.
	Errors, Warnings int
	Missed, False    []string // one line each
}

// earlierNames are what the first papers called defects before they used the
// names of rules.
var earlierNames = map[string][]string{
	"average":                   {"average-stated", "average-unattainable", "matrix-overall"},
	"percent":                   {"percent-stated"},
	"heading-vs-table":          {"score-heading-table"},
	"thus-vs-heading":           {"score-closing-heading"},
	"wrong-column":              {"score-column"},
	"marker-without-note":       {"footnote-without-note"},
	"access-before-publication": {"citation-access-before-publication"},
	"missing-section":           {"score-section-missing"},
	"matrix-vs-chapter":         {"matrix-chapter"},
}

// sameDefect are rules that see one defect from different sides: whichever
// reports it has found it.
var sameDefect = [][]string{
	{"average-stated", "average-unattainable"},
	{"citation-date-mismatch", "citation-access-before-publication"},
	{"footnote-without-note", "footnote-gap"},
	{"matrix-chapter", "matrix-row-average", "matrix-column-average", "matrix-overall"},
	{"score-heading-table", "score-closing-heading", "score-wording"},
	{"prose-figure", "ranking-order"},
	{"text-truncated", "text-repeated", "date-repeated"},
	{"rubric-conflict", "rubric-gap", "rubric-overlap", "rubric-level-missing"},
	{"date-impossible", "date-outside-period"},
}

// judgements are rules about which a strict reader can differ with the author
// of a paper: in a clean chapter they raise no false alarm.
var judgements = []string{"rubric-gap", "rubric-overlap", "rubric-unsupported", "rubric-level-missing", "rubric-conflict"}

// rulesFor are the rules that may report a defect.
func rulesFor(d Defect) []string {
	if len(d.Rules) > 0 {
		return d.Rules
	}
	rules := slices.Clone(earlierNames[d.name()])
	if rules == nil {
		rules = []string{d.name()}
	}
	for _, same := range sameDefect {
		if slices.ContainsFunc(same, func(r string) bool { return slices.Contains(rules, r) }) {
			rules = append(rules, same...)
		}
	}
	return rules
}

// Where a defect stands is told in words: 'commitment 2, GBR, footnote 49'.
var (
	inCommitment = regexp.MustCompile(`commitment (\d+)`)
	atNote       = regexp.MustCompile(`(?:footnote|note|marker)s?(?: number)? (\d+)`)
)

// numberIn is the number that a text states; 0 where it states none.
func numberIn(pattern *regexp.Regexp, text string) int {
	m := pattern.FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		return 0 // no chapter or note has such a number
	}
	return n
}

// reports says whether a finding is about a defect: by a rule that may report
// it, and not about another chapter or another note. A finding that names no
// chapter or note may be about any.
func reports(f audit.Finding, d Defect) bool {
	if !slices.Contains(rulesFor(d), f.Rule) {
		return false
	}
	commitment := numberIn(inCommitment, d.Where)
	if commitment != 0 && f.Commitment != 0 && f.Commitment != commitment {
		return false
	}
	if slices.Contains(ofFigures, f.Rule) && !sharesFigure(f, d) {
		return false
	}
	if !strings.HasPrefix(f.Rule, "footnote") && !strings.HasPrefix(f.Rule, "citation") {
		return true
	}
	// A gap is reported at the note before or behind it.
	if d.Kind == "footnote-gap" || d.Rule == "footnote-gap" {
		return true
	}
	note := numberIn(atNote, d.Where+" "+d.Detail)
	return note == 0 || f.Footnote == 0 || f.Footnote == note
}

// ofFigures are rules whose findings are about a figure that is printed: such a finding is
// that of a defect only where it speaks of one of the defect's figures. Without that a false
// accusation in one sentence passes for the slip that was planted in another.
var ofFigures = []string{"prose-figure", "ranking-order", "average-stated", "average-unattainable", "percent-stated", "matrix-row-average", "matrix-column-average", "matrix-overall"}

// aFigure is a number as averages, percentages and places are printed.
var aFigure = regexp.MustCompile(`[0-9]+(?:\.[0-9]+)?`)

// figuresOf are the figures of a text without their signs, each in one form. Whether a
// percentage or an average, 0.50 and 0.5 are one figure.
func figuresOf(text string) map[string]bool {
	out := map[string]bool{}
	for _, m := range aFigure.FindAllString(text, -1) {
		if strings.Contains(m, ".") {
			m = strings.TrimRight(strings.TrimRight(m, "0"), ".")
		}
		out[m] = true
	}
	return out
}

// sharesFigure reports whether what a finding says is stated is a figure of the defect. A
// defect, or a finding, that has no figures may be about any.
func sharesFigure(f audit.Finding, d Defect) bool {
	stated := figuresOf(f.Stated)
	planted := figuresOf(strings.Join([]string{d.Detail, string(d.Printed), string(d.Expected), string(d.Consequences)}, " "))
	if len(stated) == 0 || len(planted) == 0 {
		return true
	}
	for figure := range stated {
		if planted[figure] {
			return true
		}
	}
	return false
}

// Match holds the findings against the planted defects. One finding may
// explain several defects, and the other way round.
func Match(t *Truth, findings []audit.Finding) Matching {
	m := Matching{Planted: len(t.Planted)}
	explained := make([]bool, len(findings))
	for _, d := range t.Planted {
		found := false
		for i, f := range findings {
			if reports(f, d) {
				explained[i], found = true, true
			}
		}
		if found {
			m.Found++
		} else {
			m.Missed = append(m.Missed, fmt.Sprintf("%s, %s: %s", d.name(), d.Where, d.Detail))
		}
	}
	for i, f := range findings {
		switch {
		case explained[i]:
			continue
		case f.Severity == audit.Error:
			m.Errors++
		case f.Severity == audit.Warning && slices.Contains(t.Clean, f.Commitment) && !slices.Contains(judgements, f.Rule):
			m.Warnings++
		default:
			continue
		}
		m.False = append(m.False, fmt.Sprintf("%s %s: %s", f.Severity, f.Rule, f.Message))
	}
	return m
}
