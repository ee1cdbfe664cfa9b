package output

import (
	"bytes"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

func score(n int) *int { return &n }

func TestReportMarkdown(t *testing.T) {
	r := &model.Report{
		Report: model.Info{Title: "Report on *nothing*"},
		Commitments: []model.Commitment{{
			Number: 4, IssueArea: "Harbours", Title: "Lights",
			Text: "We shall light our harbours.",
			Assessment: &model.Assessment{
				Scores:  []model.Score{{Name: "Canada", Score: score(-1)}, {Name: "Japan"}},
				Average: &model.Average{Text: "−1.00 (0%)"},
			},
			Verdicts: []model.Verdict{{
				Name: "Canada", HeadingScore: score(-1),
				Actions: []model.Action{{Text: "On 3 May, a lamp_post fell.", Footnotes: []model.Ref{{Number: 7, Offset: 27}}}},
			}},
		}},
		Footnotes: []model.Footnote{{Number: 7, Commitment: 4, Text: "A note."}},
	}
	var b bytes.Buffer
	if err := ReportMarkdown(&b, r); err != nil {
		t.Fatal(err)
	}
	want := `# Report on \*nothing\*

## 4. Harbours: Lights

> We shall light our harbours.

### Assessment

| Member | Score |
|---|---:|
| Canada | −1 |
| Japan | n/a |
| Average | −1.00 (0%) |

### Canada: −1

On 3 May, a lamp\_post fell.[^7]

## Footnotes

[^7]: A note.

`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// Where numbers repeat, marker and note carry the chapter's number both.
func TestReportMarkdownRestartingFootnotes(t *testing.T) {
	chapter := func(n int) model.Commitment {
		return model.Commitment{Number: n, Text: "Words.", Footnotes: []model.Ref{{Number: 1, Offset: 6}}}
	}
	r := &model.Report{
		Commitments: []model.Commitment{chapter(1), chapter(2)},
		Footnotes:   []model.Footnote{{Number: 1, Commitment: 1, Text: "One."}, {Number: 1, Commitment: 2, Text: "Other."}},
	}
	var b bytes.Buffer
	if err := ReportMarkdown(&b, r); err != nil {
		t.Fatal(err)
	}
	for _, label := range []string{"[^1-1]", "[^2-1]"} {
		if n := strings.Count(b.String(), label); n != 2 {
			t.Errorf("%s stands %d times; want marker and note", label, n)
		}
	}
}
