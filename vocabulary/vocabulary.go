// Package vocabulary holds the words by which reports are read, as data:
// member names, section headings, column names, score phrases, roles, months,
// currencies, forums. The data stands in the YAML files of the folder data; a
// user's own file of the same form can add to it (With).
//
// The files are compiled into a Go table by go generate, because decoding
// them at every start would cost more than reading a report. A test fails
// when the table is older than the files.
package vocabulary

import (
	"bytes"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"sort"
	"strings"
	"sync"

	"recount.invalid/recount/internal/yamlfile"
)

//go:generate go run ./generate

//go:embed data/*.yaml
var files embed.FS

// Files gives the YAML files of the built-in vocabulary, as a pattern for a
// user's own.
func Files() fs.FS {
	sub, err := fs.Sub(files, "data")
	if err != nil { // the folder is embedded above
		return files
	}
	return sub
}

// Vocabulary is the words by which reports are read. It is read-only once
// made, so that several goroutines can share one.
type Vocabulary struct {
	layers       []Tables // the built-in one, then the users' additions
	tables       Tables
	members      memberIndex
	currencies   currencyIndex
	numberWords  map[string]int
	numberPairs  *pairs // with which numberWords begin
	ordinalWords map[string]int

	headings      map[string]string
	headingPairs  labelPairs // of headings
	qualifiers    map[string]bool
	columns       map[string]string
	heads         columnHeads
	averages      map[string]bool
	averageWords  map[string]bool // see Tables
	averageOf     map[string]bool
	summaries     map[string]string
	editions      map[string]string
	notApplicable map[string]bool
	roles         map[string]string
	stages        *PhraseSet
	revisions     *PhraseSet
	forums        []forumName
	forumNames    []string
	forumKeys     map[string]string // name in use by the key of any name
	families      map[string]string // of forums
	areas         map[string]string
	months        map[string]int
	monthPairs    *pairs         // with which months begin
	monthsBeside  map[string]int // only between a day and a year
	capital       map[string]bool
	compliance    *PhraseSet
	conclusions   *PhraseSet // levels, in the sentence with the score
	degrees       *PhraseSet // how far something was done
	adjectives    *PhraseSet // how far compliance went
	score         *PhraseSet
	access        *PhraseSet
	translation   *PhraseSet
	noDate        *PhraseSet
	schemes       map[rune][]string // folded, by first code point
	lists         map[List]map[string]bool
	scoreSigns    map[string]int // of one document, see WithScoreSigns
}

// Default is the built-in vocabulary.
func Default() *Vocabulary { return builtinVocabulary() }

var builtinVocabulary = sync.OnceValue(func() *Vocabulary { return newVocabulary(builtinTables()) })

// kind is the words of one kind, as the built-in vocabulary has them.
type kind struct {
	name  string
	words []string
}

func byKind(list []kind) map[string][]string {
	out := make(map[string][]string, len(list))
	for _, k := range list {
		out[k.name] = k.words
	}
	return out
}

