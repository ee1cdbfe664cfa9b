package queue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"recount.invalid/recount/corrections"
	"recount.invalid/recount/model"
)

// Act is what somebody says of a value.
type Act struct {
	Report  int
	Pointer string
	// Seen is the value that was shown to whoever acts.
	Seen string
	By   string
	Why  string
}

// ConflictError says that another value stands there by now: somebody else, in
// another window or in the file, was faster.
type ConflictError struct{ Stands, By string }

func (e *ConflictError) Error() string {
	who := "somebody"
	if e.By != "" {
		who = e.By
	}
	return fmt.Sprintf("%s has put “%s” there meanwhile; look again", who, e.Stands)
}

// ErrNoValue is returned for a pointer that names nothing that can be edited.
var ErrNoValue = errors.New("no value stands there")

// standing is what stands for a value or an object in the columns was and now.
func standing(r *Report, st *state, pointer string) (string, error) {
	if pointer == corrections.SourcePointer {
		e, ok := r.Entry(pointer)
		if !ok {
			return "", ErrNoValue
		}
		return questionsSum(e.Questions), nil
	}
	r.mu.Lock()
	text, put := st.overlay[pointer]
	r.mu.Unlock()
	if put {
		return text, nil
	}
	if text, ok := corrections.Text(st.current, pointer); ok {
		return text, nil
	}
	if sum, ok := corrections.Fingerprint(st.current, pointer); ok {
		return sum, nil
	}
	return "", ErrNoValue
}

func (s *Session) open(ctx context.Context, report int) (*Report, *state, error) {
	r, err := s.Report(report)
	if err != nil {
		return nil, nil, err
	}
	st, err := s.fresh(ctx, r)
	return r, st, err
}

// Accept says that a value was read rightly.
func (s *Session) Accept(ctx context.Context, a Act) error {
	if strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Why)), corrections.OpenMark) {
		a.Why = strings.TrimSpace(strings.TrimSpace(a.Why)[len(corrections.OpenMark):])
	}
	return s.look(ctx, a, true)
}

// Comment says something of a value and leaves it open.
func (s *Session) Comment(ctx context.Context, a Act) error {
	a.Why = strings.TrimSpace(a.Why)
	if a.Why == "" {
		return &InvalidError{"write a comment first"}
	}
	a.Why = corrections.OpenMark + " " + a.Why
	return s.look(ctx, a, false)
}

func (s *Session) look(ctx context.Context, a Act, settles bool) error {
	r, st, err := s.open(ctx, a.Report)
	if err != nil {
		return err
	}
	now, err := standing(r, st, a.Pointer)
	if err != nil {
		return err
	}
	if !corrections.Same(now, a.Seen) {
		return &ConflictError{Stands: now}
	}
	if a.Why == "" {
		a.Why = r.asked(a.Pointer)
	}
	before := s.stamp(r.Path)
	if err := s.write(r, st, a, now, now, nil); err != nil {
		return err
	}
	after := s.stamp(r.Path)
	r.mu.Lock()
	defer r.mu.Unlock()
	if st.stamp == before {
		st.stamp = after // nothing is read otherwise for it
	}
	for i := range r.entries {
		e := &r.entries[i]
		switch {
		case settles && corrections.Covers(a.Pointer, e.Pointer):
			e.Settled = true
		case e.Pointer == a.Pointer:
			e.Comments = append(slices.Clip(e.Comments), comment(corrections.Correction{By: a.By, Why: a.Why}))
		}
	}
	return nil
}

