package queue

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// InvalidError says why a value cannot stand in a field.
type InvalidError struct{ Reason string }

func (e *InvalidError) Error() string { return e.Reason }

// longest is how long a value may be, in bytes.
const longest = 64 << 10

// tidy reads what was typed into a widget and gives it as a file of corrections
// has it; empty for none. The error is an *InvalidError.
func (w Widget) tidy(typed string) (string, error) {
	typed = strings.TrimSpace(strings.ReplaceAll(typed, "\r\n", "\n"))
	if len(typed) > longest {
		return "", &InvalidError{"the text is too long"}
	}
	check := checks[w]
	if typed == "" || check == nil {
		return typed, nil
	}
	out, err := check(typed)
	if err != nil {
		return "", &InvalidError{err.Error()}
	}
	return out, nil
}

// checks read what was typed into the widgets that do not take every text.
var checks = map[Widget]func(string) (string, error){
	Score: func(s string) (string, error) {
		switch n := strings.NewReplacer("\u2212", "-", "\u2013", "-", "+", "").Replace(s); n {
		case "-1", "0", "1":
			return n, nil
		case "n/a":
			return "", nil
		}
		return "", errors.New("a score is −1, 0, +1 or n/a")
	},
	Date:   tidyDate,
	Member: tidyMember,
	Whole: func(s string) (string, error) {
		n, err := strconv.Atoi(s)
		if err != nil || n < 0 {
			return "", errors.New("write a whole number")
		}
		return strconv.Itoa(n), nil
	},
	Number: func(s string) (string, error) {
		d, err := model.ParseDecimal(strings.TrimSuffix(s, "%"))
		if err != nil {
			return "", errors.New("write a number such as 0.75 or −0.5")
		}
		return d.String(), nil
	},
	Level: oneOf("full", "partial", "none"),
	Stage: oneOf("interim", "final", "preliminary"),
}

func oneOf(words ...string) func(string) (string, error) {
	return func(s string) (string, error) {
		for _, w := range words {
			if s == w {
				return s, nil
			}
		}
		return "", fmt.Errorf("choose one of %s", strings.Join(words, ", "))
	}
}

func tidyMember(s string) (string, error) {
	words := vocabulary.Default()
	if code := strings.ToUpper(s); words.MemberName(code) != "" && words.MemberName(code) != code {
		return code, nil
	}
	if code, ok := words.Member(s); ok {
		return code, nil
	}
	return "", fmt.Errorf("no member is called %q; write its code, such as CAN", s)
}

// edtf is a date of EDTF level 0.
var edtf = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)

func tidyDate(s string) (string, error) {
	from, to, span := strings.Cut(s, "/")
	if !isDate(from) || span && (!isDate(to) || to < from) {
		return "", errors.New("write a date as 2024-07-18, 2024-07 or 2024, a span as 2024-07-18/2024-07-20")
	}
	return s, nil
}

func isDate(s string) bool {
	if !edtf.MatchString(s) {
		return false
	}
	_, err := time.Parse("2006-01-02"[:len(s)], s)
	return err == nil
}
