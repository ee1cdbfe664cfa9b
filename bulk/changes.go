package bulk

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"recount.invalid/recount/dataset"
)

// changedFiles says which files are others in a new manifest than in an old one,
// as Markdown for CHANGES.md.
func changedFiles(old, m manifest) string {
	before, after := byPath(old), byPath(m)
	var b strings.Builder
	section := func(title string, lines []string) {
		if len(lines) > 0 {
			fmt.Fprintf(&b, "## %s\n\n- %s\n\n", title, strings.Join(lines, "\n- "))
		}
	}
	var added, removed, changed []string
	for _, path := range slices.Sorted(maps.Keys(after)) {
		was, there := before[path]
		switch {
		case !there:
			added = append(added, dataset.Code(path))
		case was.SHA256 != after[path].SHA256:
			changed = append(changed, dataset.Code(path)+": another file under this name")
		}
	}
	for _, path := range slices.Sorted(maps.Keys(before)) {
		if _, there := after[path]; !there {
			removed = append(removed, dataset.Code(path))
		}
	}
	section("Files that are new", added)
	section("Files that are gone", removed)
	section("Files that changed", changed)
	return b.String()
}

func byPath(m manifest) map[string]entry {
	out := make(map[string]entry, len(m.Files))
	for _, f := range m.Files {
		out[f.Path] = f
	}
	return out
}
