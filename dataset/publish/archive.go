package publish

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"
)

// LacksError says what a repository asks for and the makers have not said.
type LacksError struct{ Fields []string }

func (e *LacksError) Error() string {
	return fmt.Sprintf("%s does not say: %s", DescriptionFile, strings.Join(e.Fields, ", "))
}

// ArchiveName is what an archive is called: its title and version.
func ArchiveName(d Description) string {
	const longest = 60
	words := strings.FieldsFunc(strings.ToLower(d.Title+" "+d.Version), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.'
	})
	name := strings.Trim(strings.Join(words, "-"), "-.")
	if r := []rune(name); len(r) > longest {
		name = strings.Trim(string(r[:longest]), "-.")
	}
	if name == "" {
		return "data-set"
	}
	return name
}

// WriteArchive writes a zip with the named files of a data set's folder, in a
// folder of the archive's name, and with what a repository wants beside them:
// README.md, zenodo.json and the sums of everything. The same data set and
// description give the same bytes. The error is a *LacksError where the
// description says too little.
func WriteArchive(out io.Writer, dir string, names []string, d Description) error {
	if missing := d.Lacks(); len(missing) > 0 {
		return &LacksError{missing}
	}
	// The oldest day that the format knows, where no day is given.
	day := time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)
	if given, err := time.Parse(time.DateOnly, d.Date); err == nil && given.After(day) {
		day = given
	}
	metadata, err := zenodo(d)
	if err != nil {
		return err
	}
	added := map[string][]byte{"README.md": readme(d, names), "zenodo.json": metadata}
	for name := range added {
		names = append(names, name)
	}
	slices.Sort(names)
	names = slices.Compact(slices.DeleteFunc(names, func(name string) bool { return name == SumsFile }))
	archive := zip.NewWriter(out)
	put := func(name string, in io.Reader) error {
		w, err := archive.CreateHeader(&zip.FileHeader{Name: ArchiveName(d) + "/" + name, Method: zip.Deflate, Modified: day})
		if err != nil {
			return err
		}
		_, err = io.Copy(w, in)
		return err
	}
	var sums bytes.Buffer
	for _, name := range names {
		h := sha256.New()
		if data, own := added[name]; own {
			h.Write(data)
			err = put(name, bytes.NewReader(data))
		} else {
			err = putFile(filepath.Join(dir, filepath.FromSlash(name)), func(in io.Reader) error { return put(name, io.TeeReader(in, h)) })
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%s  %s\n", hex.EncodeToString(h.Sum(nil)), name)
	}
	if err := put(SumsFile, &sums); err != nil {
		return err
	}
	return archive.Close()
}

func putFile(path string, put func(io.Reader) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	return put(f)
}

// readme says what the archive holds and how it is cited.
func readme(d Description, names []string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s\n\n", d.Title)
	if d.About != "" {
		fmt.Fprintf(&b, "%s\n\n", strings.TrimSpace(d.About))
	}
	l := d.licence()
	fmt.Fprintf(&b, "Version %s. Licence: %s", d.Version, l.Title)
	if l.URL != "" {
		fmt.Fprintf(&b, " (%s)", l.URL)
	}
	var people []string
	for _, a := range d.Authors {
		people = append(people, a.String())
	}
	fmt.Fprintf(&b, ".\n\nTo be cited as: %s", strings.Join(people, ", "))
	if len(d.Date) > 3 {
		fmt.Fprintf(&b, " (%s)", d.Date[:4])
	}
	fmt.Fprintf(&b, ". %s, version %s.", d.Title, d.Version)
	if d.DOI != "" {
		fmt.Fprintf(&b, " https://doi.org/%s", d.DOI)
	}
	b.WriteString("\n\nRead CAUTIONS.md before you use the numbers. codebook.md says what every table and column means, CHANGES.md what is new.\n`sha256sum -c SHA256SUMS` checks that every file is what it was.\n\n## Files\n\n")
	for _, name := range names {
		fmt.Fprintf(&b, "- %s\n", name)
	}
	return b.Bytes()
}

// zenodo is the description in the form that Zenodo takes for a deposit.
func zenodo(d Description) ([]byte, error) {
	type creator struct {
		Name        string `json:"name"`
		Affiliation string `json:"affiliation,omitempty"`
		ORCID       string `json:"orcid,omitempty"`
	}
	type related struct {
		Identifier string `json:"identifier"`
		Relation   string `json:"relation"`
	}
	deposit := struct {
		Type     string    `json:"upload_type"`
		Title    string    `json:"title"`
		Desc     string    `json:"description"`
		Date     string    `json:"publication_date,omitempty"`
		Creators []creator `json:"creators"`
		License  string    `json:"license,omitempty"`
		Version  string    `json:"version,omitempty"`
		Keywords []string  `json:"keywords,omitempty"`
		DOI      string    `json:"doi,omitempty"`
		Related  []related `json:"related_identifiers,omitempty"`
	}{Type: "dataset", Title: d.Title, Desc: d.About, Date: d.Date, Version: d.Version, Keywords: distinct(d.Keywords), DOI: d.DOI}
	if deposit.Desc == "" {
		deposit.Desc = d.Title
	}
	if l, known := licenceOf(d.Licence); known {
		deposit.License = strings.ToLower(l.Name)
	}
	for _, a := range d.Authors {
		c := creator{Name: a.Name, Affiliation: a.Affiliation, ORCID: a.ORCID}
		if c.Name == "" {
			c.Name = strings.TrimSuffix(a.Family+", "+a.Given, ", ")
		}
		deposit.Creators = append(deposit.Creators, c)
	}
	for _, s := range d.Sources {
		if s.DOI != "" {
			deposit.Related = append(deposit.Related, related{s.DOI, "isDerivedFrom"})
		} else if s.URL != "" {
			deposit.Related = append(deposit.Related, related{s.URL, "isDerivedFrom"})
		}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(deposit)
	return b.Bytes(), err
}
