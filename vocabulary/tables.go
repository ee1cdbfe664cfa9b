package vocabulary

// Tables is the vocabulary as it is written down: what the YAML files of this
// package hold and what a user's file may add. Every field may be left out.
// What each means stands in the comments of the files.
type Tables struct {
	Members    []Member `yaml:"members"`
	NotMembers []string `yaml:"not_members"`
	Forums     []Forum  `yaml:"forums"`
	Areas      []Area   `yaml:"areas"`

	Headings          map[string][]string `yaml:"headings"` // by kind, see the Heading constants
	HeadingQualifiers []string            `yaml:"heading_qualifiers"`

	Columns       map[string][]string `yaml:"columns"`      // by kind, see the Column constants
	ColumnHeads   map[string][]string `yaml:"column_heads"` // of published tables, by kind, see the Head constants
	AverageLabels []string            `yaml:"average_labels"`
	AverageWords  []string            `yaml:"average_words"`
	AverageOf     []string            `yaml:"average_of"`
	SummaryLabels map[string][]string `yaml:"summary_labels"` // by kind, see the Summary constants
	Editions      map[string][]string `yaml:"editions"`       // by kind, see the Edition constants
	NotApplicable []string            `yaml:"not_applicable"`

	ScorePhrases         []string            `yaml:"score_phrases"`
	WeakScorePhrases     []string            `yaml:"weak_score_phrases"`
	NotFigureBefore      []string            `yaml:"not_figure_before"`
	FigureRanks          []string            `yaml:"figure_ranks"`
	RankPhrases          []string            `yaml:"rank_phrases"`
	ScaleWords           []string            `yaml:"scale_words"`
	StatementWords       []string            `yaml:"statement_words"`
	SceneWords           []string            `yaml:"scene_words"`
	ScaleJoins           []string            `yaml:"scale_joins"`
	PercentLeads         []string            `yaml:"percent_leads"`
	PercentFollows       []string            `yaml:"percent_follows"`
	WeakFigureWords      []string            `yaml:"weak_figure_words"`
	GoesOn               []string            `yaml:"goes_on"`
	BesideGoesOn         []string            `yaml:"beside_goes_on"`
	NotPercentBefore     []string            `yaml:"not_percent_before"`
	ConclusionOpeners    []string            `yaml:"conclusion_openers"`
	ConclusionPronouns   []string            `yaml:"conclusion_pronouns"`
	ScoreNouns           []string            `yaml:"score_nouns"`
	ScoreOwners          []string            `yaml:"score_owners"`
	ScoreCopulas         []string            `yaml:"score_copulas"`
	DueWords             []string            `yaml:"due_words"`
	MoveVerbs            []string            `yaml:"move_verbs"`
	FormerBetween        []string            `yaml:"former_between"`
	FormerBefore         []string            `yaml:"former_before"`
	ImproveVerbs         []string            `yaml:"improve_verbs"`
	ScoreKeepers         []string            `yaml:"score_keepers"`
	ScoreStands          []string            `yaml:"score_stands"`
	ScoreReplaced        []string            `yaml:"score_replaced"`
	Conditions           []string            `yaml:"conditions"`
	ScoreWords           []string            `yaml:"score_words"`
	ScoreFollowers       []string            `yaml:"score_followers"`
	EarlierWords         []string            `yaml:"earlier_words"`
	InterimWords         []string            `yaml:"interim_words"`
	CoveredSpells        []string            `yaml:"covered_spells"`
	ConclusionCompliance map[string][]string `yaml:"conclusion_compliance"` // by level: full, partial, none
	ScoreDenials         []string            `yaml:"score_denials"`
	Compliance           map[string][]string `yaml:"compliance"` // by level: full, partial, none, undecided
	MeritVerbs           []string            `yaml:"merit_verbs"`
	RecordWords          []string            `yaml:"record_words"`
	ComplyVerbs          []string            `yaml:"comply_verbs"`
	KeepVerbs            []string            `yaml:"keep_verbs"`
	KeptNouns            []string            `yaml:"kept_nouns"`
	LevelVerbs           []string            `yaml:"level_verbs"`
	LevelAdverbs         []string            `yaml:"level_adverbs"`
	LevelGoesOn          []string            `yaml:"level_goes_on"`
	LevelDenials         []string            `yaml:"level_denials"`
	ClaimWords           []string            `yaml:"claim_words"`
	TrialNouns           []string            `yaml:"trial_nouns"`
	ReachWords           []string            `yaml:"reach_words"`
	ShortfallWords       []string            `yaml:"shortfall_words"`
	NeedWords            []string            `yaml:"need_words"`
	SpellNouns           []string            `yaml:"spell_nouns"`
	OtherRules           []string            `yaml:"other_rules"`
	ContrastWords        []string            `yaml:"contrast_words"`
	OwnDeeds             []string            `yaml:"own_deeds"`
	KeepBases            []string            `yaml:"keep_bases"`
	KeptWholly           []string            `yaml:"kept_wholly"`
	LimitWords           []string            `yaml:"limit_words"`
	InsteadWords         []string            `yaml:"instead_words"`
	OthersWords          []string            `yaml:"others_words"`
	AgentWords           []string            `yaml:"agent_words"`
	AgentGoesOn          []string            `yaml:"agent_goes_on"`
	PassiveVerbs         []string            `yaml:"passive_verbs"`
	VerbParticles        []string            `yaml:"verb_particles"`
	UnkeptWords          []string            `yaml:"unkept_words"`
	PromisePointers      []string            `yaml:"promise_pointers"`
	Degrees              map[string][]string `yaml:"degrees"`          // by level: full, partial
	LevelAdjectives      map[string][]string `yaml:"level_adjectives"` // by level
	FigureWords          []string            `yaml:"figure_words"`
	NotFigureAfter       []string            `yaml:"not_figure_after"`
	NotAverageAfter      []string            `yaml:"not_average_after"`
	TableNotes           []string            `yaml:"table_notes"`
	OfWords              []string            `yaml:"of_words"`
	EveryWords           []string            `yaml:"every_words"`
	AssessedWords        []string            `yaml:"assessed_words"`
	NotEveryWords        []string            `yaml:"not_every_words"`

	Roles     map[string][]string `yaml:"roles"`  // by kind, free to choose
	Stages    map[string][]string `yaml:"stages"` // interim, final, preliminary
	Revisions []string            `yaml:"revisions"`

	Months            []Month  `yaml:"months"`
	MonthsWithCapital []string `yaml:"months_with_capital"`
	MadeVerbs         []string `yaml:"made_verbs"`
	PaperNouns        []string `yaml:"paper_nouns"`
	IssueVerbs        []string `yaml:"issue_verbs"`
	BarePrepositions  []string `yaml:"bare_prepositions"`
	MoneyWords        []string `yaml:"money_words"`
	SearchWords       []string `yaml:"search_words"`
	SeriesWords       []string `yaml:"series_words"`
	FileEndings       []string `yaml:"file_endings"`
	RepeatWords       []string `yaml:"repeat_words"`
	ActDateWords      []string `yaml:"act_date_words"`
	DatedNouns        []string `yaml:"dated_nouns"`
	BracketAccess     []string `yaml:"bracket_access"`
	AccessBehind      []string `yaml:"access_behind"`
	YearWords         []string `yaml:"year_words"`
	DateDayUnits      []string `yaml:"date_day_units"`
	DateMonthUnits    []string `yaml:"date_month_units"`
	DateYearUnits     []string `yaml:"date_year_units"`
	TalkForms         []string `yaml:"talk_forms"`
	WebMedia          []string `yaml:"web_media"`
	PageWords         []string `yaml:"page_words"`
	FurtherSources    []string `yaml:"further_sources"`
	TeamWords         []string `yaml:"team_words"`
	StageBeside       []string `yaml:"stage_beside"`
	InstitutionNouns  []string `yaml:"institution_nouns"`
	NumberLabels      []string `yaml:"number_labels"`
	ReadingWords      []string `yaml:"reading_words"`
	Weekdays          []string `yaml:"weekdays"`
	DateIntroducers   []string `yaml:"date_introducers"`
	DateParts         []string `yaml:"date_parts"`
	OtherDateBefore   []string `yaml:"other_date_before"`
	OtherDateClause   []string `yaml:"other_date_clause"`
	DeadlineBefore    []string `yaml:"deadline_before"`
	SearchVerbs       []string `yaml:"search_verbs"`
	TimeBefore        []string `yaml:"time_before"`
	DatedEvents       []string `yaml:"dated_events"`
	GoesOnWords       []string `yaml:"goes_on_words"`
	AheadWords        []string `yaml:"ahead_words"`
	AheadOpenings     []string `yaml:"ahead_openings"`
	AfterOpenings     []string `yaml:"after_openings"`
	AnswerWords       []string `yaml:"answer_words"`
	Participles       []string `yaml:"participles"`
	Auxiliaries       []string `yaml:"auxiliaries"`
	RelativeWords     []string `yaml:"relative_words"`
	ReportWords       []string `yaml:"report_words"`
	ActNouns          []string `yaml:"act_nouns"`
	OtherDateOpenings []string `yaml:"other_date_openings"`
	AgreementNouns    []string `yaml:"agreement_nouns"`
	ClauseOpeners     []string `yaml:"clause_openers"`
	AimWords          []string `yaml:"aim_words"`
	ForceVerbs        []string `yaml:"force_verbs"`
	CountEnds         []string `yaml:"count_ends"`
	CountedSums       []string `yaml:"counted_sums"`
	CountedVerbs      []string `yaml:"counted_verbs"`
	ComingWords       []string `yaml:"coming_words"`
	PastVerbs         []string `yaml:"past_verbs"`

	Currencies  []Currency   `yaml:"currencies"`
	Multipliers []Multiplier `yaml:"multipliers"`

	LocalCurrencies    []LocalCurrency     `yaml:"local_currencies"`
	CurrencyAdjectives []CurrencyAdjective `yaml:"currency_adjectives"`
	NumberWords        []NumberWord        `yaml:"number_words"`
	OrdinalWords       []NumberWord        `yaml:"ordinal_words"`

	AccessLabels       []string `yaml:"access_labels"`
	NoDate             []string `yaml:"no_date"`
	TranslationPhrases []string `yaml:"translation_phrases"`
	URLLabels          []string `yaml:"url_labels"`
	PublishedLabels    []string `yaml:"published_labels"`
	NotPlaces          []string `yaml:"not_places"`
	TranslationRemarks []string `yaml:"translation_remarks"`
	URLSchemes         []string `yaml:"url_schemes"`

	FigureAfter       []string `yaml:"figure_after"`
	FigureBarriers    []string `yaml:"figure_barriers"`
	FigureSeparators  []string `yaml:"figure_separators"`
	OrganizationWords []string `yaml:"organization_words"`
	PressWords        []string `yaml:"press_words"`
	Communications    []string `yaml:"communications"`
	TalkMeans         []string `yaml:"talk_means"`
	AuthorWords       []string `yaml:"author_words"`
	Places            []string `yaml:"places"`
	RangeWords        []string `yaml:"range_words"`
	ListWords         []string `yaml:"list_words"`
	ActionObjects     []string `yaml:"action_objects"`
	Abbreviations     []string `yaml:"abbreviations"`
	CompoundStarts    []string `yaml:"compound_starts"`
	SolidWords        []string `yaml:"solid_words"`
	WordEnds          []string `yaml:"word_ends"`
	Hanging           []string `yaml:"hanging"`

	AwardWords     []string `yaml:"award_words"`
	NotAwardBefore []string `yaml:"not_award_before"`
	PromiseLabels  []string `yaml:"promise_labels"`
	ChapterWords   []string `yaml:"chapter_words"`
	PromiseWords   []string `yaml:"promise_words"`
	ParagraphWords []string `yaml:"paragraph_words"`
	DocumentWords  []string `yaml:"document_words"`
	SourceLabels   []string `yaml:"source_labels"`
	BeginningWords []string `yaml:"beginning_words"`
	EndingWords    []string `yaml:"ending_words"`
	DutyWords      []string `yaml:"duty_words"`
	OnwardWords    []string `yaml:"onward_words"`
	DefiningWords  []string `yaml:"defining_words"`
	Copulas        []string `yaml:"copulas"`
	KindOpenings   []string `yaml:"kind_openings"`
	NotTerms       []string `yaml:"not_terms"`
	SummitPlaces   []string `yaml:"summit_places"`
}

