package date

import (
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// ParsePeriod reads the first span in text both ends of which are printed as
// dates, such as a compliance period: '20 November 2034 to 5 October 2035'.
// Days of one month ('13 to 15 June 2024') are a meeting, not a period.
func ParsePeriod(v *vocabulary.Vocabulary, text string) (model.Period, bool) {
	if !strings.ContainsAny(text, "0123456789") {
		return model.Period{}, false
	}
	d := Read(v, text)
	defer d.Done()
	for i := 0; d.More(i); i++ {
		if d.t[i].Kind != NumberToken && d.t[i].Month == 0 {
			continue
		}
		s, ok := d.SpanFrom(i, d.Word(i-1) == "between")
		if !ok || !s.IsSpan {
			continue
		}
		from, to := s.A.first(), s.B.last()
		if from == "" || to == "" {
			continue
		}
		return model.Period{From: from, To: to, Text: d.Mention(s).Text}, true
	}
	return model.Period{}, false
}
