// Package pipeline imports reports as an Apache Beam pipeline.
//
//	patterns → files → read ─┬ rows of each file ──────┬ finished rows → tables
//	                         ├ what all need to know → together
//	                         └ files that were refused → quarantine.jsonl
//
// A file is read by the function that recount build reads it with (onefile.Read), in
// a process of its own within bounds. What depends on all files together (which
// version of an assessment counts, which rows are one promise, the panel) is decided
// in one step, which sees the short tables only; the rows are finished and written
// side by side again. The tables are those of recount build, row for row in the same
// order; the files of a table put one behind the other give the same bytes.
//
// Every step gives the same for the same input, and files are written whole or not at
// all, so that a runner may do any of it again.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"

	"recount.invalid/recount/bulk/onefile"
	"recount.invalid/recount/dataset/publish"
	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/open"
)

// Options say what is imported and how.
type Options struct {
	// Files are patterns of the files to read, as the file system has them.
	Files []string
	// Root is the folder below which the data set names the files; empty means the
	// folder of the first pattern that has no wildcard above it.
	Root string
	// Out is the folder for the tables. A file recount.yaml in it is heeded: its
	// waivers and corrections.
	Out string
	// Shards is how many files each table is divided into; less than 1 means 1.
	Shards int
	// Jobs is how many files a worker of the runner reads at once; less than 1
	// means 1.
	Jobs int
	// Limits and MemoryMB bound what one file may cost, as of recount build.
	Limits   string
	MemoryMB int
	// Password of encrypted PDFs.
	Password string
	// Replace allows tables of an earlier run to be replaced.
	Replace bool
}

// New makes the pipeline. Nothing is read but recount.yaml, and nothing written; an
// error says which option is wrong, or what would be replaced.
func New(ctx context.Context, o Options) (*beam.Pipeline, error) {
	if len(o.Files) == 0 || o.Out == "" {
		return nil, errors.New("say with --files what is to be read, and with --out where the tables are to stand")
	}
	if o.MemoryMB < 1 {
		return nil, errors.New("--memory must be above 0")
	}
	if _, err := object.ParseLimits(o.Limits); err != nil {
		return nil, fmt.Errorf("--%w", err)
	}
	o.Shards, o.Jobs = max(o.Shards, 1), max(o.Jobs, 1)
	if o.Root == "" {
		o.Root = folderOf(o.Files[0])
	}
	description, yaml, err := describe(ctx, o)
	if err != nil {
		return nil, err
	}
	config := onefile.Config{
		Password: o.Password, Reader: open.Auto, Limits: o.Limits, MemoryMB: o.MemoryMB,
		More: description.Corrections, Copied: true,
	}

	p, s := beam.NewPipelineWithRoot()
	found := fileio.MatchAll(s.Scope("match"), beam.CreateList(s, o.Files))
	named := beam.GroupByKey(s, beam.ParDo(s.Scope("name"), &nameFn{Root: o.Root}, found))
	rows, seen, refused := beam.ParDo3(s.Scope("read"), &readFn{Config: config, Jobs: o.Jobs}, named)

	one := beam.GroupByKey(s, beam.ParDo(s.Scope("collect"), oneSeen, seen))
	decided, parts := beam.ParDo2(s.Scope("together"), &togetherFn{Description: yaml, Shards: o.Shards}, one)
	finished := beam.ParDo(s.Scope("finish"), &finishFn{Description: yaml}, beam.CoGroupByKey(s, rows, decided))
	beam.ParDo0(s.Scope("tables"), &tablesFn{Out: o.Out, Shards: o.Shards}, beam.GroupByKey(s, beam.Flatten(s, finished, parts)))

	none := beam.Create(s, Refused{})
	beam.ParDo0(s.Scope("quarantine"), &quarantineFn{Out: o.Out},
		beam.GroupByKey(s, beam.ParDo(s.Scope("refused"), oneRefused, beam.Flatten(s, refused, none))))
	return p, nil
}

// folderOf is the part of a pattern up to the last slash before a wildcard.
func folderOf(pattern string) string {
	if i := strings.IndexAny(pattern, "*?[{"); i >= 0 {
		pattern = pattern[:i]
	}
	return pattern[:strings.LastIndexByte(pattern, '/')+1]
}

// nameFn gives each file the name by which the data set calls it; what is no file to
// read, by its ending, is passed over.
type nameFn struct{ Root string }

// ProcessElement is Beam's.
func (f *nameFn) ProcessElement(file fileio.FileMetadata, emit func(name, path string)) {
	if name, ok := nameOf(f.Root, file.Path); ok {
		emit(name, file.Path)
	}
}

// describe reads recount.yaml in the folder for the tables, and says whether tables
// would be replaced that this pipeline may not replace.
func describe(ctx context.Context, o Options) (publish.Description, []byte, error) {
	for _, name := range []string{publish.SumsFile, publish.PackageFile, QuarantineFile} {
		there, err := exists(ctx, join(o.Out, name))
		switch {
		case err != nil:
			return publish.Description{}, nil, err
		case there && name != QuarantineFile:
			return publish.Description{}, nil, fmt.Errorf("%s: a data set of recount build stands there; choose another folder with --out", o.Out)
		case there && !o.Replace:
			return publish.Description{}, nil, fmt.Errorf("%s: tables of an earlier run stand there; choose another folder with --out, or replace them with --replace", o.Out)
		}
	}
	yaml, err := readOptional(ctx, join(o.Out, publish.DescriptionFile))
	if err != nil {
		return publish.Description{}, nil, err
	}
	d, err := publish.ParseDescription(yaml)
	if err != nil {
		return d, nil, fmt.Errorf("%s: %w", join(o.Out, publish.DescriptionFile), err)
	}
	return d, yaml, nil
}

// join puts a name below a folder of any file system.
func join(folder, name string) string {
	if scheme, rest, ok := strings.Cut(folder, "://"); ok {
		return scheme + "://" + path.Join(rest, name)
	}
	return path.Join(folder, name)
}
