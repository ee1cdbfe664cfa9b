package web

import (
	"net/http"
	"slices"
	"strconv"

	"recount.invalid/recount/review/queue"
)

// listed is how many entries stand on one page of the queue.
const listed = 200

// queueView is what the template of the queue shows.
type queueView struct {
	Base, Static   string
	Said           string
	By             string
	Left           queue.Left
	Reading        int
	Reports        []reportLine
	Entries        []entryLine
	From           int
	Before, Behind string
}

type reportLine struct {
	Report *queue.Report
	Left   queue.Left
}

type entryLine struct {
	Entry  queue.Entry
	Report string
	Link   string
}

// list shows the queue.
func (s *Server) list(w http.ResponseWriter, r *http.Request) {
	v := queueView{Base: s.base(), Static: s.base() + "/static", Said: said[r.FormValue("said")], By: s.name(), Left: s.session.Left()}
	reports, reading := s.session.Reports()
	v.Reading = reading
	var all []entryLine
	for _, rep := range reports {
		v.Reports = append(v.Reports, reportLine{rep, rep.Left()})
		for _, e := range rep.Entries() {
			all = append(all, entryLine{e, rep.Name, pageLink(v.Base, rep.ID, e.Page(), e.Pointer)})
		}
	}
	slices.SortFunc(all, func(a, b entryLine) int { return queue.Compare(&a.Entry, &b.Entry) })
	from, _ := strconv.Atoi(r.FormValue("from")) // 0 is the first
	v.From = min(max(from, 0), len(all))
	end := min(v.From+listed, len(all))
	v.Entries = all[v.From:end]
	if v.From > 0 {
		v.Before = v.Base + "/queue?from=" + strconv.Itoa(max(v.From-listed, 0))
	}
	if end < len(all) {
		v.Behind = v.Base + "/queue?from=" + strconv.Itoa(end)
	}
	render(w, "queue", v)
}
