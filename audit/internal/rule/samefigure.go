package rule

import (
	"recount.invalid/recount/internal/lazyregexp"
	"recount.invalid/recount/model"
)

// reFigure is a number in a text.
var reFigure = lazyregexp.New(`[-+\x{2212}]?\d*[.,]?\d+`)

// SameFigure reports whether two findings are of one figure of a published table: of one row
// or one member, with a number in common that is stated.
func (f *Finding) SameFigure(other Finding) bool {
	if !(f.Row > 0 && f.Row == other.Row) && !(f.Member != "" && f.Member == other.Member) {
		return false
	}
	if f.Row > 0 && other.Row > 0 && f.Row != other.Row || f.Member != "" && other.Member != "" && f.Member != other.Member {
		return false
	}
	for _, a := range reFigure.FindAllString(f.Stated, -1) {
		for _, b := range reFigure.FindAllString(other.Stated, -1) {
			if x, y := figureOf(a), figureOf(b); x != nil && y != nil && x.Rat().Cmp(y.Rat()) == 0 {
				return true
			}
		}
	}
	return f.Stated == other.Stated
}

func figureOf(text string) *model.Decimal {
	for i := range text {
		if text[i] == ',' {
			text = text[:i] + "." + text[i+1:]
		}
	}
	d, err := model.ParseDecimal(text)
	if err != nil {
		return nil
	}
	return &d
}
