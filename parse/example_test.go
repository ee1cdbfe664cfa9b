package parse_test

import (
	"context"
	"errors"
	"fmt"

	"recount.invalid/recount/model"
	"recount.invalid/recount/parse"
)

// Lines come from package extract, or from anywhere else: text with its place
// on the page.
func ExampleParse() {
	page := model.Page{Number: 1, Width: 612, Height: 792}
	y := 72.0
	// put sets a paragraph: lines 14 points apart, more room below.
	put := func(bold bool, lines ...string) {
		for _, text := range lines {
			box := model.Box{72, y - 9, 72 + 5.5*float64(len(text)), y + 3}
			page.Lines = append(page.Lines, model.Line{
				Page: 1, Box: box, Baseline: y, Size: 12,
				Runs: []model.Run{{Text: text, Font: "Serif", Size: 12, Bold: bold, Box: box}},
			})
			y += 14
		}
		y += 14
	}
	put(true, "1. Harbours: Tide Gauges")
	put(false, "2031-4: We will put a tide gauge into every harbour.")
	put(true, "Background")
	put(false, "Tide gauges were first promised in the harbour of Lind. They measure the",
		"height of the sea twice a day.")
	put(true, "Canada: +1")
	put(false, "Canada has fully complied with its commitment to put a tide gauge into",
		"every harbour.")
	put(false, "On 4 October 2031, Minister Ada Quill opened a gauge at Port Lind and spoke",
		"of CAD3 million for seven more.")
	put(false, "Thus, Canada receives a score of +1.")

	doc := &model.Document{Pages: []model.Page{page}}
	report, err := parse.Parse(context.Background(), doc, parse.Options{})
	if errors.Is(err, parse.ErrNotReport) {
		fmt.Println("this is no compliance report")
		return
	}
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range report.Commitments {
		fmt.Println(c.Number, c.IssueArea, "-", c.Text)
		for _, v := range c.Verdicts {
			fmt.Printf("%s %+d\n", v.Member, *v.HeadingScore)
			for _, a := range v.Actions {
				fmt.Println(a.Date, a.Text)
			}
		}
	}
	// Output:
	// 1 Harbours - We will put a tide gauge into every harbour.
	// CAN +1
	// 2031-10-04 On 4 October 2031, Minister Ada Quill opened a gauge at Port Lind and spoke of CAD3 million for seven more.
}
