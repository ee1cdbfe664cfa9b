package bulk

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"

	"recount.invalid/recount/dataset"
)

// maxChanges is how many changes of one file are listed one by one; more are
// counted.
const maxChanges = 100

// compare describes what a new manifest changes against the data set that
// stands there, as Markdown for CHANGES.md; empty for a first data set.
func (s store) compare(stands *plan, m manifest) (string, error) {
	if stands == nil {
		return "", nil
	}
	old := stands.Manifest
	if reflect.DeepEqual(old, m) {
		// The same data set once more, because a file of it was damaged.
		return stands.Changes, nil
	}
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
	if old.Engine != m.Engine {
		b.WriteString("The data set before was made by another version of the program, or with other options.\n\n")
	}
	for _, path := range slices.Sorted(maps.Keys(after)) {
		was, there := before[path]
		if !there || was.unread() || after[path].unread() {
			continue
		}
		from, to := s.result(was.SHA256, old.Engine), s.result(after[path].SHA256, m.Engine)
		if from == to {
			continue
		}
		lines, err := compareResults(from, to)
		if err != nil {
			return "", err
		}
		section("Figures of "+dataset.Code(path), lines)
	}
	if b.Len() == 0 {
		return "Nothing but the form of the data set.\n", nil
	}
	return b.String(), nil
}

func byPath(m manifest) map[string]entry {
	out := make(map[string]entry, len(m.Files))
	for _, f := range m.Files {
		out[f.Path] = f
	}
	return out
}

// figure is a value whose change is told: a score or a stated average.
type figure struct{ label, value string }

// compareResults lists the scores and averages that differ between two
// results. A result that is not there any more has nothing to tell.
func compareResults(from, to string) ([]string, error) {
	before, err := figures(from)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errResult) {
		return []string{"the earlier figures are not kept any more"}, nil
	}
	if err != nil {
		return nil, err
	}
	after, err := figures(to)
	if err != nil {
		return nil, err
	}
	var lines []string
	keys := maps.Clone(before)
	maps.Copy(keys, after)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		was, is := before[key], after[key]
		if was.value == is.value {
			continue
		}
		lines = append(lines, fmt.Sprintf("%s: %s, was %s", keys[key].label, orNone(is.value), orNone(was.value)))
	}
	if n := len(lines); n > maxChanges {
		lines = append(lines[:maxChanges], fmt.Sprintf("and %d more", n-maxChanges))
	}
	return lines, nil
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// figures are the scores and averages of a result by their ids without the
// report's part.
func figures(path string) (map[string]figure, error) {
	o, err := readResult(path)
	if err != nil {
		return nil, err
	}
	out := map[string]figure{}
	for _, r := range o.Rows {
		t := dataset.Tables()[r.Table]
		column, label := "", ""
		switch t.Name {
		case "scores":
			column, label = "score", "score"
		case "averages":
			column, label = "stated_text", "stated average"
		default:
			continue
		}
		_, id, _ := strings.Cut(r.Row[0].Text, ".")
		i := t.Column(column)
		out[id] = figure{label: label + " " + id, value: r.Row[i].String(t.Columns[i].Type)}
	}
	return out, nil
}