// Member is a state or union that reports assess.
type Member struct {
	Code          string   `yaml:"code"` // ISO 3166-1 alpha-3, EU or AU
	Name          string   `yaml:"name"` // the usual English name
	Also          []string `yaml:"also"` // other names
	Abbreviations []string `yaml:"abbreviations"`
	Heads         []string `yaml:"heads"`  // further names of columns of data files
	Alpha2        string   `yaml:"alpha2"` // ISO 3166-1 alpha-2, read only beside others of its kind
	Cow           []CowID  `yaml:"cow"`    // the earliest first
}

// CowID is a member's number in the Correlates of War project's list of states.
type CowID struct {
	Number int `yaml:"number"`
	To     int `yaml:"to"` // the last year; 0: still
}

// Area is an issue area and the names that are printed for it.
type Area struct {
	Name string   `yaml:"name"`
	Also []string `yaml:"also"`
}

// Forum is a group of members that holds summits.
type Forum struct {
	Name    string       `yaml:"name"`
	Also    []string     `yaml:"also"`
	Family  string       `yaml:"family"`  // the name of the forum that it is under another name; empty: its own
	Members []Membership `yaml:"members"` // in the order in which reports list them
}

// Membership says when a member belonged to a forum, in years of summits,
// both included; 0 is open.
type Membership struct {
	Code string `yaml:"code"`
	From int    `yaml:"from"`
	To   int    `yaml:"to"`
}

