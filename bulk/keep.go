package bulk

import (
	"cmp"
	"path"
	"strings"
)

// keepers gives, for each content, the index of the file that stands for it
// where several have the same bytes: one that somebody corrected, then the one in
// the fewest folders, then the one with the shortest name ("report.pdf" before
// "report (1).pdf"), then the first by its path. Files that could not be opened
// have no content.
func (m manifest) keepers() map[string]int {
	out := map[string]int{}
	for i, e := range m.Files {
		if e.SHA256 == "" {
			continue
		}
		if old, there := out[e.SHA256]; !there || keepBefore(e, m.Files[old]) < 0 {
			out[e.SHA256] = i
		}
	}
	return out
}

func keepBefore(a, b entry) int {
	return cmp.Or(
		-cmp.Compare(min(len(a.Key), 1), min(len(b.Key), 1)),
		cmp.Compare(strings.Count(a.Path, "/"), strings.Count(b.Path, "/")),
		cmp.Compare(len(path.Base(a.Path)), len(path.Base(b.Path))),
		cmp.Compare(a.Path, b.Path),
	)
}
