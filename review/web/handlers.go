package web

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"recount.invalid/recount/output"
	"recount.invalid/recount/review/picture"
	"recount.invalid/recount/review/queue"
)

// said are the sentences that a page begins with after something was done; an
// address names one, so that it can say nothing else.
var said = map[string]string{
	"accepted":  "Accepted.",
	"corrected": "Corrected.",
	"commented": "Comment kept; the value stays open.",
	"added":     "Action added.",
	"by":        "Name kept.",
	"done":      "Nothing is left.",
}

// first leads to the first doubt.
func (s *Server) first(w http.ResponseWriter, r *http.Request) {
	if left := s.session.Left(); left.Open == 0 {
		s.show(w, r, "/queue", nil)
		return
	}
	s.toNext(w, r, nil, "")
}

// next leads to the entry behind, or before, the one that the address names.
func (s *Server) next(w http.ResponseWriter, r *http.Request) {
	from := s.entryOf(r.FormValue("report"), r.FormValue("at"))
	if r.FormValue("way") == "back" {
		if e, ok := s.session.Previous(from); ok {
			s.toEntry(w, r, e, "")
			return
		}
	}
	s.toNext(w, r, from, "")
}

func (s *Server) entryOf(report, pointer string) *queue.Entry {
	id, err := strconv.Atoi(report)
	if err != nil {
		return nil
	}
	rep, err := s.session.Report(id)
	if err != nil {
		return nil
	}
	e, ok := rep.Entry(pointer)
	if !ok {
		return nil
	}
	return &e
}

func (s *Server) toNext(w http.ResponseWriter, r *http.Request, from *queue.Entry, say string) {
	e, ok := s.session.Next(from)
	if !ok || e.Rank == queue.NoDoubt && (from == nil || from.Rank != queue.NoDoubt) {
		// The doubts are done; what is in none is begun on purpose.
		s.show(w, r, "/queue", url.Values{"said": {say}})
		return
	}
	s.toEntry(w, r, e, say)
}

func (s *Server) toEntry(w http.ResponseWriter, r *http.Request, e queue.Entry, say string) {
	v := url.Values{"at": {e.Pointer}}
	if say != "" {
		v.Set("said", say)
	}
	s.show(w, r, "/r/"+strconv.Itoa(e.Report)+"/"+strconv.Itoa(e.Page()), v)
}

func (s *Server) show(w http.ResponseWriter, r *http.Request, path string, v url.Values) {
	if len(v) > 0 {
		path += "?" + v.Encode()
	}
	http.Redirect(w, r, s.base()+path, http.StatusSeeOther)
}

// numbers are the report and the page that an address names.
func numbers(r *http.Request) (report, page int, err error) {
	report, err = strconv.Atoi(r.PathValue("report"))
	if err != nil {
		return 0, 0, queue.ErrNoReport
	}
	page, err = strconv.Atoi(r.PathValue("page"))
	return report, page, err
}

func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	report, page, err := numbers(r)
	if err != nil {
		fail(w, err)
		return
	}
	v, err := s.view(r, report, page)
	if err != nil {
		fail(w, err)
		return
	}
	render(w, "page", v)
}

// picturesLast is how long a browser may keep a picture of a page.
const picturesLast = "private, max-age=3600"

func (s *Server) picture(w http.ResponseWriter, r *http.Request) {
	report, page, err := numbers(r)
	if err != nil {
		fail(w, err)
		return
	}
	file, err := s.fileOf(report)
	if err != nil {
		fail(w, err)
		return
	}
	data, err := s.pictures.PNG(r.Context(), file, page)
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "image/png")
	w.Header().Set("Cache-Control", picturesLast)
	_, _ = w.Write(data) // whoever does not listen any more has gone on
}

