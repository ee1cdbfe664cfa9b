package queue

// Widget is how a value is edited.
type Widget string

// The widgets.
const (
	Score  Widget = "score"  // −1, 0, +1, n/a
	Date   Widget = "date"   // EDTF level 0
	Member Widget = "member" // a code
	Whole  Widget = "whole"  // a whole number
	Number Widget = "number" // decimals as printed
	Text   Widget = "text"   // one line
	Long   Widget = "long"   // paragraphs
	Level  Widget = "level"  // full, partial, none
	Stage  Widget = "stage"  // interim, final, preliminary
)

// field is a value of an object.
type field struct {
	name   string // path below the object; a last part of "*" is every entry of a list
	label  string
	widget Widget
	at     string // what below the object has its place, where it is not the object's own
}

// kind is a kind of object of a report that is shown with its values.
type kind struct {
	pattern string // of its pointers, "*" for an index
	group   string // the heading under which its objects stand
	label   string // what one is called; the values of labelBy follow
	labelBy []string
	fields  []field
}

// kinds are the objects that are shown, in the order of their groups.
var kinds = []kind{
	{"/report", "The report", "The report", nil, []field{
		{"title", "Title", Text, ""}, {"forum", "Forum", Text, ""}, {"summit/name", "Summit", Text, ""}, {"summit/year", "Year of the summit", Whole, ""},
		{"stage", "Stage", Stage, ""}, {"period/from", "Period from", Date, "period"}, {"period/to", "Period to", Date, "period"},
		{"published", "Published", Date, ""},
	}},
	{"/commitments_list/*", "List of commitments", "Entry", []string{"number"}, []field{
		{"number", "Number", Whole, ""}, {"id", "Serial", Text, ""}, {"text", "Text", Long, ""},
	}},
	{"/matrices/*/rows/*", "Summary table", "Row", []string{"label"}, []field{
		{"label", "Label", Text, ""}, {"id", "Serial", Text, ""}, {"scores/*", "Score", Score, ""},
		{"average/value", "Average", Number, "average"}, {"average/percent", "Percentage", Number, "average"},
	}},
	{"/matrices/*/column_averages/*", "Summary table", "Average of", []string{"member"}, []field{
		{"value", "Average", Number, ""}, {"percent", "Percentage", Number, ""},
	}},
	{"/matrices/*/overall", "Summary table", "Overall average", nil, []field{
		{"value", "Average", Number, ""}, {"percent", "Percentage", Number, ""},
	}},
	{"/rankings/*/entries/*", "Ranking", "Rank", []string{"label"}, []field{
		{"label", "Label", Text, ""}, {"value", "Average", Number, ""}, {"percent", "Percentage", Number, ""},
	}},
	{"/commitments/*", "Commitment", "Commitment", []string{"number", "title"}, []field{
		{"number", "Number", Whole, ""}, {"id", "Serial", Text, ""}, {"issue_area", "Issue area", Text, ""}, {"title", "Title", Text, ""},
		{"text", "Text", Long, ""}, {"source_document", "Source", Text, ""},
		{"compliance_director", "Compliance director", Text, ""}, {"lead_analyst", "Lead analyst", Text, ""},
	}},
	{"/commitments/*/assessment/scores/*", "Table of scores", "", []string{"name"}, []field{
		{"score", "Score", Score, ""}, {"name", "Name as printed", Text, ""}, {"member", "Member", Member, ""},
	}},
	{"/commitments/*/assessment/average", "Table of scores", "Average", nil, []field{
		{"value", "Average", Number, ""}, {"percent", "Percentage", Number, ""}, {"text", "As printed", Text, ""},
	}},
	{"/commitments/*/background/*", "Background", "Paragraph", nil, []field{{"text", "Text", Long, ""}}},
	{"/commitments/*/features/*", "Commitment features", "Paragraph", nil, []field{{"text", "Text", Long, ""}}},
	{"/commitments/*/definitions/*", "Definitions", "Definition", []string{"term"}, []field{{"term", "Term", Text, ""}, {"text", "Text", Long, ""}}},
	{"/commitments/*/guidelines/*", "Interpretive guidelines", "Level", []string{"label"}, []field{{"score", "Score", Score, ""}, {"text", "Text", Long, ""}}},
	{"/commitments/*/rubric/*", "Scoring table", "Level", []string{"label"}, []field{{"score", "Score", Score, ""}, {"text", "Text", Long, ""}}},
	{"/commitments/*/verdicts/*", "Sections of members", "Section on", []string{"name"}, []field{
		{"heading_score", "Score in the heading", Score, "heading"}, {"member", "Member", Member, "heading"},
		{"opening/compliance", "Level in the opening", Level, "opening"}, {"closing/compliance", "Level in the closing", Level, "closing"},
		{"concluding_score", "Score in the conclusion", Score, "concluding"}, {"analyst", "Analyst", Text, ""},
	}},
	{"/commitments/*/verdicts/*/actions/*", "Actions", "Action", []string{"date_text"}, []field{
		{"date", "Date", Date, ""}, {"text", "Text", Long, ""},
	}},
	{"/figures/*", "Figures in the text", "Figure", []string{"text"}, []field{
		{"text", "As printed", Text, ""}, {"value", "Average", Number, ""}, {"percent", "Percentage", Number, ""},
	}},
	{"/footnotes/*", "Notes", "Note", []string{"number"}, []field{
		{"number", "Number", Whole, ""}, {"text", "Text", Long, ""}, {"title", "Title", Text, ""}, {"publisher", "Publisher", Text, ""},
		{"place", "Place", Text, ""}, {"published", "Published", Date, ""}, {"accessed", "Accessed", Date, ""}, {"url", "Address", Text, ""},
	}},
}
