package rubrics

import (
	"fmt"
	"sort"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

var _ = rule.Register(rule.Rule{
	ID:         "rubric-level-missing",
	Severity:   rule.Warning,
	Title:      "a level of the scale without a guideline",
	Checks:     "Looks for the levels −1, 0 and +1 in the interpretive guidelines and in the scoring table of every chapter that has them.",
	Why:        "A score whose level is nowhere described cannot be checked by anybody.",
	Example:    "A scoring table with rows for +1 and −1 while two members have a 0. Near miss: guidelines and table each with all three levels.",
	Convention: "The scale of all report cards is −1, 0, +1. A two-level rubric is accepted where the text says that there is no third level. A paragraph about several levels stands under the first that it names; the others are then not missing. Guidelines that explain one level alone beside a scoring table with all of them are no list of levels, and lack none.",
	Since:      "0.1.0",
	Run:        runRubricLevelMissing,
})

var (
	// reScoreNamed finds a score that a sentence gives ("receives −1", "is scored
	// 0", "is partial compliance, or 0").
	reScoreNamed = lazyregexp.New(`(?i)\b(?:scores?|scored|receives?|awarded|given|assigned|earns?|or|is)\s+(?:of\s+|a\s+)?([+\x{2212}\x{2013}-]?)([01])\b(?:[^.,\d%]|[.,](?:\D|$)|$)`)
	// reComplyNot finds what is said of the lowest level.
	reComplyNot = lazyregexp.NewWith(`(?i)\b(?:does|do|has|have|is|are|did|will)\s+not\s+(?:be\s+)?(?:deemed\s+to\s+|considered\s+to\s+)?(?:have\s+)?(?:in\s+)?compl(?:y|ied|iance|iant)\b|\bnon-?compliance\b`, "compl")
)

// scale are the scores of the report cards.
var scale = []int{1, 0, -1}

// missingLevels are the scores of the scale for which levels has no text.
func missingLevels(levels []model.Level) []int {
	has := map[int]bool{}
	for _, l := range levels {
		if l.Score != nil {
			has[*l.Score] = true
		}
	}
	var out []int
	for _, s := range scale {
		if !has[s] {
			out = append(out, s)
		}
	}
	return out
}

func runRubricLevelMissing(p *rule.Pass) {
	for i := range p.Report.Commitments {
		c := &p.Report.Commitments[i]
		for _, text := range []struct {
			name   string
			levels []model.Level
			table  bool
		}{{"interpretive guidelines", c.Guidelines, false}, {"scoring table", c.Rubric, true}} {
			if len(text.levels) == 0 {
				continue
			}
			missing := missingLevels(text.levels)
			if len(missing) == len(scale) {
				p.Undecided(1, "the text could not be divided into levels")
				continue
			}
			if len(missing) > 0 && (undivided(text.levels) || text.table && unscored(text.levels)) {
				p.Undecided(1, "part of the text belongs to no level that could be told")
				continue
			}
			if len(missing) > 0 && speaksOfOthers(p.Vocabulary, text.levels) {
				p.Undecided(1, "one level's text speaks of other levels too")
				continue
			}
			if !text.table && len(missing) == len(scale)-1 && len(missingLevels(c.Rubric)) == 0 {
				p.Undecided(1, "the guidelines explain one level alone, and the scoring table has them all")
				continue
			}
			if noSuchLevel(text.levels) {
				p.Undecided(1, "the text says that a level does not exist")
				continue
			}
			p.Checked(1)
			for _, s := range missing {
				p.Found(rule.Finding{
					Message:    fmt.Sprintf("No level for a score of %s was found in the %s%s.", reckon.SignedScore(s), textRows(text.name), awarded(c, s)),
					Commitment: c.Number, CommitmentID: c.ID,
					Stated: "levels: " + levelScores(text.levels),
					At:     AllLevelsAt(text.levels),
				})
			}
		}
	}
}

// textRows names where the levels of a text stand.
func textRows(name string) string {
	if name == "scoring table" {
		return "rows of the scoring table"
	}
	return name
}

// unscored reports whether a row of the table has no score: its score may be
// the one that is missed, set where it could not be told from the text.
func unscored(levels []model.Level) bool {
	for _, l := range levels {
		if l.Score == nil {
			return true
		}
	}
	return false
}

// undivided reports whether text without a score mentions a score.
func undivided(levels []model.Level) bool {
	for _, l := range levels {
		if l.Score == nil && rule.ReScoreWord.MatchString(l.Text) {
			return true
		}
	}
	return false
}

// speaksOfOthers reports whether the text of a level says something of another one:
// a paragraph about all of them stands under the first that it names.
func speaksOfOthers(words *vocabulary.Vocabulary, levels []model.Level) bool {
	for _, l := range levels {
		if l.Score == nil {
			continue
		}
		for _, sp := range prose.Sentences(words, l.Text) {
			s := l.Text[sp.Start:sp.End]
			if score, ok := levelOfClause(s); ok && score != *l.Score {
				return true
			}
			if rePartialWord.MatchString(s) && *l.Score != 0 || reFullWord.MatchString(s) && *l.Score != 1 || reComplyNot.MatchString(s) && *l.Score != -1 {
				return true
			}
			for _, m := range reScoreNamed.FindAllStringSubmatch(s, -1) {
				named := 0
				if m[2] == "1" {
					named = 1
					if m[1] != "" && m[1] != "+" {
						named = -1
					}
				}
				if named != *l.Score {
					return true
				}
			}
		}
	}
	return false
}

// noSuchLevel reports whether the text itself says that a score is not
// available.
func noSuchLevel(levels []model.Level) bool {
	for _, l := range levels {
		if rule.ReNoSuchLevel.MatchString(l.Text) {
			return true
		}
	}
	return false
}

// awarded says to how many members the level was given.
func awarded(c *model.Commitment, score int) string {
	n := 0
	if c.Assessment != nil {
		for _, s := range c.Assessment.Scores {
			if s.Score != nil && *s.Score == score {
				n++
			}
		}
	}
	if n == 0 {
		return ""
	}
	return "; this score is awarded to " + reckon.Plural(n, "member")
}

func levelScores(levels []model.Level) string {
	has := map[int]bool{}
	for _, l := range levels {
		if l.Score != nil {
			has[*l.Score] = true
		}
	}
	var scores []int
	for s := range has {
		scores = append(scores, s)
	}
	sort.Ints(scores)
	out := ""
	for i, s := range scores {
		if i > 0 {
			out += ", "
		}
		out += reckon.SignedScore(s)
	}
	return out
}
