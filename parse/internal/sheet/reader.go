// Package sheet holds what the other parts of the reading share: the
// pages with their lines, pieces of lines and tables, the figures and words
// at a line's edge, and the report with its warnings. It knows no construct
// of a report.
package sheet

import (
	"context"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/join"
	"recount.invalid/recount/vocabulary"
)

// Reader is what every part of the reading looks at: the document, the words,
// the pages and the report.
type Reader struct {
	Ctx   context.Context // of Parse; nil in tests of single stages
	Doc   *model.Document
	Vocab *vocabulary.Vocabulary
	Words *join.WordEvidence // for words broken at a line's end
	Jobs  int                // chapters and notes read at the same time; below 2 one after the other
	Pages []*Page            // in the order of the document
	Rep   *model.Report      // what is written
	// Weighed is told of every claim that is weighed; nil where nobody counts.
	Weighed func(Weighing)
}

// New begins the reading of a document. v nil means the built-in words; jobs is
// how many chapters and notes are read at the same time, below 2 one after the
// other.
func New(doc *model.Document, v *vocabulary.Vocabulary, jobs int) *Reader {
	if v == nil {
		v = vocabulary.Default()
	}
	return &Reader{
		Doc:   doc,
		Vocab: v,
		Jobs:  jobs,
		Rep: &model.Report{
			Schema:          model.SchemaReport,
			Source:          doc.Source,
			Commitments:     []model.Commitment{},
			Footnotes:       []model.Footnote{},
			Matrices:        []model.Matrix{},
			CommitmentsList: []model.ListedPromise{},
			Figures:         []model.Figure{},
			Warnings:        append([]model.Warning{}, doc.Warnings...),
		},
	}
}

// Into is the same reading that writes into another report, so that several
// chapters can be read at the same time.
func (r *Reader) Into(rep *model.Report) *Reader {
	own := *r
	own.Rep = rep
	return &own
}
