package across

import (
	"strconv"
	"strings"

	"recount.invalid/recount/model"
)

// plainDashes are the hyphen's other forms.
var plainDashes = strings.NewReplacer("\u2010", "-", "\u2011", "-", "\u2012", "-", "\u2013", "-", "\u2212", "-", "\u00a0", " ")

// serialWords may stand before the number of a commitment.
var serialWords = []string{"COMMITMENT", "PROMISE", "NO.", "NO", "NR.", "NR", "#"}

// mostForumName is the longest name of a forum before a serial: "BRICS 2022-64".
const mostForumName = 8

// PlainSerial is a serial in capitals without what may stand around it: blanks,
// brackets, 'No.', the name of the forum; with a hyphen for every dash and between year
// and number: "G7 2022/64" is 2022-64.
func PlainSerial(id string) string {
	_, plain := splitForum(id)
	return plain
}

// SerialForum is the name that stands before the year of a serial, in capitals, as "G7" in
// "G7 2022-64"; empty where none does.
func SerialForum(id string) string {
	forum, _ := splitForum(id)
	return forum
}

func splitForum(id string) (forum, plain string) {
	s := strings.ToUpper(strings.Join(strings.Fields(plainDashes.Replace(id)), " "))
	s = strings.Trim(s, "[]().# ")
	for _, word := range serialWords {
		if rest, ok := strings.CutPrefix(s, word); ok && allDigits(strings.TrimSpace(rest)) {
			return "", strings.TrimSpace(rest)
		}
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

// forumHeads are the heads of a column that names the forum.
var forumHeads = map[string]bool{"forum": true, "group": true, "institution": true, "organisation": true, "organization": true}

// RowForum is the forum that a row of a table states in its serial or in a column of its own,
// in capitals without blanks; empty where it states none.
func RowForum(c *model.Commitment) string {
	if c.Row == 0 {
		return ""
	}
	if forum := SerialForum(c.ID); forum != "" {
		return forum
	}
	for _, v := range c.Columns {
		if forumHeads[strings.ToLower(strings.TrimSpace(v.Name))] {
			return plainForum(v.Value)
		}
	}
	return ""
}

func plainForum(name string) string { return strings.ToUpper(strings.Join(strings.Fields(name), "")) }

// OfForum reports whether a row may be of a report's forum: only where both name one can it
// be of another. A column that names no forum of that form ("Economic") says nothing.
func OfForum(c *model.Commitment, forum string) bool {
	row, own := RowForum(c), plainForum(forum)
	if row == "" || own == "" || row == own {
		return true
	}
	return !likeForum(row)
}

// likeForum reports whether a name has the form of a forum's: letters and figures as G20,
// or capitals alone as BRICS.
func likeForum(name string) bool {
	return len(name) >= 2 && len(name) <= mostForumName && strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == "" && strings.ContainsAny(name, "0123456789") || name == "BRICS"
}
