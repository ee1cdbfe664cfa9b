package front

import (
	"fmt"
	"strings"

	"recount.invalid/recount/audit/internal/elsewhere"
	"recount.invalid/recount/audit/internal/frontmatter"
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
)

var (
	// reReportTitle finds a title of a compliance report that names its stage;
	// the stage stands before or behind the summit.
	reReportTitle = lazyregexp.NewWith(`(?i)\b(interim|final|preliminary)\s+(?:[\p{L}0-9.'\x{2019}-]+\s+){0,6}?compliance\s+(?:report|results|assessment)\b`, "interim", "final", "preliminary")
	// reSpeaksOfItself finds the beginning of a sentence in which a report says
	// of what stage it is. "The final report will …" says nothing of this one.
	reSpeaksOfItself = lazyregexp.NewWith(`(?i)^(?:this|the\s+present)\s+(?:is\s+(?:an|the|a)\s+)?(interim|final|preliminary)\s+(?:[\p{L}-]+\s+){0,3}?report\b`, "interim", "final", "preliminary")
	// reReviews finds the verbs with which a report says in its first sentence
	// what it does.
	reReviews = lazyregexp.New(`(?i)\b(?:reviews|assesses|analy[sz]es|covers|examines|evaluates|presents|measures|monitors|deals\s+with)\b`)
)

// frontStage compares the stage in titles, in running heads and in what the
// text says of the report itself.
func frontStage(p *rule.Pass, front []frontmatter.FrontText) {
	own := p.Report.Report.Stage
	if own == "" {
		p.Undecided(1, "no stage (interim, final) was found")
		return
	}
	say := func(stage, quote string, at model.At) bool {
		if stage == "" {
			return false
		}
		p.Checked(1)
		if strings.EqualFold(stage, own) {
			return false
		}
		p.Found(rule.Finding{
			Message: fmt.Sprintf("The report calls itself %s, and %s in another place.", own, strings.ToLower(stage)),
			Stated:  own, Computed: strings.ToLower(stage), Quote: quote, At: at,
		})
		return true
	}
	for _, h := range p.Report.RunningHeads {
		if stage := onlyStage(h.Text); len(h.Pages) > 1 && say(stage, h.Text, nil) {
			return
		}
	}
	for _, t := range front {
		if t.Cover {
			// A sentence on the cover may speak of another report.
			if stage := onlyStage(t.Text); !strings.HasSuffix(t.Text, ".") && say(stage, t.Text, t.At) {
				return
			}
			if sentences := prose.Sentences(p.Vocabulary, t.Text); len(sentences) == 0 || !strings.HasSuffix(t.Text, ".") {
				continue
			}
		}
		for i, sp := range prose.Sentences(p.Vocabulary, t.Text) {
			s := t.Text[sp.Start:sp.End]
			if say(ownStage(p, s, i == 0 && t.Opens), s, t.At) {
				return
			}
		}
	}
}

// onlyStage is the stage that a title names, "" where it names none or two.
func onlyStage(title string) string {
	ms := reReportTitle.FindAllStringSubmatch(title, -1)
	if len(ms) != 1 || len(title) > 200 || len(rule.ReStageName.FindAllString(title, -1)) != 1 {
		return ""
	}
	return ms[0][1]
}

// ownStage is the stage that a sentence gives the report itself: "This interim
// report …", or, in a section's first sentence, the report's title as its
// subject.
func ownStage(p *rule.Pass, s string, opens bool) string {
	if m := reSpeaksOfItself.FindStringSubmatchIndex(s); m != nil {
		return s[m[2]:m[3]]
	}
	if !opens || !strings.HasPrefix(s, "The ") {
		return ""
	}
	m := reReportTitle.FindStringSubmatchIndex(s)
	if m == nil || m[0] > 80 || !namesOwnSummit(p, s[:m[1]]) {
		return ""
	}
	verb := reReviews.FindStringIndex(s[m[1]:])
	if verb == nil || rule.ReStageName.MatchString(s[m[1]:m[1]+verb[0]]) {
		return ""
	}
	return s[m[2]:m[3]]
}

// namesOwnSummit reports whether a text names the report's summit, by its name
// and by no other year.
func namesOwnSummit(p *rule.Pass, s string) bool {
	info := &p.Report.Report
	if info.Summit.Name == "" || !strings.Contains(s, info.Summit.Name) {
		return false
	}
	for _, y := range elsewhere.ReYearAlone.FindAllString(s, -1) {
		if rule.Atoi(y) != info.Summit.Year {
			return false
		}
	}
	return true
}
