package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"time"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/corrections"
	"recount.invalid/recount/internal/yamlfile"
)

// DescriptionFile is the name of the file in which the makers of a data set say
// what it is. It is theirs: a build reads it and writes it only where there is
// none.
const DescriptionFile = "recount.yaml"

// Description is what the makers of a data set say of it. Every part may be
// missing.
type Description struct {
	Title   string `yaml:"title"`
	About   string `yaml:"description"`
	Version string `yaml:"version"`
	DOI     string `yaml:"doi"`  // without an address in front
	Date    string `yaml:"date"` // day of publication, YYYY-MM-DD
	URL     string `yaml:"url"`
	// Licence is a name of the list of SPDX, or any other name together with
	// LicenceURL.
	Licence      string                   `yaml:"licence"`
	LicenceURL   string                   `yaml:"licence_url"`
	Keywords     []string                 `yaml:"keywords"`
	Authors      []Person                 `yaml:"authors"`
	Contributors []Person                 `yaml:"contributors"`
	Sources      []Source                 `yaml:"sources"`
	Waivers      []audit.Waiver           `yaml:"waivers"`
	Corrections  []corrections.Correction `yaml:"corrections"`

	// Sum is the SHA-256 of the file's bytes in hexadecimal; empty where the file
	// is not there or says nothing.
	Sum string `yaml:"-"`
}

// Person is a person, with Family, or an institution, with Name.
type Person struct {
	Given       string `yaml:"given"`
	Family      string `yaml:"family"`
	Name        string `yaml:"name"`
	ORCID       string `yaml:"orcid"` // sixteen digits in fours
	Affiliation string `yaml:"affiliation"`
	Email       string `yaml:"email"`
	Role        string `yaml:"role"` // of a contributor, in words
}

// String is the name as a sentence has it.
func (p Person) String() string {
	if p.Name != "" {
		return p.Name
	}
	return strings.TrimSpace(p.Given + " " + p.Family)
}

// Source is what a data set is made from, beside the reports that are in it.
type Source struct {
	Title   string   `yaml:"title"`
	URL     string   `yaml:"url"`
	DOI     string   `yaml:"doi"`
	Date    string   `yaml:"date"`
	Authors []Person `yaml:"authors"`
}

// DescriptionError is a fault in recount.yaml.
type DescriptionError struct {
	Path string
	Err  error
}

func (e *DescriptionError) Error() string { return fmt.Sprintf("%s: %v", e.Path, e.Err) }

// Unwrap gives what is wrong.
func (e *DescriptionError) Unwrap() error { return e.Err }

// ReadDescription reads the description that stands in a folder; where there is
// none it is empty. The error is a *DescriptionError.
func ReadDescription(dir string) (Description, error) {
	path := filepath.Join(dir, DescriptionFile)
	data, err := readSmall(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Description{}, nil
	}
	if err != nil {
		return Description{}, &DescriptionError{Path: path, Err: err}
	}
	d, err := ParseDescription(data)
	if err != nil {
		return Description{}, &DescriptionError{Path: path, Err: err}
	}
	return d, nil
}

// errNotRegular is the reason for a pipe or a folder of that name.
var errNotRegular = errors.New("this is no ordinary file")

// readSmall reads an ordinary file that somebody wrote by hand.
func readSmall(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errNotRegular
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	data, err := io.ReadAll(io.LimitReader(f, yamlfile.MaxSize+1))
	if err == nil && len(data) > yamlfile.MaxSize {
		err = yamlfile.ErrTooLarge
	}
	return data, err
}

// ParseDescription reads a description. The error names a line where the file's
// form is at fault, and the field where what it says is.
func ParseDescription(data []byte) (Description, error) {
	var d Description
	if err := yamlfile.Read(bytes.NewReader(data), &d); err != nil {
		return Description{}, err
	}
	if reflect.DeepEqual(d, Description{}) {
		return d, nil // the template, or nothing
	}
	d.DOI = strings.TrimPrefix(strings.TrimPrefix(d.DOI, "https://doi.org/"), "doi:")
	for _, list := range [][]Person{d.Authors, d.Contributors} {
		for i := range list {
			list[i].ORCID = strings.TrimPrefix(list[i].ORCID, "https://orcid.org/")
		}
	}
	if err := d.check(); err != nil {
		return Description{}, err
	}
	sum := sha256.Sum256(data)
	d.Sum = hex.EncodeToString(sum[:])
	return d, nil
}

