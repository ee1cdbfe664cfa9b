package closed

import (
	"strings"
	"sync"
)

// The words that a statement about things may have beside their names. What is none of
// them leaves the statement unread.
const (
	denials = `no not none nothing neither nor never without untouched unaddressed neglected ignored disregarded unmet omitted`
	// doings say that something was done.
	// doings say that something was done.
	doings = `acted taken took addressed covered dealt made met fulfilled satisfied undertaken undertook saw seen adopted implemented carried served`
	plain  = `the a an its it their they this that these those of on in for to by with at towards toward concerning regarding about as
		was were is are be been being has have had did does do can could act take address cover
		action actions measure measures step steps initiative initiatives activity activities anything something
		area areas part parts field fields dimension dimensions element elements component components pillar pillars track tracks
		side sides front fronts sphere spheres kind kinds sort
		found identified recorded observed noted detected reported established up
		any whatever whatsoever all both either each also too there remained remain remains stayed still
		sign trace evidence record member government two three four five six
		during within time period compliance cycle monitoring assessment effect force respect regard and or ,`
	limits = `only solely alone sole but save except exclusively`
	// unsettled are words with which a statement that denies nothing tells of no deed.
	unsettled = `be could can do does act take address cover`
)

const (
	isDenial = 1 << iota
	isDoing
	isPlain
	isLimit
	isUnsettled
)

var lexicon = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	for kind, words := range map[int]string{isDenial: denials, isDoing: doings, isPlain: plain, isLimit: limits, isUnsettled: unsettled} {
		for _, w := range strings.Fields(words) {
			out[w] |= kind
		}
	}
	return out
})
