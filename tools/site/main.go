// Site makes the documentation's pages: static HTML from README.md, CONTRIBUTING.md,
// CHANGELOG.md, SECURITY.md and docs/, with its pictures, in one folder that any
// server can give and a browser can open from the disk.
//
//	go run . -root CHECKOUT -out FOLDER
//
// It is a module of its own, so that its library is none of the program's.
package main

import (
	"bytes"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"html/template"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// page is one page: where its words are and how the others call it.
type page struct{ source, name string }

// group is a heading of the list of pages.
type group struct {
	Name  string
	Pages []page
}

// groups are the pages in the order of the list.
var groups = []group{
	{"Begin", []page{{"README.md", "recount"}, {"docs/tutorial-audit.md", "Tutorial: audit"}, {"docs/tutorial-import.md", "Tutorial: import"}, {"docs/tutorial-dataset.md", "Tutorial: data set"}}},
	{"Reference", []page{{"docs/cli.md", "Command line"}, {"docs/rules.md", "Rules"}, {"docs/data-model.md", "Data model"}, {"docs/data-set.md", "Data set"}, {"docs/engines.md", "Other engines"}, {"docs/accuracy.md", "Accuracy"}, {"docs/performance.md", "Speed"}, {"docs/api.md", "What may be relied on"}}},
	{"Carry it on", []page{{"docs/architecture.md", "Architecture"}, {"CONTRIBUTING.md", "Contributing"}, {"SECURITY.md", "Security"}, {"CHANGELOG.md", "Changelog"}}},
}

// Target is the page's file in the site.
func (p page) Target() string {
	if p.source == "README.md" {
		return "index.html"
	}
	return strings.ToLower(strings.TrimSuffix(path.Base(p.source), ".md")) + ".html"
}

// Name is what the list calls it.
func (p page) Name() string { return p.name }

//go:embed page.html
var layoutSource string

var layout = template.Must(template.New("page").Parse(layoutSource))

func main() {
	root := flag.String("root", ".", "the checkout")
	out := flag.String("out", "site", "the folder for the pages, which is made anew")
	flag.Parse()
	n, err := makeSite(*root, *out)
	if err != nil {
		fmt.Fprintln(os.Stderr, "site:", err)
		os.Exit(1)
	}
	fmt.Printf("%d pages in %s\n", n, *out)
}

// makeSite writes all pages; a link to something that is not there is an error.
func makeSite(root, out string) (int, error) {
	list, targets := listed(root)
	if err := errors.Join(os.RemoveAll(out), os.MkdirAll(out, 0o755)); err != nil {
		return 0, err
	}
	if err := os.CopyFS(filepath.Join(out, "pictures"), os.DirFS(filepath.Join(root, "docs", "pictures"))); err != nil {
		return 0, err
	}
	n := 0
	for _, g := range list {
		for _, p := range g.Pages {
			if err := write(root, out, p, list, targets); err != nil {
				return n, fmt.Errorf("%s: %w", p.source, err)
			}
			n++
		}
	}
	return n, nil
}

// listed is the list of pages with those of docs/ that nobody put into it, and the
// file of each in the site.
func listed(root string) ([]group, map[string]string) {
	targets := map[string]string{}
	for _, g := range groups {
		for _, p := range g.Pages {
			targets[p.source] = p.Target()
		}
	}
	more := group{Name: "More"}
	entries, _ := fs.Glob(os.DirFS(root), "docs/*.md") // the pattern is well formed
	for _, e := range entries {
		if targets[e] == "" {
			p := page{e, strings.TrimSuffix(path.Base(e), ".md")}
			targets[e] = p.Target()
			more.Pages = append(more.Pages, p)
		}
	}
	if len(more.Pages) == 0 {
		return groups, targets
	}
	return append(groups[:len(groups):len(groups)], more), targets
}

func write(root, out string, p page, list []group, targets map[string]string) error {
	source, err := os.ReadFile(filepath.Join(root, p.source))
	if err != nil {
		return err
	}
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	doc := md.Parser().Parse(text.NewReader(source))
	err = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		var err error
		switch n := n.(type) {
		case *ast.Link:
			n.Destination, err = moved(root, p, n.Destination, targets)
		case *ast.Image:
			n.Destination, err = moved(root, p, n.Destination, targets)
		}
		return ast.WalkContinue, err
	})
	if err != nil {
		return err
	}
	var body, whole bytes.Buffer
	if err := md.Renderer().Render(&body, source, doc); err != nil {
		return err
	}
	// The renderer escapes what the page's words are; none of them is HTML.
	err = layout.Execute(&whole, map[string]any{"Title": p.name, "Groups": list, "Here": p.Target(), "Body": template.HTML(body.String())})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, p.Target()), whole.Bytes(), 0o644)
}

var elsewhere = regexp.MustCompile(`^(?:[a-z]+:|#)`)

// moved is where a link leads in the site: to a page of it, a picture, or as it is
// to another place. Files of the checkout that are no pages have no place in the site.
func moved(root string, p page, link []byte, targets map[string]string) ([]byte, error) {
	if elsewhere.Match(link) {
		return link, nil
	}
	file, part, _ := strings.Cut(string(link), "#")
	if part != "" {
		part = "#" + part
	}
	file = path.Join(path.Dir(p.source), file)
	if target, ok := targets[file]; ok {
		return []byte(target + part), nil
	}
	if _, err := os.Stat(filepath.Join(root, file)); err != nil {
		return nil, fmt.Errorf("no file was found for a link to %s", file)
	}
	if picture, ok := strings.CutPrefix(file, "docs/pictures/"); ok {
		return []byte("pictures/" + picture), nil
	}
	return []byte("#"), nil
}
