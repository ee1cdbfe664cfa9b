package dataset

import (
	"strconv"
	"strings"

	"recount.invalid/recount/model"
)

// pointer makes a JSON Pointer (RFC 6901) of names and indexes; none of the
// names has a character that needs escaping.
func pointer(parts ...any) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteByte('/')
		switch p := p.(type) {
		case int:
			b.WriteString(strconv.Itoa(p))
		case string:
			b.WriteString(p)
		}
	}
	return b.String()
}

// marks says of the objects of a report which are in doubt and which were
// corrected.
type marks struct {
	about   map[string]bool // what warnings name
	holders map[string]bool // what holds a value that they name
	changed map[string]bool // what was corrected, and what holds it
}

func newMarks(r *model.Report) marks {
	m := marks{about: map[string]bool{}, holders: map[string]bool{}, changed: map[string]bool{}}
	for _, w := range r.Warnings {
		for _, p := range w.About {
			m.about[p] = true
			m.holders[holder(p)] = true
		}
	}
	for _, c := range r.Corrections {
		m.changed[c.Path], m.changed[holder(c.Path)] = true, true
		if strings.HasPrefix(c.Path, "/report/") {
			m.changed["/report"] = true
		}
	}
	return m
}

// holder is the object that holds a value.
func holder(path string) string {
	return path[:max(strings.LastIndexByte(path, '/'), 0)]
}

// doubted says whether a warning names an object, a value in it, or what it
// stands in.
func (m marks) doubted(path string) bool {
	if path == "" {
		return false
	}
	if m.holders[path] {
		return true
	}
	for ; path != ""; path = holder(path) {
		if m.about[path] {
			return true
		}
	}
	return false
}

// corrected says whether a correction changed an object.
func (m marks) corrected(path string) bool { return path != "" && m.changed[path] }
