package normal

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// SerialForm is the normal form of a commitment's serial and why it is
// another than the printed one, or why there is none.
type SerialForm struct {
	Normal string // "1985-1"; empty where none is certain
	Letter string // of a year with two summits: "T" of 2010T
	Reason string // empty where the printed form is the normal one
}

// serialReadings are the ways in which a serial is read, the first that fits
// decides. Each gives the year (0 where none is printed), the number and what
// was done to read it; ok is false where the serial is of another form, and a
// number of 0 says that it is of this form and has no certain number.
var serialReadings = []func(s string, year int) (reading serialReading, ok bool){
	readPlainSerial, readDateSerial, readDayNumberSerial, readBareSerial, readJoinedSerial, readOtherSerial,
}

type serialReading struct {
	year, number int
	letter       string
	what         string
}

// Serial brings a serial as reports, tables and spreadsheets have it into one
// form: the year of its summit, a hyphen, the number without zeros in front. year is the summit's, 0 where it is not known. What is not certain
// has no normal form and a reason.
func Serial(printed string, year int) SerialForm {
	s := strings.TrimSpace(printed)
	if s == "" {
		return SerialForm{}
	}
	var reasons []string
	if s != printed || strings.ContainsAny(s, " \u00a0") && serialWithBlank.MatchString(s) {
		reasons = append(reasons, "blanks taken out")
	}
	s = strings.Join(strings.Fields(strings.NewReplacer("\u2013", "-", "\u2010", "-", "\u2011", "-", "\u2212", "-").Replace(s)), " ")
	if strings.Contains(s, "?") {
		return SerialForm{Reason: "marked with a question mark"}
	}
	if m := serialMark.FindStringSubmatch(s); m != nil {
		s = m[1]
		reasons = append(reasons, "“"+strings.Trim(m[2], " -")+"” behind it taken off")
	}
	for _, read := range serialReadings {
		r, ok := read(s, year)
		switch {
		case !ok:
			continue
		case r.number == 0:
			return SerialForm{Reason: r.what}
		case r.year > 0 && year > 0 && r.year != year:
			return SerialForm{Reason: fmt.Sprintf("its year %d is not the summit's, %d", r.year, year)}
		case r.year == 0 && year == 0:
			return SerialForm{Reason: "no year was found"}
		}
		if r.year == 0 {
			r.year = year
		}
		if r.what != "" {
			reasons = append(reasons, r.what)
		}
		form := SerialForm{Normal: fmt.Sprintf("%d-%d", r.year, r.number), Letter: r.letter}
		if form.Normal != printed {
			form.Reason = strings.Join(reasons, "; ")
			if form.Reason == "" {
				form.Reason = "written in the normal form"
			}
		}
		return form
	}
	return SerialForm{Reason: "of no form that is known"}
}

var (
	serialWithBlank = regexp.MustCompile(`^\d{4}\s*-\s+\d|^\d{4}\s+-`)
	// serialMark is what some tables write behind a serial: initials in
	// brackets or behind a hyphen, and a stray mark.
	serialMark   = regexp.MustCompile("^(\\d{4}[A-Za-z]?\\s*-\\s*\\d+(?:-\\d+)?)(\\s*(?:\\([A-Z]{1,3}\\)[`'.]?|-\\s*[A-Z]{2,3}|[`'.]))$")
	serialPlain  = regexp.MustCompile(`^((?:19|20)\d\d)([A-Z]?)\s*-\s*(0*)(\d{1,4})$`)
	serialBare   = regexp.MustCompile(`^(0*)(\d{1,3})$`)
	serialJoined = regexp.MustCompile(`^(?:19|20)\d\d\s*-\s*\d+\s*[-/,&]\s*\d+$`)
	serialMonth  = regexp.MustCompile(`^([A-Z][a-z]{2})-(\d\d)$`)
	serialDay    = regexp.MustCompile(`^(\d\d?)-([A-Z][a-z]{2})$`)
	serialISO    = regexp.MustCompile(`^((?:19|20)\d\d)-(\d\d)-01(?:[ T]00:00:00)?$`)
	serialNumber = regexp.MustCompile(`^\d{5}$`)
)