// Month is a month by its number, 1 to 12, and its names.
type Month struct {
	Number int      `yaml:"number"`
	Names  []string `yaml:"names"`
	Beside []string `yaml:"beside"` // names that count only between a day and a year
}

// Currency is a currency and how amounts of it are written.
type Currency struct {
	Code  string   `yaml:"code"`  // ISO 4217; empty for marks that several currencies share
	Marks []string `yaml:"marks"` // before or behind the number
	Words []string `yaml:"words"` // behind it
}

// LocalCurrency is what marks mean in one member's section.
type LocalCurrency struct {
	Member string   `yaml:"member"` // its code
	Code   string   `yaml:"code"`   // ISO 4217
	Shared []string `yaml:"shared"` // marks and words of several currencies
	Own    []string `yaml:"own"`    // marks before a number that are money in this section only
	// OwnWords are money in this section only, behind a multiplier.
	OwnWords []string `yaml:"own_words"`
	Until    int      `yaml:"until"` // the last year in which it was money; 0: it still is
}

// CurrencyAdjective says in brackets behind an amount whose money it is.
type CurrencyAdjective struct {
	Code  string   `yaml:"code"` // ISO 4217
	Words []string `yaml:"words"`
}

// NumberWord is a number below a hundred in one word.
type NumberWord struct {
	Value int      `yaml:"value"`
	Words []string `yaml:"words"`
}

