package model

// SchemaReport is the version of the JSON that Report gives.
const SchemaReport = "recount/report@1"

// Report is a compliance report as parse understood it.
type Report struct {
	Schema          string          `json:"schema"`
	Source          Source          `json:"source"`
	Report          Info            `json:"report"`
	Commitments     []Commitment    `json:"commitments"`
	Footnotes       []Footnote      `json:"footnotes"`
	Matrices        []Matrix        `json:"matrices"`
	Rankings        []Ranking       `json:"rankings,omitempty"`
	Summaries       []Summary       `json:"summaries,omitempty"` // rows of a table of published scores that sum up others
	CommitmentsList []ListedPromise `json:"commitments_list"`
	Figures         []Figure        `json:"figures"`
	Sections        []Section       `json:"sections,omitempty"` // front and back matter: text outside the chapters
	Tables          []Table         `json:"tables,omitempty"`   // tables that were seen but are of no known kind
	RunningHeads    []RunningHead   `json:"running_heads,omitempty"`
	Checks          []Check         `json:"checks,omitempty"`
	Warnings        []Warning       `json:"warnings"`
	Corrections     []Correction    `json:"corrections,omitempty"` // what was changed by hand

	printed *Table // see Printed
}

// Info is what the report says of itself, on its cover and in its running
// heads.
type Info struct {
	Title      string   `json:"title,omitempty"`
	Forum      string   `json:"forum,omitempty"` // G7, G8, G20, BRICS as printed
	Summit     Summit   `json:"summit"`
	Stage      string   `json:"stage,omitempty"`     // interim, final, preliminary; empty where none is stated
	Revised    string   `json:"revised,omitempty"`   // the words that say so: "(revised)", "corrected on …"
	Period     *Period  `json:"period,omitempty"`    // the compliance period of the cover
	Published  string   `json:"published,omitempty"` // EDTF level 0
	PreparedBy []string `json:"prepared_by,omitempty"`
	// Periods are all statements of the compliance period in the document,
	// the cover's included, in page order.
	Periods []Period `json:"periods,omitempty"`
	// Cover are the paragraphs of the cover as printed.
	Cover []Text `json:"cover,omitempty"`
	At    At     `json:"at,omitempty"`
}

// Summit is the meeting whose promises are assessed.
type Summit struct {
	Name string `json:"name,omitempty"`
	Year int    `json:"year,omitempty"`
}

// Period is a span of days, both ends EDTF dates.
type Period struct {
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
	Text string `json:"text,omitempty"` // as printed
	At   At     `json:"at,omitempty"`
}

// Text is a paragraph, or several joined by line feeds: markers taken out,
// lines joined (the contract's rule for `text`).
type Text struct {
	Text      string `json:"text"`
	Footnotes []Ref  `json:"footnotes,omitempty"`
	At        At     `json:"at,omitempty"`
}

// Ref is a marker: the number of the footnote and where in the text it
// stood.
type Ref struct {
	Number int `json:"number"`
	Offset int `json:"offset"` // code points of the text before the marker
	At     At  `json:"at,omitempty"`
}

// Section is a headed stretch of text outside the chapters, or one of an
// unknown kind inside a chapter.
type Section struct {
	Heading    string `json:"heading,omitempty"`
	Paragraphs []Text `json:"paragraphs"`
	At         At     `json:"at,omitempty"`
}

