package publish

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"recount.invalid/recount/internal/yamlfile"
)

// Reference is a report that a data set is made from.
type Reference struct {
	Title   string
	Authors []string // people and institutions as printed
	Date    string   // YYYY-MM-DD; empty where it is not known
}

// References gives the reports that a data set is made from, one after the other, and
// ends with the first error of do.
type References func(do func(Reference) error) error

// The parts of a CITATION.cff (Citation File Format 1.2.0) in the order in
// which they are written.
type (
	citation struct {
		Version     string         `yaml:"cff-version"`
		Message     string         `yaml:"message"`
		Type        string         `yaml:"type"`
		Title       string         `yaml:"title"`
		Abstract    string         `yaml:"abstract,omitempty"`
		DataVersion string         `yaml:"version,omitempty"`
		DOI         string         `yaml:"doi,omitempty"`
		Date        string         `yaml:"date-released,omitempty"`
		URL         string         `yaml:"url,omitempty"`
		License     string         `yaml:"license,omitempty"`
		LicenseURL  string         `yaml:"license-url,omitempty"`
		Keywords    []string       `yaml:"keywords,omitempty"`
		Authors     []cffPerson    `yaml:"authors"`
		References  []cffReference `yaml:"references,omitempty"`
	}
	cffPerson struct {
		Family      string `yaml:"family-names,omitempty"`
		Given       string `yaml:"given-names,omitempty"`
		Name        string `yaml:"name,omitempty"`
		ORCID       string `yaml:"orcid,omitempty"`
		Affiliation string `yaml:"affiliation,omitempty"`
		Email       string `yaml:"email,omitempty"`
	}
	cffReference struct {
		Type    string      `yaml:"type"`
		Title   string      `yaml:"title"`
		Authors []cffPerson `yaml:"authors"`
		Date    string      `yaml:"date-released,omitempty"`
		URL     string      `yaml:"url,omitempty"`
		DOI     string      `yaml:"doi,omitempty"`
	}
)

// The format wants an author for everything.
const (
	noMaker  = "PUT YOUR NAME HERE (authors in recount.yaml)"
	noAuthor = "(no author was found)"
)

// WriteCitation writes how a data set is cited, with the reports that it is made
// from as references.
func WriteCitation(out io.Writer, d Description, title string, reports References) error {
	c := citation{
		Version: "1.2.0", Message: "If you use this data set, please cite it and the reports that it is made from.", Type: "dataset",
		Title: oneLine(title), Abstract: strings.TrimSpace(strings.ReplaceAll(d.About, "\t", " ")), DataVersion: oneLine(d.Version), DOI: d.DOI, Date: d.Date, URL: d.URL, Keywords: distinct(d.Keywords),
		Authors: cffPeople(d.Authors, noMaker),
	}
	if l := d.licence(); l.Name != "" {
		if _, known := licenceOf(l.Name); known {
			c.License = l.Name
		} else {
			c.LicenseURL = l.URL
		}
	}
	for _, s := range d.Sources {
		c.References = append(c.References, cffReference{
			Type: "generic", Title: oneLine(s.Title), Authors: cffPeople(s.Authors, noAuthor), Date: s.Date, URL: s.URL, DOI: s.DOI,
		})
	}
	text, err := yamlfile.Encode(c)
	if err != nil {
		return err
	}
	if _, err := out.Write(text); err != nil {
		return err
	}
	// The reports are the last entries, and are written some at a time: there may be
	// any number of them.
	begun := len(c.References) > 0
	var some cffReferences
	flush := func() error {
		if len(some.References) == 0 {
			return nil
		}
		text, err := yamlfile.Encode(some)
		if err != nil {
			return err
		}
		if begun {
			text = bytes.TrimPrefix(text, []byte(referencesKey))
		}
		begun, some.References = true, some.References[:0]
		_, err = out.Write(text)
		return err
	}
	err = reports(func(r Reference) error {
		var people []Person
		for _, name := range distinct(r.Authors) {
			people = append(people, Person{Name: name})
		}
		some.References = append(some.References, cffReference{Type: "report", Title: oneLine(r.Title), Authors: cffPeople(people, noAuthor), Date: r.Date})
		if len(some.References) < referencesAtOnce {
			return nil
		}
		return flush()
	})
	return errors.Join(err, flush())
}

// referencesAtOnce is how many references are put into YAML at a time.
const referencesAtOnce = 100

// cffReferences is the last entry of a citation by itself.
type cffReferences struct {
	References []cffReference `yaml:"references"`
}

const referencesKey = "references:\n"

// cffPeople are people in the form of the format, which wants no two that are
// the same.
func cffPeople(people []Person, nobody string) []cffPerson {
	var out []cffPerson
	seen := map[cffPerson]bool{}
	for _, p := range people {
		c := cffPerson{Family: oneLine(p.Family), Given: oneLine(p.Given), Name: oneLine(p.Name), Email: p.Email}
		if p.ORCID != "" {
			c.ORCID = "https://orcid.org/" + p.ORCID
		}
		if p.Name == "" {
			c.Affiliation = oneLine(p.Affiliation) // an institution has none
		}
		if !seen[c] {
			seen[c] = true
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		return []cffPerson{{Name: nobody}}
	}
	return out
}

// oneLine is a text with single blanks between its words: what a title is, and
// what every reader of YAML gives back.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// distinct leaves out what stands there already, and what is empty.
func distinct(list []string) []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, s := range list {
		if s = oneLine(s); !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}