// Multiplier is a word behind a number that multiplies it.
type Multiplier struct {
	Power int      `yaml:"power"` // of ten, 0 to 15
	Words []string `yaml:"words"` // after a space
	Glued []string `yaml:"glued"` // right behind the digits
	Apart []string `yaml:"apart"` // after a space where a currency stands too, in exactly this case
	Marks []string `yaml:"marks"` // right before a currency's mark, in exactly this case
}

// plus is t and what u adds, u's entries behind t's. Neither is changed.
func (t Tables) plus(u Tables) Tables {
	t.Members = join(t.Members, u.Members)
	t.NotMembers = join(t.NotMembers, u.NotMembers)
	t.Forums = join(t.Forums, u.Forums)
	t.Areas = join(t.Areas, u.Areas)
	t.Headings = joinKinds(t.Headings, u.Headings)
	t.HeadingQualifiers = join(t.HeadingQualifiers, u.HeadingQualifiers)
	t.Columns = joinKinds(t.Columns, u.Columns)
	t.ColumnHeads = joinKinds(t.ColumnHeads, u.ColumnHeads)
	t.AverageLabels = join(t.AverageLabels, u.AverageLabels)
	t.AverageWords = join(t.AverageWords, u.AverageWords)
	t.AverageOf = join(t.AverageOf, u.AverageOf)
	t.SummaryLabels = joinKinds(t.SummaryLabels, u.SummaryLabels)
	t.Editions = joinKinds(t.Editions, u.Editions)
	t.NotApplicable = join(t.NotApplicable, u.NotApplicable)
	t.ScorePhrases = join(t.ScorePhrases, u.ScorePhrases)
	t.WeakScorePhrases = join(t.WeakScorePhrases, u.WeakScorePhrases)
	t.NotFigureBefore = join(t.NotFigureBefore, u.NotFigureBefore)
	t.FigureRanks = join(t.FigureRanks, u.FigureRanks)
	t.RankPhrases = join(t.RankPhrases, u.RankPhrases)
	t.ScaleWords = join(t.ScaleWords, u.ScaleWords)
	t.StatementWords = join(t.StatementWords, u.StatementWords)
	t.SceneWords = join(t.SceneWords, u.SceneWords)
	t.ScaleJoins = join(t.ScaleJoins, u.ScaleJoins)
	t.PercentLeads = join(t.PercentLeads, u.PercentLeads)
	t.PercentFollows = join(t.PercentFollows, u.PercentFollows)
	t.GoesOn = join(t.GoesOn, u.GoesOn)
	t.BesideGoesOn = join(t.BesideGoesOn, u.BesideGoesOn)
	t.WeakFigureWords = join(t.WeakFigureWords, u.WeakFigureWords)
	t.NotPercentBefore = join(t.NotPercentBefore, u.NotPercentBefore)
	t.ConclusionOpeners = join(t.ConclusionOpeners, u.ConclusionOpeners)
	t.ConclusionPronouns = join(t.ConclusionPronouns, u.ConclusionPronouns)
	t.ScoreNouns = join(t.ScoreNouns, u.ScoreNouns)
	t.ScoreOwners = join(t.ScoreOwners, u.ScoreOwners)
	t.ScoreCopulas = join(t.ScoreCopulas, u.ScoreCopulas)
	t.DueWords = join(t.DueWords, u.DueWords)
	t.MoveVerbs = join(t.MoveVerbs, u.MoveVerbs)
	t.FormerBetween = join(t.FormerBetween, u.FormerBetween)
	t.FormerBefore = join(t.FormerBefore, u.FormerBefore)
	t.ImproveVerbs = join(t.ImproveVerbs, u.ImproveVerbs)
	t.ScoreKeepers = join(t.ScoreKeepers, u.ScoreKeepers)
	t.ScoreStands = join(t.ScoreStands, u.ScoreStands)
	t.ScoreReplaced = join(t.ScoreReplaced, u.ScoreReplaced)
	t.Conditions = join(t.Conditions, u.Conditions)
	t.ScoreWords = join(t.ScoreWords, u.ScoreWords)
	t.ScoreFollowers = join(t.ScoreFollowers, u.ScoreFollowers)
	t.EarlierWords = join(t.EarlierWords, u.EarlierWords)
	t.InterimWords = join(t.InterimWords, u.InterimWords)
	t.CoveredSpells = join(t.CoveredSpells, u.CoveredSpells)
	t.ConclusionCompliance = joinKinds(t.ConclusionCompliance, u.ConclusionCompliance)
	t.ScoreDenials = join(t.ScoreDenials, u.ScoreDenials)
	t.Compliance = joinKinds(t.Compliance, u.Compliance)
	t.MeritVerbs = join(t.MeritVerbs, u.MeritVerbs)
	t.RecordWords = join(t.RecordWords, u.RecordWords)
	t.ComplyVerbs = join(t.ComplyVerbs, u.ComplyVerbs)
	t.KeepVerbs = join(t.KeepVerbs, u.KeepVerbs)
	t.KeptNouns = join(t.KeptNouns, u.KeptNouns)
	t.LevelVerbs = join(t.LevelVerbs, u.LevelVerbs)
	t.LevelAdverbs = join(t.LevelAdverbs, u.LevelAdverbs)
	t.LevelGoesOn = join(t.LevelGoesOn, u.LevelGoesOn)
	t.LevelDenials = join(t.LevelDenials, u.LevelDenials)
	t.ClaimWords = join(t.ClaimWords, u.ClaimWords)
	t.TrialNouns = join(t.TrialNouns, u.TrialNouns)
	t.ReachWords = join(t.ReachWords, u.ReachWords)
	t.ShortfallWords = join(t.ShortfallWords, u.ShortfallWords)
	t.NeedWords = join(t.NeedWords, u.NeedWords)
	t.SpellNouns = join(t.SpellNouns, u.SpellNouns)
	t.OtherRules = join(t.OtherRules, u.OtherRules)
	t.ContrastWords = join(t.ContrastWords, u.ContrastWords)
	t.OwnDeeds = join(t.OwnDeeds, u.OwnDeeds)
	t.KeepBases = join(t.KeepBases, u.KeepBases)
	t.KeptWholly = join(t.KeptWholly, u.KeptWholly)
	t.LimitWords = join(t.LimitWords, u.LimitWords)
	t.InsteadWords = join(t.InsteadWords, u.InsteadWords)
	t.OthersWords = join(t.OthersWords, u.OthersWords)
	t.AgentWords = join(t.AgentWords, u.AgentWords)
	t.AgentGoesOn = join(t.AgentGoesOn, u.AgentGoesOn)
	t.PassiveVerbs = join(t.PassiveVerbs, u.PassiveVerbs)
	t.VerbParticles = join(t.VerbParticles, u.VerbParticles)
	t.UnkeptWords = join(t.UnkeptWords, u.UnkeptWords)
	t.PromisePointers = join(t.PromisePointers, u.PromisePointers)
	t.Degrees = joinKinds(t.Degrees, u.Degrees)
	t.LevelAdjectives = joinKinds(t.LevelAdjectives, u.LevelAdjectives)
	t.FigureWords = join(t.FigureWords, u.FigureWords)
	t.NotFigureAfter = join(t.NotFigureAfter, u.NotFigureAfter)
	t.NotAverageAfter = join(t.NotAverageAfter, u.NotAverageAfter)
	t.TableNotes = join(t.TableNotes, u.TableNotes)
	t.OfWords = join(t.OfWords, u.OfWords)
	t.EveryWords = join(t.EveryWords, u.EveryWords)
	t.AssessedWords = join(t.AssessedWords, u.AssessedWords)
	t.NotEveryWords = join(t.NotEveryWords, u.NotEveryWords)
	t.Roles = joinKinds(t.Roles, u.Roles)
	t.Stages = joinKinds(t.Stages, u.Stages)
	t.Revisions = join(t.Revisions, u.Revisions)
	t.Months = join(t.Months, u.Months)
	t.MonthsWithCapital = join(t.MonthsWithCapital, u.MonthsWithCapital)
	t.PaperNouns = join(t.PaperNouns, u.PaperNouns)
	t.IssueVerbs = join(t.IssueVerbs, u.IssueVerbs)
	t.MadeVerbs = join(t.MadeVerbs, u.MadeVerbs)
	t.BarePrepositions = join(t.BarePrepositions, u.BarePrepositions)
	t.MoneyWords = join(t.MoneyWords, u.MoneyWords)
	t.SearchWords = join(t.SearchWords, u.SearchWords)
	t.SeriesWords = join(t.SeriesWords, u.SeriesWords)
	t.FileEndings = join(t.FileEndings, u.FileEndings)
	t.RepeatWords = join(t.RepeatWords, u.RepeatWords)
	t.ActDateWords = join(t.ActDateWords, u.ActDateWords)
	t.DatedNouns = join(t.DatedNouns, u.DatedNouns)
	t.BracketAccess = join(t.BracketAccess, u.BracketAccess)
	t.AccessBehind = join(t.AccessBehind, u.AccessBehind)
	t.YearWords = join(t.YearWords, u.YearWords)
	t.DateDayUnits = join(t.DateDayUnits, u.DateDayUnits)
	t.DateMonthUnits = join(t.DateMonthUnits, u.DateMonthUnits)
	t.DateYearUnits = join(t.DateYearUnits, u.DateYearUnits)
	t.TalkForms = join(t.TalkForms, u.TalkForms)
	t.WebMedia = join(t.WebMedia, u.WebMedia)
	t.PageWords = join(t.PageWords, u.PageWords)
	t.FurtherSources = join(t.FurtherSources, u.FurtherSources)
	t.TeamWords = join(t.TeamWords, u.TeamWords)
	t.StageBeside = join(t.StageBeside, u.StageBeside)
	t.InstitutionNouns = join(t.InstitutionNouns, u.InstitutionNouns)
	t.NumberLabels = join(t.NumberLabels, u.NumberLabels)
	t.ReadingWords = join(t.ReadingWords, u.ReadingWords)
	t.Weekdays = join(t.Weekdays, u.Weekdays)
	t.DateIntroducers = join(t.DateIntroducers, u.DateIntroducers)
	t.DateParts = join(t.DateParts, u.DateParts)
	t.OtherDateBefore = join(t.OtherDateBefore, u.OtherDateBefore)
	t.OtherDateClause = join(t.OtherDateClause, u.OtherDateClause)
	t.DeadlineBefore = join(t.DeadlineBefore, u.DeadlineBefore)
	t.SearchVerbs = join(t.SearchVerbs, u.SearchVerbs)
	t.TimeBefore = join(t.TimeBefore, u.TimeBefore)
	t.DatedEvents = join(t.DatedEvents, u.DatedEvents)
	t.GoesOnWords = join(t.GoesOnWords, u.GoesOnWords)
	t.AheadWords = join(t.AheadWords, u.AheadWords)
	t.AheadOpenings = join(t.AheadOpenings, u.AheadOpenings)
	t.AfterOpenings = join(t.AfterOpenings, u.AfterOpenings)
	t.AnswerWords = join(t.AnswerWords, u.AnswerWords)
	t.Participles = join(t.Participles, u.Participles)
	t.Auxiliaries = join(t.Auxiliaries, u.Auxiliaries)
	t.RelativeWords = join(t.RelativeWords, u.RelativeWords)
	t.ReportWords = join(t.ReportWords, u.ReportWords)
	t.ActNouns = join(t.ActNouns, u.ActNouns)
	t.OtherDateOpenings = join(t.OtherDateOpenings, u.OtherDateOpenings)
	t.AgreementNouns = join(t.AgreementNouns, u.AgreementNouns)
	t.ClauseOpeners = join(t.ClauseOpeners, u.ClauseOpeners)
	t.AimWords = join(t.AimWords, u.AimWords)
	t.ForceVerbs = join(t.ForceVerbs, u.ForceVerbs)
	t.CountEnds = join(t.CountEnds, u.CountEnds)
	t.CountedSums = join(t.CountedSums, u.CountedSums)
	t.CountedVerbs = join(t.CountedVerbs, u.CountedVerbs)
	t.ComingWords = join(t.ComingWords, u.ComingWords)
	t.PastVerbs = join(t.PastVerbs, u.PastVerbs)
	t.Currencies = join(t.Currencies, u.Currencies)
	t.Multipliers = join(t.Multipliers, u.Multipliers)
	t.LocalCurrencies = join(t.LocalCurrencies, u.LocalCurrencies)
	t.CurrencyAdjectives = join(t.CurrencyAdjectives, u.CurrencyAdjectives)
	t.NumberWords = join(t.NumberWords, u.NumberWords)
	t.OrdinalWords = join(t.OrdinalWords, u.OrdinalWords)
	t.AccessLabels = join(t.AccessLabels, u.AccessLabels)
	t.NoDate = join(t.NoDate, u.NoDate)
	t.TranslationPhrases = join(t.TranslationPhrases, u.TranslationPhrases)
	t.URLLabels = join(t.URLLabels, u.URLLabels)
	t.PublishedLabels = join(t.PublishedLabels, u.PublishedLabels)
	t.NotPlaces = join(t.NotPlaces, u.NotPlaces)
	t.TranslationRemarks = join(t.TranslationRemarks, u.TranslationRemarks)
	t.URLSchemes = join(t.URLSchemes, u.URLSchemes)
	t.FigureAfter = join(t.FigureAfter, u.FigureAfter)
	t.FigureBarriers = join(t.FigureBarriers, u.FigureBarriers)
	t.FigureSeparators = join(t.FigureSeparators, u.FigureSeparators)
	t.OrganizationWords = join(t.OrganizationWords, u.OrganizationWords)
	t.PressWords = join(t.PressWords, u.PressWords)
	t.Communications = join(t.Communications, u.Communications)
	t.TalkMeans = join(t.TalkMeans, u.TalkMeans)
	t.AuthorWords = join(t.AuthorWords, u.AuthorWords)
	t.Places = join(t.Places, u.Places)
	t.RangeWords = join(t.RangeWords, u.RangeWords)
	t.ListWords = join(t.ListWords, u.ListWords)
	t.ActionObjects = join(t.ActionObjects, u.ActionObjects)
	t.Abbreviations = join(t.Abbreviations, u.Abbreviations)
	t.CompoundStarts = join(t.CompoundStarts, u.CompoundStarts)
	t.SolidWords = join(t.SolidWords, u.SolidWords)
	t.WordEnds = join(t.WordEnds, u.WordEnds)
	t.Hanging = join(t.Hanging, u.Hanging)
	t.AwardWords = join(t.AwardWords, u.AwardWords)
	t.NotAwardBefore = join(t.NotAwardBefore, u.NotAwardBefore)
	t.PromiseLabels = join(t.PromiseLabels, u.PromiseLabels)
	t.ChapterWords = join(t.ChapterWords, u.ChapterWords)
	t.PromiseWords = join(t.PromiseWords, u.PromiseWords)
	t.ParagraphWords = join(t.ParagraphWords, u.ParagraphWords)
	t.DocumentWords = join(t.DocumentWords, u.DocumentWords)
	t.SourceLabels = join(t.SourceLabels, u.SourceLabels)
	t.BeginningWords = join(t.BeginningWords, u.BeginningWords)
	t.EndingWords = join(t.EndingWords, u.EndingWords)
	t.DutyWords = join(t.DutyWords, u.DutyWords)
	t.OnwardWords = join(t.OnwardWords, u.OnwardWords)
	t.DefiningWords = join(t.DefiningWords, u.DefiningWords)
	t.Copulas = join(t.Copulas, u.Copulas)
	t.KindOpenings = join(t.KindOpenings, u.KindOpenings)
	t.NotTerms = join(t.NotTerms, u.NotTerms)
	t.SummitPlaces = join(t.SummitPlaces, u.SummitPlaces)
	return t
}

func join[T any](a, b []T) []T {
	if len(b) == 0 {
		return a
	}
	return append(a[:len(a):len(a)], b...)
}

func joinKinds(a, b map[string][]string) map[string][]string {
	if len(b) == 0 {
		return a
	}
	sum := make(map[string][]string, len(a)+len(b))
	for kind, names := range a {
		sum[kind] = names
	}
	for kind, names := range b {
		sum[kind] = join(sum[kind], names)
	}
	return sum
}
