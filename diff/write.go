package diff

import (
	"bufio"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strconv"
	"strings"
	"sync"

	"recount.invalid/recount/model"
	"recount.invalid/recount/output"
)

// WriteJSON writes the result as one JSON object.
func WriteJSON(w io.Writer, r *Result) error { return output.WriteJSON(w, r, true) }

// WriteText writes the result for people.
func WriteText(w io.Writer, r *Result) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "old  %s\nnew  %s\n", name(r.Old), name(r.New))
	if !r.Versions {
		fmt.Fprintf(b, "\nThese are not two versions of one report: %s.\n", r.Reason)
	}
	if r.Empty() {
		b.WriteString("\nNothing changed.\n")
	}
	section(b, "The report", r.Info, func(c FieldChange) {
		fmt.Fprintf(b, "  %s: %s, was %s\n", c.Field, none(c.To), none(c.From))
	})
	var of Chapter
	section(b, "Scores", grouped(r.Scores), func(g *scoreGroup) {
		if g.Commitment != of {
			of = g.Commitment
			fmt.Fprintf(b, "  %s\n", of)
		}
		fmt.Fprintf(b, "    %s: %s, was %s; in %s\n", g.Name, scoreText(g.To), scoreText(g.From), g.Where())
	})
	section(b, "Averages", r.Averages, func(c AverageChange) {
		fmt.Fprintf(b, "  %s: %s, was %s%s\n", c.of(), none(c.To), none(c.From), pages(c.OldAt.Page(), c.NewAt.Page()))
	})
	section(b, "Commitments", r.Commitments, func(c CommitmentChange) {
		fmt.Fprintf(b, "  %s %s\n", c.Kind, c.Commitment)
		reworded(b, c.Kind, c.Old, c.New)
	})
	section(b, "Actions", r.Actions, func(c ActionChange) {
		fmt.Fprintf(b, "  %s %s, %s%s\n", c.Kind, c.Commitment, c.Name, pages(c.OldAt.Page(), c.NewAt.Page()))
		reworded(b, c.Kind, c.Old, c.New)
	})
	section(b, "Footnotes", r.Footnotes, func(c FootnoteChange) {
		fmt.Fprintf(b, "  %s %s%s\n", c.Kind, c.numbers(), pages(c.OldAt.Page(), c.NewAt.Page()))
		reworded(b, c.Kind, c.Old, c.New)
	})
	if r.Renumbered > 0 {
		fmt.Fprintf(b, "  %d more have another number and the same words\n", r.Renumbered)
	}
	section(b, "Findings of the audit", r.Findings, func(c FindingChange) {
		fmt.Fprintf(b, "  %s %s %s: %s\n", c.word(), c.Finding.Severity, c.Finding.Rule, c.Finding.Message)
	})
	return b.Flush()
}

func section[T any](b *bufio.Writer, title string, changes []T, line func(T)) {
	if len(changes) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s (%d)\n", title, len(changes))
	for _, c := range changes {
		line(c)
	}
}

// reworded writes a text that changed, with [-what went-] and {+what came+},
// the signs of wdiff.
func reworded(b *bufio.Writer, k Kind, old, now string) {
	switch k {
	case Added:
		fmt.Fprintf(b, "    %s\n", now)
	case Removed:
		fmt.Fprintf(b, "    %s\n", old)
	case Reworded:
		b.WriteString("   ")
		for _, p := range Wording(old, now) {
			b.WriteString(" " + map[Kind]string{Removed: "[-", Added: "{+"}[p.Kind] + p.Text + map[Kind]string{Removed: "-]", Added: "+}"}[p.Kind])
		}
		b.WriteByte('\n')
	}
}

func name(s Side) string {
	if s.Title == "" {
		return model.Visible(s.File)
	}
	return model.Visible(s.File) + ": " + s.Title
}

// String names a commitment in words.
func (c Chapter) String() string {
	s := strconv.Itoa(c.Number)
	if c.ID != "" {
		s += " (" + c.ID + ")"
	}
	if c.Title != "" {
		s += " " + c.Title
	}
	return s
}

// of says what is averaged.
func (c AverageChange) of() string {
	s := map[string]string{
		"commitment": "commitment", "matrix-row": "summary table, commitment",
		"matrix-column": "summary table, member", "matrix-overall": "summary table, overall",
	}[c.Scope]
	if c.Commitment != nil {
		s += " " + c.Commitment.String()
	}
	if c.Member != "" {
		s += " " + c.Member
	}
	return s
}

func (c FootnoteChange) numbers() string {
	switch {
	case c.OldNumber == 0:
		return strconv.Itoa(c.NewNumber)
	case c.NewNumber == 0 || c.NewNumber == c.OldNumber:
		return strconv.Itoa(c.OldNumber)
	}
	return fmt.Sprintf("%d, was %d", c.NewNumber, c.OldNumber)
}

func (c FindingChange) word() string {
	if c.Kind == Added {
		return "appeared:"
	}
	return "went:"
}

func none(s string) string {
	if s == "" {
		return "(none)"
	}
	return s
}

func scoreText(n *int) string {
	switch {
	case n == nil:
		return "(none)"
	case *n > 0:
		return "+" + strconv.Itoa(*n)
	}
	return strings.Replace(strconv.Itoa(*n), "-", "−", 1)
}

func pages(old, now int) string {
	switch {
	case old > 0 && now > 0:
		return fmt.Sprintf(" (page %d, was %d)", now, old)
	case now > 0:
		return fmt.Sprintf(" (page %d)", now)
	case old > 0:
		return fmt.Sprintf(" (was on page %d)", old)
	}
	return ""
}

//go:embed diff.html.tmpl
var htmlSource string

var htmlPage = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("diff").Funcs(template.FuncMap{
		"score":   scoreText,
		"grouped": grouped,
		"none":    none,
		"of":      AverageChange.of,
		"numbers": FootnoteChange.numbers,
		"word":    FindingChange.word,
		"pages":   func(old, now interface{ Page() int }) string { return pages(old.Page(), now.Page()) },
		"wording": Wording,
		"name":    name,
	}).Parse(htmlSource))
})

// WriteHTML writes the result as one self-contained page.
func WriteHTML(w io.Writer, r *Result) error { return htmlPage().Execute(w, r) }
