package publish

import _ "embed"

// Template is the description that a new data set begins with: it says nothing
// and shows what may be said.
//
//go:embed recount.yaml
var Template []byte