// With is v and a user's additions: YAML of the same form as the files of
// this package (Files), in which every key may be left out. Unknown keys and
// kinds are errors that name the line (*yamlfile.Error). What a user's file
// says of a name replaces what was said of it before.
func (v *Vocabulary) With(r io.Reader) (*Vocabulary, error) {
	data, err := io.ReadAll(io.LimitReader(r, yamlfile.MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("vocabulary: cannot read: %w", err)
	}
	added, err := read(data)
	if err != nil {
		return nil, fmt.Errorf("vocabulary: %w", err)
	}
	return newVocabulary(append(v.layers[:len(v.layers):len(v.layers)], added)...), nil
}

// WithAccessLabels is v and words that a document uses before the day on which a
// source was read.
func (v *Vocabulary) WithAccessLabels(labels []string) *Vocabulary {
	own := newVocabulary(append(v.layers[:len(v.layers):len(v.layers)], Tables{AccessLabels: labels})...)
	own.scoreSigns = v.scoreSigns
	return own
}

// WithScoreSigns is v for a document that prints its scores as signs of its own
// ('F', '●'), each with the score for which it stands. v stays as it is.
func (v *Vocabulary) WithScoreSigns(signs map[string]int) *Vocabulary {
	own := *v
	own.scoreSigns = signs
	return &own
}

// ScoreSign is the score for which a sign stands in the document that v is for
// (WithScoreSigns); ok is false for any other text.
func (v *Vocabulary) ScoreSign(text string) (score int, ok bool) {
	score, ok = v.scoreSigns[text]
	return score, ok
}

// Tables gives the vocabulary as it is written down. It must not be changed.
func (v *Vocabulary) Tables() *Tables { return &v.tables }

// read decodes and checks one file.
func read(data []byte) (Tables, error) {
	var t Tables
	if err := yamlfile.Read(bytes.NewReader(data), &t); err != nil {
		return Tables{}, err
	}
	for _, section := range []struct {
		name    string
		kinds   map[string][]string
		allowed []string
	}{
		{"headings", t.Headings, headingKinds},
		{"columns", t.Columns, columnKinds},
		{"column_heads", t.ColumnHeads, headKinds},
		{"compliance", t.Compliance, complianceLevels},
		{"conclusion_compliance", t.ConclusionCompliance, complianceLevels},
		{"degrees", t.Degrees, complianceLevels},
		{"level_adjectives", t.LevelAdjectives, complianceLevels},
		{"stages", t.Stages, stageKinds},
		{"editions", t.Editions, editionKinds},
		{"summary labels", t.SummaryLabels, summaryKinds},
	} {
		for _, kind := range sortedKeys(section.kinds) {
			if !slices.Contains(section.allowed, kind) {
				return Tables{}, yamlfile.Fault(data, "$."+section.name+".'"+kind+"'",
					fmt.Sprintf("%s: unknown kind %q; one of: %s", section.name, kind, strings.Join(section.allowed, ", ")))
			}
		}
	}
	for i, m := range t.Members {
		if m.Code == "" {
			return Tables{}, yamlfile.Fault(data, fmt.Sprintf("$.members[%d]", i), "members: an entry without a code")
		}
	}
	for i, m := range t.Months {
		if m.Number < 1 || m.Number > 12 {
			return Tables{}, yamlfile.Fault(data, fmt.Sprintf("$.months[%d]", i), "months: number is not between 1 and 12")
		}
	}
	for i, m := range t.Multipliers {
		if m.Power < 0 || m.Power > 15 {
			return Tables{}, yamlfile.Fault(data, fmt.Sprintf("$.multipliers[%d]", i), "multipliers: power is not between 0 and 15")
		}
	}
	for i, n := range t.NumberWords {
		if n.Value < 1 || n.Value > 99 {
			return Tables{}, yamlfile.Fault(data, fmt.Sprintf("$.number_words[%d]", i), "number_words: value is not between 1 and 99")
		}
	}
	for i, n := range t.OrdinalWords {
		if n.Value < 1 || n.Value > 31 {
			return Tables{}, yamlfile.Fault(data, fmt.Sprintf("$.ordinal_words[%d]", i), "ordinal_words: value is not between 1 and 31")
		}
	}
	return t, nil
}

// ReadFiles decodes all files of a folder, in the order of their names. It
// is what go generate and its test use.
func ReadFiles(folder fs.FS) (Tables, error) {
	names, err := fs.Glob(folder, "*.yaml")
	if err != nil {
		return Tables{}, err
	}
	sort.Strings(names)
	var all Tables
	for _, name := range names {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return Tables{}, err
		}
		t, err := read(data)
		if err != nil {
			return Tables{}, fmt.Errorf("%s: %w", name, err)
		}
		all = all.plus(t)
	}
	return all, nil
}