// Commitment is one chapter: a promise and its assessment.
type Commitment struct {
	Number         int          `json:"number"` // as printed, otherwise the place in the document from 1
	ID             string       `json:"id,omitempty"`
	Row            int          `json:"row,omitempty"`       // record number in a CSV of published scores, the header being 1; 0: not from a CSV
	SheetRow       int          `json:"sheet_row,omitempty"` // the row in which a spreadsheet shows that record, where it is another than row (titles above the header, blank lines); 0: the same
	Heading        *Text        `json:"heading,omitempty"`   // the chapter heading as printed
	IssueArea      string       `json:"issue_area,omitempty"`
	Title          string       `json:"title,omitempty"`
	Text           string       `json:"text,omitempty"` // the promise itself, quotation marks taken off
	Footnotes      []Ref        `json:"footnotes,omitempty"`
	SourceDocument string       `json:"source_document,omitempty"`
	At             At           `json:"at,omitempty"`
	Assessment     *Assessment  `json:"assessment,omitempty"`
	Background     []Text       `json:"background,omitempty"`
	Features       []Text       `json:"features,omitempty"`
	Definitions    []Definition `json:"definitions,omitempty"`
	Guidelines     []Level      `json:"guidelines,omitempty"` // the interpretive guidelines
	Rubric         []Level      `json:"rubric,omitempty"`     // the scoring table
	Director       string       `json:"compliance_director,omitempty"`
	LeadAnalyst    string       `json:"lead_analyst,omitempty"`
	People         []Person     `json:"people,omitempty"` // everybody named with a role, those two included
	Verdicts       []Verdict    `json:"verdicts,omitempty"`
	Other          []Section    `json:"other,omitempty"`   // sections of unknown heading
	Columns        []NamedValue `json:"columns,omitempty"` // further columns of a CSV of published scores, carried through
	// Headings are the section headings of the chapter as printed, in order.
	Headings []Heading `json:"headings,omitempty"`
}

// Heading is the heading of a section of a known kind.
type Heading struct {
	Kind string `json:"kind"` // commitment, assessment, background, features, definitions, guidelines, scoring, breakdown, …
	Text string `json:"text"`
	At   At     `json:"at,omitempty"`
}

// NamedValue is a column's head and a cell, both as they stand in a CSV of
// published scores.
type NamedValue struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Assessment is the chapter's table of scores.
type Assessment struct {
	Scores    []Score  `json:"scores"`
	Average   *Average `json:"average,omitempty"`
	Heads     []Text   `json:"heads,omitempty"`     // the heads of the table's columns as printed
	Footnotes []Ref    `json:"footnotes,omitempty"` // markers in cells that are no row of scores, each with its offset in the cell
	Repeats   []Repeat `json:"repeats,omitempty"`   // what a published table states once more, in the order of its rows
	At        At       `json:"at,omitempty"`
}

// Repeat is what a published table states once more of a commitment or a member: a second
// score of a member, and in a row of a long table a figure that other rows have otherwise.
type Repeat struct {
	Of       string   `json:"of"`               // score, average, member_average, or the head of a column
	Member   string   `json:"member,omitempty"` // whose row or column it is; empty where the name is unknown
	Name     string   `json:"name,omitempty"`   // as it stands
	Row      int      `json:"row,omitempty"`    // of a long table: record number, the header being 1
	SheetRow int      `json:"sheet_row,omitempty"`
	Column   string   `json:"column,omitempty"` // of a table with a column or row for each member: which one it is
	Text     string   `json:"text,omitempty"`
	Score    *int     `json:"score,omitempty"`
	Average  *Average `json:"average,omitempty"`
	First    string   `json:"first,omitempty"` // what stands elsewhere
	FirstRow int      `json:"first_row,omitempty"`
	Rows     int      `json:"rows,omitempty"` // how many others have that
	// Counted says that the averages count what stands in a second column as another member's.
	Counted bool `json:"counted,omitempty"`
}

// The kinds of Repeat.
const (
	RepeatScore         = "score"
	RepeatAverage       = "average"
	RepeatMemberAverage = "member_average"
)