// readPlainSerial reads "1987-32", "2010-08", "2010T-5".
func readPlainSerial(s string, _ int) (serialReading, bool) {
	m := serialPlain.FindStringSubmatch(s)
	if m == nil {
		return serialReading{}, false
	}
	r := serialReading{letter: m[2]}
	r.year, _ = strconv.Atoi(m[1])
	r.number, _ = strconv.Atoi(m[4])
	switch {
	case r.number == 0:
		r.what = "its number is 0"
	case m[3] != "":
		r.what = "zeros in front taken off"
	}
	if r.letter != "" && r.number > 0 {
		r.what = strings.TrimPrefix(r.what+"; the summit's letter taken off", "; ")
	}
	return r, true
}

const madeADate = "a spreadsheet made a date of it"

// readDateSerial reads what a spreadsheet makes of "1985-1" (Jan-85), of
// "02-8" (02-Aug) and of a date written out. The year must be the summit's:
// of "02-Aug" in another year nobody can tell day from year.
func readDateSerial(s string, year int) (serialReading, bool) {
	var short, number string
	if m := serialMonth.FindStringSubmatch(s); m != nil {
		number, short = m[1], m[2]
	} else if m := serialDay.FindStringSubmatch(s); m != nil {
		short, number = m[1], m[2]
	} else if m := serialISO.FindStringSubmatch(s); m != nil {
		r := serialReading{what: madeADate}
		r.year, _ = strconv.Atoi(m[1])
		r.number, _ = strconv.Atoi(m[2])
		return r, true
	} else {
		return serialReading{}, false
	}
	month, err := time.Parse("Jan", number)
	if err != nil {
		return serialReading{}, false
	}
	last, err := strconv.Atoi(short)
	if err != nil || year == 0 || year%100 != last {
		return serialReading{what: madeADate + ", and its parts are not those of the summit's year"}, true
	}
	return serialReading{year: year, number: int(month.Month()), what: madeADate}, true
}

// readDayNumberSerial reads the number of a day, as a spreadsheet counts
// them: "31048" is 1 January 1985.
func readDayNumberSerial(s string, year int) (serialReading, bool) {
	if !serialNumber.MatchString(s) {
		return serialReading{}, false
	}
	days, _ := strconv.Atoi(s)
	day := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days)
	if day.Day() != 1 || day.Year() != year {
		return serialReading{what: "a number of five digits, and no first day of a month in the summit's year"}, true
	}
	return serialReading{year: year, number: int(day.Month()), what: "a spreadsheet made the number of a day of it"}, true
}

// readBareSerial reads a number alone.
func readBareSerial(s string, _ int) (serialReading, bool) {
	m := serialBare.FindStringSubmatch(s)
	if m == nil {
		return serialReading{}, false
	}
	r := serialReading{what: "the summit's year put in front"}
	if r.number, _ = strconv.Atoi(m[2]); r.number == 0 {
		r.what = "its number is 0"
	}
	return r, true
}

func readJoinedSerial(s string, _ int) (serialReading, bool) {
	return serialReading{what: "two serials in one"}, serialJoined.MatchString(s)
}

// serialOthers are forms that have no certain number, and why.
var serialOthers = []struct {
	form *regexp.Regexp
	why  string
}{
	{regexp.MustCompile(`^(?:19|20)\d\d\s*-\s*[Xx]+\b`), "no number was found, only a place for one"},
	{regexp.MustCompile(`^(?:19|20)\d\d$`), "a year without a number"},
	{regexp.MustCompile(`^(?:19|20)\d\d\s*(?:\([A-Za-z]\)\s*-|-\s*[A-Z])\s*\d+$`), "a letter stands beside the number: perhaps a list of its own"},
	{regexp.MustCompile(`^(?:19|20)\d\d\s*-\s*\d+\s*\(\d+\)$`), "another number stands in brackets"},
}

func readOtherSerial(s string, _ int) (serialReading, bool) {
	for _, o := range serialOthers {
		if o.form.MatchString(s) {
			return serialReading{what: o.why}, true
		}
	}
	return serialReading{}, false
}
