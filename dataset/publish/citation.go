package publish

import (
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
func WriteCitation(out io.Writer, d Description, title string, reports []Reference) error {
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
	for _, r := range reports {
		var people []Person
		for _, name := range distinct(r.Authors) {
			people = append(people, Person{Name: name})
		}
		c.References = append(c.References, cffReference{Type: "report", Title: oneLine(r.Title), Authors: cffPeople(people, noAuthor), Date: r.Date})
	}
	text, err := yamlfile.Encode(c)
	if err != nil {
		return err
	}
	_, err = out.Write(text)
	return err
}

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
