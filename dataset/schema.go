package dataset

import (
	"strings"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/dataset/internal/normal"
	"recount.invalid/recount/model"
)

// The values from which rows are made. Each carries the ids of what it
// belongs to and where it stands.
type (
	reportValue struct {
		place
		id, kind string
		report   *model.Report
		summit   summitRef
	}
	commitmentValue struct {
		place
		id, reportID string
		known        string
		c            *model.Commitment
		summit       summitRef
		stage        string
		serial       normal.SerialForm
		area, topic  string
	}
	scoreValue struct {
		place
		id, reportID, commitmentID string
		member, name, where        string
		score                      *int
		text, column, status       string
	}
	actionValue struct {
		place
		id, reportID, commitmentID string
		member, name               string
		position                   int
		a                          *model.Action
	}
	citationValue struct {
		place
		id, reportID, commitmentID string
		n                          *model.Footnote
	}
	actionCitationValue struct {
		place
		id, actionID, citationID string
		reportID                 string
		offset                   int
	}
	averageValue struct {
		place
		id, reportID, commitmentID string
		scope, member, text        string
		value, percent             *model.Decimal
		sum, count                 *int
		recomputed, asPercent      string
		verdict, why               string
	}
	definitionValue struct {
		place
		id, reportID, commitmentID string
		d                          *model.Definition
	}
	rubricValue struct {
		place
		id, reportID, commitmentID, source string
		l                                  *model.Level
	}
	findingValue struct {
		place
		id, reportID, commitmentID string
		f                          *audit.Finding
		cases                      int
	}
	correctionValue struct {
		place
		id, reportID string
		c            *model.Correction
	}
	problemValue struct {
		place
		id, reportID, sha256, kind, reason, advice string
	}
	fileValue struct {
		path, sha256, reportID, status, of string
		bytes                              int64
	}
)

// counts is the column that says whether a row belongs to the version that
// counts. A report alone does not know it: Writer.Report fills it.
func counts[T any](doc string) column[T] {
	return col("counts", Integer, doc, func(T) Cell { return integer(0) }).required()
}

const edtfDoc = "EDTF level 0 (YYYY-MM-DD, YYYY-MM, YYYY, or two days divided by a slash)"

var reportsTable = define("reports", "One row per report: a PDF that was read as a compliance report, or a table of published scores.", with([]column[reportValue]{
	col("report_id", String, "Id of the report, made from the file's SHA-256.", func(v reportValue) Cell { return text(v.id) }).required(),
	col("kind", String, "What it is: a report, or a table of published scores, whose rows may be of many summits.", func(v reportValue) Cell { return text(v.kind) }).required().values(kindReport, kindTable),
	col("sha256", String, "SHA-256 of the file.", func(v reportValue) Cell { return words(v.report.Source.SHA256) }).required(),
	col("sheet", String, "Sheet of the workbook, where several of it were read, each as a table of its own.", func(v reportValue) Cell { return text(model.Visible(v.report.Source.Sheet)) }),
	col("title", String, "Title on the cover.", func(v reportValue) Cell { return text(v.report.Report.Title) }),
	col("forum", String, "Forum as printed: G7, G8, G20, BRICS.", func(v reportValue) Cell { return text(v.report.Report.Forum) }),
	col("summit", String, "Name of the summit whose commitments are assessed.", func(v reportValue) Cell { return text(v.report.Report.Summit.Name) }),
	col("year", Integer, "Year of that summit.", func(v reportValue) Cell { return positive(v.report.Report.Summit.Year) }),
	col("summit_id", String, "That summit; empty for a table and where none was found.", func(v reportValue) Cell { return text(v.summit.id) }).refers("summits"),
	col("stage", String, "Stage of the report; empty where none was found.", func(v reportValue) Cell { return text(v.report.Report.Stage) }),
	col("revised", String, "The words that call the report revised or corrected.", func(v reportValue) Cell { return text(v.report.Report.Revised) }),
	col("period_from", Date, "First day of the compliance period.", func(v reportValue) Cell { return day(periodOf(v.report).From) }),
	col("period_to", Date, "Last day of the compliance period.", func(v reportValue) Cell { return day(periodOf(v.report).To) }),
	col("period_text", String, "The compliance period as printed.", func(v reportValue) Cell { return text(periodOf(v.report).Text) }),
	col("published", Date, "Day of publication printed in the report.", func(v reportValue) Cell { return day(v.report.Report.Published) }),
	col("prepared_by", String, "Who prepared the report, people and institutions; several divided by '; '. Places and addresses of the cover are left out.", func(v reportValue) Cell { return text(strings.Join(normal.Authors(v.report.Report.PreparedBy), "; ")) }),
	col("pages", Integer, "Pages of the file.", func(v reportValue) Cell { return integer(v.report.Source.Pages) }).required(),
	col("commitments", Integer, "Chapters found, one per commitment.", func(v reportValue) Cell { return integer(len(v.report.Commitments)) }).required(),
	col("warnings", Integer, "Warnings that reading gave; they are listed in table problems.", func(v reportValue) Cell { return integer(len(v.report.Warnings)) }).required(),
	col("fields", Integer, "Values that were read.", func(v reportValue) Cell { return integer(v.report.Extent().Fields) }).required(),
	col("objects_doubted", Integer, "Objects that warnings name as perhaps misread.", func(v reportValue) Cell { return integer(v.report.Extent().Doubted) }).required(),
	col("checks_disagreeing", String, "What the document says of itself and was not found so; several divided by ', '.", func(v reportValue) Cell { return text(v.report.Extent().Doubts()) }),
	col("producer", String, "Program that made the PDF, in its own words.", func(v reportValue) Cell { return text(model.Visible(v.report.Source.Producer)) }),
	col("reader", String, "Object reader that read the PDF.", func(v reportValue) Cell { return text(v.report.Source.Reader) }),
	col("repairs", String, "What had to be mended in the file to read it; several divided by ' | '. Empty for a sound file.", func(v reportValue) Cell { return text(strings.Join(v.report.Source.Repairs, " | ")) }),
}, places[reportValue]())...)

