package closed

import "recount.invalid/recount/internal/lazyregexp"

// The parts that statements are made of, as patterns.
const (
	// owner is whose action it is.
	owner = `(?:(?:the|its|their|this|that|(?:the )?(?:\p{L}[\p{L}.-]* ){0,3}\p{L}[\p{L}.-]*'s?) )`
	// actor is who acts.
	actor = `(?:(?:it|they|(?:the )?(?:\p{L}[\p{L}.-]* ){0,2}\p{L}[\p{L}.-]*) )`
	// acts is what is counted, and kind a word for its grade.
	acts = `(?:actions?|measures?|steps?|initiatives?)`
	kind = `(strong|weak)`
	// found is how it came to be known.
	found = `(?:found|identified|recorded|observed|noted|seen|detected|established|reported|located|taken|on record|to be found|to report)`
	been  = `(?:was|were|is|are|has been|have been|could be|can be)`
	// thing is the subject of a statement, without a word for another one.
	thing = `([^,;:]{1,120}?)`
	count = `(a single|one single|an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})`
)

// reOpens finds a subject that is limited, compared or denied, or is none.
var reOpens = lazyregexp.New(`^(?:in|on|at|by|for|from|with|within|since|until|before|after|during|as|if|when|where|while|although|though|even|not|no|none|neither|perhaps|besides|beyond|apart|among|under|according|at|of|so|thus|it|this|that|there|what|which)\b|\b(?:not|no|none|never|neither|nor|perhaps|probably|arguably|until|unless|is|was|are|were|be|been|has|had|have|will|would|could|may|might|planned|draft|proposed|promised|announced)\b`)

// plainly reports whether words can be the subject that they stand for.
func plainly(words string) bool { return !reOpens.MatchString(words) }
