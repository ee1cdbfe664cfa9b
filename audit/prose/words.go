package prose

import "recount.invalid/recount/internal/lazyregexp"

// The phrases by which a claim is read, each with its reason. They are Go's
// own regular expressions: linear time, no timeout needed.
var (
	// reContext: a sentence without one of these words says nothing about
	// scores, whatever numbers stand in it.
	reContext = lazyregexp.NewWith(`(?i)\b(?:scor(?:e|es|ed|ing)|complian(?:ce|t)|compl(?:y|ied|ies)|averag(?:e|es|ed|ing)|rank(?:s|ed|ing)?|rating|grade|(?:best|worst|highest|lowest|strongest|weakest)\s+results?)\b`,
		"scor", "compl", "averag", "rank", "rating", "grade", "result")

	// reMeanOf: the words before a figure that make it a mean.
	reMeanOf = lazyregexp.NewWith(`(?i)\b(?:a|the)\s+mean\s+of\s+$`, "mean")

	// reSignedMean is a figure as only scores and their averages are written.
	reSignedMean = lazyregexp.New(`(?:^|[\s(])[+\x{2212}][01]\.[0-9]{2}(?:[^0-9%]|$)`)

	// reDoneOn: what the members, or nobody named, did best or least about.
	reDoneOn = lazyregexp.NewWith(`(?i)^[\s,;]*(?:(?:the|on|average|most|least|members?|leaders|countries|they|work|progress|compliance)\s+)+(?:did|was\s+done|were|was|complied|performed|scored|fared|has\s+been\s+done)\s+(?:(?:the|by|far|clearly)\s+)*(?:(?:best|worst|better|most|least|strongest|weakest|well|highest|lowest)\s+)?(?:on|about|for|in)\s+(?:the\s+)?(?:commitments?\s+(?:on|to)\s+)?`,
		"did", "was", "were", "complied", "performed", "scored", "fared", "been")

	// reApposition: a name at the beginning of a statement, and what is said about
	// it between two commas.
	reApposition = lazyregexp.New(`(?i)^[\s;]*((?:[\p{L}\x{2019}'-]+\s*){1,6}),\s+(?:the|an?|by\s+far|one)\s+[^,;]+,\s+\p{Ll}`)

	// reBreak: where a new statement begins inside a sentence.
	reBreak = lazyregexp.NewWith(`(?i)\bfollowed\s+(?:closely\s+)?by\b|\bnext\s+(?:came|were|was)\b|;|,?\s+\b(?:while|whereas|whilst)\b|,\s+but\b|,\s+and\s+(?:the\s+)?(?:lowest|highest)\b`,
		"followed", "next", ";", "while", "whereas", "whilst", "but", "lowest", "highest")

	// reFollows: the break announces the next tier of a ranking.
	reFollows = lazyregexp.NewWith(`(?i)^\s*(?:followed\b|next\s+(?:came|were|was)\b)`, "followed", "next")
	// reFollow: the same with the subject before the verb.
	reFollow = lazyregexp.NewWith(`(?i)\b(?:follow(?:s|ed)?|came\s+next)\s+(?:at|with)\b|\b(?:follow(?:s|ed)?|came\s+next)\s*,?\s*(?:both|each)?\s*$|\b(?:was|were|is|are|came|come)\s+next\b`, "follow", "next")

	// reContinues: a statement that goes on with the list before it.
	reContinues = lazyregexp.New(`(?i)^\s*(?:,|and\b|,\s*and\b|then\b|,\s*then\b)`)

	// reAsDoes: the words by which a figure is given to somebody else, too.
	reAsDoes = lazyregexp.New(`^\s*(?:each)?\s*,?\s+as\s+(?:do|does|did|have|has|had)\s+(?:both\s+)?(?:the\s+)?`)

	// reAgo: words after which a paragraph may speak of another time, or of others.
	reAgo = lazyregexp.NewWith(`(?i)\b(?:ago|formerly|once|elsewhere|predecessors?|before\s+that)\b`, "ago", "formerly", "once", "elsewhere", "predecessor", "before")

	// reLeading: the figure stands before what it is about ("At +0.50
	// (75%), the commitment on …").
	reLeading = lazyregexp.New(`(?i)^\s*(?:,|and|but|while|;)?\s*(?:at|with|scoring|averaging|receiving|earning)\s+(?:an?\s+)?(?:(?:average|overall|final)\s+)*(?:compliance\s+)?(?:scores?\s+)?(?:of\s+)?$`)

	// reAfter: the words between a figure and the subject behind it.
	reAfter = lazyregexp.New(`(?i)^\s*,?\s*(?:for|by|(?:went|goes|belongs|belonged)\s+to|is\s+that\s+of|was\s+(?:achieved|earned|received|reached|attained|shared)\s+by)\s+(?:both\s+)?(?:the\s+)?$`)

	// reAfterIn: the same with "in", which also begins a time or a place and
	// counts only where no subject stands before the figure.
	reAfterIn = lazyregexp.New(`(?i)^\s*in\s+(?:both\s+)?(?:the\s+)?$`)

	// reForBehind and reBelongsBefore: words behind a figure that name what
	// it is about, or at least say that they belong to it.
	reForBehind     = lazyregexp.New(`(?i)^\)?\s*for\s+(?:the\s+)?`)
	reBelongsBefore = lazyregexp.New(`(?i)^\)?\s*(?:for|on|in|by|to|with|from|of|among|across|at)\s`)

	// reHighest and reLowest: the two ends of a ranking.
	reHighest = lazyregexp.NewWith(`(?i)\b(?:the\s+highest|highest\b|the\s+best\b|the\s+strongest|the\s+top\b|in\s+(?:the\s+)?(?:joint\s+)?first\s+place|in\s+the\s+lead\b|ranked\s+first|came\s+first|(?:comes?|stands?|ranks?|placed|finish(?:es|ed))\s+(?:joint(?:ly)?\s+|alone\s+)?first\s+(?:with|at)\b|(?:is|are|was|were)\s+(?:joint(?:ly)?\s+)?first\s+(?:with|at)\s+[+\-\x{2212}\x{2013}]?[01]\.[0-9]|(?:leads?|led|heads?|headed|tops|topp?ed|top)\s+the\s+(?:list|field|table|ranking|standings)\b|the\s+most\s+compliant)`,
		"highest", "best", "strongest", "top", "first", "most", "lead", "led", "head")
	reLowest = lazyregexp.NewWith(`(?i)\b(?:the\s+lowest|lowest\b|the\s+worst\b|the\s+weakest|the\s+poorest|the\s+bottom\b|in\s+(?:the\s+)?(?:joint\s+)?last\s+place|ranked\s+last|came\s+last|(?:comes?|stands?|ranks?|placed|finish(?:es|ed))\s+(?:joint(?:ly)?\s+|alone\s+)?last\s+(?:with|at)\b|(?:is|are|was|were)\s+(?:joint(?:ly)?\s+)?last\s+(?:with|at)\s+[+\-\x{2212}\x{2013}]?[01]\.[0-9]|(?:brings?|brought|bringing)\s+up\s+the\s+rear\b|(?:close[sd]?|closing)\s+the\s+(?:list|field|table|ranking|standings)\b|the\s+least\s+compliant)`,
		"lowest", "worst", "weakest", "poorest", "bottom", "last", "rear", "clos", "least")

	// reNotTheEnd: words beside a superlative after which it names no end of
	// this ranking.
	reNotTheEnd = lazyregexp.NewWith(`(?i)\b(?:one\s+of|among|amongst|second|third|fourth|fifth|2nd|3rd|next|possible|ever|since|increase|improvement|decline|decrease|drop|rise|level|number|priority|of\s+(?:any|all)\s+summits?)[\s-]*(?:the\s+)?(?:highest|lowest|best|worst|strongest|weakest|top|bottom)|\b(?:highest|lowest|best|worst|strongest|weakest|top|bottom)(?:\s+of\s+the|\s+among|\s+amongst|[\s-]+ever|\s+possible|\s+level|\s+number|\s+increase|\s+improvement|\s+decline|\s+decrease|\s+drop|\s+rise|\s+since|\s+in\s+\d|\s+of\s+(?:any|all))`,
		"highest", "lowest", "best", "worst", "strongest", "weakest", "top", "bottom")

	// reOfNumber: the end of a ranking among members or countries by their number.
	reOfNumber = lazyregexp.NewWith(`(?i)\b((?:highest|lowest|best|worst|strongest|weakest)(?:\s+(?:average|score|result|performer))?)\s+(?:of|among|amongst)\s+(?:all\s+)?(?:of\s+)?the\s+([\p{L}]+|[0-9]{1,2})\s+(?:(?:member\s+|participating\s+)?(countries|governments)|(members))\b`,
		"of", "among")

	// rePlace: a place counted from one end.
	rePlace = lazyregexp.NewWith(`(?i)\b(second|third|fourth|fifth|2nd|3rd|4th|5th)[\s-]+(?:the\s+)?(?:highest|lowest|best|worst)\b`, "highest", "lowest", "best", "worst")

	// reAmong: the superlative is limited to a part of the members, or
	// shared by a part that is not named.
	reAmong = lazyregexp.NewWith(`(?i)\b(?:among|amongst|one\s+of\s+the|some\s+of\s+the|excluding|except|apart\s+from|other\s+than|outside)\b`,
		"among", "one", "some", "excluding", "except", "apart", "other", "outside")

	// reAmongAll: all members or commitments, which limits nothing.
	reAmongAll = lazyregexp.NewWith(`(?i)\b(?:among|amongst)\s+(?:all\s+)?(?:of\s+)?the\s+(?:members|countries|commitments)\b`, "among")

	// reOverall: the figure is about everything.
	reOverall = lazyregexp.NewWith(`(?i)\b(?:averag(?:e|es|ed|ing)|overall|mean|together|all\s+(?:the\s+)?(?:\w+\s+)?(?:members?|countries|commitments))\b|\bfor\s+the\s+(?:[\w'\x{2019}-]+\s+){0,4}commitments\b|\bmembers\s+(?:\w+\s+)?(?:achieved|scored|averaged|received|complied|earned|reached)\b`,
		"averag", "overall", "mean", "together", "member", "countries", "commitment")

	// reTheAverage is an average of which no word says whose: that of all, or of what the
	// sentence has named.
	reTheAverage = lazyregexp.NewWith(`(?i)^[\s,;:]*(?:(?:and|so|but|which|hence|thus|while|that)\s+)*(?:the|its|an?)\s+(?:(?:resulting|mean|total|final)\s+)*(?:average|mean|score|result|figure)\s+(?:(?:score|is|was|comes?|came|amounts?|amounted|stands?|stood|to|at|out|of|thus|therefore|then|only|just|being)\s+)*$`,
		"average", "mean", "score", "result", "figure")

	// reOwnNoun: a subject of its own in a statement about everything.
	reOwnNoun = lazyregexp.New(`(?i)\b(?:average|mean|overall|members?|countries|commitments?|promises|compliance)\b`)

	// reWhole: words that make an average that of everything, whatever was
	// spoken of before.
	reWhole = lazyregexp.NewTemplate(`(?i)\boverall\b|\bmembers?\b|\bcountries\b|\ball\b|\b{names}\b`)

	// rePronoun: the figure is about what the sentence before spoke of.
	rePronoun = lazyregexp.New(`(?i)\b(?:its|their|his|her|it|they|this|that|these|those)\b`)

	// reInPassing: the words before a member that is not the subject of the
	// statement.
	reInPassing = lazyregexp.New(`(?i)\b(?:exception\s+of|except(?:\s+for)?|excluding|without|apart\s+from|aside\s+from|other\s+than|besides|despite|unlike|hosted\s+by|led\s+by|chaired\s+by|proposed\s+by|including|such\s+as|like|especially|particularly|with|from|to|on|than|against|under|after|before|beyond|behind|near)\s+(?:both\s+)?(?:the\s+)?$`)

	// reOwner: the words before a member to whom a place in the ranking is
	// said to belong.
	reOwner = lazyregexp.NewWith(`(?i)\b(?:belong(?:s|ed)\s+to|went\s+to|goes\s+to|came\s+from|comes\s+from)\s+(?:both\s+)?(?:the\s+)?$`,
		"belong", "went", "goes", "came", "comes")

	// rePart: an average of some of the members or commitments.
	rePart = lazyregexp.NewWith(`(?i)\b(?:emerging|advanced|developing|developed|industriali[sz]ed|european|asian|african|american|host|non-\w+|former|remaining|other|most|half|majority|few|several|some|each|issue\s+area|cluster|subset|category)\b`,
		"emerging", "advanced", "develop", "industriali", "european", "asian", "african", "american", "host", "non", "former", "remaining", "other", "most", "half", "majority", "few", "several", "some", "each", "issue", "cluster", "subset", "category")

	// reOtherTime: figures of another report or stage.
	reOtherTime = lazyregexp.NewWith(`(?i)\b(?:previous|prior|preceding|earlier|former|last\s+(?:year|summit|report)|past|traditionally|usually|typically|normally|decades?|years|ago|back\s+then|at\s+th(?:at|e)\s+time|in\s+those\s+days|(?:report|summit|cycle|year|assessment|study|edition)\s+before|cumulative(?:ly)?|historical(?:ly)?|since|all-time|to\s+date|long-term|summits)\b`,
		"previous", "prior", "preceding", "earlier", "former", "last", "past", "traditionally", "usually", "typically", "normally", "decade", "years", "ago", "back", "those", "before", "cumulative", "historical", "since", "time", "date", "term", "summits")
	// reSoFar is what there is when an interim report is written.
	reSoFar = lazyregexp.NewWith(`(?i)\b(?:results?|progress|work|efforts|actions?)\s+(?:\w+\s+)?to\s+date\b`, "date")
	// rePastPerfect: what had been before the time that a text speaks of.
	rePastPerfect = lazyregexp.NewWith(`(?i)\bhad\s+(?:(?:all|also|already|both|each|still|only|just|even|then|once|not|never|alone|jointly)\s+)*(?:been|stood|scored|averaged|had|received|achieved|earned|reached|obtained|attained|garnered|recorded|registered|got|gotten|gained|complied|come|ended|finished|ranked|led|headed|topped|followed|shared|tied|placed|fallen|failed|fared|done|found|managed|won|lain|sat|kept|met|fulfilled|given|been\s+given)\b`, "had")
	// reReportOf names another summit by what was written about it or came of it: "the
	// Northaven report", "the Sudhaven cycle".
	reReportOf = lazyregexp.NewWith(`\b[Tt]he\s+((?:\p{Lu}[\p{L}.'\x{2019}-]*\s+(?:de\s+|of\s+)?){1,3})(?:(?:final|interim|compliance|annual)\s+){0,2}(?:reports?|cycle|assessment|study|edition|presidency|meeting|year)\b`,
		"report", "cycle", "assessment", "study", "edition", "presidency", "meeting", "year")
	// reReportFrom: the same with the name behind.
	reReportFrom = lazyregexp.NewWith(`\b(?:reports?|cycle|assessment|study|edition)\s+(?:for|from|after)\s+(\p{Lu}[\p{L}.'\x{2019}-]*)`,
		"report", "cycle", "assessment", "study", "edition")
	// reNoSummit are capitalised words that name no summit.
	reNoSummit = lazyregexp.New(`^(?:The|This|That|Our|Each|Every|Compliance|Final|Interim|Annual|Progress|Summit|Research|Group|Executive|Summary|Secretariat|Centre|Center|University|Institute)$`)
	// reFormerOfTwo is "the former" of two that were named, no former thing.
	reFormerOfTwo = lazyregexp.NewWith(`(?i)\b(?:the|that)\s+former(?:\s*(?:$|[,;:.)])|\s+(?:is|are|was|were|has|had|have|being|by|and|or|the|an?|with|at|on|for|having|scoring|earning|owes?|owed|saw|sees|slipped|scor(?:es|ed|ing)|receiv(?:es|ed)|averag(?:es|ed)|stands?|stood|comes?|came|led|leads|did|complied|failed|than|as)\b)`, "former")
	// reComplianceLed is a sentence that opens a paragraph on compliance.
	reComplianceLed = lazyregexp.NewWith(`(?i)\bcompliance\b`, "compliance")
	reStages        = lazyregexp.NewWith(`(?i)\b(?:interim|preliminary|final)\b`, "interim", "preliminary", "final")

	// reFrom: the words before a figure that is the start of a change or
	// the other side of a comparison.
	reFrom = lazyregexp.NewWith(`(?i)\b(?:from|than|compared\s+(?:with|to)|versus|against|relative\s+to|exceeding|unlike)\s+(?:\S+\s+){0,6}$`,
		"from", "than", "compared", "versus", "against", "relative", "exceeding", "unlike")

	// reInexact: the words before a figure that is not meant exactly, or is
	// a change or a threshold.
	reInexact = lazyregexp.NewWith(`(?i)\b(?:nearly|almost|about|approximately|around|roughly|over|above|below|under|between|at\s+least|at\s+most|up\s+to|more\s+than|less\s+than|fewer\s+than|close\s+to|just|not|would|could|should|target|goal|threshold|differences?|gap|spread|rang(?:e|es|ed|ing)|margin|increas(?:e|ed|es|ing)\s+of|decreas(?:e|ed|es|ing)\s+of|ris(?:e|en)\s+of|drop\s+of|declin(?:e|ed)\s+of|improv(?:ement|ed)\s+of|half|expected|projected|forecast|estimated|likely)\s+(?:\S+\s+){0,2}$|\bby\s+$`,
		"nearly", "almost", "about", "approximately", "around", "roughly", "over", "above", "below", "under", "between", "least", "most", "up", "than", "close", "just", "not", "would", "could", "should", "target", "goal", "threshold", "difference", "gap", "spread", "rang", "margin", "increas", "decreas", "ris", "drop", "declin", "improv", "half", "expected", "projected", "forecast", "estimated", "likely", "by")

	// reNotAScore: the words behind a percentage of something else, or a
	// change.
	reNotAScore = lazyregexp.NewWith(`(?i)^\)?\s*(?:ahead\b|behind\b|clear\s+of|apart\b|short\s+of|(?:for\s+(?:\S+\s+){1,4})?(?:is\s+|are\s+|was\s+)?(?:with|out\s+of|beyond)(?:in)?\s+(?:its\s+|their\s+)?reach|percentage\s+points?|points?\b|higher|lower|above|below|over\s+(?:(?:the|its|their|an)\s+)?(?:(?:overall|group)\s+)?(?:average|mean|median|zero|others?|rest|next|second|first|last)\b|over\s+(?:that|those)\s+of\b|more\b|less\b|better|worse|increase|decrease|rise|drop|or\s+(?:more|less|higher|lower|above|below)|and\s+(?:above|below|over))`,
		"ahead", "behind", "clear", "apart", "short", "reach", "percentage", "point", "higher", "lower", "above", "below", "more", "less", "better", "worse", "increase", "decrease", "rise", "drop", "over")

	// reShareOf: "85% of its commitments", "45% of the time".
	reShareOf = lazyregexp.New(`(?i)^\)?\s*of\s+\w+\b`)

	// reDifference and its kind.
	reDifference = lazyregexp.NewWith(`(?i)\b(?:difference|gap|spread|distance|margin)\b`, "difference", "gap", "spread", "distance", "margin")
	reOfMembers  = lazyregexp.New(`(?i)\b(?:members?|countr(?:y|ies)|members'|states)\b`)
	reOfPromises = lazyregexp.New(`(?i)\bcommitments?\b`)
	reDiffNumber = lazyregexp.New(`(?i)\b(?:is|was|of|at|stands\s+at|equals|(?:comes|came|amounts|amounted)\s+to)\s+(?:(?:a\s+full|fully|exactly|thus|therefore)\s+)*([0-9]{1,3}(?:\.[0-9]{1,3})?)(\s?%|\s+per\s?cent|\s+percentage\s+points)?`)

	// reCount: how many commitments were assessed. Numbers of other things
	// ("of the 120 commitments made") are told by the words around.
	// reOtherCount is another thing that is counted before the commitments: "the twenty
	// members and five priority commitments".
	reOtherCount = lazyregexp.New(`(?i)\b(?:members?|countr(?:y|ies)|states|scores?|[0-9]{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\s`)

	reCount = lazyregexp.NewWith(`(?i)\b(?:all|the|these|its|of)\s+(?:of\s+the\s+|the\s+)?([0-9]{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\s+((?:[\w'\x{2019}-]+\s+){0,5}?)commitments\b((?:\s+[\w'\x{2019}-]+){0,3})`, "commitments")
	// reOfSome begins a number that need not be that of all: "each of two commitments".
	reOfSome   = lazyregexp.New(`(?i)^of\s+(?:[0-9]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)`)
	reSelected = lazyregexp.New(`(?i)\b(?:select(?:ed|ion)|assess(?:ed|ment)?|monitor(?:ed|ing)?|priority|analy[sz](?:ed|is)|evaluated|chosen|examined|covered)\b`)
	reOfMany   = lazyregexp.New(`(?i)\b(?:made|adopted|agreed|produced|total|issued|generated|identified|hundreds)\b`)

	// reOn: what a member's figure is limited to.
	reOn = lazyregexp.New(`(?i)^\)?\s*(?:on|for|in|with|regarding)\s+(?:the\s+)?`)

	// reLimitedTo finds what a statement about a member may be limited to.
	reLimitedTo = lazyregexp.New(`(?i)\b(?:on|for|in|regarding|about|of|with)\s+(?:(?:the|its|their)\s+)?([\p{L}'\x{2019}-]+(?:\s+[\p{L}'\x{2019}-]+)?)`)

	// reRespectively pairs a list of subjects with a list of figures.
	reRespectively = lazyregexp.NewWith(`(?i)\brespectively\b`, "respectively")

	reYear  = lazyregexp.NewWith(`\b(?:19|20)[0-9]{2}\b`, "19", "20")
	reForum = lazyregexp.NewTemplate(`\b{names}\b`, "{names}")

	// reSummitOf finds the words before "Summit": a name, unless it is the
	// report's own.
	reSummitOf = lazyregexp.NewWith(`((?:[\p{Lu}][\p{L}.'\x{2019}-]*\s+|de\s+|of\s+)+)[Ss]ummit`, "ummit")

	// reCommitmentOn opens a phrase that names commitments.
	reCommitmentOn = lazyregexp.NewWith(`(?i)\bcommitments?\s+(?:on|about|regarding|concerning|related\s+to|relating\s+to|dealing\s+with|to|for)\s+`, "commitment")
	// reListTail is what leads on from one mention to the next.
	reListTail = lazyregexp.NewWith(`(?i)\s*,?\s+and(?:\s+(?:the|that|those))?$`, "and")
	// reCommitmentNumber names commitments by number.
	reCommitmentNumber = lazyregexp.NewWith(`(?i)\bcommitments?\s+(?:no\.?\s+|number\s+|#)?([0-9]{1,2}(?:(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+)[0-9]{1,2})*)\b`, "commitment")
	// rePhraseEnd ends a phrase that names commitments: a verb, or the
	// preposition before a figure.
	rePhraseEnd = lazyregexp.New(`(?i)\s+(?:had|has|have|having|at|with|scor(?:e|es|ed|ing)|receiv(?:e|es|ed|ing)|achiev(?:e|es|ed|ing)|earn(?:s|ed|ing)|averag(?:ed|ing)|was|were|is|are|ranked|came|also|which|while|who|each|both|tied|follow(?:s|ed)?|garnered|obtained|saw|registered|attained|reached|got|shar(?:e|es|ed|ing)|led|topped|fell|rose|fared|trail(?:s|ed)|proved|proves|remains?|remained|stands?|comes?|ranks?|lags?|lagged)\b|[(;:.]|,\s+(?:with|at|each|which|who|followed)\b`)
)
