package elsewhere

import (
	"strings"

	"recount.invalid/recount/audit/internal/claims"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/internal/stages"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/internal/lazyregexp"
)

// The text before the chapters may say, too, what the interim report gave a member:
// "Norland, which had a score of +1 on wells in the interim report, has kept it", "The interim
// report had given Norland −1 on wells".

var (
	// reTopicThenStage finds the topic and the stage right behind a score. Groups: the topic,
	// the stage.
	reTopicThenStage = lazyregexp.New(`(?i)^\s+(?:on|for|in)\s+(\p{L}[\p{L}\s'\x{2019}-]*?),?\s+(?:in|at|by)\s+(?:the|its|last\s+winter['\x{2019}]s)\s+(interim|preliminary|final)\b`)
	// reStageThenTopic finds the stage right behind a score and the topic behind that.
	// Groups: the stage, the topic.
	reStageThenTopic = lazyregexp.New(`(?i)^\s+(?:in|at|by)\s+(?:the|its)\s+(interim|preliminary|final)\s+(?:report|stage|assessment)\s+(?:on|for)\s+(\p{L}[\p{L}\s'\x{2019}-]*?)\s*(?:$|[.,;:(])`)
	// reStageGave finds the report of a stage as what gave a score. Group: the stage.
	reStageGave = lazyregexp.New(`(?i)\b(interim|preliminary|final)\s+(?:report|stage|assessment|review)\s+(?:had\s+|has\s+)?(?:gave|given|awarded|assigned|scored)\s+(?:[\p{L}.'\x{2019}-]+\s+){1,4}?(?:(?:an?|the)\s+)?(?:scores?\s+of\s+)?$`)
	// reTopic finds the topic behind a score of which the stage is known. Group: the topic.
	reTopic = lazyregexp.New(`(?i)^\s+(?:on|for|in)\s+(\p{L}[\p{L}\s'\x{2019}-]*?)\s*(?:$|[.,;:(]|\s(?:and|but|while|which|where|because|when)\s)`)
)

// scoresSaid are the scores of other stages that the text outside the chapters states of one
// member on one commitment each.
func scoresSaid(p *rule.Pass) []StageScore {
	reader, own := stages.NewReader(p), StageOrFinal(p)
	catalogue := claims.Catalogue(p.Report, claims.Gather(p.Report, p.Vocabulary, reader.Own))
	var out []StageScore
	for _, g := range Passages(p) {
		if rule.Quoted(g.Text) || !reader.OtherStage(g.Text) {
			continue
		}
		for _, s := range stages.Sentences(p.Vocabulary, own, g.Text) {
			score, text, ok := scoreSaid(s.Text)
			if s.Stage == "" || s.Stage == own || !ok || !reader.Own(rule.ReStageName.ReplaceAllString(s.Text, " ")) {
				continue
			}
			stage, topic := stageAndTopic(s.Text, text)
			members := reader.Members(s.Text)
			if stage != s.Stage || !oneMember(members) {
				continue
			}
			if named, sure := catalogue.NamedIn(topic); sure && len(named) == 1 {
				name := s.Text[members[0].Start:members[0].End]
				out = append(out, StageScore{named[0], members[0].Code, name, stage, score, text, s.Text, g.At})
			}
		}
	}
	return out
}

// stageAndTopic are the stage and the topic that a sentence ties to its one score; empty
// where it does not.
func stageAndTopic(sentence, score string) (stage, topic string) {
	_, behind, _ := strings.Cut(sentence, score)
	before := strings.TrimSuffix(sentence[:len(sentence)-len(behind)], score)
	if m := reTopicThenStage.FindStringSubmatch(behind); m != nil {
		return strings.ToLower(m[2]), m[1]
	}
	if m := reStageThenTopic.FindStringSubmatch(behind); m != nil {
		return strings.ToLower(m[1]), m[2]
	}
	if m := reStageGave.FindStringSubmatch(before); m != nil {
		if t := reTopic.FindStringSubmatch(behind); t != nil {
			return strings.ToLower(m[1]), t[1]
		}
	}
	return "", ""
}

// oneMember reports whether all mentions are of one member.
func oneMember(mentions []prose.Mention) bool {
	for _, m := range mentions {
		if m.Code != mentions[0].Code {
			return false
		}
	}
	return len(mentions) > 0
}
