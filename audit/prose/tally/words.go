package tally

import (
	"sync"

	"recount.invalid/recount/audit/prose"
	"recount.invalid/recount/internal/lazywords"
)

// The words of the grammar. They are part of it, as its phrases are, and no vocabulary that a
// user could add to: each stands where the parser asks for it.

// fillers limit nothing.
var fillers = lazywords.Of("thus therefore however nevertheless nonetheless also indeed hence consequently clearly altogether likewise again")

// verbs are what may stand between a subject and what is said of it.
var verbs = lazywords.Of(`have has had having is are was were be been being sit sits sat stand stands stood end ends ended finish finishes finished remain remains remained
	came come comes out scored score scores scoring receive receives received receiving got get gets earned earn earns obtained achieved achieve reached reach recorded
	given awarded indicate indicates indicated show shows showed denote denotes with at in on up each all both follow follows followed lie lies lay share shares shared tied by rest rests to exactly an a average averages averaged mean of
	the year level still now even overall for place joint jointly equal second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth`)

// finite are the verbs by which a stretch of words is seen to be a clause.
var finite = lazywords.Of("is are was were has have had scored received complied did averaged stands stood came finished ended leads led follows followed did comply earned got achieved reached share")

// standing are words besides verbs by which a member is only placed.
var standing = lazywords.Of("last first top bottom there position rank period , ~ # @ 's alone tied")

// conjunctions may lead on to more that is said of the same subject.
var conjunctions = lazywords.Of("and but while though although yet")

// limits are words behind a comma that take something away from what stands before it.
var limits = lazywords.Of("on for with in among of by except excluding apart besides unlike without not if when counting including such most some all within under across at where")

// quantityWords begin a count.
var quantityWords = lazywords.Of("no none nobody all every each everybody everyone half most only just exactly at more less fewer the a another")

// fractions are the parts that a number counts, with how many of them make a whole.
var fractions = sync.OnceValue(func() map[string]int64 {
	return map[string]int64{
		"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7,
		"eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
	}
})

// nouns are the words for what is counted, with what a count of it is about.
var nouns = sync.OnceValue(func() map[string]prose.Kind {
	return map[string]prose.Kind{
		"members": prose.Member, "member": prose.Member, "countries": prose.Member, "country": prose.Member, "governments": prose.Member, "government": prose.Member,
		"commitments": prose.Commitment, "commitment": prose.Commitment, "promises": prose.Commitment, "pledges": prose.Commitment,
		"scores": prose.NoKind, "score": prose.NoKind,
	}
})

// joining are words by which a clause says why a commitment has its average.
var joining = lazywords.Of("since because where so thus pulled dragged thanks owing due based through despite down up @ nobody none no failed fail succeeded which mostly mainly largely")