var commitmentsTable = define("commitments", "One row per commitment of a report: a chapter, or an entry of a list or summary table that has no chapter.", with([]column[commitmentValue]{
	col("commitment_id", String, "Id of the commitment in this report.", func(v commitmentValue) Cell { return text(v.id) }).required(),
	col("report_id", String, "Report that the commitment stands in.", func(v commitmentValue) Cell { return text(v.reportID) }).required().refers("reports"),
	col("promise_id", String, "The promise that it is: the same in the interim and the final report, a summary table and a published one, and when the PDF is saved anew.", func(v commitmentValue) Cell { return Cell{} }).refers("promises"),
	col("summit_id", String, "Summit at which it was made; empty where it is not known.", func(v commitmentValue) Cell { return text(v.summit.id) }).refers("summits"),
	col("forum", String, "Forum of that summit, as it was called then.", func(v commitmentValue) Cell { return text(v.summit.forum) }),
	col("year", Integer, "Year of that summit.", func(v commitmentValue) Cell { return positive(v.summit.year) }),
	col("stage", String, "Stage of the assessment; empty where none was found.", func(v commitmentValue) Cell { return text(v.stage) }),
	col("number", Integer, "Number as printed; where none was found, its place in the document from 1.", func(v commitmentValue) Cell { return integer(v.c.Number) }).required(),
	col("serial", String, "Serial of the commitment as printed. A spreadsheet may take it for a date: import the column as text.", func(v commitmentValue) Cell { return text(v.c.ID) }),
	col("serial_normal", String, "Serial in the form year-number; empty where none is certain.", func(v commitmentValue) Cell { return text(v.serial.Normal) }),
	col("serial_reason", String, "Why serial_normal is another than serial, or why it is empty.", func(v commitmentValue) Cell { return text(v.serial.Reason) }),
	col("issue_area", String, "Issue area as printed in the heading; without a chapter, in the list or the summary table.", func(v commitmentValue) Cell { return text(v.c.IssueArea) }),
	col("title", String, "Title behind the issue area, as printed there.", func(v commitmentValue) Cell { return text(v.c.Title) }),
	col("area", String, "Issue area under the name that counts areas together; empty for one that the program does not know.", func(v commitmentValue) Cell { return text(v.area) }),
	col("topic", String, "Title without blanks and marks around it; where the issue area is printed as 'Area: Topic', the topic.", func(v commitmentValue) Cell { return text(v.topic) }),
	col("text", String, "The commitment's words.", func(v commitmentValue) Cell { return text(v.c.Text) }),
	col("source_document", String, "Document in which the commitment was made.", func(v commitmentValue) Cell { return text(v.c.SourceDocument) }),
	col("compliance_director", String, "Compliance director named in the chapter.", func(v commitmentValue) Cell { return text(v.c.Director) }),
	col("lead_analyst", String, "Lead analyst named in the chapter.", func(v commitmentValue) Cell { return text(v.c.LeadAnalyst) }),
	col("known_from", String, "Where the row comes from.", func(v commitmentValue) Cell { return text(v.known) }).required().values("chapter", "list", "matrix", "published"),
	counts[commitmentValue]("1 where this is the version of the commitment that counts, otherwise 0; see 'The version that counts'."),
}, places[commitmentValue]())...)