// fileOf is the PDF of a report.
func (s *Server) fileOf(report int) (picture.File, error) {
	rep, err := s.session.Report(report)
	if err != nil {
		return picture.File{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	file, known := s.files[report]
	if !known {
		file = pdfOf(rep, s.password)
		s.files[report] = file
	}
	if file == (picture.File{}) {
		return file, errNoPDF
	}
	return file, nil
}

func (s *Server) drawing(w http.ResponseWriter, r *http.Request) {
	report, number, err := numbers(r)
	if err != nil {
		fail(w, err)
		return
	}
	page, err := s.session.DrawnPage(r.Context(), report, number)
	if err == nil && page == nil {
		err = errNoPDF
	}
	if err != nil {
		fail(w, err)
		return
	}
	w.Header().Set("Content-Type", "image/svg+xml")
	w.Header().Set("Cache-Control", picturesLast)
	_, _ = w.Write(output.PageDrawing(page))
}

// setBy keeps the name of who reviews.
func (s *Server) setBy(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.by = r.PostFormValue("by")
	s.mu.Unlock()
	s.show(w, r, "/queue", url.Values{"said": {"by"}})
}

func (s *Server) name() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.by
}

// do does what a form says, and leads on.
func (s *Server) do(w http.ResponseWriter, r *http.Request) {
	report, err := strconv.Atoi(r.PathValue("report"))
	if err != nil {
		fail(w, queue.ErrNoReport)
		return
	}
	if err := r.ParseForm(); err != nil {
		http.Error(w, "400: the form cannot be read", http.StatusBadRequest)
		return
	}
	f := r.PostForm
	page, _ := strconv.Atoi(f.Get("page")) // 0 is the first
	at := f.Get("entry")
	act := queue.Act{Report: report, Pointer: f.Get("pointer"), Seen: f.Get("seen"), By: s.name(), Why: f.Get("why")}
	how, known := deeds[f.Get("do")]
	if !known {
		http.Error(w, "400: it is not known what to do", http.StatusBadRequest)
		return
	}
	if err := how.do(s, r, act, page); err != nil {
		s.refuse(w, r, report, page, at, err)
		return
	}
	entry := s.entryOf(r.PathValue("report"), at)
	if how.leadsOn && entry != nil && act.Pointer == at {
		s.toNext(w, r, entry, how.said)
		return
	}
	v := url.Values{"said": {how.said}}
	if at != "" {
		v.Set("at", at)
	}
	s.show(w, r, "/r/"+strconv.Itoa(report)+"/"+strconv.Itoa(max(page, 1)), v)
}

// deed is something that a form can ask for.
type deed struct {
	do func(s *Server, r *http.Request, a queue.Act, page int) error
	// leadsOn: the next entry is shown where it was done to the one at hand.
	leadsOn bool
	said    string
}

var deeds = map[string]deed{
	"accept": {func(s *Server, r *http.Request, a queue.Act, _ int) error {
		return s.session.Accept(r.Context(), a)
	}, true, "accepted"},
	"correct": {func(s *Server, r *http.Request, a queue.Act, _ int) error {
		return s.session.Correct(r.Context(), a, r.PostForm.Get("now"))
	}, true, "corrected"},
	"comment": {func(s *Server, r *http.Request, a queue.Act, _ int) error {
		return s.session.Comment(r.Context(), a)
	}, true, "commented"},
	"add": {func(s *Server, r *http.Request, a queue.Act, page int) error {
		return s.session.Add(r.Context(), a, queue.Lost{
			Date: r.PostForm.Get("date"), Text: r.PostForm.Get("text"), Notes: r.PostForm.Get("notes"), Page: page,
		})
	}, false, "added"},
}

// refuse shows the page again with what is wrong.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, report, page int, at string, err error) {
	r.Form.Set("at", at)
	v, viewErr := s.view(r, report, page)
	if viewErr != nil {
		fail(w, viewErr)
		return
	}
	v.Problem = err.Error()
	var conflict *queue.ConflictError
	if errors.As(err, &conflict) {
		w.WriteHeader(http.StatusConflict)
	} else {
		w.WriteHeader(http.StatusUnprocessableEntity)
	}
	render(w, "page", v)
}

func fail(w http.ResponseWriter, err error) {
	http.Error(w, "404: "+err.Error(), http.StatusNotFound)
}