// asked says in the file of corrections why somebody looked.
func (r *Report) asked(pointer string) string {
	e, _ := r.Entry(pointer)
	var names []string
	for _, q := range e.Questions {
		if !slices.Contains(names, q.Name) {
			names = append(names, q.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "looked at: " + strings.Join(names, ", ")
}

// Correct puts another value in the place of what was read; typed is what somebody
// typed into the field's widget. The error is an *InvalidError where it cannot
// stand there, a *ConflictError where something else stands there by now.
func (s *Session) Correct(ctx context.Context, a Act, typed string) error {
	r, st, err := s.open(ctx, a.Report)
	if err != nil {
		return err
	}
	widget, ok := st.objects.widgetOf(a.Pointer)
	if !ok {
		return ErrNoValue
	}
	now, err := widget.tidy(typed)
	if err != nil {
		return err
	}
	if corrections.Same(now, a.Seen) {
		return s.Accept(ctx, a)
	}
	err = s.write(r, st, a, a.Seen, now, func(there []corrections.Correction) error {
		text, last, ok := corrections.Standing(st.base, a.Pointer, there)
		switch {
		case !ok:
			// What somebody added is no part of what was read; Apply compares.
			text, ok = corrections.Text(st.current, a.Pointer)
			if !ok {
				return ErrNoValue
			}
		}
		if corrections.Same(text, a.Seen) {
			return nil
		}
		conflict := &ConflictError{Stands: text}
		if last != nil {
			conflict.By = last.By
		}
		return conflict
	})
	if err != nil {
		return err
	}
	after := s.stamp(r.Path)
	r.mu.Lock()
	defer r.mu.Unlock()
	st.overlay[a.Pointer], st.own = now, after
	for i := range r.entries {
		if e := &r.entries[i]; e.Pointer == a.Pointer {
			e.Settled = true
		}
	}
	return nil
}

// Lost is an action that was not read.
type Lost struct {
	Date  string
	Text  string
	Notes string // numbers of its notes, divided by commas
	Page  int
}

// section is the pointer of a member's section.
var section = regexp.MustCompile(`^/commitments/\d+/verdicts/\d+$`)

// mostNotes bounds the markers of an action that is added.
const mostNotes = 100

// Add adds a lost action to the section that Act names.
func (s *Session) Add(ctx context.Context, a Act, lost Lost) error {
	r, st, err := s.open(ctx, a.Report)
	if err != nil {
		return err
	}
	if !section.MatchString(a.Pointer) || !corrections.Has(st.base, a.Pointer) {
		return ErrNoValue
	}
	action := model.Action{Footnotes: []model.Ref{}}
	if action.Date, err = Date.tidy(lost.Date); err != nil {
		return err
	}
	if action.Text, err = Long.tidy(strings.Join(strings.Fields(lost.Text), " ")); err != nil {
		return err
	}
	if action.Text == "" {
		return &InvalidError{"write the text of the action first"}
	}
	for _, number := range strings.FieldsFunc(lost.Notes, func(c rune) bool { return c == ',' || c == ' ' || c == ';' }) {
		n, err := strconv.Atoi(number)
		if err != nil || n <= 0 || len(action.Footnotes) == mostNotes {
			return &InvalidError{"write the numbers of the notes, divided by commas"}
		}
		action.Footnotes = append(action.Footnotes, model.Ref{Number: n, Offset: utf8.RuneCountInString(action.Text)})
	}
	if page := st.pages[lost.Page]; page != nil {
		action.At = find(page, action.Text)
	}
	data, err := json.Marshal(action)
	if err != nil {
		return err
	}
	a.Pointer += "/actions/-"
	return s.write(r, st, a, "", string(data), func(there []corrections.Correction) error {
		for _, c := range there {
			if c.Of(r.Source) && c.Now == string(data) {
				return &InvalidError{"this action has been added already"}
			}
		}
		return nil
	})
}

// find gives the place of the lines of a page that a text is made of; the whole
// page where fewer than half of its words were found on them.
func find(page *model.Page, text string) model.At {
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	var at model.At
	found := 0
	const shortest = 12 // characters by which a line is known again
	for _, l := range page.Lines {
		line := strings.ToLower(strings.TrimRight(strings.Join(strings.Fields(l.Text()), " "), "0123456789"))
		if len(line) >= shortest && (strings.Contains(text, line) || len(text) >= shortest && strings.Contains(line, text)) {
			at = at.Add(page.Number, l.Box)
			found += len(line)
		}
	}
	if 2*found < len(text) {
		return model.At{{Page: page.Number, Box: model.Box{0, 0, page.Width, page.Height}}}
	}
	return at
}

// write appends one row to the report's file of corrections.
func (s *Session) write(r *Report, st *state, a Act, was, now string, allow func([]corrections.Correction) error) error {
	row := corrections.Correction{
		Report: nameOf(r.Source), Path: corrections.KeyOf(st.base, a.Pointer), Was: was, Now: now,
		By: strings.TrimSpace(a.By), On: s.o.Today(), Why: strings.TrimSpace(a.Why),
	}
	return corrections.Append(s.o.Target(r.Path), []corrections.Correction{row}, allow)
}

// nameOf is how a file of corrections names a report: by its file, or by its sum
// where a name is one that reading the file would change.
func nameOf(s model.Source) string {
	if name := strings.TrimSpace(s.Name()); model.Visible(name) == name && (corrections.Correction{Report: name}).Of(s) {
		return name
	}
	if s.Sheet != "" {
		return "rep_" + s.Identity()
	}
	return s.SHA256
}

// widgetOf is how a value is edited; ok is false for what is not shown.
func (o *objects) widgetOf(pointer string) (Widget, bool) {
	obj, ok := o.holds(pointer)
	if !ok {
		return "", false
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(pointer, obj.pointer), "/")
	for _, f := range obj.kind.fields {
		if f.name == rest {
			return f.widget, true
		}
		if list, ok := strings.CutSuffix(f.name, "*"); ok && strings.HasPrefix(rest, list) {
			if _, err := strconv.Atoi(rest[len(list):]); err == nil {
				return f.widget, true
			}
		}
	}
	return "", false
}
