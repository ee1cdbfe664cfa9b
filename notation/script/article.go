package script

import "strings"

// WithoutArticle takes a leading 'the' off a name.
func WithoutArticle(s string) string {
	return strings.TrimPrefix(strings.TrimPrefix(s, "The "), "the ")
}
