package output

import (
	"fmt"
	"slices"
	"strings"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/model"
)

// notices are, for people, what is to be known of a file before what was counted in
// it is believed: what had to be repaired, and the warnings that are about the file
// and that no finding tells of as well. The last line says how many others there are.
func notices(r audit.Result) (lines []string) {
	add := func(head, text string, at model.At) {
		text = strings.TrimRight(text, ".")
		if slices.ContainsFunc(r.Findings, func(f audit.Finding) bool {
			return strings.EqualFold(strings.TrimRight(f.Message, "."), text)
		}) {
			return
		}
		if where := strings.TrimSpace(pages(at)); where != "" {
			text += " (" + where + ")"
		}
		lines = append(lines, sentence(model.Visible(head+text))+".")
	}
	for _, text := range r.Source.Repairs {
		add("repaired: ", text, nil)
	}
	others := 0
	for _, w := range r.Warnings {
		if audit.OfFile(w) {
			add("", w.Text, w.At)
		} else {
			others++
		}
	}
	if others > 0 {
		lines = append(lines, fmt.Sprintf("%s on what stands in the report (--format json).", count(others, "further warning")))
	}
	return lines
}
