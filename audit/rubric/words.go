package rubric

// The words of the grammar, as data. Everything is lower case; hyphenated
// words are one word.

// numbers are the number words; digits are read as digits.
var numbers = map[string]int{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
	"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}

// strengths are the adjectives that grade an action.
var strengths = map[string]Strength{
	"strong": Strong, "stronger": Strong, "robust": Strong, "significant": Strong,
	"substantial": Strong, "substantive": Strong, "concrete": Strong,
	"weak": Weak, "little": Weak, "weaker": Weak, "limited": Weak, "minor": Weak, "minimal": Weak, "insubstantial": Weak,
}

// middling are adjectives of a third grade, which the grid has no axis for;
// a phrase with one is not understood.
var middling = set("moderate", "medium", "intermediate", "partial")

// actionNouns are what is counted when actions are counted.
var actionNouns = set("action", "actions", "measure", "measures", "step", "steps", "initiative", "initiatives", "effort", "efforts", "activity", "activities")

// dimensionNouns are what the parts of a commitment are called.
var dimensionNouns = set("dimension", "dimensions", "component", "components", "area", "areas", "part", "parts",
	"aspect", "aspects", "element", "elements", "pillar", "pillars", "category", "categories", "criterion", "criteria",
	"point", "points", "goal", "goals", "objective", "objectives", "target", "targets", "facet", "facets", "field", "fields",
	"following")

// negations turn a statement about action into its opposite.
var negations = set("not", "no", "fail", "fails", "failed", "failing", "without", "neither", "lack", "lacks", "lacked", "lacking", "never", "none", "nor",
	"didn't", "doesn't", "hasn't")

// limiters say that there is nothing beside what is named.
var limiters = set("only", "just", "solely", "merely", "exclusively", "exactly")

// acting are the verbs whose object is the action that is counted.
var acting = set("take", "takes", "took", "taken", "taking", "demonstrate", "demonstrates", "demonstrated", "exemplify", "exemplifies", "exemplified",
	"show", "shows", "showed", "shown", "undertake", "undertakes", "undertook", "undertaken", "pursue", "pursues", "pursued", "implement", "implements", "implemented")

// contradictions are the words for action against the commitment.
var contradictions = set("contradictory", "contradict", "contradicts", "contradicted", "contradicting", "antithetical", "contrary", "counterproductive",
	"undermine", "undermines", "undermined", "undermining", "opposes", "opposed", "inconsistent")

// hedges are words that add a condition the grammar has no place for; a
// clause with one never answers In.
var hedges = set("mostly", "mainly", "primarily", "largely", "unless", "except", "provided", "excluding", "whichever", "respectively", "predominantly")

// vague quantities: more than none, and nobody can say how many.
var vague = set("some", "several", "multiple", "many", "various", "numerous", "few", "certain")

// assigning words mark a sentence that says when a score is given.
var assigning = set("assigned", "awarded", "given", "receive", "receives", "received", "score", "scored", "compliance", "non-compliance", "noncompliance",
	"must", "required", "requires", "need", "needs")

// explaining words, at the head of a sentence, mark an explanation rather
// than a condition.
var explaining = set("example", "examples", "such", "these", "this", "for", "note", "in", "here", "however")

// verbs that make a graded action the subject of a definition ("strong
// actions include …").
var defining = set("include", "includes", "included", "including", "are", "is", "may", "might", "can", "could", "would", "will", "refer", "refers", "mean", "means",
	"constitute", "constitutes", "comprise", "comprises", "consist", "consists", "encompass", "encompasses", "involve", "involves")

// common words carry nothing that tells one component of a commitment from
// another.
var common = set("the", "a", "an", "and", "or", "of", "to", "in", "on", "for", "with", "by", "at", "from", "as", "that", "this", "these", "those", "their", "its",
	"his", "her", "our", "through", "into", "towards", "toward", "are", "is", "be", "been", "has", "have", "had", "will", "shall", "member", "members",
	"g7", "g8", "g20", "brics", "commitment", "commitments", "commit", "committed", "action", "actions", "take", "taking", "taken", "well", "also",
	"including", "include", "such", "which", "who", "while", "other", "all", "both", "each", "any", "more", "further", "between", "within", "across",
	"strong", "weak", "measures", "measure", "efforts", "effort", "country", "countries", "leaders", "government", "component", "components", "dimension", "dimensions",
	"first", "second", "third", "fourth", "support", "supporting", "not", "no", "but", "it", "they", "we")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
