package front

import (
	"fmt"
	"strings"

	"recount.invalid/recount/parse/internal/sheet"
)

// settleSummitYear decides on the summit's year once its name is known. A year that a
// title has somewhere may be that of the report ('The 2032 Research Group Report'); one
// that stands beside the name ('2031 Quay Town Summit'), anywhere on the cover or in a
// running head, is the summit's. Where none does, a period that begins the year before is
// followed, for it begins with the summit. What is left of a contradiction is told.
func (r *Reader) settleSummitYear(heads []string) {
	info := &r.Rep.Report
	summit := &info.Summit
	if summit.Name == "" || summit.Year == 0 {
		return
	}
	texts := []string{info.Title}
	for _, t := range info.Cover {
		texts = append(texts, t.Text)
	}
	texts = append(texts, heads...)
	from := 0
	if info.Period != nil && len(info.Period.From) >= 4 {
		from = sheet.YearWord(info.Period.From[:4])
	}
	beside := r.yearsBeside(summit.Name, texts)
	read := summit.Year
	switch {
	case len(beside) > 0 && !beside[read]:
		if len(beside) > 1 {
			r.doubtYear(fmt.Sprintf("several years stand beside the name of the summit, %s; taken was %d", summit.Name, read))
			return
		}
		for y := range beside {
			summit.Year = y
		}
		if from != summit.Year {
			r.doubtYear(fmt.Sprintf("the year beside the name of the summit, %d, was taken, though the title has %d", summit.Year, read))
		}
	case len(beside) == 0 && from == read-1:
		summit.Year = from
		r.doubtYear(fmt.Sprintf("the year of the title, %d, was taken for that of the report, since the period begins in %d", read, from))
	case from != 0 && (from < summit.Year || from > summit.Year+1):
		r.doubtYear(fmt.Sprintf("the summit is read to be of %d, and the period begins in %d", summit.Year, from))
	}
}

func (r *Reader) doubtYear(text string) {
	r.Doubt("summit-year", text, r.Rep.Report.At, sheet.PointerTo("report", "summit"))
}

// yearsBeside gives the years that stand beside a summit's name in texts, with nothing
// but the forum and the word 'summit' between: '2031 G7 Quay Town Summit', 'Quay Town
// Summit 2031', 'Quay Town, 2031'.
func (r *Reader) yearsBeside(name string, texts []string) map[int]bool {
	years := map[int]bool{}
	own := strings.Fields(name)
	bare := func(w string) string { return strings.Trim(w, ",.:;()[]“”\"–—") }
	for _, s := range texts {
		words := strings.Fields(s)
		for i := 0; i+len(own) <= len(words); i++ {
			fits := true
			for j, w := range own {
				fits = fits && strings.EqualFold(bare(words[i+j]), bare(w))
			}
			if !fits {
				continue
			}
			for _, side := range []struct{ at, step int }{{i - 1, -1}, {i + len(own), 1}} {
				for k, n := side.at, 0; k >= 0 && k < len(words) && n < maxSummitWords; k, n = k+side.step, n+1 {
					w := bare(words[k])
					if y := sheet.YearWord(w); y > 0 {
						years[y] = true
						break
					}
					if !r.HasForum(w) && !strings.EqualFold(w, "summit") {
						break
					}
				}
			}
		}
	}
	return years
}
