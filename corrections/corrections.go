// Package corrections reads what people correct in reports that were read, and
// applies it. What was read stays beside what was corrected
// (model.Report.Corrections); a correction whose old value does not stand there
// any more is not applied and becomes a warning.
package corrections

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"recount.invalid/recount/internal/yamlfile"
	"recount.invalid/recount/model"
)

// FileName is how the file is called that stands beside the reports.
const FileName = "corrections.csv"

// Limits of a file, which is written by hand or by review.
const (
	maxBytes   = 16 << 20
	maxRecords = 100_000
)

// Correction is one value that somebody corrected.
type Correction struct {
	// Report is the report's id (rep_ and the first digits of its file's
	// SHA-256), that sum, or the name of its file.
	Report string `yaml:"report"`
	// Path is a JSON Pointer into what extract prints, or a key that survives
	// another reading: SERIAL/MEMBER/FIELD or SERIAL/FIELD. A pointer that ends
	// in "-" adds to a list, as does SERIAL/MEMBER/action.
	Path string `yaml:"path"`
	Was  string `yaml:"was"` // the value that was read; empty for none
	// Now is the right value, empty for none. The same as Was: somebody looked
	// and the value was read rightly; a whole object is named by its Fingerprint.
	Now string `yaml:"now"`
	By  string `yaml:"by"`
	On  string `yaml:"on"` // EDTF level 0
	Why string `yaml:"why"`
}

var (
	// ErrFile marks every error of a file of corrections, so that it is not taken
	// for one of the report beside it.
	ErrFile = errors.New("corrections")
	// ErrColumns says that a file has not the columns of corrections.
	ErrColumns = errors.New("the first row must name the columns report, path, was and now (and may name by, on and why)")
	// ErrTooLarge says that a file is beyond what is read.
	ErrTooLarge = errors.New("the file is too large for corrections")
)

// Read reads a file of corrections: CSV, or YAML with a list `corrections`.
func Read(r io.Reader) ([]Correction, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxBytes {
		return nil, ErrTooLarge
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if isYAML(data) {
		var file struct {
			Corrections []Correction `yaml:"corrections"`
		}
		err := yamlfile.Decode(data, &file)
		return file.Corrections, err
	}
	return readCSV(data)
}

// isYAML says by its beginning whether a file is YAML.
func isYAML(data []byte) bool {
	return bytes.HasPrefix(data, []byte("corrections:")) || bytes.HasPrefix(data, []byte("#"))
}

// commaOf is what divides the cells of a CSV, by its first line.
func commaOf(data []byte) rune {
	if first, _, _ := bytes.Cut(data, []byte("\n")); bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		return ';'
	}
	return ','
}

func readCSV(data []byte) ([]Correction, error) {
	in := csv.NewReader(bytes.NewReader(data))
	in.Comma = commaOf(data)
	head, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrColumns, err)
	}
	index := map[string]int{}
	for i, name := range head {
		index[strings.ToLower(strings.TrimSpace(name))] = i
	}
	for _, name := range []string{"report", "path", "was", "now"} {
		if _, there := index[name]; !there {
			return nil, ErrColumns
		}
	}
	var out []Correction
	for {
		record, err := in.Read()
		switch {
		case errors.Is(err, io.EOF):
			return out, nil
		case err != nil:
			return nil, err
		case len(out) == maxRecords:
			return nil, ErrTooLarge
		}
		cell := func(name string) string {
			if i, there := index[name]; there {
				return unguarded(strings.TrimSpace(record[i]))
			}
			return ""
		}
		c := Correction{cell("report"), cell("path"), cell("was"), cell("now"), cell("by"), cell("on"), cell("why")}
		if c != (Correction{}) {
			out = append(out, c)
		}
	}
}

// unguarded takes off the apostrophe by which the tables of a data set, and many
// programs, keep a text from being taken for a formula. Any other is the text's.
func unguarded(s string) string {
	if bare := strings.TrimLeft(s, "'"); bare != s && bare != "" && strings.ContainsRune("=@+-", rune(bare[0])) {
		return s[1:]
	}
	return s
}

// Of says whether a correction is about a report.
func (c Correction) Of(s model.Source) bool {
	id, isID := strings.CutPrefix(c.Report, "rep_")
	const least = 8 // digits of a sum that tell files apart
	switch {
	case c.Report == "":
		return false
	case isID:
		return len(id) >= least && strings.HasPrefix(s.Identity(), id)
	case c.Report == s.SHA256 || c.Report == s.File || c.Report == s.Name():
		return true
	}
	return baseName(c.Report) == s.File || s.Sheet != "" && strings.HasSuffix(c.Report, s.Name()) && baseName(strings.TrimSuffix(c.Report, s.Name())) == ""
}

// baseName is the last part of a path of any system.
func baseName(path string) string {
	return path[strings.LastIndexAny(path, `/\`)+1:]
}
