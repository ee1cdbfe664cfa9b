package parse

import "errors"

// ErrNoText is returned for a document in which no page has text: a scan
// without a text layer, or pages of pictures.
var ErrNoText = errors.New("no text on any page")

// ErrNotReport is returned for a document with text in which nothing of a
// compliance report was found: no chapter, no score table, no matrix, no list
// of commitments and no title that names a forum and its compliance.
var ErrNotReport = errors.New("not a compliance report")