var scoresTable = define("scores", "One row per commitment, member and place where a score is stated.", with([]column[scoreValue]{
	col("score_id", String, "Id of the row.", func(v scoreValue) Cell { return text(v.id) }).required(),
	col("report_id", String, "Report.", func(v scoreValue) Cell { return text(v.reportID) }).required().refers("reports"),
	col("commitment_id", String, "Commitment.", func(v scoreValue) Cell { return text(v.commitmentID) }).required().refers("commitments"),
	col("member", String, "Member: ISO 3166-1 alpha-3 code, EU or AU; empty where the name is not known.", func(v scoreValue) Cell { return text(v.member) }),
	col("member_name", String, "Member's name as printed.", func(v scoreValue) Cell { return text(v.name) }),
	col("stated_in", String, "Place where the score is stated: the chapter's table, the heading of the member's section, its concluding sentence, a summary matrix, or a table of published scores.", func(v scoreValue) Cell { return text(v.where) }).required().values("table", "heading", "closing", "matrix", "published"),
	col("score", Score, "−1, 0 or +1 as stated; empty where the member was not assessed or the cell cannot be read.", func(v scoreValue) Cell { return optional(v.score) }),
	col("status", String, statusDoc, func(v scoreValue) Cell { return text(v.status) }).required().values(statuses...),
	col("printed", String, "What is printed in the cell.", func(v scoreValue) Cell { return text(v.text) }),
	col("printed_column", String, "Column of the table in which the score stands.", func(v scoreValue) Cell { return text(v.column) }).values("none", "partial", "full"),
	counts[scoreValue]("1 for the one score of a member in the version of the commitment that counts, otherwise 0; see 'The version that counts'."),
}, places[scoreValue]())...)

var actionsTable = searched(define("actions", "One row per paragraph of evidence in a member's section.", with([]column[actionValue]{
	col("action_id", String, "Id of the action.", func(v actionValue) Cell { return text(v.id) }).required(),
	col("report_id", String, "Report.", func(v actionValue) Cell { return text(v.reportID) }).required().refers("reports"),
	col("commitment_id", String, "Commitment.", func(v actionValue) Cell { return text(v.commitmentID) }).required().refers("commitments"),
	col("member", String, "Member: ISO 3166-1 alpha-3 code, EU or AU.", func(v actionValue) Cell { return text(v.member) }),
	col("member_name", String, "Member's name as printed.", func(v actionValue) Cell { return text(v.name) }),
	col("position", Integer, "Place among the member's actions, from 1.", func(v actionValue) Cell { return integer(v.position) }).required(),
	col("date", Date, "Day of the action, the first one where there are several; empty where none was found.", func(v actionValue) Cell { return day(v.a.Date) }),
	col("date_edtf", String, "Date of the action as "+edtfDoc+".", func(v actionValue) Cell { return text(v.a.Date) }),
	col("date_text", String, "Date as printed.", func(v actionValue) Cell { return text(v.a.DateText) }),
	col("text", String, "The paragraph, footnote markers taken out.", func(v actionValue) Cell { return words(v.a.Text) }).required(),
	col("amounts", String, "Sums of money named in it: currency and units of the currency in full, several divided by '; '.", func(v actionValue) Cell { return text(amounts(v.a.Amounts)) }),
	col("footnotes", Integer, "Footnote markers in it.", func(v actionValue) Cell { return integer(len(v.a.Footnotes)) }).required(),
}, places[actionValue]())...), "text")

