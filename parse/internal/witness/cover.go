package witness

import (
	"strings"

	"recount.invalid/recount/model"
)

// KindCover is the kind of the warning that the cover, or a part of what
// covers say, was not found.
const KindCover = "cover-unread"

// checkCover says which parts of what a report says of itself were not found:
// a report that has no period today may have lost its cover to the reading.
func (r *Reader) checkCover(check string) {
	info := &r.Rep.Report
	var missing, about []string
	for _, part := range []struct {
		name, pointer string
		found         bool
	}{
		{"title", "/report/title", info.Title != ""},
		{"forum", "/report/forum", info.Forum != ""},
		{"year of the summit", "/report/summit/year", info.Summit.Year != 0},
		{"compliance period", "/report/period", info.Period != nil},
		{"date of publication", "/report/published", info.Published != ""},
	} {
		if !part.found {
			missing = append(missing, part.name)
			about = append(about, part.pointer)
		}
	}
	if len(missing) == 0 {
		r.said(check, true, "", "title, forum, summit, period and date")
		return
	}
	text := "not found: " + strings.Join(missing, ", ")
	if len(info.Cover) == 0 {
		text = "no cover was recognised; " + text
	}
	r.unsaid(check, text)
	r.Doubt(KindCover, text, model.At{}, about...)
}
