package queue

import (
	"context"
	"regexp"
	"strconv"
	"strings"

	"recount.invalid/recount/corrections"
	"recount.invalid/recount/model"
)

// PageView is a page of a report with what was read of it.
type PageView struct {
	Report        *Report
	Number, Pages int
	Width, Height float64 // in points
	Turned        int
	// Drawn: there is a document whose lines can be drawn.
	Drawn bool
	// Focus is what the entry is about, Groups the rest of the page.
	Focus, Groups []Group
	// Seen is what stands for the focus in the file of corrections.
	Seen string
	// Lines is the text of the page in reading order.
	Lines []string
	// Chapters are the commitments with their first pages.
	Chapters []Chapter
}

// Chapter is a commitment and where it begins.
type Chapter struct {
	Label string
	Page  int
}

// chapterOf finds the commitment that a pointer leads into.
var chapterOf = regexp.MustCompile(`^/commitments/\d+`)

// mostObjects bounds what is shown of one page; a table of published scores has
// one page only.
const mostObjects = 600

// Page gives a page of a report, and the object of an entry where it stands on none
// or on another page.
func (s *Session) Page(ctx context.Context, report, number int, focus string) (*PageView, error) {
	r, st, err := s.open(ctx, report)
	if err != nil {
		return nil, err
	}
	v := &PageView{Report: r, Number: max(number, 1), Pages: max(r.Pages, 1)}
	v.Number = min(v.Number, v.Pages)
	if p := st.pages[v.Number]; p != nil {
		v.Width, v.Height, v.Turned, v.Drawn = p.Width, p.Height, p.Turned, true
		for _, l := range p.Lines {
			v.Lines = append(v.Lines, l.Text())
		}
	}
	if focus != "" {
		v.Seen, _ = standing(r, st, focus) // empty for what is nothing
	}
	made := map[string]model.Correction{}
	for _, c := range st.current.Corrections {
		made[c.Path] = c
	}
	shown := map[string]bool{}
	show := func(groups *[]Group, obj object) {
		if shown[obj.pointer] || len(shown) >= mostObjects {
			return
		}
		shown[obj.pointer] = true
		o := s.object(r, st, obj, made)
		if n := len(*groups); n > 0 && (*groups)[n-1].Title == obj.kind.group {
			(*groups)[n-1].Objects = append((*groups)[n-1].Objects, o)
			return
		}
		*groups = append(*groups, Group{obj.kind.group, []Object{o}})
	}
	if focus != "" {
		for _, obj := range st.objects.all {
			if obj.pointer == focus || strings.HasPrefix(obj.pointer, focus+"/") {
				show(&v.Focus, obj)
			}
		}
		if obj, ok := st.objects.holds(focus); ok && len(shown) == 0 {
			show(&v.Focus, obj)
		}
	}
	if chapter := chapterOf.FindString(focus); chapter != "" && r.Pages == 0 {
		// A table of published scores has no pages: its row is shown.
		for _, obj := range st.objects.all {
			if strings.HasPrefix(obj.pointer+"/", chapter+"/") {
				show(&v.Groups, obj)
			}
		}
	}
	for _, i := range st.objects.byPage[v.Number] {
		show(&v.Groups, st.objects.all[i])
	}
	for i := range st.current.Commitments {
		c := &st.current.Commitments[i]
		pointer := "/commitments/" + strconv.Itoa(i)
		v.Chapters = append(v.Chapters, Chapter{labelIn(st.current, object{pointer: pointer, kind: commitmentKind}), max(1, c.At.Page())})
	}
	return v, nil
}

var commitmentKind = func() *kind {
	for i := range kinds {
		if kinds[i].pattern == "/commitments/*" {
			return &kinds[i]
		}
	}
	return nil
}()

// object shows an object with its values.
func (s *Session) object(r *Report, st *state, obj object, made map[string]model.Correction) Object {
	out := Object{Pointer: obj.pointer, Label: labelIn(st.current, obj), At: obj.at}
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, f := range obj.kind.fields {
		at := obj.at
		if f.at != "" {
			at = corrections.Place(st.current, obj.pointer+"/"+f.at)
		}
		if list, ok := strings.CutSuffix(f.name, "/*"); ok {
			out.Row = true
			for i := range corrections.Length(st.current, obj.pointer+"/"+list) {
				out.add(st, made, obj.pointer+"/"+list+"/"+strconv.Itoa(i), cellLabel(st.current, obj.pointer, i, f.label), f.widget, at)
			}
			continue
		}
		out.add(st, made, obj.pointer+"/"+f.name, f.label, f.widget, at)
	}
	switch {
	case strings.HasSuffix(obj.kind.pattern, "/actions/*"):
		for i := range corrections.Length(st.current, obj.pointer+"/footnotes") {
			text, _ := corrections.Text(st.current, obj.pointer+"/footnotes/"+strconv.Itoa(i)+"/number")
			if n, err := strconv.Atoi(text); err == nil {
				out.Markers = append(out.Markers, n)
			}
		}
	case strings.HasSuffix(obj.kind.pattern, "/verdicts/*"):
		out.Adds = obj.pointer
	}
	return out
}

// cellLabel names the member of a cell of a summary table.
func cellLabel(r *model.Report, row string, column int, otherwise string) string {
	matrix, _, _ := strings.Cut(row, "/rows/")
	if text, _ := corrections.Text(r, matrix+"/members/"+strconv.Itoa(column)); text != "" {
		return text
	}
	return otherwise
}

func (o *Object) add(st *state, made map[string]model.Correction, pointer, label string, widget Widget, at model.At) {
	text, ok := corrections.Text(st.current, pointer)
	if !ok {
		return
	}
	v := Value{Pointer: pointer, Label: label, Widget: widget, Now: text, Was: text, At: at}
	if c, there := made[pointer]; there {
		v.Was, v.Corrected = c.Was, true
	}
	if put, there := st.overlay[pointer]; there {
		v.Now, v.Corrected = put, true
	}
	o.Values = append(o.Values, v)
}

// DrawnPage is a page as extract saw it, nil where there is none.
func (s *Session) DrawnPage(ctx context.Context, report, number int) (*model.Page, error) {
	_, st, err := s.open(ctx, report)
	if err != nil {
		return nil, err
	}
	return st.pages[number], nil
}