// Score is one member's cell.
type Score struct {
	Member    string `json:"member"` // ISO 3166-1 alpha-3, EU or AU; empty where the name is unknown
	Name      string `json:"name"`   // as printed
	Score     *int   `json:"score"`  // nil: not applicable, not assessed or illegible; Text tells which
	Text      string `json:"text,omitempty"`
	Column    string `json:"column,omitempty"`    // none, partial, full: from where the score stands
	Footnotes []Ref  `json:"footnotes,omitempty"` // markers in the row's cells, each with its offset in the cell
	Row       int    `json:"row,omitempty"`       // in a published table with a row for each score: record number, the header being 1
	SheetRow  int    `json:"sheet_row,omitempty"` // where a spreadsheet shows that record, if elsewhere
	At        At     `json:"at,omitempty"`
}

// Average is a stated average: a mean on the scale −1 to +1, a percentage,
// or both.
type Average struct {
	Label   string   `json:"label,omitempty"` // the words that call it so: "Average", "Overall"
	Text    string   `json:"text,omitempty"`  // as printed
	Value   *Decimal `json:"value"`
	Percent *Decimal `json:"percent"`
	At      At       `json:"at,omitempty"`
}

// Definition is one entry of 'Definitions and Concepts'.
type Definition struct {
	Term      string `json:"term"`
	Text      string `json:"text"` // the whole paragraph, term included
	Footnotes []Ref  `json:"footnotes,omitempty"`
	At        At     `json:"at,omitempty"`
}

// Level is what one score asks for: a row of the scoring table, or a level
// of the interpretive guidelines with the paragraphs that belong to it.
type Level struct {
	Score     *int   `json:"score"`           // nil: text that belongs to no level
	Label     string `json:"label,omitempty"` // what stands in the score's place as printed
	Text      string `json:"text"`            // paragraphs joined by line feeds
	Footnotes []Ref  `json:"footnotes,omitempty"`
	At        At     `json:"at,omitempty"`
}

// Person is somebody named with a role.
type Person struct {
	Role string `json:"role"` // as printed, without the colon
	Name string `json:"name"`
	At   At     `json:"at,omitempty"`
}

// Verdict is a member's section of a chapter.
type Verdict struct {
	Member          string     `json:"member"`
	Name            string     `json:"name"`
	Heading         *Text      `json:"heading,omitempty"`
	HeadingScore    *int       `json:"heading_score"`
	Opening         *Statement `json:"opening,omitempty"`
	Actions         []Action   `json:"actions"`
	Closing         *Statement `json:"closing,omitempty"`
	Concluding      *Text      `json:"concluding,omitempty"` // the 'Thus, …' sentence
	ConcludingScore *int       `json:"concluding_score"`
	Analyst         string     `json:"analyst,omitempty"`
	At              At         `json:"at,omitempty"`
}

// Statement is an opening or a closing: what it says of compliance, and its
// words.
type Statement struct {
	Compliance string `json:"compliance,omitempty"` // full, partial, none: from the words
	Text       string `json:"text"`
	Footnotes  []Ref  `json:"footnotes,omitempty"`
	At         At     `json:"at,omitempty"`
}

// Action is one paragraph of evidence in a verdict.
type Action struct {
	Date      string   `json:"date,omitempty"`      // EDTF level 0
	DateText  string   `json:"date_text,omitempty"` // as printed
	Text      string   `json:"text"`
	Footnotes []Ref    `json:"footnotes"`
	Amounts   []Amount `json:"amounts,omitempty"`
	At        At       `json:"at,omitempty"`
}

// Amount is a sum of money named in an action.
type Amount struct {
	Currency string `json:"currency"` // ISO 4217 where the text makes it certain, otherwise empty
	Value    string `json:"value"`    // units of the currency in full, decimal digits
	Text     string `json:"text"`     // as printed
}

// Footnote is a note and what it cites.
type Footnote struct {
	Number        int    `json:"number"`
	Commitment    int    `json:"commitment,omitempty"` // number of the chapter it stands in; 0: outside the chapters
	Text          string `json:"text"`
	Title         string `json:"title,omitempty"`
	Publisher     string `json:"publisher,omitempty"`
	Place         string `json:"place,omitempty"`
	Published     string `json:"published,omitempty"` // EDTF level 0
	PublishedText string `json:"published_text,omitempty"`
	Accessed      string `json:"accessed,omitempty"` // EDTF level 0
	AccessedText  string `json:"accessed_text,omitempty"`
	Translation   string `json:"translation,omitempty"` // the words that say so
	URL           string `json:"url,omitempty"`
	At            At     `json:"at,omitempty"`
}