var citationsTable = searched(define("citations", "One row per footnote and what it cites.", with([]column[citationValue]{
	col("citation_id", String, "Id of the footnote in this report.", func(v citationValue) Cell { return text(v.id) }).required(),
	col("report_id", String, "Report.", func(v citationValue) Cell { return text(v.reportID) }).required().refers("reports"),
	col("commitment_id", String, "Commitment in whose chapter it stands; empty outside the chapters.", func(v citationValue) Cell { return text(v.commitmentID) }).refers("commitments"),
	col("number", Integer, "Number of the footnote as printed.", func(v citationValue) Cell { return integer(v.n.Number) }).required(),
	col("text", String, "The whole note.", func(v citationValue) Cell { return text(v.n.Text) }),
	col("title", String, "Title of the source.", func(v citationValue) Cell { return text(v.n.Title) }),
	col("publisher", String, "Publisher of the source.", func(v citationValue) Cell { return text(v.n.Publisher) }),
	col("place_published", String, "Place of publication.", func(v citationValue) Cell { return text(v.n.Place) }),
	col("published", Date, "Day of publication.", func(v citationValue) Cell { return day(v.n.Published) }),
	col("published_edtf", String, "Date of publication as "+edtfDoc+".", func(v citationValue) Cell { return text(v.n.Published) }),
	col("accessed", Date, "Day of access.", func(v citationValue) Cell { return day(v.n.Accessed) }),
	col("accessed_edtf", String, "Date of access as "+edtfDoc+".", func(v citationValue) Cell { return text(v.n.Accessed) }),
	col("translation", String, "The words that say who translated the source.", func(v citationValue) Cell { return text(v.n.Translation) }),
	col("url", String, "Address exactly as printed, line breaks taken out.", func(v citationValue) Cell { return text(v.n.URL) }),
}, places[citationValue]())...), "text")

var actionCitationsTable = define("action_citations", "One row per footnote marker in an action whose note was found.", with([]column[actionCitationValue]{
	col("action_citation_id", String, "Id of the marker.", func(v actionCitationValue) Cell { return text(v.id) }).required(),
	col("report_id", String, "Report.", func(v actionCitationValue) Cell { return text(v.reportID) }).required().refers("reports"),
	col("action_id", String, "Action in which the marker stands.", func(v actionCitationValue) Cell { return text(v.actionID) }).required().refers("actions"),
	col("citation_id", String, "Footnote that it points to.", func(v actionCitationValue) Cell { return text(v.citationID) }).required().refers("citations"),
	col("offset", Integer, "Unicode code points of the action's text before the marker.", func(v actionCitationValue) Cell { return integer(v.offset) }).required(),
}, places[actionCitationValue]())...)

var averagesTable = define("averages", "One row per average that a report states, beside what its scores give.", with([]column[averageValue]{
	col("average_id", String, "Id of the row.", func(v averageValue) Cell { return text(v.id) }).required(),
	col("report_id", String, "Report.", func(v averageValue) Cell { return text(v.reportID) }).required().refers("reports"),
	col("commitment_id", String, "Commitment; empty for averages over several.", func(v averageValue) Cell { return text(v.commitmentID) }).refers("commitments"),
	col("scope", String, "What is averaged: a chapter's table, a row, a column or the whole of a summary matrix.", func(v averageValue) Cell { return text(v.scope) }).required().values("commitment", "matrix-row", "matrix-column", "matrix-overall"),
	col("member", String, "Member, for the column of a matrix.", func(v averageValue) Cell { return text(v.member) }),
	col("stated_text", String, "The average as printed.", func(v averageValue) Cell { return text(v.text) }),
	col("stated_value", Number, "Stated mean on the scale −1 to +1.", func(v averageValue) Cell { return decimal(v.value) }),
	col("stated_percent", Number, "Stated percentage.", func(v averageValue) Cell { return decimal(v.percent) }),
	col("score_sum", Integer, "Sum of the scores averaged; with score_count it is the exact mean.", func(v averageValue) Cell { return optional(v.sum) }),
	col("score_count", Integer, "How many scores are averaged; members that were not assessed are left out.", func(v averageValue) Cell { return optional(v.count) }),
	col("recomputed_value", Number, "Mean of the scores, rounded to nine decimals.", func(v averageValue) Cell { return text(v.recomputed) }),
	col("recomputed_percent", Number, "(mean + 1) / 2 × 100, rounded to nine decimals.", func(v averageValue) Cell { return text(v.asPercent) }),
	col("verdict", String, "Whether the stated figure follows from the scores under an accepted rounding. 'undecided' where scores were not found or no convention is certain.", func(v averageValue) Cell { return text(v.verdict) }).required().values("agrees", "differs", "undecided"),
	col("verdict_reason", String, "Why the verdict is undecided; where the audit left several cases of the rule undecided, its reasons, divided by ' | '.", func(v averageValue) Cell { return text(v.why) }),
	counts[averageValue]("1 where the commitment's version counts; for an average over several commitments, where all that the report assesses counts; otherwise 0."),
}, places[averageValue]())...)

