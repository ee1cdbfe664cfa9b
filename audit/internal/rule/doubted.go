package rule

import "recount.invalid/recount/model"

// doubted are the objects that warnings of the report name, as JSON Pointers.
var doubted = Keep(func(p *Pass) map[string]bool {
	named := map[string]bool{}
	for _, w := range p.Report.Warnings {
		for _, pointer := range w.About {
			named[pointer] = true
		}
	}
	return named
})

// Doubted reports whether a warning of the report names the object at the JSON Pointer
// itself, or speaks of something that stands where it does.
func (p *Pass) Doubted(pointer string, at model.At) bool {
	return doubted.Of(p)[pointer] || WarnedAt(p.Report, at)
}
