package action

import (
	"testing"

	"recount.invalid/recount/model"
)

func TestDateOfTheActByWhichItWasDone(t *testing.T) {
	for text, want := range map[string]string{
		"The fee was changed by a law of 15 March 2030; it pays for nets.":           "2030-03-15",
		"Means for nets were set aside in the harbour law of 23 May 2030.":           "2030-05-23",
		"It follows from a notice of 1 July 2030 that boats will be counted.":        "2030-07-01",
		"A bill that would oblige ports to count boats was tabled on 26 April 2030.": "2030-04-26",
		// a law that is told of, one from before the period, and what is still to come
		"Canada applied the law of 15 March 2030 to boats.":                 "",
		"The fee was changed by a law of 15 March 2019.":                    "",
		"Ports follow the notice of the law of 1 July 2030.":                "",
		"The fee was paid, and boats will be counted on 26 April 2030.":     "",
		"It was said that boats that were old would be sold on 3 May 2030.": "",
	} {
		years := &YearSense{Period: &model.Period{From: "2030-01-01", To: "2030-12-31"}}
		d, _, ok := ActionDate(testVocab, text, years)
		if ok != (want != "") || d.EDTF != want {
			t.Errorf("%q: %q, %v; want %q", text, d.EDTF, ok, want)
		}
	}
}

func TestDateOfTheActThatOpensTheSentence(t *testing.T) {
	for text, want := range map[string]string{
		"In a fact sheet dated 9 June 2030, the office described its nets.":           "2030-06-09",
		"By an ordinance of 9 June 2030 the office closed the harbour.":               "2030-06-09",
		"In a short letter to its ports dated 9 June 2030, the office named 12 nets.": "",
		// an older act, another year, a thing that is no act, and one of another clause
		"In the fact sheet dated 9 June 2030, the office described its nets.":          "",
		"In a fact sheet dated 9 June 2028, the office described its nets.":            "",
		"In a harbour dated 9 June 2030, the office keeps its nets.":                   "",
		"In a harbour town, a fact sheet dated 9 June 2030 hangs on every door.":       "",
		"The office still follows a fact sheet dated 9 June 2030 when it counts nets.": "",
	} {
		years := &YearSense{Period: &model.Period{From: "2030-06-29", To: "2031-05-04"}}
		d, _, ok := ActionDate(testVocab, text, years)
		if ok != (want != "") || d.EDTF != want {
			t.Errorf("%q: %q, %v; want %q", text, d.EDTF, ok, want)
		}
	}
}

func TestDateOfThePaperInWhichItWasAnswered(t *testing.T) {
	for text, want := range map[string]string{
		"All nine wishes were answered in a paper that the board put on its site on 6 January 2030; seven are met.": "2030-01-06",
		"The questions were answered by a letter sent to Thule on 6 January 2030.":                                  "2030-01-06",
		"The wishes of Hare were answered in a short note of 6 January 2030.":                                       "2030-01-06",
		"The wishes were answered in a statement which was published by the board on 6 January 2030.":               "2030-01-06",
		// an older paper, people, plans, what became of a paper, and what is still to come
		"The wishes were answered in a paper that the board put on its site on 6 January 2019.":        "",
		"The wishes were answered in the paper that the board put on its site on 6 January 2030.":      "",
		"The wishes were answered by a pilot who was sent to Thule on 6 January 2030.":                 "",
		"The wishes were answered in a plan that the board put on its site on 6 January 2030.":         "",
		"The wishes were answered in a paper that was withdrawn by the board on 6 January 2030.":       "",
		"The wishes were answered in a paper that the board had put on its site on 6 January 2030.":    "",
		"The wishes will be answered in a paper that the board puts on its site on 6 January 2030.":    "",
		"The wishes were answered in a paper about a law that was published on 6 January 2030.":        "",
		"The pilots answered a paper that the board put on its site on 6 January 2030.":                "",
		"The pilots were praised for a paper that the board put on its site on 6 January 2030.":        "",
		"The wishes were answered in a paper that is to be put on the board’s site on 6 January 2030.": "",
		"Wishes that were answered in a paper that the board published on 6 January 2030 are here.":    "",
	} {
		years := &YearSense{Period: &model.Period{From: "2030-01-01", To: "2030-12-31"}}
		d, _, ok := ActionDate(testVocab, text, years)
		if ok != (want != "") || d.EDTF != want {
			t.Errorf("%q: %q, %v; want %q", text, d.EDTF, ok, want)
		}
	}
}