// Matrix is a summary table of commitments × members.
type Matrix struct {
	Title          string          `json:"title,omitempty"`
	Members        []string        `json:"members"` // codes in the order of the columns
	Names          []string        `json:"names,omitempty"`
	Rows           []MatrixRow     `json:"rows"`
	ColumnAverages []ColumnAverage `json:"column_averages,omitempty"`
	Overall        *Average        `json:"overall,omitempty"`
	Heads          []Text          `json:"heads,omitempty"`     // heads and labels of rows that are neither a member nor a commitment
	Notes          []Text          `json:"notes,omitempty"`     // the legend under the table
	Footnotes      []Ref           `json:"footnotes,omitempty"` // markers in members' heads and averages, each with its offset in the cell
	At             At              `json:"at,omitempty"`
}

// MatrixRow is one commitment's row; Scores, Cells and CellsAt run parallel to
// the matrix' Members.
type MatrixRow struct {
	Number    int      `json:"number"`
	ID        string   `json:"id,omitempty"`
	Label     string   `json:"label"`
	Scores    []*int   `json:"scores"`
	Cells     []string `json:"cells,omitempty"`    // as printed
	CellsAt   []At     `json:"cells_at,omitempty"` // where each cell's text stands; empty for one without text
	Average   *Average `json:"average,omitempty"`
	Footnotes []Ref    `json:"footnotes,omitempty"` // markers in the row's cells, each with its offset in the cell
	At        At       `json:"at,omitempty"`
}

// Summary is a row of a table of published scores that sums up other rows: the
// head or the foot of a section, or of the whole table.
type Summary struct {
	Label    string          `json:"label"`             // as it stands, without the number of rows
	Section  string          `json:"section,omitempty"` // the section that it belongs to; empty: none
	Count    int             `json:"count,omitempty"`   // "N=36" in the label; 0: none is stated
	Row      int             `json:"row"`               // record number, the header being 1
	SheetRow int             `json:"sheet_row,omitempty"`
	Averages []ColumnAverage `json:"averages,omitempty"` // under the members
	Average  *Average        `json:"average,omitempty"`  // under the rows' averages
	Shares   []Share         `json:"shares,omitempty"`   // "26 of 44 (59%)"
	Columns  []NamedValue    `json:"columns,omitempty"`  // figures in other columns that have a head
}

// Share is how many of something there are, with their percentage, as a summary states it.
type Share struct {
	Member  string  `json:"member,omitempty"` // under whom it stands; empty: of everything
	Text    string  `json:"text"`
	Part    int     `json:"part"`
	Whole   int     `json:"whole"`
	Percent Decimal `json:"percent"`
}

// ColumnAverage is a member's average over the commitments.
type ColumnAverage struct {
	Member  string   `json:"member"`
	Text    string   `json:"text,omitempty"`
	Value   *Decimal `json:"value"`
	Percent *Decimal `json:"percent"`
	At      At       `json:"at,omitempty"`
}

// Ranking is a table that orders members or commitments by their average.
type Ranking struct {
	Title     string        `json:"title,omitempty"`
	Heads     []Text        `json:"heads,omitempty"` // rows that are no entries, as printed
	Entries   []RankedEntry `json:"entries"`
	Footnotes []Ref         `json:"footnotes,omitempty"` // markers in cells that are no entry, each with its offset in the cell
	At        At            `json:"at,omitempty"`
}

