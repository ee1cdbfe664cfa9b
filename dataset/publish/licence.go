package publish

import (
	_ "embed"
	"strings"
	"sync"

	"recount.invalid/recount/internal/yamlfile"
)

//go:embed licences.yaml
var licenceData []byte

// licence is one that the program knows by its name.
type licence struct {
	Name  string `yaml:"name"`
	Title string `yaml:"title"`
	URL   string `yaml:"url"`
}

var licences = sync.OnceValue(func() []licence {
	var file struct {
		Licences []licence `yaml:"licences"`
	}
	if err := yamlfile.Decode(licenceData, &file); err != nil {
		return nil // a test reads the file; without it every licence needs its address
	}
	return file.Licences
})

func licenceOf(name string) (licence, bool) {
	for _, l := range licences() {
		if l.Name == name {
			return l, true
		}
	}
	return licence{}, false
}

func licenceNames() string {
	var names []string
	for _, l := range licences() {
		names = append(names, l.Name)
	}
	return strings.Join(names, ", ")
}

// licence is what the description says of the licence, its address and title
// added where the program knows them.
func (d *Description) licence() licence {
	l, known := licenceOf(d.Licence)
	if !known {
		l = licence{Name: d.Licence, Title: d.Licence}
	}
	if d.LicenceURL != "" {
		l.URL = d.LicenceURL
	}
	return l
}
