package eval

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"strings"

	"recount.invalid/recount/fixtures"
	"recount.invalid/recount/fixtures/producers"
	"recount.invalid/recount/fixtures/sample"
	"recount.invalid/recount/model"
)

// Case is one report with its truth.
type Case struct {
	Name     string
	Style    string // of the fixtures
	Producer string
	PDF      []byte
	Truth    *model.Report
	Planted  []fixtures.Planted
	Near     []fixtures.Planted
	// Options and Look are what the report was made with; zero for those of
	// other producers.
	Options fixtures.Options
	Source  []byte // of Dressed, what the producer was given
	Look    fixtures.Style
}

// ProducerGo is the producer of the fixtures that are written on the spot.
const ProducerGo = "Go (fpdf)"

// variants are the options under which each style is measured.
var variants = []fixtures.Options{
	{Seed: 0, Commitments: 2},
	{Seed: 1, Commitments: 3, Members: 6},
	{Seed: 2, Commitments: 2, Members: 5, NearMisses: true},
	{Seed: 3, Commitments: 2, Members: 4, Actions: 7, ChaptersOnly: true},
}

// large are the styles that are also measured in a long report, whose
// summary tables run over pages.
var large = []string{"g8-2006", "g20-2008", "g20-2023"}

// Clean gives the reports without defects: every style by the generator,
// and those of other producers.
func Clean() ([]Case, error) {
	var out []Case
	for _, style := range fixtures.Styles() {
		for i, o := range variants {
			o.Style = style
			f, err := fixtures.Generate(o)
			if err != nil {
				return nil, err
			}
			out = append(out, Case{
				Name: fmt.Sprintf("%s/%d", style, i), Style: style, Producer: ProducerGo,
				PDF: f.PDF, Truth: f.Truth, Near: f.NearMisses,
			})
		}
	}
	for _, style := range large {
		f, err := fixtures.Generate(fixtures.Options{Seed: 5, Style: style, Commitments: 25, Actions: 3})
		if err != nil {
			return nil, err
		}
		out = append(out, Case{Name: style + "/large", Style: style, Producer: ProducerGo, PDF: f.PDF, Truth: f.Truth, Near: f.NearMisses})
	}
	more, err := committed(producers.Files)
	if err != nil {
		return nil, err
	}
	return append(out, more...), nil
}

// Sweep gives clean reports of every style with seeds that nothing else uses:
// for looking, not for the baseline.
func Sweep(seeds int) ([]Case, error) {
	var out []Case
	for _, style := range fixtures.Styles() {
		for i := range seeds {
			o := fixtures.Options{
				Seed: uint64(1000 + i), Style: style, Commitments: 2 + i%3, Members: 3 + i%4, Actions: 3 + i%5,
				NearMisses: i%3 == 0, Continuous: i%4 == 1, ChaptersOnly: i%7 == 6,
			}
			f, err := fixtures.Generate(o)
			if err != nil {
				return nil, err
			}
			out = append(out, Case{
				Name: fmt.Sprintf("%s/seed %d", style, o.Seed), Style: style, Producer: ProducerGo,
				PDF: f.PDF, Truth: f.Truth, Near: f.NearMisses, Options: o, Look: f.Style,
			})
		}
	}
	return out, nil
}

// committed gives the reports that other producers made: PRODUCER-STYLE.pdf
// beside PRODUCER-STYLE.json.
func committed(files embed.FS) ([]Case, error) {
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil, err
	}
	var out []Case
	for _, e := range entries {
		name, isPDF := strings.CutSuffix(e.Name(), ".pdf")
		if !isPDF {
			continue
		}
		c := Case{Name: name}
		c.Producer, c.Style, _ = strings.Cut(name, "-")
		if c.PDF, err = files.ReadFile(path.Base(e.Name())); err != nil {
			return nil, err
		}
		b, err := files.ReadFile(name + ".json")
		if err != nil {
			return nil, fmt.Errorf("%s has no truth: %w", e.Name(), err)
		}
		c.Truth = new(model.Report)
		if err := json.Unmarshal(b, c.Truth); err != nil {
			return nil, fmt.Errorf("truth of %s: %w", e.Name(), err)
		}
		out = append(out, c)
	}
	return out, nil
}

// sampleName is the case that has planted defects among the clean ones.
const sampleName = "sample"

// Sample is the report of the README.
func Sample() (Case, error) {
	c := Case{Name: sampleName, Style: fixtures.SampleOptions.Style, Producer: ProducerGo, PDF: sample.PDF, Truth: new(model.Report)}
	err := json.Unmarshal(sample.JSON, c.Truth)
	return c, err
}

// perDefect is in how many styles each defect is tried.
const perDefect = 4

// Defective gives reports with one planted defect each.
func Defective() ([]Case, error) {
	var out []Case
	styles := fixtures.Styles()
	for d, name := range fixtures.Defects() {
		n := 0
		// Begin with another style for each defect, so that all have their turn.
		for i := 0; i < len(styles) && n < perDefect; i++ {
			style := styles[(i*4+d)%len(styles)]
			o := fixtures.Options{Seed: uint64(20 + d), Style: style, Commitments: 3, Members: 6, NearMisses: i%2 == 0, Defects: []string{name}}
			f, err := fixtures.Generate(o)
			if errors.Is(err, fixtures.ErrNoPlace) {
				continue
			}
			if err != nil {
				return nil, err
			}
			n++
			out = append(out, Case{
				Name: name + "/" + style, Style: style, Producer: ProducerGo,
				PDF: f.PDF, Truth: f.Truth, Planted: f.Planted, Near: f.NearMisses,
			})
		}
		if n == 0 {
			return nil, fmt.Errorf("no style has a place for %s", name)
		}
	}
	return out, nil
}
