package action

import (
	"testing"

	"recount.invalid/recount/model"
)

func TestDatesOfWhatIsNotTheAction(t *testing.T) {
	for text, want := range map[string]string{
		// what was still to come, or was before
		"Ahead of the Day of Nets on 3 December 2031, the mayor on 1 December 2031 opened a shed.":    "2031-12-01",
		"Before the Hare fair on 3 December 2031, the mayor opened a shed on 1 December 2031.":        "2031-12-01",
		"With the fair of 20 February 2032 in view, the mayor named on 3 October 2031 a keeper.":      "2031-10-03",
		"Following a storm on 3 December 2031, the mayor closed the port on 5 December 2031.":         "2031-12-05",
		"The bill, introduced on 22 September 2031, was adopted by the harbours on 11 November 2031.": "2031-11-11",
		"“Since 24 October 1945 no net was as long,” the mayor said on October 24, 2031.":             "2031-10-24",
		"The plan looks forward to a fair opening on 13 April 2035.":                                  "",
		"Ahead of the Day of Nets on 3 December 2031, the mayor praised the nets of the port.":        "",
		// near misses: the only date, a phrase without a date, a paragraph in quotation marks
		"Following a storm on 3 December 2031, the mayor closed the port.":       "2031-12-03",
		"Ahead of the Day of Nets, the mayor opened a shed on 1 December 2031.":  "2031-12-01",
		"“On 3 December 2031, the port was closed” is all that its notice says.": "2031-12-03",
		"The bill, drafted with care, was adopted on 11 November 2031.":          "2031-11-11",
	} {
		years := &YearSense{Period: &model.Period{From: "2031-06-10", To: "2032-05-20"}}
		d, _, ok := ActionDate(testVocab, text, years)
		if !ok {
			d.EDTF = ""
		}
		if d.EDTF != want {
			t.Errorf("%q: %q, want %q", text, d.EDTF, want)
		}
	}
}
