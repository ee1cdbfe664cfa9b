package vocabulary

// Kinds of section, as Heading gives them.
const (
	HeadingCommitment       = "commitment"
	HeadingAssessment       = "assessment"
	HeadingBackground       = "background"
	HeadingFeatures         = "features"
	HeadingDefinitions      = "definitions"
	HeadingGuidelines       = "guidelines" // interpretive guidelines
	HeadingScoring          = "scoring"    // the scoring table
	HeadingBreakdown        = "breakdown"  // the members' sections follow
	HeadingConclusion       = "conclusion"
	HeadingRecommendations  = "recommendations"
	HeadingNotes            = "notes" // references, endnotes
	HeadingContents         = "contents"
	HeadingPreface          = "preface"
	HeadingAcknowledgements = "acknowledgements"
	HeadingTeam             = "team" // who did the research
	HeadingSummary          = "summary"
	HeadingIntroduction     = "introduction"
	HeadingMethodology      = "methodology"
	HeadingList             = "list" // the list of commitments
	HeadingAppendix         = "appendix"
	HeadingAcronyms         = "acronyms"
)

var headingKinds = []string{
	HeadingCommitment, HeadingAssessment, HeadingBackground, HeadingFeatures, HeadingDefinitions, HeadingGuidelines,
	HeadingScoring, HeadingBreakdown, HeadingConclusion, HeadingRecommendations, HeadingNotes, HeadingContents,
	HeadingPreface, HeadingAcknowledgements, HeadingTeam, HeadingSummary, HeadingIntroduction, HeadingMethodology,
	HeadingList, HeadingAppendix, HeadingAcronyms,
}

// Kinds of column, as Column gives them.
const (
	ColumnNone       = "none"    // the scores of −1
	ColumnPartial    = "partial" // the scores of 0
	ColumnFull       = "full"    // the scores of +1
	ColumnAverage    = "average"
	ColumnScore      = "score" // scores of any value
	ColumnPercent    = "percent"
	ColumnMember     = "member"
	ColumnCommitment = "commitment"
	ColumnRank       = "rank"
	ColumnNumber     = "number" // of the commitment
	ColumnText       = "text"   // of the commitment
	ColumnChange     = "change" // from an earlier score to a later one
)

var columnKinds = []string{
	ColumnNone, ColumnPartial, ColumnFull, ColumnAverage, ColumnScore, ColumnPercent, ColumnMember, ColumnCommitment,
	ColumnRank, ColumnNumber, ColumnText, ColumnChange,
}

// Kinds of row that sum up rows of scores, as SummaryLabel gives them.
const (
	SummarySum    = "sum"    // of the scores
	SummaryCount  = "count"  // how many there are
	SummaryShare  = "share"  // of some scores among all
	SummarySpread = "spread" // the least, the greatest, the deviation
)

var summaryKinds = []string{SummarySum, SummaryCount, SummaryShare, SummarySpread}

// Levels of compliance. ComplianceUndecided is what phrases give that look
// like a level and are none ('has not fully complied').
const (
	ComplianceFull      = "full"
	CompliancePartial   = "partial"
	ComplianceNone      = "none"
	ComplianceUndecided = "undecided"
)

var complianceLevels = []string{ComplianceFull, CompliancePartial, ComplianceNone, ComplianceUndecided}

// Kinds of phrase before a verdict's score. A weak one counts only in a
// sentence that opens with a word that concludes.
const (
	ScoreStrong = "strong"
	ScoreWeak   = "weak"
)

// Stages of a report.
const (
	StageInterim     = "interim"
	StageFinal       = "final"
	StagePreliminary = "preliminary"
)

// Editions of a report, by words other than stages and years.
const (
	EditionEarlier = "earlier" // 'previous'
	EditionLater   = "later"   // 'current'
	EditionFirst   = "first"
	EditionSecond  = "second"
	editionOf      = "of" // words that may stand beside the others
)

var editionKinds = []string{EditionEarlier, EditionLater, EditionFirst, EditionSecond, editionOf}

