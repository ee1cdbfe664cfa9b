package notation

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// TestDateWeights counts how often each piece of evidence stands by the right
// and by a wrong date of an action's first sentence. It needs a folder of
// papers with their truth (NAME.json) and what extract gave (NAME.out.json);
// make weights makes the latter.
func TestDateWeights(t *testing.T) {
	dir := os.Getenv("RECOUNT_PAPERS")
	if dir == "" {
		t.Skip("needs RECOUNT_PAPERS, a folder of papers with known truth (make weights)")
	}
	outputs, err := filepath.Glob(filepath.Join(dir, "*.out.json"))
	if err != nil || len(outputs) == 0 {
		t.Fatalf("no outputs in the folder: %v", err)
	}
	var right, wrong [dateEvidences]int
	sentences := 0
	for _, path := range outputs {
		var rep model.Report
		var truth paperTruth
		read(t, path, &rep)
		read(t, strings.TrimSuffix(path, ".out.json")+".json", &truth)
		for i := range rep.Commitments {
			c := &rep.Commitments[i]
			for j := range c.Verdicts {
				v := &c.Verdicts[j]
				for k := range v.Actions {
					a := &v.Actions[k]
					date := truth.dateOf(c.Number, v.Member, a.Footnotes)
					if date == "" {
						continue
					}
					if _, ok := openingDate(testVocab, a.Text, nil); ok {
						continue
					}
					sentences++
					countDates(a.Text, date, rep.Report.Period, &right, &wrong)
				}
			}
		}
	}
	fmt.Printf("%d sentences whose date does not stand first\n", sentences)
	for e := range dateEvidences {
		fmt.Printf("%-12s weight %3d: right %4d, wrong %4d\n", evidenceNames[e], dateWeights[e], right[e], wrong[e])
	}
}

var evidenceNames = [dateEvidences]string{
	tells: "tells", namesDay: "namesDay", placed: "placed", bare: "bare", inPeriod: "inPeriod", outOfPeriod: "outOfPeriod",
	deadline: "deadline", event: "event", quoted: "quoted", ahead: "ahead", past: "past", aside: "aside", named: "named", answered: "answered",
}

func countDates(text, date string, period *model.Period, right, wrong *[dateEvidences]int) {
	text = firstRunes(text, sentenceReach)
	end := len(text)
	if spans := Sentences(testVocab, text); len(spans) > 0 {
		end = spans[0].End
	}
	d := readDates(testVocab, text)
	defer d.done()
	years := &YearSense{Period: period}
	for _, s := range d.all() {
		if d.at(s.to-1).end > end {
			break
		}
		s.complete(years.Of)
		m := d.mention(s)
		counts := wrong
		if first, _, _ := strings.Cut(m.EDTF, "/"); first == date {
			counts = right
		}
		for _, e := range d.evidence(s, m, period) {
			counts[e]++
		}
	}
}

type paperTruth struct {
	Commitments []struct {
		Number   int
		Verdicts []struct {
			Member  string
			Actions []struct {
				Date      string
				Footnotes []int
			}
		}
	}
}

// dateOf is the date of the action with the markers, "" where it is not known
// or several have them.
func (p *paperTruth) dateOf(number int, member string, refs []model.Ref) string {
	var markers []int
	for _, f := range refs {
		markers = append(markers, f.Number)
	}
	found := ""
	for _, c := range p.Commitments {
		for _, v := range c.Verdicts {
			if c.Number != number || v.Member != member {
				continue
			}
			for _, a := range v.Actions {
				if len(markers) > 0 && slices.Equal(a.Footnotes, markers) {
					if found != "" {
						return ""
					}
					found = a.Date
				}
			}
		}
	}
	return found
}

func read(t *testing.T, path string, v any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(data, v)
	}
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}
