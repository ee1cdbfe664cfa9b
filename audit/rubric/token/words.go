package token

import (
	"slices"
	"strings"
	"sync"

	"recount.invalid/recount/audit/stem"
	"recount.invalid/recount/vocabulary"
)

// The words of the grammar, as data. Everything is lower case; hyphenated
// words are one word.

// kinds are what a word is to the grammar, a bit for each kind.
type kinds uint32

const (
	// Strongs are the adjectives that grade an action as strong.
	Strongs kinds = 1 << iota
	// Weaks are those that grade it as weak.
	Weaks
	// Middling are adjectives of a third grade, which the grid has no axis for;
	// a phrase with one is not understood.
	Middling
	// ActionNouns are what is counted when actions are counted.
	ActionNouns
	// DimensionNouns are what the parts of a commitment are called.
	DimensionNouns
	// Negations turn a statement about action into its opposite.
	Negations
	// Limiters say that there is nothing beside what is named.
	Limiters
	// Acting are the verbs whose object is the action that is counted.
	Acting
	// Contradictions are the words for action against the commitment.
	Contradictions
	// Hedges are words that add a condition the grammar has no place for; a
	// clause with one never answers In.
	Hedges
	// Vague quantities: more than none, and nobody can say how many.
	Vague
	// Assigning words mark a sentence that says when a score is given.
	Assigning
	// Explaining words, at the head of a sentence, mark an explanation rather
	// than a condition.
	Explaining
	// Defining verbs make a graded action the subject of a definition ("strong
	// actions include …").
	Defining
	// Common words carry nothing that tells one component of a commitment from
	// another.
	Common
	// ClauseBreaks divide a sentence of a conclusion into statements.
	ClauseBreaks
	// Auxiliaries begin a new statement behind "and".
	Auxiliaries
	// Acts are the words by which a statement says that the member did something;
	// without one, a word that a component shares is chance ("the record shows").
	Acts
	// Others point to the components that are not named.
	Others
	// Shortfalls make a negated statement one of insufficiency.
	Shortfalls
	// Insufficient words need no negation.
	Insufficient
	// Promises are what the commitment is called.
	Promises
	// Reductions say that some of what was counted does not count, or may not.
	Reductions
	// Instances begin examples of what was counted.
	Instances
	// Neutral words say nothing that tells one level from another.
	Neutral
	// Formulas are the words of the sentence that repeats the commitment.
	Formulas
	// Absences say without a negation that something was not done.
	Absences
	// CalledParts are what conclusions call the parts of a commitment beside
	// DimensionNouns, which levels are read with.
	CalledParts
	// Unreal words tell of what is not done yet, was done before, by others, or only
	// in part; nothing is concluded from a statement with one.
	Unreal
	// Plainest words beside a denial say nothing of what is denied ("no sign of …").
	Plainest
)

