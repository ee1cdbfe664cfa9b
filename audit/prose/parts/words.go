package parts

import "recount.invalid/recount/internal/lazyregexp"

// levelForm is a way to name a level of compliance.
type levelForm struct {
	re     *lazyregexp.Regexp
	levels []int
	lacks  bool
	loose  bool
	// counted says that the words are a level only behind a number ("ten none").
	counted bool
}

const (
	notWords = `(?:not|never|n['\x{2019}]t)\s+(?:\p{L}+\s+){0,2}?`
	minus    = `[\-\x{2212}\x{2013}]\s?1\b`
	plus     = `\+\s?1\b`
	scoreOf  = `(?:(?:scores?|marks?|grades?|ratings?)\s+of\s+)?`
	noneOf   = `(?:without\s+(?:a\s+single|any|an?)|not\s+(?:a\s+single|one|an?)|no|never\s+(?:a|an|any)|avoid(?:s|ed|ing)?(?:\s+(?:any|an?|all))?|free\s+of|spared)\s+(?:\p{L}+\s+){0,2}?`
)

// levelForms are tried in their order at every place: what is denied stands before what is not.
var levelForms = []levelForm{
	{re: lazyregexp.New(`(?i)^(?:` + noneOf + scoreOf + minus + `|` + noneOf + `(?:failures?|failing\s+(?:scores?|grades?|marks?)|negative\s+(?:scores?|marks?)))`), levels: []int{-1}, lacks: true},
	{re: lazyregexp.New(`(?i)^` + notWords + `fail(?:ed)?\b`), levels: []int{-1}, lacks: true},
	{re: lazyregexp.New(`(?i)^(?:` + noneOf + scoreOf + plus + `|` + noneOf + `(?:full|perfect|top)\s+(?:scores?|marks?))`), levels: []int{1}, lacks: true},
	{re: lazyregexp.New(`(?i)^(?:` + notWords + `(?:compl(?:y|ied)\s+(?:fully|in\s+full)|fully\s+compl(?:y|ied))|less\s+than\s+full(?:\s+(?:compliance|marks))?|short\s+of\s+full\s+(?:compliance|marks))`), levels: []int{1}, lacks: true},
	{re: lazyregexp.New(`(?i)^(?:` + notWords + `(?:compl(?:y|ied)|been\s+compl\p{L}+)(?:\s+at\s+all)?|fail(?:s|ed|ing)?\s+to\s+(?:comply|meet|keep|honou?r|fulfil)\b|non-?\s?compl\p{L}+|no\s+compliance|lack\s+of\s+compliance)`), levels: []int{-1}},
	{re: lazyregexp.New(`(?i)^(?:fail(?:s|ed|ing|ures?)?(?:\s+(?:scores?|grades?|marks?))?\b|` + scoreOf + `(?:` + minus + `|minus\s+one\b)|negative\s+(?:scores?|marks?)\b)`), levels: []int{-1}},
	{re: lazyregexp.New(`(?i)^(?:nil|none|nothing)\b`), levels: []int{-1}, counted: true},
	{re: lazyregexp.New(`(?i)^(?:partial(?:ly)?(?:\s+(?:compl\p{L}+|scores?|marks?|credit))?|part(?:ly)?\s+compl\p{L}+|works?[\s-]+in[\s-]+progress|in\s+progress|compl\p{L}+\s+(?:partially|in\s+part|partly)|(?:scores?|marks?|grades?)\s+of\s+(?:0|zero)\b|zeros\b|zeroes\b|(?:intermediate|middle|middling|neutral)\s+(?:scores?|marks?))`), levels: []int{0}},
	{re: lazyregexp.New(`(?i)^(?:0(?:$|[\s,;)]|\.(?:\s|$))|zero\b)`), levels: []int{0}, counted: true},
	{re: lazyregexp.New(`(?i)^(?:full(?:y)?(?:[\s-]+(?:compl\p{L}+|marks?|credit|scores?))?\b|in\s+full\b|compl\p{L}+\s+(?:fully|in\s+full)|perfect(?:\s+(?:scores?|records?|marks?))?\b|` + scoreOf + `(?:` + plus + `|plus\s+one\b)|success(?:es)?\b|top\s+(?:scores?|marks?)\b|(?:highest|best|maximum)\s+(?:possible\s+)?(?:scores?|marks?)\b)`), levels: []int{1}},
	{re: lazyregexp.New(`(?i)^(?:complied|compliant|in\s+compliance)\b`), levels: []int{1}, loose: true},
}

