package dataset

import (
	"strings"

	"recount.invalid/recount/model"
)

// Code is a name that somebody else chose, as a span of code in Markdown.
func Code(name string) string {
	return "`" + strings.ReplaceAll(model.Visible(name), "`", `\x60`) + "`"
}
