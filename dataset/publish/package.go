package publish

import (
	"encoding/json"
	"io"
	"path/filepath"

	"recount.invalid/recount/dataset/shape"
)

// PackageFile is the name of the description of the data set, a data package.
const PackageFile = "datapackage.json"

// The parts of a data package descriptor (Data Package v2 and Table Schema v2
// of datapackage.org) that are used here, in the order in which they are
// written.
type (
	dataPackage struct {
		Schema       string        `json:"$schema"`
		Name         string        `json:"name"`
		ID           string        `json:"id,omitempty"`
		Title        string        `json:"title"`
		Desc         string        `json:"description"`
		Homepage     string        `json:"homepage,omitempty"`
		Version      string        `json:"version,omitempty"`
		Created      string        `json:"created,omitempty"`
		Keywords     []string      `json:"keywords,omitempty"`
		Licenses     []license     `json:"licenses,omitempty"`
		Contributors []contributor `json:"contributors,omitempty"`
		Sources      []source      `json:"sources,omitempty"`
		Program      string        `json:"recount_version,omitempty"`
		Resources    []Resource    `json:"resources"`
	}
	license struct {
		Name  string `json:"name,omitempty"`
		Path  string `json:"path,omitempty"`
		Title string `json:"title,omitempty"`
	}
	contributor struct {
		Title        string   `json:"title"`
		Given        string   `json:"givenName,omitempty"`
		Family       string   `json:"familyName,omitempty"`
		Path         string   `json:"path,omitempty"`
		Email        string   `json:"email,omitempty"`
		Roles        []string `json:"roles,omitempty"`
		Organization string   `json:"organization,omitempty"`
	}
	source struct {
		Title string `json:"title"`
		Path  string `json:"path,omitempty"`
	}
)

// Resource is a file of the data package.
type Resource struct {
	Name      string       `json:"name"`
	Type      string       `json:"type,omitempty"`
	Path      string       `json:"path"`
	Format    string       `json:"format"`
	MediaType string       `json:"mediatype"`
	Encoding  string       `json:"encoding,omitempty"`
	Desc      string       `json:"description"`
	Bytes     int64        `json:"bytes"`
	Hash      string       `json:"hash"`
	Schema    *TableSchema `json:"schema,omitempty"`
}

// TableSchema says what a resource's columns are (Table Schema v2).
type TableSchema struct {
	Fields      []Field      `json:"fields"`
	Missing     []string     `json:"missingValues"`
	PrimaryKey  []string     `json:"primaryKey"`
	ForeignKeys []foreignKey `json:"foreignKeys,omitempty"`
}

// Field is one column.
type Field struct {
	Name        string         `json:"name"`
	Type        string         `json:"type"`
	Desc        string         `json:"description"`
	Constraints map[string]any `json:"constraints,omitempty"`
}

type (
	foreignKey struct {
		Fields    []string  `json:"fields"`
		Reference reference `json:"reference"`
	}
	reference struct {
		Resource string   `json:"resource"`
		Fields   []string `json:"fields"`
	}
)

// Package is what a descriptor says beside what the makers say.
type Package struct {
	Title, About string // where the makers give none
	Program      string // version of the program
	Reports      References
	Resources    []Resource // Bytes and Hash are filled in
}

// WritePackage writes the descriptor of the data package in a folder. The error is
// that of a resource that cannot be read, or of out.
func WritePackage(out io.Writer, dir string, d Description, p Package) error {
	about := p.About
	if d.About != "" {
		about = d.About
	}
	pkg := dataPackage{
		Schema: "https://datapackage.org/profiles/2.0/datapackage.json",
		Name:   "recount-data-set", Title: p.Title, Desc: about + " See codebook.md and CAUTIONS.md.",
		Homepage: d.URL, Version: d.Version, Keywords: distinct(d.Keywords), Program: p.Program, Resources: p.Resources,
	}
	if d.DOI != "" {
		pkg.ID = "https://doi.org/" + d.DOI
	}
	if d.Date != "" {
		pkg.Created = d.Date + "T00:00:00Z"
	}
	if l := d.licence(); l.Name != "" {
		known := license{Path: l.URL, Title: l.Title}
		if _, ok := licenceOf(l.Name); ok {
			known.Name = l.Name
		}
		pkg.Licenses = []license{known}
	}
	for _, a := range d.Authors {
		pkg.Contributors = append(pkg.Contributors, contributorOf(a, "creator"))
	}
	for _, c := range d.Contributors {
		pkg.Contributors = append(pkg.Contributors, contributorOf(c, c.Role))
	}
	for _, s := range d.Sources {
		path := s.URL
		if path == "" && s.DOI != "" {
			path = "https://doi.org/" + s.DOI
		}
		pkg.Sources = append(pkg.Sources, source{s.Title, path})
	}
	if err := p.Reports(func(r Reference) error {
		pkg.Sources = append(pkg.Sources, source{Title: r.Title})
		return nil
	}); err != nil {
		return err
	}
	for i := range pkg.Resources {
		r := &pkg.Resources[i]
		sum, size, err := hashFile(filepath.Join(dir, filepath.FromSlash(r.Path)))
		if err != nil {
			return err
		}
		r.Hash, r.Bytes = "sha256:"+sum, size
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(pkg)
}

func contributorOf(p Person, role string) contributor {
	c := contributor{Title: p.String(), Given: p.Given, Family: p.Family, Email: p.Email, Organization: p.Affiliation}
	if p.ORCID != "" {
		c.Path = "https://orcid.org/" + p.ORCID
	}
	if role != "" {
		c.Roles = []string{role}
	}
	return c
}

// SchemaOf describes a table; tables are those that it may refer to.
func SchemaOf(t *shape.Table, tables []*shape.Table) *TableSchema {
	s := &TableSchema{Missing: []string{""}, PrimaryKey: t.Key}
	for i, c := range t.Columns {
		typ := string(c.Type)
		if c.Type == shape.Score {
			typ = string(shape.Integer)
		}
		f := Field{Name: c.Name, Type: typ, Desc: c.Doc, Constraints: map[string]any{}}
		if c.Required {
			f.Constraints["required"] = true
		}
		if i == 0 {
			f.Constraints["unique"] = true
		}
		if len(c.Values) > 0 {
			f.Constraints["enum"] = c.Values
		}
		s.Fields = append(s.Fields, f)
		for _, other := range tables {
			if c.Ref == other.Name {
				s.ForeignKeys = append(s.ForeignKeys, foreignKey{
					Fields: []string{c.Name}, Reference: reference{Resource: c.Ref, Fields: []string{other.Key[0]}},
				})
			}
		}
	}
	return s
}
