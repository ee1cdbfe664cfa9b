package citation

// The place and the day of publication of a source stand in every order and
// between every kind of marks. Every bracket and every date of a note is a
// claim; what speaks for and against each is summed here and nowhere else.

// sourceEvidence is something that speaks for or against a place or a date.
type sourceEvidence int

const (
	// Of a date.
	behindPlace sourceEvidence = iota
	labelled
	setOffBefore
	setOffBehind
	lastOfAll
	runsOn
	wordsBehind
	inTitle
	inQuotes
	yearAlone
	unmarked
	readThen
	// Of a place.
	inBrackets
	besideDate
	endsPart
	betweenMarks
	knownPlace
	placedAlike
	noPublisher
	glossed
	bodyName
	withFigures
	lowerPlace
	longPlace
	inOrder
	sourceEvidences
)

// sourceWeights are the weights of evidence, by how often it stood by the
// right and by the wrong claim in the papers that are spent.
var sourceWeights = [sourceEvidences]int{
	behindPlace:  5,  // brackets that can hold a place stand right before it, or around it
	labelled:     3,  // 'published', 'updated'
	setOffBefore: 2,  // punctuation before it, or the note begins with it
	setOffBehind: 2,  // punctuation behind it, or the source ends with it
	lastOfAll:    2,  // nothing of the source stands behind it
	runsOn:       -1, // behind the publisher without a mark ('Harbour Office 3 May 2031.')
	wordsBehind:  -4, // the sentence goes on behind it
	inTitle:      -3, // behind a preposition, as in the name of what is cited
	inQuotes:     -6, // within the quotation marks of a title
	yearAlone:    -1, // a year can be a part of any name
	unmarked:     -1, // nothing else marks the note as a source
	readThen:     -8, // the day on which the source was read, as its sentence tells

	inBrackets:   3,
	besideDate:   6,  // the day of publication stands right behind it or before it
	endsPart:     3,  // a mark or nothing behind the brackets
	betweenMarks: -1, // between commas or full stops, as publishers are too
	knownPlace:   3,  // in the vocabulary, or in brackets in other notes
	placedAlike:  3,  // notes of the same form have known places there
	noPublisher:  -4, // nothing would be left for the publisher
	glossed:      -1, // away from the day of publication, as a title in another language is
	bodyName:     -5, // a word of the names of bodies and newspapers, or of what is no place
	withFigures:  -5,
	lowerPlace:   -3, // names of places have a capital
	longPlace:    -4, // more words than such names have
	inOrder:      3,  // before the publisher and a colon, or at the very end behind a comma
}

const (
	// publishedFloor is the least sum with which a date is the day of
	// publication, placeFloor with which a name is the place.
	publishedFloor = 3
	placeFloor     = 6
	// publishedMargin is how much nearer than this another date may not come
	// without a doubt.
	publishedMargin = 1
	// maxPlaceWords is how many words a place between marks has at most.
	maxPlaceWords = 3
	// minAlike is how many notes of a form have a known place before the
	// others of this form are taken to have one too, alikeShare the share of
	// the notes of the form, as a divisor.
	minAlike   = 2
	alikeShare = 3
	// titleShare is the share where the last words of a title may stand as well.
	titleShare = 2
)

func weigh(evidence ...sourceEvidence) (sum int) {
	for _, e := range evidence {
		sum += sourceWeights[e]
	}
	return sum
}
