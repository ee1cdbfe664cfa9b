package normal

import "testing"

// Every form is an invented serial of a form that published tables have; the
// near misses beside them have no normal form.
func TestNormalSerial(t *testing.T) {
	for _, c := range []struct {
		printed string
		year    int
		normal  string
		reason  string
	}{
		{"1988-32", 1988, "1988-32", ""},
		{"1988-32", 1989, "", "its year 1988 is not the summit's, 1989"},
		{"1988-32", 0, "1988-32", ""},
		{" 1988-32", 1988, "1988-32", "blanks taken out"},
		{"2007- 158", 2007, "2007-158", "blanks taken out"},
		{"2011-008", 2011, "2011-8", "zeros in front taken off"},
		{"2007-0", 2007, "", "its number is 0"},
		{"2007\u2013158", 2007, "2007-158", "written in the normal form"},
		{"2006-111 (QV)", 2006, "2006-111", "“(QV)” behind it taken off"},
		{"2006-111 (QV)`", 2006, "2006-111", "“(QV)`” behind it taken off"},
		{"2009-203 - QV", 2009, "2009-203", "“QV” behind it taken off"},
		{"2008-3- QV", 2008, "2008-3", "“QV” behind it taken off"},
		{"2006-111 (456)", 2006, "", "another number stands in brackets"},
		{"1990-27-28(QV)", 1990, "", "two serials in one"},
		{"1990-27/28", 1990, "", "two serials in one"},
		{"1992-6 (?) (QV)", 1992, "", "marked with a question mark"},
		{"2018-?", 2018, "", "marked with a question mark"},
		{"2001-xx", 2001, "", "no number was found, only a place for one"},
		{"1997-xx - schools", 1997, "", "no number was found, only a place for one"},
		{"1979", 1979, "", "a year without a number"},
		{"2004(s)-3", 2004, "", "a letter stands beside the number: perhaps a list of its own"},
		{"2004-S2", 2004, "", "a letter stands beside the number: perhaps a list of its own"},
		{"Jan-86", 1986, "1986-1", madeADate},
		{"Jan-86", 1987, "", madeADate + ", and its parts are not those of the summit's year"},
		{"02-Aug", 2002, "2002-8", madeADate},
		{"02-Aug", 2003, "", madeADate + ", and its parts are not those of the summit's year"},
		{"02-Aug", 0, "", madeADate + ", and its parts are not those of the summit's year"},
		{"1986-01-01 00:00:00", 1986, "1986-1", madeADate},
		{"1986-01-02", 1986, "", "two serials in one"},
		{"31413", 1986, "1986-1", "a spreadsheet made the number of a day of it"},
		{"31414", 1986, "", "a number of five digits, and no first day of a month in the summit's year"},
		{"36", 2011, "2011-36", "the summit's year put in front"},
		{"36", 0, "", "no year was found"},
		{"2010T-5", 2010, "2010-5", "the summit's letter taken off"},
		{"Annex B", 2010, "", "of no form that is known"},
		{"", 2010, "", ""},
	} {
		got := Serial(c.printed, c.year)
		if got.Normal != c.normal || got.Reason != c.reason {
			t.Errorf("%q in %d: %q (%s), want %q (%s)", c.printed, c.year, got.Normal, got.Reason, c.normal, c.reason)
		}
	}
	if got := Serial("2010T-5", 2010); got.Letter != "T" {
		t.Errorf("letter %q", got.Letter)
	}
}
