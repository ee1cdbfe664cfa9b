package rubrics

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/audit/reckon"
	"recount.invalid/recount/audit/rubric"
	"recount.invalid/recount/audit/rubric/part"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// Some chapters say in the features of the commitment what full and partial
// compliance take, before the scoring table says it again. The two are compared
// where both count the same parts.

var (
	// rePartsNeeded finds how many parts of a commitment are spoken of: "two of
	// the three areas", "both parts", "only one area", "action of only one
	// kind", "all three", "one only, or none".
	rePartsNeeded = lazyregexp.New(`(?i)\b((?:at\s+least|only|exactly|just)\s+)?(all|both|one|two|three|four|five|six)((?:\s+or\s+(?:more|two|three|four))?)(?:(?:\s+of)?(?:\s+(?:the|these|its|all))?(?:\s+(two|three|four|five|six))?\s+(?:areas?|kinds?|parts?|dimensions?|components?|aspects?|elements?|pillars?|instruments?|tools?|strands?|fields?|criteri(?:on|a)|categories|category)|\s+of\s+(?:them|these|those)|\s+(?:of\s+)?(?:(?:the|these|its)\s+)?(two|three|four|five|six)|(\s+only,?\s+or\s+none))\b`)
	// reHasParts finds how many parts the commitment has.
	reHasParts = lazyregexp.New(`(?i)\b(?:has|asks\s+for|consists\s+of|contains|names|calls\s+for)\s+(two|three|four|five|six)\s+(?:[\p{L}]+\s+)?(?:areas|kinds|parts|dimensions|components|aspects|elements|pillars|instruments|tools|strands|fields|criteria|categories)\b`)
	// reFullCompliance, rePartialCompliance and reNonCompliance find the level
	// that a clause speaks of.
	reFullCompliance    = lazyregexp.NewWith(`(?i)\b(?:full\s+compliance|(?:fully|complete(?:ly)?)\s+compl(?:y|ied|ies|iant)|compl(?:y|ied|ies)\s+fully)\b`, "compl")
	rePartialCompliance = lazyregexp.NewWith(`(?i)\b(?:partial\s+compliance|(?:partially|partly)\s+compl(?:y|ied|ies|iant)|compl(?:y|ied|ies)\s+(?:partially|partly|in\s+part))\b`, "compl")
	reNonCompliance     = lazyregexp.NewWith(`(?i)\bnon-?compliance\b|\bnot\s+(?:be\s+)?(?:deemed\s+to\s+have\s+)?compl(?:y|ied)\b`, "compl")
	// rePartialWord and reFullWord find a clause that speaks of two levels.
	rePartialWord = lazyregexp.New(`(?i)\b(?:partial|partially|partly|in\s+part|work\s+in\s+progress)\b`)
	reFullWord    = lazyregexp.New(`(?i)\b(?:full|fully|in\s+full|completely)\b`)
	// reFeatureClause is where one condition ends and the next begins.
	reFeatureClause = lazyregexp.New(`(?i);|,\s+(?:while|whereas|(?:and\s+)?a\s+(?:member|country)|and\s+(?:member|country)|but)\b`)
	// reNegatedLevel: the clause says what is not, or not yet, the level.
	reNegatedLevel = lazyregexp.New(`(?i)\b(?:not|no|never|cannot|without|unless|except|fewer|less|more)\b`)
	// reJoinedParts is a scoring table's level of two parts, joined by a
	// capitalised word.
	reJoinedParts = lazyregexp.New(`\b(OR|AND)\b`)
)

// featureLevels reads what the features say of full and partial compliance, as
// levels that the grammar of rubrics reads. size is the number of parts that
// they state, topic the stems of the words with which the rubric speaks of the commitment.
func featureLevels(v *vocabulary.Vocabulary, texts []model.Text, topic []string) (levels []model.Level, size int) {
	seen := map[int]bool{}
	twice := map[int]bool{}
	for _, f := range texts {
		for _, sp := range prose.Sentences(v, f.Text) {
			s := f.Text[sp.Start:sp.End]
			from := 0
			cuts := append(reFeatureClause.FindAllStringIndex(s, -1), []int{len(s), len(s)})
			for _, cut := range cuts {
				clause := s[from:cut[0]]
				from = cut[1]
				score, ok := levelOfClause(clause)
				m := rePartsNeeded.FindAllStringSubmatch(clause, -1)
				if !ok || len(m) != 1 || reNegatedLevel.MatchString(clause) && score >= 0 || rubric.ConsidersFor(clause) || !saysNoMore(clause, m[0][0], topic) {
					continue
				}
				if total, ok := prose.Numeral(m[0][4] + m[0][5]); ok {
					size = total
				} else if strings.EqualFold(m[0][2], "both") {
					size = 2
				}
				if seen[score] {
					twice[score] = true // which of the two is meant nobody knows
				}
				seen[score] = true
				levels = append(levels, model.Level{Score: &score, At: f.At, Text: "The member takes action in " + m[0][1] + m[0][2] + m[0][3] + orNone(m[0][6]) + " of the dimensions."})
			}
		}
	}
	return slices.DeleteFunc(levels, func(l model.Level) bool { return twice[*l.Score] }), size
}

// orNone is how the grammar of rubrics writes "one only, or none".
func orNone(tail string) string {
	if tail == "" {
		return ""
	}
	return " or none"
}

