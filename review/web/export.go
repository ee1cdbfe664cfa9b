package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"recount.invalid/recount/internal/atomicfile"
	"recount.invalid/recount/output"
	"recount.invalid/recount/review/picture"
	"recount.invalid/recount/review/queue"
)

// ErrNotEmpty is returned for a folder that holds something else than an export.
var ErrNotEmpty = errors.New("the folder holds other files")

// indexFile begins an export, and is what an export is known by.
const indexFile = "index.html"

// pageFile is the file of a page.
func pageFile(page int) string { return fmt.Sprintf("page-%d.html", page) }

// reportFolder is the folder of a report: its id in the tables of a data set.
func reportFolder(sha256 string) string {
	const digits = 12
	return "rep_" + sha256[:min(digits, len(sha256))]
}

// exported is a report in the index of an export.
type exported struct {
	Report *queue.Report
	Folder string
	Lines  []exportedLine
}

type exportedLine struct {
	Entry queue.Entry
	Link  string
}

// Export writes what the server shows as files that nothing can be changed in, to
// be published beside a data set: DIR/REPORT_ID/page-N.html with the box of what the
// address names behind "#", a JSON Pointer as column path of a data set has it.
// drawn is told of every page that is done.
func Export(ctx context.Context, dir string, o Options, drawn func(report string, page, pages int)) (err error) {
	if err := usable(dir); err != nil {
		return err
	}
	var pictures picture.Renderer
	defer func() { err = errors.Join(err, pictures.Close()) }()
	if err := copyStatic(filepath.Join(dir, "static")); err != nil {
		return err
	}
	var index []exported
	reports, _ := o.Session.Reports()
	done := map[string]bool{}
	for _, r := range reports {
		folder := reportFolder(r.Source.Identity())
		if done[folder] {
			continue // the same file twice
		}
		done[folder] = true
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			return err
		}
		x := exported{Report: r, Folder: folder}
		for _, e := range r.Entries() {
			if len(e.Questions) > 0 {
				x.Lines = append(x.Lines, exportedLine{e, folder + "/" + pageFile(e.Page()) + "#" + e.Pointer})
			}
		}
		index = append(index, x)
		file := pdfOf(r, o.Password)
		for page := 1; page <= max(r.Pages, 1); page++ {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := exportPage(ctx, filepath.Join(dir, folder), o.Session, &pictures, file, r, page); err != nil {
				return err
			}
			drawn(r.Name, page, r.Pages)
		}
	}
	return atomicfile.Write(filepath.Join(dir, indexFile), func(w io.Writer) error { return execute(w, "index", index) })
}

// usable makes the folder. One that holds something else is not written into.
func usable(dir string) error {
	names, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return os.MkdirAll(dir, 0o755)
	}
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return nil
	}
	if _, err := os.Stat(filepath.Join(dir, "static", "review.js")); err != nil {
		return ErrNotEmpty
	}
	return nil
}

func copyStatic(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return fs.WalkDir(static, "static", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := static.ReadFile(path)
		if err != nil {
			return err
		}
		return writeBytes(filepath.Join(dir, d.Name()), data)
	})
}

func writeBytes(path string, data []byte) error {
	return atomicfile.Write(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// exportPage writes a page and its picture; where the picture cannot be made, the
// drawing of its text.
func exportPage(ctx context.Context, dir string, s *queue.Session, pictures *picture.Renderer, file picture.File, r *queue.Report, number int) error {
	page, err := s.Page(ctx, r.ID, number, "")
	if err != nil {
		return err
	}
	v := &pageView{Static: "../static", ReadOnly: true, PageView: page}
	name := fmt.Sprintf("page-%d", number)
	if file != (picture.File{}) {
		data, err := pictures.PNG(ctx, file, number)
		if err == nil {
			v.Picture = name + ".png"
			err = writeBytes(filepath.Join(dir, v.Picture), data)
			if err != nil {
				return err
			}
		} else if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	if v.Picture == "" && page.Drawn {
		drawn, err := s.DrawnPage(ctx, r.ID, number)
		if err != nil {
			return err
		}
		v.Drawing = name + ".svg"
		if err := writeBytes(filepath.Join(dir, v.Drawing), output.PageDrawing(drawn)); err != nil {
			return err
		}
	}
	v.complete()
	return atomicfile.Write(filepath.Join(dir, pageFile(number)), func(w io.Writer) error { return execute(w, "page", v) })
}