var definitionsTable = define("definitions", "One row per term that a chapter defines.", with([]column[definitionValue]{
	col("definition_id", String, "Id of the definition.", func(v definitionValue) Cell { return text(v.id) }).required(),
	col("report_id", String, "Report.", func(v definitionValue) Cell { return text(v.reportID) }).required().refers("reports"),
	col("commitment_id", String, "Commitment.", func(v definitionValue) Cell { return text(v.commitmentID) }).required().refers("commitments"),
	col("term", String, "The term.", func(v definitionValue) Cell { return text(v.d.Term) }),
	col("text", String, "The paragraph that defines it.", func(v definitionValue) Cell { return text(v.d.Text) }),
}, places[definitionValue]())...)

var rubricsTable = define("rubrics", "One row per level of a chapter's scoring table or interpretive guidelines.", with([]column[rubricValue]{
	col("rubric_id", String, "Id of the level.", func(v rubricValue) Cell { return text(v.id) }).required(),
	col("report_id", String, "Report.", func(v rubricValue) Cell { return text(v.reportID) }).required().refers("reports"),
	col("commitment_id", String, "Commitment.", func(v rubricValue) Cell { return text(v.commitmentID) }).required().refers("commitments"),
	col("source", String, "Which of the two texts it stands in.", func(v rubricValue) Cell { return text(v.source) }).required().values("scoring-table", "guidelines"),
	col("score", Score, "Score that the level gives; empty for text that belongs to no level.", func(v rubricValue) Cell { return optional(v.l.Score) }),
	col("text", String, "What the level asks for.", func(v rubricValue) Cell { return text(v.l.Text) }),
}, places[rubricValue]())...)

var findingsTable = define("findings", "One row per finding of the audit, and one per reason for which a rule left cases undecided.", with([]column[findingValue]{
	col("finding_id", String, "Id of the finding.", func(v findingValue) Cell { return text(v.id) }).required(),
	col("report_id", String, "Report.", func(v findingValue) Cell { return text(v.reportID) }).required().refers("reports"),
	col("commitment_id", String, "Commitment that it is about, where it is about one.", func(v findingValue) Cell { return text(v.commitmentID) }).refers("commitments"),
	col("rule", String, "Rule that found it; recount rules explains each.", func(v findingValue) Cell { return text(v.f.Rule) }).required(),
	col("severity", String, "How much it says.", func(v findingValue) Cell { return text(string(v.f.Severity)) }).required().values("error", "warning", "note", severityUndecided),
	col("cases", Integer, "1 for a finding; of undecided cases, how many there are for this reason.", func(v findingValue) Cell { return integer(v.cases) }).required(),
	col("message", String, "The finding in words; of undecided cases, the reason.", func(v findingValue) Cell { return words(v.f.Message) }).required(),
	col("member", String, "Member that it is about.", func(v findingValue) Cell { return text(v.f.Member) }),
	col("footnote", Integer, "Number of the footnote that it is about.", func(v findingValue) Cell { return positive(v.f.Footnote) }),
	col("stated", String, "Figure or statement as printed.", func(v findingValue) Cell { return text(v.f.Stated) }),
	col("computed", String, "What the scores give instead, with the arithmetic.", func(v findingValue) Cell { return text(v.f.Computed) }),
	col("explanations", String, "What would make the printed figure right, simplest first, divided by ' | '.", func(v findingValue) Cell { return text(strings.Join(v.f.Explanations, " | ")) }),
	col("quote", String, "The printed words that the finding rests on.", func(v findingValue) Cell { return text(v.f.Quote) }),
	// Filled by Writer.Report: the makers' words are no part of a reading.
	col("waived", String, "Why the makers of the data set accept the finding (waivers in recount.yaml); empty where they do not.", func(v findingValue) Cell { return Cell{} }),
}, places[findingValue]())...)