// Forms of what repositories refuse in any other form.
var (
	orcidForm = regexp.MustCompile(`^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$`)
	doiForm   = regexp.MustCompile(`^10\.\d{4,9}/\S+$`)
	urlForm   = regexp.MustCompile(`^https?://[^\s/]+\S*$`)
	emailForm = regexp.MustCompile(`^\S+@\S+\.\S+$`)
)

// FieldError is a fault of one field.
type FieldError struct{ Field, Reason string }

func (e *FieldError) Error() string { return e.Field + ": " + e.Reason }

// check finds what a repository, or a reader of the citation, would refuse.
func (d *Description) check() error {
	fields := []struct {
		name, value string
		form        *regexp.Regexp
		want        string
	}{
		{"doi", d.DOI, doiForm, "write it as 10.5281/zenodo.12345"},
		{"url", d.URL, urlForm, "write an address that begins with https://"},
		{"licence_url", d.LicenceURL, urlForm, "write an address that begins with https://"},
	}
	for _, f := range fields {
		if f.value != "" && !f.form.MatchString(f.value) {
			return &FieldError{f.name, fmt.Sprintf("%q; %s", f.value, f.want)}
		}
	}
	if err := checkDay("date", d.Date); err != nil {
		return err
	}
	if d.Licence != "" && d.LicenceURL == "" {
		if _, known := licenceOf(d.Licence); !known {
			return &FieldError{"licence", fmt.Sprintf("%q is none of %s; give its address in licence_url", d.Licence, licenceNames())}
		}
	}
	for i, p := range d.Authors {
		if err := p.check(fmt.Sprintf("author %d", i+1)); err != nil {
			return err
		}
	}
	for i, p := range d.Contributors {
		if err := p.check(fmt.Sprintf("contributor %d", i+1)); err != nil {
			return err
		}
	}
	for i, s := range d.Sources {
		if err := s.check(fmt.Sprintf("source %d", i+1)); err != nil {
			return err
		}
	}
	for i, c := range d.Corrections {
		if c.Report == "" || c.Path == "" {
			return &FieldError{fmt.Sprintf("correction %d", i+1), "it names no report, or no path"}
		}
	}
	return audit.CheckWaivers(d.Waivers)
}

func checkDay(field, s string) error {
	if _, err := time.Parse(time.DateOnly, s); s != "" && err != nil {
		return &FieldError{field, fmt.Sprintf("%q is no day; write it as 2030-12-31", s)}
	}
	return nil
}

func (p Person) check(field string) error {
	switch {
	case p.Name == "" && p.Family == "":
		return &FieldError{field, "write family (and given) for a person, name for an institution"}
	case p.Name != "" && (p.Family != "" || p.Given != ""):
		return &FieldError{field, "it has name, which is for an institution, beside given or family"}
	case p.ORCID != "" && !orcidForm.MatchString(p.ORCID):
		return &FieldError{field, fmt.Sprintf("orcid: %q; write it as 0000-0002-1825-0097", p.ORCID)}
	case p.Email != "" && !emailForm.MatchString(p.Email):
		return &FieldError{field, fmt.Sprintf("email: %q", p.Email)}
	}
	return nil
}

func (s *Source) check(field string) error {
	s.DOI = strings.TrimPrefix(s.DOI, "https://doi.org/")
	switch {
	case s.Title == "":
		return &FieldError{field, "it has no title"}
	case s.URL != "" && !urlForm.MatchString(s.URL):
		return &FieldError{field, fmt.Sprintf("url: %q; write an address that begins with https://", s.URL)}
	case s.DOI != "" && !doiForm.MatchString(s.DOI):
		return &FieldError{field, fmt.Sprintf("doi: %q; write it as 10.5281/zenodo.12345", s.DOI)}
	}
	for i, p := range s.Authors {
		if err := p.check(fmt.Sprintf("%s, author %d", field, i+1)); err != nil {
			return err
		}
	}
	return checkDay(field+", date", s.Date)
}

// Lacks names what a repository asks for and the description does not say.
func (d *Description) Lacks() []string {
	var out []string
	for _, f := range []struct {
		name    string
		missing bool
	}{{"title", d.Title == ""}, {"authors", len(d.Authors) == 0}, {"licence", d.Licence == ""}, {"version", d.Version == ""}} {
		if f.missing {
			out = append(out, f.name)
		}
	}
	return out
}
