package action

import (
	"regexp"
	"testing"
)

// edtf is the form of EDTF level 0, a date or an interval, or nothing.
var edtf = regexp.MustCompile(`^([0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4}(-[0-9]{2}){0,2})?)?$`)

func FuzzLeadingDate(f *testing.F) {
	for _, s := range []string{"On 4 October 2031, it rained.", "Between 3 and 5 May", "In late 2008-09,", "le 1er octobre 2031", "In a statement of 3 May 2031, nets"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if m, ok := LeadingDate(testVocab, text, func(int, int) string { return "2031" }); ok {
			if !edtf.MatchString(m.EDTF) {
				t.Fatalf("not a date: %q", m.EDTF)
			}
		}
	})
}