var stageKinds = []string{StageInterim, StageFinal, StagePreliminary}

// List names one of the vocabulary's plain lists of words (see Has).
type List string

// The lists, named as in the files.
const (
	FigureWords List = "figure_words"
	// GoesOn are words that say that a table goes on over the page's end,
	// BesideGoesOn those that stand beside them in such a remark.
	GoesOn            List = "goes_on"
	BesideGoesOn      List = "beside_goes_on"
	NotFigureBefore   List = "not_figure_before"
	FigureRanks       List = "figure_ranks"
	RankPhrases       List = "rank_phrases"
	ScaleWords        List = "scale_words"
	StatementWords    List = "statement_words"
	SceneWords        List = "scene_words"
	ScaleJoins        List = "scale_joins" // between the ends of a scale
	PercentLeads      List = "percent_leads"
	PercentFollows    List = "percent_follows"
	WeakFigureWords   List = "weak_figure_words"
	NotPercentBefore  List = "not_percent_before"
	NotFigureAfter    List = "not_figure_after"
	NotAverageAfter   List = "not_average_after"
	TableNotes        List = "table_notes"
	OfWords           List = "of_words"
	EveryWords        List = "every_words"
	AssessedWords     List = "assessed_words"
	NotEveryWords     List = "not_every_words"
	ScoreDenials      List = "score_denials"
	ConclusionOpeners List = "conclusion_openers"
	// ConclusionPronouns stand for the member in the sentence with its score.
	ConclusionPronouns List = "conclusion_pronouns"
	// ScoreNouns are what a score is called, ScoreOwners the words right before
	// them in a member's own section, ScoreCopulas the verbs that say what it is,
	// DueWords those that say that it is right.
	ScoreNouns   List = "score_nouns"
	ScoreOwners  List = "score_owners"
	ScoreCopulas List = "score_copulas"
	DueWords     List = "due_words"
	// ScoreWords are further words that tie a figure to a judgment,
	// ScoreFollowers those that may stand right behind a score, EarlierWords
	// those that make it one of another time.
	ScoreWords     List = "score_words"
	ScoreFollowers List = "score_followers"
	EarlierWords   List = "earlier_words"
	// InterimWords make a report an earlier one, but neither a score nor the spell that
	// such a report covers itself (CoveredSpells: 'during the interim period').
	InterimWords  List = "interim_words"
	CoveredSpells List = "covered_spells"
	// MeritVerbs say that what was told of merits a score, RecordWords name it.
	MeritVerbs  List = "merit_verbs"
	RecordWords List = "record_words"
	// ComplyVerbs are the forms of 'comply', KeepVerbs those of 'keep' and the like,
	// which speak of compliance with one of KeptNouns behind them.
	ComplyVerbs List = "comply_verbs"
	KeepVerbs   List = "keep_verbs"
	KeptNouns   List = "kept_nouns"
	// LevelVerbs say a level of the member, LevelAdverbs may stand behind them,
	// LevelGoesOn behind the level, LevelDenials before the verb deny it.
	LevelVerbs   List = "level_verbs"
	LevelAdverbs List = "level_adverbs"
	LevelGoesOn  List = "level_goes_on"
	LevelDenials List = "level_denials"
	// ClaimWords say that what follows is somebody's claim, TrialNouns what might be or
	// was thought, SpellNouns what an earlier word makes another time, OtherRules what is
	// complied with besides a promise, ContrastWords begin a clause of others, OwnDeeds
	// are things of a member that comply for it.
	ClaimWords List = "claim_words"
	TrialNouns List = "trial_nouns"
	// ReachWords lead to a level, ShortfallWords say that it is not reached, NeedWords
	// what it takes.
	ReachWords     List = "reach_words"
	ShortfallWords List = "shortfall_words"
	NeedWords      List = "need_words"
	SpellNouns     List = "spell_nouns"
	OtherRules     List = "other_rules"
	ContrastWords  List = "contrast_words"
	OwnDeeds       List = "own_deeds"
	// KeepBases are the verbs of keeping as they stand behind 'did not' and 'failed to',
	// KeptWholly those that alone say that all was kept, LimitWords take that back.
	KeepBases  List = "keep_bases"
	KeptWholly List = "kept_wholly"
	LimitWords List = "limit_words"
	// InsteadWords stand before a score that is not given, OthersWords for other members.
	InsteadWords List = "instead_words"
	OthersWords  List = "others_words"
	// AgentWords lead to the member by whom a promise was kept, and AgentGoesOn goes on
	// behind the member; PassiveVerbs stand before the verb, VerbParticles behind it.
	// UnkeptWords say that it was not kept, PromisePointers stand before the promise.
	AgentWords      List = "agent_words"
	AgentGoesOn     List = "agent_goes_on"
	PassiveVerbs    List = "passive_verbs"
	VerbParticles   List = "verb_particles"
	UnkeptWords     List = "unkept_words"
	PromisePointers List = "promise_pointers"
	// MoveVerbs are the verbs by which compliance comes from one level to another.
	MoveVerbs List = "move_verbs"
	// FormerBetween may stand between 'from' and a former level.
	FormerBetween List = "former_between"
	// FormerBefore stand before a level that is left behind.
	FormerBefore List = "former_before"
	// ImproveVerbs are the verbs that leave a level behind with 'on'.
	ImproveVerbs List = "improve_verbs"
	// ScoreKeepers are the verbs by which a member goes on to have a score that it had.
	ScoreKeepers List = "score_keepers"
	// ScoreStands say that an earlier score is the score.
	ScoreStands List = "score_stands"
	// ScoreReplaced say that an earlier score gives way to another.
	ScoreReplaced List = "score_replaced"
	// Conditions make of a sentence with a score one on what might be.
	Conditions List = "conditions"
	// MadeVerbs are forms of the past by which something is made, BarePrepositions those
	// behind which 'that' points to something.
	MadeVerbs        List = "made_verbs"
	PaperNouns       List = "paper_nouns" // in which something is answered
	IssueVerbs       List = "issue_verbs" // by which papers are given out
	BarePrepositions List = "bare_prepositions"
	// MoneyWords stand behind a currency's adjective, SearchWords open a note on a search of
	// the authors' own.
	MoneyWords  List = "money_words"
	SearchWords List = "search_words"
	// FileEndings end the names of files in addresses.
	FileEndings List = "file_endings"
	// SeriesWords name a number in a series of papers.
	SeriesWords List = "series_words"
	// AheadOpenings and AfterOpenings open a phrase of what is to come and of what was.
	AheadOpenings List = "ahead_openings"
	AfterOpenings List = "after_openings"
	// RepeatWords point to the note before and are no title ('Ibid.').
	RepeatWords List = "repeat_words"
	// ActDateWords stand between an act's number and its day.
	ActDateWords List = "act_date_words"
	// DatedNouns and numbers of acts stand before a preposition and their own day ('sitting of').
	DatedNouns List = "dated_nouns"
	// BracketAccess stand before such a day at the beginning of square brackets.
	BracketAccess List = "bracket_access"
	// AccessBehind stand right behind the day on which a source was read ('2031年5月6日閲覧').
	AccessBehind List = "access_behind"
	// YearWords stand behind a year and say that it is one ('2031 года').
	YearWords List = "year_words"
	// DateYearUnits stand behind the figures of a year, DateMonthUnits and DateDayUnits
	// behind those of a month and a day ('2031年5月6日').
	DateYearUnits  List = "date_year_units"
	DateMonthUnits List = "date_month_units"
	DateDayUnits   List = "date_day_units"
	// TalkForms stand before a word of Communications whose talk was never printed.
	TalkForms List = "talk_forms"
	// WebMedia name the medium before the day of access, between full stops.
	WebMedia List = "web_media"
	// PageWords stand beside the number of a page, a column or a paragraph.
	PageWords List = "page_words"
	// FurtherSources point from one source to another ('see also').
	FurtherSources List = "further_sources"
	// TeamWords end what stands in brackets behind the name of one of a team.
	TeamWords List = "team_words"
	// StageBeside may stand beside a stage in a line that says nothing else.
	StageBeside List = "stage_beside"
	// InstitutionNouns end the name of who prepares reports.
	InstitutionNouns List = "institution_nouns"
	// NumberLabels stand before a number that is no day.
	NumberLabels List = "number_labels"
	// ReadingWords tell of the day on which a source was read.
	ReadingWords    List = "reading_words"
	Weekdays        List = "weekdays"
	DateIntroducers List = "date_introducers"
	DateParts       List = "date_parts"
	OtherDateBefore List = "other_date_before"
	OtherDateClause List = "other_date_clause"
	DeadlineBefore  List = "deadline_before"
	// SearchVerbs are what analysts do who look for actions.
	SearchVerbs       List = "search_verbs"
	TimeBefore        List = "time_before"
	DatedEvents       List = "dated_events"
	GoesOnWords       List = "goes_on_words"
	AheadWords        List = "ahead_words"
	AnswerWords       List = "answer_words"
	Participles       List = "participles"
	Auxiliaries       List = "auxiliaries"
	RelativeWords     List = "relative_words"
	ReportWords       List = "report_words"
	ActNouns          List = "act_nouns"
	OtherDateOpenings List = "other_date_openings"
	AgreementNouns    List = "agreement_nouns"
	ClauseOpeners     List = "clause_openers"
	AimWords          List = "aim_words"
	// ForceVerbs say that a rule entered into force; CountEnds stand before the day to
	// which CountedSums are counted, CountedVerbs behind it.
	ForceVerbs   List = "force_verbs"
	CountEnds    List = "count_ends"
	CountedSums  List = "counted_sums"
	CountedVerbs List = "counted_verbs"
	// ComingWords leave it open whether what is dated had happened.
	ComingWords List = "coming_words"
	// PastVerbs tell, beside MadeVerbs, of what has happened.
	PastVerbs       List = "past_verbs"
	PublishedLabels List = "published_labels"
	NotPlaces       List = "not_places"
	// TranslationRemarks are what says in brackets that a source was translated.
	TranslationRemarks List = "translation_remarks"
	FigureAfter        List = "figure_after"
	FigureBarriers     List = "figure_barriers"
	FigureSeparators   List = "figure_separators"
	OrganizationWords  List = "organization_words"
	PressWords         List = "press_words"
	Communications     List = "communications"
	TalkMeans          List = "talk_means"
	AuthorWords        List = "author_words"
	Places             List = "places"
	RangeWords         List = "range_words"
	ListWords          List = "list_words"
	ActionObjects      List = "action_objects"
	Abbreviations      List = "abbreviations"
	CompoundStarts     List = "compound_starts"
	SolidWords         List = "solid_words"
	WordEnds           List = "word_ends"
	Hanging            List = "hanging"
	AwardWords         List = "award_words"
	NotAwardBefore     List = "not_award_before"
	PromiseLabels      List = "promise_labels"
	// ChapterWords stand before the number of a chapter.
	ChapterWords List = "chapter_words"
	// PromiseWords are those of which every promise has one.
	PromiseWords   List = "promise_words"
	ParagraphWords List = "paragraph_words"
	DocumentWords  List = "document_words"
	// SourceLabels stand before the document from which a promise is quoted.
	SourceLabels List = "source_labels"
	// BeginningWords and EndingWords say of something that lasts on which day it
	// began and ended.
	BeginningWords List = "beginning_words"
	EndingWords    List = "ending_words"
	// DutyWords say what is to be done, OnwardWords behind a day that it is since.
	DutyWords   List = "duty_words"
	OnwardWords List = "onward_words"
	// DefiningWords stand between a term and what it means; NotTerms before them
	// are no term.
	DefiningWords List = "defining_words"
	NotTerms      List = "not_terms"
	// Copulas say what something is, KindOpenings begin the name of its kind behind
	// them.
	Copulas      List = "copulas"
	KindOpenings List = "kind_openings"
	// SummitPlaces are the names by which summits go.
	SummitPlaces List = "summit_places"
)