// interpretation are the paragraphs of the guidelines that stand under no level:
// what a chapter says of full and partial compliance where it has no features.
func interpretation(c *model.Commitment) (out []model.Text) {
	for _, l := range c.Guidelines {
		if l.Score == nil {
			out = append(out, model.Text{Text: l.Text, At: l.At})
		}
	}
	return out
}

// levelOfClause is the one level that a clause speaks of.
func levelOfClause(clause string) (score int, ok bool) {
	if rePartialWord.MatchString(clause) && reFullWord.MatchString(clause) {
		return 0, false // "one makes for partial, both make for full compliance"
	}
	full, partial, none := reFullCompliance.MatchString(clause), rePartialCompliance.MatchString(clause), reNonCompliance.MatchString(clause)
	switch {
	case full && !partial && !none:
		return 1, true
	case partial && !full && !none:
		return 0, true
	case none && !full && !partial:
		return -1, true
	}
	return 0, false
}

// featureConflict compares the features with guidelines and scoring table; one
// finding names the highest level on which they differ.
func featureConflict(p *rule.Pass, c *model.Commitment) (found bool) {
	source, from := c.Features, "features of the commitment"
	topic := topicOf(c)
	levels, size := featureLevels(p.Vocabulary, source, topic)
	if len(levels) == 0 {
		source, from = interpretation(c), "interpretation"
		levels, size = featureLevels(p.Vocabulary, source, topic)
	}
	if len(levels) == 0 {
		return false
	}
	var texts []string
	for _, f := range source {
		texts = append(texts, f.Text)
	}
	_, parts := part.Components(texts)
	if size == 0 {
		size = parts
	}
	for _, text := range texts {
		if m := reHasParts.FindAllStringSubmatch(text, -1); size == 0 && len(m) == 1 {
			size, _ = prose.Numeral(m[0][1])
		}
	}
	if size < 2 {
		p.Undecided(1, "a text counts parts of the commitment, and how many there are was not found")
		return false
	}
	features := rubric.Read(levels, nil, size)
	short, _, _ := strings.Cut(from, " ")
	for _, other := range []struct {
		name   string
		levels []model.Level
	}{{"the interpretive guidelines", c.Guidelines}, {"the scoring table", c.Rubric}} {
		table := rubric.Read(other.levels, nil, size)
		if joined := joinedLevels(other.levels); size == 2 && len(joined) > 0 {
			table = rubric.Read(joined, nil, size)
		}
		if lower, upper, state, crossed := rubric.Crossed(features, table); crossed {
			p.Checked(1)
			f, _ := features.Level(lower)
			finding := rule.About(c)
			finding.Message = fmt.Sprintf("By the %s, %s is at %s, by %s at %s.", from, features.Describe(state), reckon.SignedScore(lower), other.name, reckon.SignedScore(upper))
			finding.Stated = short + ": " + QuoteList(f.Words(state))
			finding.Computed = other.name + ": " + QuoteList(levelText(other.levels, upper)) + "; " + features.Walked()
			finding.Quote = WordList(levelText(other.levels, upper))
			finding.At = LevelAt(levels, lower).Join(LevelAt(other.levels, upper))
			p.Found(finding)
			return true
		}
		conflicts, ok := rubric.Compare(features, table)
		if !ok {
			if len(other.levels) > 0 {
				p.Undecided(1, "a text counts parts of the commitment, and another does not, or not in words that are understood")
			}
			continue
		}
		p.Checked(1)
		if len(conflicts) == 0 {
			continue
		}
		k := conflicts[0]
		f, _ := features.Level(k.Score)
		state := k.States[0]
		in, out := "the "+short, other.name
		if !k.InFirst {
			in, out = out, in
		}
		finding := rule.About(c)
		finding.Message = fmt.Sprintf("For a score of %s the %s and %s state different thresholds: %s is within the level by %s and outside it by %s.",
			reckon.SignedScore(k.Score), from, other.name, table.Describe(state), in, out)
		finding.Stated = short + ": " + QuoteList(f.Words(state))
		finding.Computed = other.name + ": " + QuoteList(levelText(other.levels, k.Score)) + "; " + table.Walked()
		finding.Quote = WordList(levelText(other.levels, k.Score))
		finding.At = LevelAt(levels, k.Score).Join(LevelAt(other.levels, k.Score))
		p.Found(finding)
		return true
	}
	return false
}

func levelText(levels []model.Level, score int) []string {
	var out []string
	for _, l := range levels {
		if l.Score != nil && *l.Score == score {
			out = append(out, l.Text)
		}
	}
	return out
}

// joinedLevels reads levels that name two parts with a capitalised AND or OR
// between them, as counts of parts; nil unless two levels are so written. A
// level that says what was not done is left out: its AND means none.
func joinedLevels(levels []model.Level) []model.Level {
	var out []model.Level
	for _, l := range levels {
		joins := reJoinedParts.FindAllString(l.Text, -1)
		if l.Score == nil || len(joins) != 1 || *l.Score < 0 || reNegatedLevel.MatchString(l.Text) {
			continue
		}
		l.Text = "The member takes action in both dimensions."
		switch {
		case joins[0] == "OR" && *l.Score < 1:
			l.Text = "The member takes action in one of the two dimensions." // both are the level above
		case joins[0] == "OR":
			l.Text = "The member takes action in at least one of the two dimensions."
		}
		out = append(out, l)
	}
	if len(out) == 0 {
		return nil
	}
	return out
}
