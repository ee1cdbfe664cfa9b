package across

import (
	"strconv"
	"strings"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// plainDashes are the hyphen's other forms.
var plainDashes = strings.NewReplacer("\u2010", "-", "\u2011", "-", "\u2012", "-", "\u2013", "-", "\u2212", "-", "\u00a0", " ")

// mostForumName is the longest name of a forum before a serial: "BRICS 2022-64".
const mostForumName = 8

// PlainSerial is a serial in capitals without what may stand around it: blanks,
// brackets, 'No.', the name of the forum; with a hyphen for every dash and between year
// and number: "G7 2022/64" is 2022-64. words is nil for the built-in vocabulary.
func PlainSerial(id string, words *vocabulary.Vocabulary) string {
	_, plain := splitForum(id, orDefault(words))
	return plain
}

// splitForum gives the name that stands before the year of a serial, in capitals, as "G7" in
// "G7 2022-64", empty where none does, and PlainSerial.
func splitForum(id string, words *vocabulary.Vocabulary) (forum, plain string) {
	s := strings.ToUpper(strings.Join(strings.Fields(plainDashes.Replace(id)), " "))
	s = strings.Trim(s, "[]().# ")
	if label := strings.TrimRight(s, "0123456789"); len(label) < len(s) && numbersPromises(label, words) {
		return "", s[len(label):]
	}
	if head := strings.IndexAny(s, " -_/:"); head > 1 && head <= mostForumName && s[0] >= 'A' && s[0] <= 'Z' {
		if rest := strings.TrimLeft(s[head:], " -_/:([#"); beginsWithYear(rest) {
			forum, s = s[:head], rest
		}
	}
	if !beginsWithYear(s) {
		return forum, s
	}
	at := strings.IndexAny(s, "-/._: ")
	if at < 0 {
		return forum, s
	}
	if number := strings.TrimLeft(s[at:], "-/._: ([#"); allDigits(number) && len(number) <= 3 && at <= 6 {
		s = s[:at] + "-" + number
	}
	return forum, s
}

// beginsWithYear reports whether a text begins with the year of a summit and no more digits.
func beginsWithYear(s string) bool {
	if len(s) < 4 || len(s) > 4 && s[4] >= '0' && s[4] <= '9' {
		return false
	}
	y, err := strconv.Atoi(s[:4])
	return err == nil && y >= firstYear && y < lastYear
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// The years in which a summit may have been.
const firstYear, lastYear = 1975, 2100

// numbersPromises reports whether a text is what may stand before the number of a
// commitment: 'Commitment', 'No.'.
func numbersPromises(label string, words *vocabulary.Vocabulary) bool {
	label = strings.TrimSpace(label)
	return words.Has(vocabulary.PromiseLabels, label) || words.HasHead(label, vocabulary.HeadNumber)
}

// RowForum is the forum that a row of a table states in its serial or in a column of its own:
// its name in use where the vocabulary knows it, otherwise what stands there, in capitals
// without blanks; empty where it states none.
func RowForum(c *model.Commitment, words *vocabulary.Vocabulary) string {
	if c.Row == 0 {
		return ""
	}
	words = orDefault(words)
	if forum, _ := splitForum(c.ID, words); forum != "" {
		return plainForum(forum, words)
	}
	for _, v := range c.Columns {
		if words.HasHead(v.Name, vocabulary.HeadForum, vocabulary.HeadInstitution) {
			return plainForum(v.Value, words)
		}
	}
	return ""
}

func plainForum(name string, words *vocabulary.Vocabulary) string {
	if forum, ok := words.ForumNamed(name); ok {
		return forum
	}
	return strings.ToUpper(strings.Join(strings.Fields(name), ""))
}

// OfForum reports whether a row may be of a report's forum: only where both name one can it
// be of another. A column that names no forum ("Economic") says nothing. words is nil for
// the built-in vocabulary.
func OfForum(c *model.Commitment, forum string, words *vocabulary.Vocabulary) bool {
	words = orDefault(words)
	row, own := RowForum(c, words), plainForum(forum, words)
	if row == "" || own == "" || words.SameForum(row, own) {
		return true
	}
	return !likeForum(row, words)
}

// likeForum reports whether a name is a forum's: the vocabulary knows it, or it has the form
// that many have, a letter or several and then a number.
func likeForum(name string, words *vocabulary.Vocabulary) bool {
	if _, known := words.ForumNamed(name); known {
		return true
	}
	letters := strings.TrimRight(name, "0123456789")
	return letters != "" && len(letters) < len(name) && len(name) <= mostForumName && strings.Trim(letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