// RankedEntry is one line of a ranking.
type RankedEntry struct {
	Rank      int      `json:"rank,omitempty"` // as printed; 0 where none is
	Label     string   `json:"label"`
	Member    string   `json:"member,omitempty"`
	Value     *Decimal `json:"value"`
	Percent   *Decimal `json:"percent"`
	Text      string   `json:"text,omitempty"`
	Footnotes []Ref    `json:"footnotes,omitempty"` // markers in the row's cells, each with its offset in the cell
	At        At       `json:"at,omitempty"`
}

// ListedPromise is one entry of the list of commitments in the front matter.
type ListedPromise struct {
	Number    int    `json:"number"`
	ID        string `json:"id,omitempty"`
	IssueArea string `json:"issue_area,omitempty"`
	Text      string `json:"text"`
	Footnotes []Ref  `json:"footnotes,omitempty"` // markers in the entry, each with its offset in the cell
	At        At     `json:"at,omitempty"`
}

// Figure is a score or percentage stated in running text.
type Figure struct {
	Text       string   `json:"text"` // as printed
	Value      *Decimal `json:"value"`
	Percent    *Decimal `json:"percent"`
	About      string   `json:"about,omitempty"`      // the words that it is about
	Sentence   string   `json:"sentence,omitempty"`   // the whole sentence
	Commitment int      `json:"commitment,omitempty"` // number of the chapter it stands in; 0: outside
	At         At       `json:"at,omitempty"`
}

// Table is a table of no known kind, cell by cell.
type Table struct {
	Title string     `json:"title,omitempty"`
	Rows  [][]string `json:"rows"`
	// SheetRows are the rows in which a spreadsheet shows each of Rows, from 1, for
	// published tables that have titles above the head or blank lines; absent where they
	// are 1, 2, 3 ….
	SheetRows []int `json:"sheet_rows,omitempty"`
	Footnotes []Ref `json:"footnotes,omitempty"` // markers in the cells, each with its offset in the cell
	At        At    `json:"at,omitempty"`
}

// SheetRow is where a spreadsheet shows a row of the table, from 1; 0 where that is the
// row's own number.
func (t *Table) SheetRow(row int) int {
	if row < 1 || row > len(t.SheetRows) || t.SheetRows[row-1] == row {
		return 0
	}
	return t.SheetRows[row-1]
}

// RunningHead is a line that was taken out because it belongs to the page
// rather than to the text: head, foot, page number.
type RunningHead struct {
	Text  string `json:"text"`  // page numbers written as #
	Pages []int  `json:"pages"` // from 1
	// Numbers are the page numbers that the line prints, parallel to Pages;
	// absent where it prints none.
	Numbers []int `json:"numbers,omitempty"`
}

// Warning is what the program saw and could not place, or could place in
// more than one way.
type Warning struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
	// About are JSON Pointers (RFC 6901) into the report, to the smallest
	// objects that may be wrong; what is missing is named at its parent or at
	// what stands before it. "/source" is the file as a whole.
	About    []string `json:"about,omitempty"`
	Readings []string `json:"readings,omitempty"` // where two readings compete: both
	At       At       `json:"at,omitempty"`
}

// Check is something that the document says of itself, held against what was
// read.
type Check struct {
	Check    string   `json:"check"`              // contents, list, matrix, members, notes, sections
	Agrees   *bool    `json:"agrees"`             // nil: the document does not say
	Expected string   `json:"expected,omitempty"` // what the document says
	Found    string   `json:"found,omitempty"`    // what was read
	About    []string `json:"about,omitempty"`    // JSON Pointers as in Warning
}

// Correction is a value that was changed by hand, and what was read.
type Correction struct {
	Path string `json:"path"` // JSON Pointer (RFC 6901) of the value in the report
	Was  string `json:"was"`  // what was read, as JSON has it, a text without quotation marks; empty for nothing
	Now  string `json:"now"`
	By   string `json:"by,omitempty"`
	On   string `json:"on,omitempty"` // EDTF level 0
	Why  string `json:"why,omitempty"`
}