var filesTable = define("files", "One row per file that was found, read or not.",
	col("file", String, "Path of the file below the folder that was imported.", func(v fileValue) Cell { return text(v.path) }).required(),
	col("sha256", String, "SHA-256 of the file; empty where it could not be opened.", func(v fileValue) Cell { return text(v.sha256) }),
	col("bytes", Integer, "Size of the file.", func(v fileValue) Cell { return Cell{Set: true, Int: v.bytes} }).required(),
	col("report_id", String, "Report that was read from it; empty where none was, or several were.", func(v fileValue) Cell { return text(v.reportID) }).refers("reports"),
	col("status", String, "What became of it: read; the same bytes, or the same report, as another file (duplicate); not readable; readable, but no compliance report; a CSV, workbook or JSON of something else (other).", func(v fileValue) Cell { return text(v.status) }).required().values(StatusRead, StatusDuplicate, StatusUnreadable, StatusNoReport, StatusOther),
	col("duplicate_of", String, "The file that has the same bytes, or the same report (its JSON).", func(v fileValue) Cell { return text(v.of) }),
)

var problemsTable = define("problems", "One row per thing that was not read or could not be placed. What the audit left undecided is in table findings.", with([]column[problemValue]{
	col("problem_id", String, "Id of the row.", func(v problemValue) Cell { return text(v.id) }).required(),
	col("report_id", String, "Report; empty where the whole file could not be read.", func(v problemValue) Cell { return text(v.reportID) }).refers("reports"),
	col("sha256", String, "SHA-256 of the file.", func(v problemValue) Cell { return text(v.sha256) }),
	col("kind", String, "Kind of problem: 'file' for a file that was not read, otherwise the kind of warning.", func(v problemValue) Cell { return words(v.kind) }).required(),
	col("reason", String, "What is the matter.", func(v problemValue) Cell { return words(v.reason) }).required(),
	col("advice", String, "What to do about it.", func(v problemValue) Cell { return text(v.advice) }),
}, places[problemValue]())...)

var correctionsTable = define("corrections", "One row per value that was corrected by hand: what was read and what stands in the other tables now.", with([]column[correctionValue]{
	col("correction_id", String, "Id of the row.", func(v correctionValue) Cell { return text(v.id) }).required(),
	col("report_id", String, "Report.", func(v correctionValue) Cell { return text(v.reportID) }).required().refers("reports"),
	col("was", String, "The value that was read; empty for none.", func(v correctionValue) Cell { return text(v.c.Was) }),
	col("now", String, "The value that stands there now; empty for none.", func(v correctionValue) Cell { return text(v.c.Now) }),
	col("corrected_by", String, "Who corrected it.", func(v correctionValue) Cell { return text(v.c.By) }),
	col("corrected_on", String, "When, as "+edtfDoc+".", func(v correctionValue) Cell { return text(v.c.On) }),
	col("why", String, "Why.", func(v correctionValue) Cell { return text(v.c.Why) }),
}, places[correctionValue]())...)

// The states of a file.
const (
	StatusRead       = "read"
	StatusDuplicate  = "duplicate"
	StatusUnreadable = "unreadable"
	StatusNoReport   = "no-report"
	StatusOther      = "other"
)

// searched marks the columns that are searched in full text.
func searched[T any](k *kind[T], columns ...string) *kind[T] {
	k.Search = columns
	return k
}

// The tables by index, in an order in which each comes after the tables that
// it refers to.
const (
	tableSummits = iota
	tablePromises
	tableReports
	tableCommitments
	tableScores
	tableActions
	tableCitations
	tableActionCitations
	tableAverages
	tableDefinitions
	tableRubrics
	tableFindings
	tableFiles
	tableProblems
	tableCorrections
	tableMembers
	tablePanel
	tableConflicts
)

var tables = []*Table{
	tableSummits:         &summitsTable.Table,
	tablePromises:        &promisesTable.Table,
	tableReports:         &reportsTable.Table,
	tableCommitments:     &commitmentsTable.Table,
	tableScores:          &scoresTable.Table,
	tableActions:         &actionsTable.Table,
	tableCitations:       &citationsTable.Table,
	tableActionCitations: &actionCitationsTable.Table,
	tableAverages:        &averagesTable.Table,
	tableDefinitions:     &definitionsTable.Table,
	tableRubrics:         &rubricsTable.Table,
	tableFindings:        &findingsTable.Table,
	tableFiles:           &filesTable.Table,
	tableProblems:        &problemsTable.Table,
	tableCorrections:     &correctionsTable.Table,
	tableMembers:         &membersTable.Table,
	tablePanel:           &panelTable.Table,
	tableConflicts:       &conflictsTable.Table,
}

// Tables are all tables of a data set in their fixed order: each comes after
// the tables that it refers to. The caller must not change them.
func Tables() []*Table { return tables }
