package rule

import (
	"encoding/json"
	"sort"

	"recount.invalid/recount/model"
)

// Finding says that two things in a report do not fit together. The zero
// value of a field means that it does not apply; in JSON it is null (contract,
// 'What audit gives').
type Finding struct {
	// Rule and Severity are filled in by Pass.Found: the rule's severity, but no
	// more than Warning where a person corrected what the finding rests on.
	Rule     string
	Severity Severity
	// Message is one or two sentences that stand by themselves: whose
	// figure, what is printed, what is counted.
	Message string
	// Commitment is the number of the chapter or matrix row, 0 for none.
	Commitment int
	// CommitmentID is the serial as printed, trimmed.
	CommitmentID string
	// Member is the member's code.
	Member string
	// Footnote is the number of the footnote, 0 for none.
	Footnote int
	// Row is the record number in a CSV of published scores, the header
	// being 1; 0 for none.
	Row int
	// SheetRow is where a spreadsheet shows that record, if elsewhere; it goes
	// into the message.
	SheetRow int
	// Stated is the figure or statement as printed.
	Stated string
	// Computed is what was counted instead, with the arithmetic.
	Computed string
	// Explanations say what would make the stated figure right, simplest
	// first, each checked by arithmetic. Empty where nothing simple fits.
	Explanations []string
	// Quote is the printed words that the finding rests on.
	Quote string
	// At is where they stand.
	At model.At
	// OfFigures says that the finding is of how the figures of a published table follow from
	// one another.
	OfFigures bool
	// Weighed says that the finding rests on all else in its sentence being right and on no
	// grammar: it is a warning at most.
	Weighed bool
}

// findingJSON is Finding in the contract's names and order.
type findingJSON struct {
	Rule         string   `json:"rule"`
	Severity     Severity `json:"severity"`
	Message      string   `json:"message"`
	Commitment   *int     `json:"commitment"`
	CommitmentID *string  `json:"commitment_id"`
	Member       *string  `json:"member"`
	Footnote     *int     `json:"footnote"`
	Row          *int     `json:"row"`
	Stated       *string  `json:"stated"`
	Computed     *string  `json:"computed"`
	Explanations []string `json:"explanations"`
	Quote        *string  `json:"quote"`
	At           model.At `json:"at"`
}

// MarshalJSON writes every key of the contract, null where it does not apply,
// and empty lists as [].
func (f Finding) MarshalJSON() ([]byte, error) {
	j := findingJSON{
		Rule: f.Rule, Severity: f.Severity, Message: f.Message,
		Commitment: optional(f.Commitment), CommitmentID: optional(f.CommitmentID),
		Member: optional(f.Member), Footnote: optional(f.Footnote), Row: optional(f.Row),
		Stated: optional(f.Stated), Computed: optional(f.Computed),
		Explanations: f.Explanations, Quote: optional(f.Quote), At: f.At,
	}
	if j.Explanations == nil {
		j.Explanations = []string{}
	}
	if j.At == nil {
		j.At = model.At{}
	}
	return json.Marshal(j)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (f *Finding) UnmarshalJSON(b []byte) error {
	var j findingJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return err
	}
	*f = Finding{
		Rule: j.Rule, Severity: j.Severity, Message: j.Message,
		Commitment: value(j.Commitment), CommitmentID: value(j.CommitmentID),
		Member: value(j.Member), Footnote: value(j.Footnote), Row: value(j.Row),
		Stated: value(j.Stated), Computed: value(j.Computed),
		Explanations: j.Explanations, Quote: value(j.Quote), At: j.At,
	}
	return nil
}

func optional[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

func value[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}

// SortFindings orders findings as a reader meets them in the document: by
// page, height and left edge, those without a place by commitment, row and
// footnote; then by rule and message, so that the order is total.
func SortFindings(fs []Finding) {
	sort.SliceStable(fs, func(i, j int) bool { return Less(fs[i], fs[j]) })
}

// Less orders findings as a reader meets them.
func Less(a, b Finding) bool {
	if c := a.At.Page() - b.At.Page(); c != 0 {
		return c < 0
	}
	if len(a.At) > 0 && len(b.At) > 0 {
		x, y := a.At[0].Box, b.At[0].Box
		if x.Top() != y.Top() {
			return x.Top() < y.Top()
		}
		if x.X0() != y.X0() {
			return x.X0() < y.X0()
		}
	}
	for _, c := range []int{
		a.Commitment - b.Commitment, a.Row - b.Row, a.Footnote - b.Footnote,
	} {
		if c != 0 {
			return c < 0
		}
	}
	for _, c := range [][2]string{
		{a.Rule, b.Rule}, {a.CommitmentID, b.CommitmentID}, {a.Member, b.Member},
		{a.Message, b.Message}, {a.Stated, b.Stated}, {a.Quote, b.Quote},
	} {
		if c[0] != c[1] {
			return c[0] < c[1]
		}
	}
	return false
}
