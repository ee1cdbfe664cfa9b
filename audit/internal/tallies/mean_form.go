package tallies

import (
	"recount.invalid/recount/audit/internal/rule"
	"recount.invalid/recount/model"
)

// UsualPlaces is the number of decimals with which means are printed where
// they are printed with any.
const UsualPlaces = 2

// mostUnits bounds the digits of a mean; more are no mean of scores, and could
// not be given further decimals.
const mostUnits = 1 << 40

// meansPrinted is how a report prints the means of its tables.
type meanForm struct {
	places int // most decimals
	// dropsZeros says that means have two decimals or more and none ends in a
	// zero: 0.50 was written 0.5 by a program, as numbers in JSON are.
	dropsZeros bool
}

// AsMean is a stated mean as it is compared: with the decimals with which it
// was printed. text is the printed words, empty where they were not kept.
//
// A number that went through a program has lost its trailing zeros, and 0.5
// stands for more values than 0.50. The printed words tell; without them, the
// other means of the report. A whole number beside means with decimals lost
// its zeros too, printed or not: taken literally it would stand for every mean
// within one half.
func AsMean(p *rule.Pass, d *model.Decimal, text string) *model.Decimal {
	if d == nil {
		return nil
	}
	form := meansPrinted(p)
	want := max(d.Places, min(meanPlaces(text), UsualPlaces))
	if want < UsualPlaces && text == "" && form.dropsZeros || want == 0 && form.places > 0 {
		want = UsualPlaces
	}
	out := *d
	for out.Places < want && -mostUnits < out.Units && out.Units < mostUnits {
		out.Units *= 10
		out.Places++
	}
	return &out
}

// meanPlaces is the number of decimals of the first number with decimals in
// the text that is no percentage.
func meanPlaces(text string) int {
	for i := 0; i < len(text); i++ {
		if !isDigit(text[i]) {
			continue
		}
		for i < len(text) && isDigit(text[i]) {
			i++
		}
		if i+1 >= len(text) || text[i] != '.' || !isDigit(text[i+1]) {
			continue
		}
		start := i + 1
		for i++; i < len(text) && isDigit(text[i]); i++ {
		}
		if i < len(text) && text[i] == '%' {
			continue
		}
		return i - start
	}
	return 0
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

var formOfMeans = rule.Keep(readMeanForm)

func meansPrinted(p *rule.Pass) meanForm { return formOfMeans.Of(p) }

// readMeanForm looks at all means of the report's tables.
func readMeanForm(p *rule.Pass) meanForm {
	form := meanForm{dropsZeros: true}
	see := func(d *model.Decimal) {
		if d != nil {
			form.places = max(form.places, d.Places)
			if d.Places >= UsualPlaces && d.Units%10 == 0 {
				form.dropsZeros = false
			}
		}
	}
	for i := range p.Report.Commitments {
		if a := p.Report.Commitments[i].Assessment; a != nil && a.Average != nil {
			see(a.Average.Value)
		}
	}
	for i := range p.Report.Matrices {
		m := &p.Report.Matrices[i]
		for r := range m.Rows {
			if a := m.Rows[r].Average; a != nil {
				see(a.Value)
			}
		}
		for _, a := range m.ColumnAverages {
			see(a.Value)
		}
	}
	form.dropsZeros = form.dropsZeros && form.places >= UsualPlaces
	return form
}