// newVocabulary builds the indexes. What a later layer says of a name holds.
func newVocabulary(layers ...Tables) *Vocabulary {
	t := layers[0]
	for _, layer := range layers[1:] {
		t = t.plus(layer)
	}
	index := func(form func(string) string, kinds func(Tables) map[string][]string) map[string]string {
		n := 0
		for _, layer := range layers {
			for _, names := range kinds(layer) {
				n += len(names)
			}
		}
		x := make(map[string]string, n)
		for _, layer := range layers {
			// Kinds in order: a name under two of them gives the same
			// answer each time.
			byKind := kinds(layer)
			for _, kind := range sortedKeys(byKind) {
				for _, name := range byKind[kind] {
					x[form(name)] = kind
				}
			}
		}
		return x
	}
	v := &Vocabulary{
		layers:        layers,
		tables:        t,
		members:       newMemberIndex(t),
		areas:         areaIndex(t),
		currencies:    newCurrencyIndex(t),
		numberWords:   numbersByWord(t.NumberWords),
		ordinalWords:  numbersByWord(t.OrdinalWords),
		headings:      index(label, func(t Tables) map[string][]string { return t.Headings }),
		qualifiers:    set(t.HeadingQualifiers, Fold),
		columns:       index(label, func(t Tables) map[string][]string { return t.Columns }),
		heads:         newColumnHeads(t),
		averages:      set(t.AverageLabels, label),
		averageWords:  set(t.AverageWords, Fold),
		averageOf:     set(t.AverageOf, Fold),
		summaries:     index(label, func(t Tables) map[string][]string { return t.SummaryLabels }),
		editions:      index(Fold, func(t Tables) map[string][]string { return t.Editions }),
		notApplicable: set(t.NotApplicable, Fold),
		roles:         index(label, func(t Tables) map[string][]string { return t.Roles }),
		stages:        newPhraseSet(index(Fold, func(t Tables) map[string][]string { return t.Stages })),
		revisions:     newPhraseSet(index(Fold, func(t Tables) map[string][]string { return map[string][]string{"revised": t.Revisions} })),
		forumKeys:     map[string]string{},
		families:      forumFamilies(t),
		months:        map[string]int{},
		monthsBeside:  map[string]int{},
		capital:       set(t.MonthsWithCapital, Fold),
		compliance:    newPhraseSet(index(Fold, func(t Tables) map[string][]string { return t.Compliance })),
		conclusions:   newPhraseSet(index(Fold, func(t Tables) map[string][]string { return t.ConclusionCompliance })),
		degrees:       newPhraseSet(index(Fold, func(t Tables) map[string][]string { return t.Degrees })),
		adjectives:    newPhraseSet(index(Fold, func(t Tables) map[string][]string { return t.LevelAdjectives })),
		access:        newPhraseSet(index(Fold, func(t Tables) map[string][]string { return map[string][]string{"access": t.AccessLabels} })),
		translation:   newPhraseSet(index(Fold, func(t Tables) map[string][]string { return map[string][]string{"translation": t.TranslationPhrases} })),
		noDate:        newPhraseSet(index(Fold, func(t Tables) map[string][]string { return map[string][]string{"none": t.NoDate} })),
		schemes:       map[rune][]string{},
		score: newPhraseSet(index(Fold, func(t Tables) map[string][]string {
			return map[string][]string{ScoreStrong: t.ScorePhrases, ScoreWeak: t.WeakScorePhrases}
		})),
	}
	v.score.tight = true
	v.headingPairs = newLabelPairs(v.headings, v.qualifiers)
	v.numberPairs, _ = pairsOf(v.numberWords)
	for _, m := range t.Months {
		for _, name := range m.Names {
			v.months[Fold(name)] = m.Number
		}
		for _, name := range m.Beside {
			v.monthsBeside[Fold(name)] = m.Number
		}
	}
	v.monthPairs, _ = pairsOf(v.months)
	for _, s := range t.URLSchemes {
		if f := Fold(s); f != "" {
			first := []rune(f)[0]
			v.schemes[first] = append(v.schemes[first], f)
		}
	}
	for _, f := range t.Forums {
		for _, name := range append([]string{f.Name}, f.Also...) {
			v.forums = append(v.forums, forumName{f.Name, name})
			v.forumNames = append(v.forumNames, name)
			if key := columnHeadKey(name); key != "" {
				v.forumKeys[key] = f.Name
			}
		}
	}
	v.lists = map[List]map[string]bool{
		FigureWords:        set(t.FigureWords, Fold),
		MadeVerbs:          set(t.MadeVerbs, Fold),
		PaperNouns:         set(t.PaperNouns, Fold),
		IssueVerbs:         set(t.IssueVerbs, Fold),
		BarePrepositions:   set(t.BarePrepositions, Fold),
		MoneyWords:         set(t.MoneyWords, Fold),
		SearchWords:        set(t.SearchWords, Fold),
		SeriesWords:        set(t.SeriesWords, Fold),
		FileEndings:        set(t.FileEndings, Fold),
		RepeatWords:        set(t.RepeatWords, Fold),
		ActDateWords:       set(t.ActDateWords, Fold),
		DatedNouns:         set(t.DatedNouns, Fold),
		BracketAccess:      set(t.BracketAccess, Fold),
		AccessBehind:       set(t.AccessBehind, Fold),
		YearWords:          set(t.YearWords, Fold),
		DateDayUnits:       set(t.DateDayUnits, Fold),
		DateMonthUnits:     set(t.DateMonthUnits, Fold),
		DateYearUnits:      set(t.DateYearUnits, Fold),
		TalkForms:          set(t.TalkForms, Fold),
		WebMedia:           set(t.WebMedia, Fold),
		PageWords:          set(t.PageWords, Fold),
		FurtherSources:     set(t.FurtherSources, Fold),
		TeamWords:          set(t.TeamWords, Fold),
		StageBeside:        set(t.StageBeside, Fold),
		InstitutionNouns:   set(t.InstitutionNouns, Fold),
		NumberLabels:       set(t.NumberLabels, Fold),
		ReadingWords:       set(t.ReadingWords, Fold),
		Weekdays:           set(t.Weekdays, Fold),
		DateIntroducers:    set(t.DateIntroducers, Fold),
		DeadlineBefore:     set(t.DeadlineBefore, Fold),
		SearchVerbs:        set(t.SearchVerbs, Fold),
		TimeBefore:         set(t.TimeBefore, Fold),
		DatedEvents:        set(t.DatedEvents, Fold),
		GoesOnWords:        set(t.GoesOnWords, Fold),
		AheadWords:         set(t.AheadWords, Fold),
		AheadOpenings:      set(t.AheadOpenings, Fold),
		AfterOpenings:      set(t.AfterOpenings, Fold),
		AnswerWords:        set(t.AnswerWords, Fold),
		DateParts:          set(t.DateParts, Fold),
		OtherDateBefore:    set(t.OtherDateBefore, Fold),
		OtherDateClause:    set(t.OtherDateClause, Fold),
		Participles:        set(t.Participles, Fold),
		Auxiliaries:        set(t.Auxiliaries, Fold),
		RelativeWords:      set(t.RelativeWords, Fold),
		ReportWords:        set(t.ReportWords, Fold),
		ActNouns:           set(t.ActNouns, Fold),
		OtherDateOpenings:  set(t.OtherDateOpenings, Fold),
		AgreementNouns:     set(t.AgreementNouns, Fold),
		ClauseOpeners:      set(t.ClauseOpeners, Fold),
		AimWords:           set(t.AimWords, Fold),
		ForceVerbs:         set(t.ForceVerbs, Fold),
		CountEnds:          set(t.CountEnds, Fold),
		CountedSums:        set(t.CountedSums, Fold),
		CountedVerbs:       set(t.CountedVerbs, Fold),
		ComingWords:        set(t.ComingWords, Fold),
		PastVerbs:          set(t.PastVerbs, Fold),
		ConclusionOpeners:  set(t.ConclusionOpeners, Fold),
		ConclusionPronouns: set(t.ConclusionPronouns, Fold),
		ScoreNouns:         set(t.ScoreNouns, Fold),
		ScoreOwners:        set(t.ScoreOwners, Fold),
		ScoreCopulas:       set(t.ScoreCopulas, Fold),
		DueWords:           set(t.DueWords, Fold),
		MeritVerbs:         set(t.MeritVerbs, Fold),
		RecordWords:        set(t.RecordWords, Fold),
		ComplyVerbs:        set(t.ComplyVerbs, Fold),
		KeepVerbs:          set(t.KeepVerbs, Fold),
		KeptNouns:          set(t.KeptNouns, Fold),
		LevelVerbs:         set(t.LevelVerbs, Fold),
		LevelAdverbs:       set(t.LevelAdverbs, Fold),
		LevelGoesOn:        set(t.LevelGoesOn, Fold),
		LevelDenials:       set(t.LevelDenials, Fold),
		ClaimWords:         set(t.ClaimWords, Fold),
		TrialNouns:         set(t.TrialNouns, Fold),
		ReachWords:         set(t.ReachWords, Fold),
		ShortfallWords:     set(t.ShortfallWords, Fold),
		NeedWords:          set(t.NeedWords, Fold),
		SpellNouns:         set(t.SpellNouns, Fold),
		OtherRules:         set(t.OtherRules, Fold),
		ContrastWords:      set(t.ContrastWords, Fold),
		OwnDeeds:           set(t.OwnDeeds, Fold),
		KeepBases:          set(t.KeepBases, Fold),
		KeptWholly:         set(t.KeptWholly, Fold),
		LimitWords:         set(t.LimitWords, Fold),
		InsteadWords:       set(t.InsteadWords, Fold),
		OthersWords:        set(t.OthersWords, Fold),
		AgentWords:         set(t.AgentWords, Fold),
		AgentGoesOn:        set(t.AgentGoesOn, Fold),
		PassiveVerbs:       set(t.PassiveVerbs, Fold),
		VerbParticles:      set(t.VerbParticles, Fold),
		UnkeptWords:        set(t.UnkeptWords, Fold),
		PromisePointers:    set(t.PromisePointers, Fold),
		MoveVerbs:          set(t.MoveVerbs, Fold),
		FormerBetween:      set(t.FormerBetween, Fold),
		FormerBefore:       set(t.FormerBefore, Fold),
		ImproveVerbs:       set(t.ImproveVerbs, Fold),
		ScoreKeepers:       set(t.ScoreKeepers, Fold),
		ScoreStands:        set(t.ScoreStands, Fold),
		ScoreReplaced:      set(t.ScoreReplaced, Fold),
		Conditions:         set(t.Conditions, Fold),
		ScoreWords:         set(t.ScoreWords, Fold),
		ScoreFollowers:     set(t.ScoreFollowers, Fold),
		EarlierWords:       set(t.EarlierWords, Fold),
		InterimWords:       set(t.InterimWords, Fold),
		CoveredSpells:      set(t.CoveredSpells, Fold),
		ScoreDenials:       set(t.ScoreDenials, Fold),
		NotPlaces:          set(t.NotPlaces, Fold),
		TranslationRemarks: set(t.TranslationRemarks, Fold),
		NotFigureBefore:    set(t.NotFigureBefore, Fold),
		FigureRanks:        set(t.FigureRanks, Fold),
		RankPhrases:        set(t.RankPhrases, Fold),
		ScaleWords:         set(t.ScaleWords, Fold),
		StatementWords:     set(t.StatementWords, Fold),
		SceneWords:         set(t.SceneWords, Fold),
		ScaleJoins:         set(t.ScaleJoins, Fold),
		PercentLeads:       set(t.PercentLeads, Fold),
		PercentFollows:     set(t.PercentFollows, Fold),
		GoesOn:             set(t.GoesOn, Fold),
		BesideGoesOn:       set(t.BesideGoesOn, Fold),
		WeakFigureWords:    set(t.WeakFigureWords, Fold),
		NotPercentBefore:   set(t.NotPercentBefore, Fold),
		PublishedLabels:    set(t.PublishedLabels, Fold),
		NotFigureAfter:     set(t.NotFigureAfter, Fold),
		NotAverageAfter:    set(t.NotAverageAfter, Fold),
		TableNotes:         set(t.TableNotes, Fold),
		OfWords:            set(t.OfWords, Fold),
		EveryWords:         set(t.EveryWords, Fold),
		AssessedWords:      set(t.AssessedWords, Fold),
		NotEveryWords:      set(t.NotEveryWords, Fold),
		FigureAfter:        set(t.FigureAfter, Fold),
		FigureBarriers:     set(t.FigureBarriers, Fold),
		FigureSeparators:   set(t.FigureSeparators, Fold),
		OrganizationWords:  set(t.OrganizationWords, Fold),
		PressWords:         set(t.PressWords, Fold),
		Communications:     set(t.Communications, Fold),
		TalkMeans:          set(t.TalkMeans, Fold),
		AuthorWords:        set(t.AuthorWords, Fold),
		Places:             set(t.Places, Fold),
		RangeWords:         set(t.RangeWords, Fold),
		ListWords:          set(t.ListWords, Fold),
		ActionObjects:      set(t.ActionObjects, Fold),
		Abbreviations:      set(t.Abbreviations, Fold),
		CompoundStarts:     set(t.CompoundStarts, Fold),
		SolidWords:         set(t.SolidWords, Fold),
		WordEnds:           set(t.WordEnds, Fold),
		Hanging:            set(t.Hanging, Fold),
		AwardWords:         set(t.AwardWords, Fold),
		NotAwardBefore:     set(t.NotAwardBefore, Fold),
		PromiseLabels:      set(t.PromiseLabels, Fold),
		ChapterWords:       set(t.ChapterWords, Fold),
		PromiseWords:       set(t.PromiseWords, Fold),
		ParagraphWords:     set(t.ParagraphWords, Fold),
		DocumentWords:      set(t.DocumentWords, Fold),
		SourceLabels:       set(t.SourceLabels, Fold),
		BeginningWords:     set(t.BeginningWords, Fold),
		EndingWords:        set(t.EndingWords, Fold),
		DutyWords:          set(t.DutyWords, Fold),
		OnwardWords:        set(t.OnwardWords, Fold),
		DefiningWords:      set(t.DefiningWords, Fold),
		Copulas:            set(t.Copulas, Fold),
		KindOpenings:       set(t.KindOpenings, Fold),
		NotTerms:           set(t.NotTerms, Fold),
		SummitPlaces:       set(t.SummitPlaces, Fold),
	}
	return v
}

func set(names []string, form func(string) string) map[string]bool {
	x := make(map[string]bool, len(names))
	for _, name := range names {
		x[form(name)] = true
	}
	return x
}

func sortedKeys(m map[string][]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
