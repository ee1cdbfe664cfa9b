package citation

import "recount.invalid/recount/vocabulary"

var testVocab = vocabulary.Default()
