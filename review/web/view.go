package web

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"recount.invalid/recount/model"
	"recount.invalid/recount/review/queue"
	"recount.invalid/recount/vocabulary"
)

//go:embed templates/*.tmpl
var templates embed.FS

// pages are parsed when the first is written; a mistake in one is of the program's
// own and is found by every test.
var pages = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{
		"num": num, "signed": signed, "rows": rows, "plus": func(a, b int) int { return a + b },
		"list": func(words ...string) []string { return words }, "dict": dict,
	}).ParseFS(templates, "templates/*.tmpl"))
})

func render(w http.ResponseWriter, name string, v any) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_ = execute(w, name, v) // whoever does not listen any more has gone on
}

func execute(w io.Writer, name string, v any) error { return pages().ExecuteTemplate(w, name, v) }

// pageView is what the template of a page shows.
type pageView struct {
	Base     string // before every address
	Static   string // the folder of style and script
	ReadOnly bool
	Said     string
	Problem  string
	Left     queue.Left
	Reading  int
	By       string
	*queue.PageView
	// Entry is what is at hand; nil while a page is only looked at.
	Entry   *queue.Entry
	Boxes   []box
	Members []member
	// OneScore: the entry is a score, so that keys can set it.
	OneScore bool
	Picture  string
	Drawing  string
}

type member struct{ Code, Name string }

// box is a rectangle on the page that belongs to an object.
type box struct {
	Pointer, Label string
	Box            model.Box
	Asked          bool // the entry at hand is about it
}

// view makes the view of a page for a request.
func (s *Server) view(r *http.Request, report, number int) (*pageView, error) {
	at := r.FormValue("at")
	v := &pageView{Base: s.base(), Static: s.base() + "/static", By: s.name(), Said: said[r.FormValue("said")]}
	page, err := s.session.Page(r.Context(), report, number, at)
	if err != nil {
		return nil, err
	}
	v.PageView = page
	if e, ok := page.Report.Entry(at); ok {
		v.Entry = &e
	}
	v.Left = s.session.Left()
	_, v.Reading = s.session.Reports()
	base := fmt.Sprintf("%s/r/%d/%d/", v.Base, report, page.Number)
	if _, err := s.fileOf(report); err == nil {
		v.Picture = base + "picture.png"
		// While it starts, the drawing is seen; a page that cannot be drawn says why.
		s.warm.Do(func() { go func() { _ = s.pictures.Warm() }() })
	}
	if page.Drawn {
		v.Drawing = base + "drawing.svg"
	}
	v.complete()
	return v, nil
}

// complete works out what follows from the rest.
func (v *pageView) complete() {
	v.boxes()
	if v.Entry != nil && len(v.Focus) > 0 {
		for _, value := range v.Focus[0].Objects[0].Values {
			v.OneScore = v.OneScore || value.Pointer == v.Entry.Pointer && value.Widget == queue.Score
		}
	}
	words := vocabulary.Default()
	seen := map[string]bool{}
	for _, forum := range words.Memberships() {
		for _, m := range forum.Members {
			if !seen[m.Code] {
				seen[m.Code] = true
				v.Members = append(v.Members, member{m.Code, words.MemberName(m.Code)})
			}
		}
	}
}

// boxes are those of the objects of the page, and of what the entry asks about.
func (v *pageView) boxes() {
	if v.Entry != nil {
		for _, p := range v.Entry.At {
			if p.Page == v.Number {
				v.Boxes = append(v.Boxes, box{v.Entry.Pointer, v.Entry.Title, p.Box, true})
			}
		}
		for _, q := range v.Entry.Questions {
			for _, p := range q.At {
				if p.Page == v.Number {
					v.Boxes = append(v.Boxes, box{v.Entry.Pointer, q.Text, p.Box, true})
				}
			}
		}
	}
	for _, groups := range [][]queue.Group{v.Groups, v.Focus} {
		for _, g := range groups {
			for _, o := range g.Objects {
				for _, p := range o.At {
					// A box of the whole page would cover the others.
					if p.Page == v.Number && (p.Box.Width() < v.Width || p.Box.Height() < v.Height) {
						v.Boxes = append(v.Boxes, box{o.Pointer, o.Label, p.Box, false})
					}
				}
			}
		}
	}
}

// Title is the page's title: what is at hand first, for those who hear it.
func (v *pageView) Title() string {
	if v.Entry != nil {
		return fmt.Sprintf("%s – page %d of %s", v.Entry.Title, v.Number, v.Report.Name)
	}
	return fmt.Sprintf("Page %d of %s", v.Number, v.Report.Name)
}

// EntryPointer is the pointer of what is at hand, empty for nothing.
func (v *pageView) EntryPointer() string {
	if v.Entry == nil {
		return ""
	}
	return v.Entry.Pointer
}

// Turn is how a picture of a page is turned that is shown turned.
func (v *pageView) Turn() string {
	switch v.Turned {
	case 90:
		return fmt.Sprintf("translate(%s 0) rotate(90)", num(v.Width))
	case 180:
		return fmt.Sprintf("translate(%s %s) rotate(180)", num(v.Width), num(v.Height))
	case 270:
		return fmt.Sprintf("translate(0 %s) rotate(270)", num(v.Height))
	}
	return ""
}

// PictureWidth is the width of the page's picture before it is turned.
func (v *pageView) PictureWidth() float64 {
	if v.Turned%180 == 90 {
		return v.Height
	}
	return v.Width
}

// PictureHeight is its height.
func (v *pageView) PictureHeight() float64 {
	if v.Turned%180 == 90 {
		return v.Width
	}
	return v.Height
}

// Link is the address of another page of the report.
func (v *pageView) Link(page int) string {
	if v.ReadOnly {
		return pageFile(page)
	}
	return pageLink(v.Base, v.Report.ID, page, "")
}

// To is the address of the entry behind or before the one at hand.
func (v *pageView) To(way string) string {
	q := url.Values{"report": {strconv.Itoa(v.Report.ID)}, "at": {v.EntryPointer()}, "way": {way}}
	return v.Base + "/next?" + q.Encode()
}

func pageLink(base string, report, page int, pointer string) string {
	link := fmt.Sprintf("%s/r/%d/%d", base, report, page)
	if pointer != "" {
		link += "?at=" + url.QueryEscape(pointer)
	}
	return link
}

// dict hands several values to a template, each behind its name.
func dict(pairs ...any) map[string]any {
	out := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		out[pairs[i].(string)] = pairs[i+1]
	}
	return out
}

// num writes a length in points.
func num(v float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(v, 'f', 1, 64), ".0")
}

// signed is a score as a report prints it.
func signed(s string) string {
	switch s {
	case "":
		return "n/a"
	case "0", "-0":
		return "0"
	}
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		return "−" + rest
	}
	return "+" + s
}

// rows is how many lines a text wants to be edited in.
func rows(s string) int {
	const characters, most = 70, 14
	n := 1
	for line := range strings.SplitSeq(s, "\n") {
		n += len(line)/characters + 1
	}
	return min(n, most)
}
