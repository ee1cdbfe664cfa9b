package stages

import (
	"strconv"
	"unicode/utf8"

	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/model"
)

// NewReader is a reader that knows the report but not yet its
// commitments.
func NewReader(p *rule.Pass) prose.Reader {
	r := p.Report
	reader := prose.Reader{
		Vocabulary: p.Vocabulary,
		Forum:      r.Report.Forum, Summit: r.Report.Summit.Name, Stage: r.Report.Stage,
		Years: map[int]bool{}, Periods: map[string]bool{},
		Members: func(text string) []prose.Mention {
			ms := p.Vocabulary.MembersIn(text)
			out := make([]prose.Mention, 0, len(ms))
			for _, m := range ms {
				out = append(out, prose.Mention{Code: m.Code, Span: prose.Span{Start: byteOffset(text, m.Start), End: byteOffset(text, m.End)}})
			}
			return out
		},
	}
	for y := range reportYears(r) {
		reader.Years[y] = true
	}
	for _, d := range ownPeriods(r) {
		if d.From != "" && d.To != "" {
			reader.Periods[d.From+"/"+d.To] = true
		}
	}
	return reader
}

// ownPeriods are the periods that the report states for itself.
func ownPeriods(r *model.Report) []model.Period {
	if r.Report.Period == nil {
		return r.Report.Periods
	}
	return append([]model.Period{*r.Report.Period}, r.Report.Periods...)
}

// reportYears are the years that belong to the report itself.
func reportYears(r *model.Report) map[int]bool {
	years := map[int]bool{}
	if r.Report.Summit.Year > 0 {
		years[r.Report.Summit.Year] = true
	}
	for _, d := range ownPeriods(r) {
		for _, s := range []string{d.From, d.To} {
			if len(s) >= 4 {
				years[rule.Atoi(s[:4])] = true
			}
		}
	}
	return years
}

// byteOffset turns an offset in code points into one in bytes.
func byteOffset(s string, points int) int {
	i := 0
	for ; points > 0 && i < len(s); points-- {
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return i
}

// NamedCommitment puts the number of the chapter for "this commitment", so
// that the grammar sees whose figure it is.
func NamedCommitment(sentence string, number int) string {
	return rule.ReThisCommitment.ReplaceAllString(sentence, "commitment "+strconv.Itoa(number))
}