// wordsOf are the words of each kind.
var wordsOf = []struct {
	kind  kinds
	words string
}{
	{Strongs, `strong stronger robust significant substantial substantive concrete`},
	{Weaks, `weak little weaker limited minor minimal insubstantial`},
	{Middling, `moderate medium intermediate partial`},
	{ActionNouns, `action actions measure measures step steps initiative initiatives effort efforts activity activities`},
	{DimensionNouns, `dimension dimensions component components area areas part parts aspect aspects element elements pillar pillars category
		categories criterion criteria point points goal goals objective objectives target targets facet facets field fields
		following`},
	{Negations, `not no nothing fail fails failed failing without neither lack lacks lacked lacking never none nor didn't doesn't hasn't`},
	{Limiters, `only just solely merely exclusively exactly`},
	{Acting, `take takes took taken taking demonstrate demonstrates demonstrated exemplify exemplifies exemplified show shows showed
		shown undertake undertakes undertook undertaken pursue pursues pursued implement implements implemented`},
	{Contradictions, `contradictory contradict contradicts contradicted contradicting antithetical contrary counterproductive undermine
		undermines undermined undermining opposes opposed inconsistent`},
	{Hedges, `mostly mainly primarily largely unless except provided excluding whichever respectively predominantly
		hardly scarcely barely`},
	{Vague, `some several multiple many various numerous few certain`},
	{Assigning, `assigned awarded given receive receives received score scored compliance non-compliance noncompliance must required
		requires need needs`},
	{Explaining, `example examples such these this for note in here however`},
	{Defining, `include includes included including are is may might can could would will refer refers mean means constitute constitutes
		comprise comprises consist consists encompass encompasses involve involves`},
	{Common, `the a an and or of to in on for with by at from as that this these those their its his her our through into towards
		toward are is be been has have had will shall member members g7 g8 g20 brics commitment commitments commit committed
		action actions take taking taken well also including include such which who while other all both each any more further
		between within across strong weak measures measure efforts effort country countries leaders government component
		components dimension dimensions first second third fourth support supporting not no but it they we`},
	{ClauseBreaks, `but though however while whereas although though yet ; nevertheless`},
	{Auxiliaries, `has have had did does is was failed fails only not no none nothing neither lacks lacked`},
	{Acts, `cover covers concern concerns meet meets met fulfil fulfils fulfilled satisfy satisfies has have had did does took takes taking taken addressed addresses addressing by through none nothing`},
	{Others, `other remaining rest`},
	{Shortfalls, `sufficient sufficiently adequate adequately enough fully strong strongly significant significantly robust substantial
		substantially complete completely entirely comprehensive comprehensively directly further`},
	{Insufficient, `insufficient insufficiently inadequate inadequately`},
	{Promises, `commitment commitments pledge pledges promise promises obligation obligations undertaking undertakings`},
	{Reductions, `although though merely except excluding apart discounting disregarding former latter planned
		announced announces promised proposed intends draft drafts`},
	{Instances, `among including namely notably especially`},
	{Neutral, `money amount inclusive any kind sort whatsoever either exactly only so been being fully does did do ones them was were being`},
	{Absences, `awaited pending outstanding unchanged untouched unaddressed undone ignore ignores ignored neglect neglects neglected omit omits omitted disregard disregards disregarded
		absent absence missing idle inactive refrain refrains refrained abstain abstains abstained leave leaves left nobody nowhere zero`},
	{CalledParts, `obligation obligations undertaking undertakings requirement requirements track tracks sphere spheres channel channels
		instrument instruments benchmark benchmarks strand strands front fronts condition conditions half halves side sides
		direction directions theme themes means ways way kinds promises demands things prongs duties tasks issues`},
	{Unreal, `will would shall should could may might plan plans planned planning intend intends intended intention expects expected awaits
		propose proposes proposed proposal proposals draft drafts drafted bill bills considering considers considered discussed discusses
		debated debates consulted consultation consultations seek seeks sought aims aimed hope hopes hoped promises promised pledged pledges
		announced announces announcement vows vowed prepares preparing preparation preparations yet later soon tomorrow intends
		earlier previous previously former formerly prior already predecessor predecessors before preceding past continued continues
		continuing renewed old existing reaffirmed reaffirms reiterated reiterates restated repeated
		partly partially partial half-hearted incomplete incompletely limited merely almost nearly hardly barely scarcely
		provincial province provinces municipal municipality municipalities city cities private companies company ngo ngos
		others instead claims claimed says said reportedly allegedly if unless whether would-be supposedly attempted attempts had study studies neighbour neighbours
		cut cuts reduced abolished withdrew withdrawn cancelled ended closed repealed suspended delayed postponed halted rejected refused abandoned
		tried tries speech speeches statement statements meeting meetings attended`},
	{Plainest, `leaving aside out stayed same remained evidence sign signs trace traces record records mention progress work report reports activity anything something thing find finds
		found identified identify observed seen detected established evident recorded reported addressed covered touched done made taken
		new further kind kinds sort type either any whatever exist exists existed period cycle compliance information noted compare
		could can area areas concerning regarding respect regard relation related field topic issue subject matter`},
	{Formulas, `complied comply complies compliance score thus therefore`},
}

// HaveStem reports whether a stem is that of a word of the kind.
func (k kinds) HaveStem(s string) bool {
	for _, list := range wordsOf {
		if list.kind == k && slices.ContainsFunc(strings.Fields(list.words), func(w string) bool { return stem.Of(w) == s }) {
			return true
		}
	}
	return false
}

// irregular are verbs, each with those of its forms that do not begin as it does.
const irregular = `meet met, give gave given, fall fell fallen, make made, hold held, rise rose risen, build built, send sent, spend spent,
	pay paid, bring brought, teach taught, choose chose chosen, begin began begun, lend lent, sell sold, run ran, go went gone, come came, become became, drive drove driven, write wrote written, draw drew drawn,
	grow grew grown, lead led, win won, keep kept, buy bought, put put, set set, cut cut, let let, speak spoke spoken, seek sought`

// MostCounted is the highest number that a rubric spells; digits are read as digits.
const MostCounted = 12

// lexeme is what the grammar knows of a word.
type lexeme struct {
	kinds kinds
	num   int    // value of a number word, -1 for others
	past  bool   // an irregular past form
	base  string // the verb of a past form that does not begin as it does, empty for others
}

// lexicon has all of the words: one look-up says of a token all that the
// grammar asks of it, several times.
var lexicon = sync.OnceValue(func() map[string]lexeme {
	all := make(map[string]lexeme, 400)
	for _, list := range wordsOf {
		for _, w := range strings.Fields(list.words) {
			all[w] = lexeme{kinds: all[w].kinds | list.kind, num: -1}
		}
	}
	all["zero"] = lexeme{kinds: all["zero"].kinds}
	for _, n := range vocabulary.Default().Tables().NumberWords {
		for _, w := range n.Words {
			if n.Value <= MostCounted {
				all[w] = lexeme{kinds: all[w].kinds, num: n.Value}
			}
		}
	}
	for _, pair := range strings.Split(irregular, ",") {
		forms := strings.Fields(pair)
		for _, w := range forms[1:] {
			all[w] = lexeme{kinds: all[w].kinds, num: -1, base: forms[0], past: true}
		}
	}
	return all
})
