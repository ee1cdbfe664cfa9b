package blind

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
)

// Truth is what a paper prints, as its author wrote it down. What the author
// left open is not compared.
type Truth struct {
	Report      map[string]any `json:"report"`
	Commitments []Chapter      `json:"commitments"`
	Footnotes   []Note         `json:"footnotes"`
	Matrix      *Matrix        `json:"matrix"`
	ProseClaims []Claim        `json:"prose_claims"`
	Planted     []Defect       `json:"planted"`
	// Clean are the commitments without a defect: a finding there is a false
	// alarm.
	Clean oneOrMore `json:"clean"`
}

// Chapter is the truth of one commitment.
type Chapter struct {
	Number         int     `json:"number"`
	ID             *string `json:"id"`
	IssueArea      *string `json:"issue_area"`
	Title          *string `json:"title"`
	SourceDocument *string `json:"source_document"`
	Director       *string `json:"compliance_director"`
	LeadAnalyst    *string `json:"lead_analyst"`
	Assessment     struct {
		Scores  map[string]*float64 `json:"scores"` // null: n/a is printed
		Average *float64            `json:"average"`
		Percent *float64            `json:"percent"`
	} `json:"assessment"`
	Definitions  []string  `json:"definitions"`
	RubricLevels []float64 `json:"rubric_levels"`
	Verdicts     []Verdict `json:"verdicts"`
}

// Verdict is the truth of one member's section.
type Verdict struct {
	Member          string   `json:"member"`
	HeadingScore    *float64 `json:"heading_score"`
	ConcludingScore *float64 `json:"concluding_score"`
	Opening         *string  `json:"opening"`
	Closing         *string  `json:"closing"`
	Analyst         *string  `json:"analyst"`
	Actions         []Action `json:"actions"`
}

// Action is the truth of one paragraph of evidence.
type Action struct {
	Date      string           `json:"date"`
	Footnotes []int            `json:"footnotes"`
	Chars     stated[float64]  `json:"chars"`
	Amounts   stated[[]string] `json:"amounts"` // currency and value, 'CAD64000000'
}

// Note is the truth of one footnote.
type Note struct {
	Commitment int            `json:"commitment"` // 0: the notes do not restart
	Number     int            `json:"number"`
	Published  stated[string] `json:"published"`
	Accessed   stated[string] `json:"accessed"`
	URL        stated[string] `json:"url"`
	Place      *string        `json:"place"`
	Translated stated[bool]   `json:"translated"`
}

// Matrix is the truth of the table of commitments × members. Rows and
// RowAverages are keyed by the commitment's number.
type Matrix struct {
	Members        []string                       `json:"members"`
	Rows           map[string]map[string]*float64 `json:"rows"`
	RowAverages    map[string]mean                `json:"row_averages"`
	ColumnAverages map[string]mean                `json:"column_averages"`
	Overall        *mean                          `json:"overall"`
}

// Claim is a figure that the running text states.
type Claim struct {
	Claim   string   `json:"claim"`
	Score   float64  `json:"score"`
	Percent *float64 `json:"percent"`
}

// Defect is one that was planted. Rules are the rules that may report it;
// where they are absent the rule follows from Rule or Kind.
type Defect struct {
	Kind   string   `json:"kind"`
	Rule   string   `json:"rule"`
	Rules  []string `json:"rules"`
	Where  string   `json:"where"`
	Detail string   `json:"detail"`
	// Member is the code of the member that it is about; empty where the author names none.
	Member text `json:"member"`
	// Printed and Expected are what stands there and what should, Consequences what else
	// does not fit for it, in the author's form.
	Printed      json.RawMessage `json:"printed"`
	Expected     json.RawMessage `json:"expected"`
	Consequences json.RawMessage `json:"consequences"`
}

// text is a string; whatever else stands in its place is none.
type text string

// UnmarshalJSON reads a string.
func (t *text) UnmarshalJSON(b []byte) error {
	if bytes.HasPrefix(b, []byte(`"`)) {
		return json.Unmarshal(b, (*string)(t))
	}
	return nil
}

// name is what the author calls the defect.
func (d Defect) name() string {
	if d.Rule != "" {
		return d.Rule
	}
	return d.Kind
}

// stated is a field that the truth may leave out, which is not the same as
// null: null says that the document prints nothing there.
type stated[T any] struct {
	is    bool
	value *T
}

// UnmarshalJSON is called only where the field is there.
func (s *stated[T]) UnmarshalJSON(b []byte) error {
	s.is = true
	return json.Unmarshal(b, &s.value)
}

// mean is an average, alone or as a pair with its percentage.
type mean struct{ value, percent *float64 }

// UnmarshalJSON reads 0.67 and [0.67, 83].
func (m *mean) UnmarshalJSON(b []byte) error {
	if !bytes.HasPrefix(b, []byte("[")) {
		return json.Unmarshal(b, &m.value)
	}
	var both [2]*float64
	err := json.Unmarshal(b, &both)
	m.value, m.percent = both[0], both[1]
	return err
}

// oneOrMore are numbers; one may stand without the list around it.
type oneOrMore []int

// UnmarshalJSON reads 2 and [2, 3].
func (o *oneOrMore) UnmarshalJSON(b []byte) error {
	if bytes.HasPrefix(b, []byte("[")) {
		return json.Unmarshal(b, (*[]int)(o))
	}
	var one *int
	err := json.Unmarshal(b, &one)
	if one != nil {
		*o = oneOrMore{*one}
	}
	return err
}

// ReadTruth reads the truth of one paper.
func ReadTruth(path string) (*Truth, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	t := new(Truth)
	if err := json.Unmarshal(b, t); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return t, nil
}