var (
	reBreak = lazyregexp.New(`(?i)^(?:;|,?\s*\b(?:while|whereas|whilst|although|though)\b|,\s+but\b)`)
	reOnly  = lazyregexp.New(`(?i)^(?:only|alone|sole|solely|nobody\s+else|no\s+one\s+else|no\s+others?|none\s+other)\b`)
	reBut   = lazyregexp.New(`(?i)^(?:all\s+but|everyone\s+but|every(?:\s+\p{L}+)?\s+but|except(?:ing|ion)?|other\s+than|apart\s+from|aside\s+from|besides|excluding|save|bar|barring|unlike|than|like|as\s+against|against|compared|not\s+counting|without|versus|from|after|behind|below|above|ahead\s+of|over|within)\b`)
	reNot   = lazyregexp.New(`(?i)^(?:not|no\s+one|nobody|none|never|neither|nor|n['\x{2019}]t|no|hardly|cannot|denied|miss(?:ed|es|ing)?|short\s+of|lost|lacks?|lacked)\b`)
	reDid   = lazyregexp.New(`(?i)^(?:did\s+not|didn['\x{2019}]t|had\s+not|were\s+not|was\s+not)\s*(?:[,.;:)]|$|and\b)`)

	reHigh  = lazyregexp.New(`(?i)^(?:highest|best|strongest|leads?|led|heads?|headed|tops?|topped|at\s+the\s+(?:top|head)|first(?:\s+place)?)\b`)
	reLow   = lazyregexp.New(`(?i)^(?:lowest|worst|weakest|poorest|at\s+the\s+(?:foot|bottom)|bottom|last(?:\s+place)?|brings?\s+up\s+the\s+rear|clos(?:es|ed|ing)\s+the\s+(?:list|table|ranking|field))\b`)
	rePlace = lazyregexp.New(`(?i)^(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[0-9]{1,2}(?:st|nd|rd|th))\b`)

	// reInexact stands before a number or figure that is a bound or an estimate.
	reInexact = lazyregexp.New(`(?i)\b(?:at\s+least|at\s+most|more\s+than|fewer\s+than|less\s+than|no\s+more\s+than|no\s+fewer\s+than|not\s+all|all|over|under|nearly|almost|about|around|roughly|some|up\s+to|approximately|barely|just\s+over|just\s+under|above|below|between|of\s+the|of\s+these|out\s+of|of\s+its|of\s+our|of\s+all|of)\s+(?:the\s+|its\s+)?$`)
	// reUnit is the noun of a number.
	reUnit = lazyregexp.New(`(?i)^\s+(?:of\s+(?:the|its|our|these|those|them|all)\s+)?(?:other\s+|others\b\s*|further\s+|remaining\s+|individual\s+|single\s+|assessed\s+)?(?:(members?|countries|country|states?|governments?|powers|economies|partners)|(commitments?|promises?|pledges?|undertakings?)|(scores?|marks?|grades?|ratings?|cells|results|instances|cases))\b`)
	// reChange ends in words by which a figure is a change or a distance, or another's.
	reChange = lazyregexp.New(`(?i)\b(?:by|from|than|ris(?:e|es|en|ing)|rose|gr[eo]w\p{L}*|gain\p{L}*|f[ea]ll(?:s|en|ing)?|drop\p{L}*|lost|chang\p{L}+|increas\p{L}+|decreas\p{L}+|declin\p{L}+|differ\p{L}*|gap|spread|distance|margin|growth|reduc\p{L}+|improve\p{L}*|against|median|mode|range|variance|deviation|separat\p{L}+|between|about|nearly|almost|over|under|above|below|around|roughly|weighted|twice|half|double|thrice)\s+(?:\S+\s+){0,2}$`)
)

var (
	// reSingle counts one level: "a single failure".
	reSingle = lazyregexp.New(`(?i)^a\s+single\b`)
	// reHalf counts members.
	reHalf = lazyregexp.New(`(?i)^half\s+(?:of\s+)?(?:the\s+|our\s+)?(?:members?|countries|states|governments)\b`)
)
