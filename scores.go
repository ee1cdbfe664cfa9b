package recount

import (
	"context"
	"errors"
	"io"
	"path/filepath"

	"recount.invalid/recount/audit/scores"
	"recount.invalid/recount/internal/within"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// ReadScores reads a table of published scores, a CSV or a sheet of a workbook, as a report of chapters that
// have a table of scores and nothing else. Where several sheets have scores it wants to be told which
// (scores.ErrSheets). The error is a *FileError, or the context's cause.
func ReadScores(ctx context.Context, path string, o Options) (*model.Report, error) {
	result, err := LoadScores(ctx, path, o)
	if err != nil {
		return nil, err
	}
	return result.Report, nil
}

// LoadScores is ReadScores and says what became of the corrections of the table.
func LoadScores(ctx context.Context, path string, o Options) (*Result, error) {
	return within.Do(ctx, func() (*Result, error) {
		read := func(name string, r io.Reader, sheet string, words *vocabulary.Vocabulary) ([]*model.Report, error) {
			report, err := scores.Read(name, r, sheet, words)
			return []*model.Report{report}, err
		}
		results, err := o.loadScores(path, read)
		if err != nil {
			return nil, err
		}
		return &results[0], nil
	})
}

// LoadTables reads every table of published scores in a file: those of a workbook stand on its sheets. The
// error is a *FileError, or the context's cause.
func LoadTables(ctx context.Context, path string, o Options) ([]Result, error) {
	return within.Do(ctx, func() ([]Result, error) { return o.loadScores(path, scores.ReadAll) })
}

func (o Options) loadScores(path string, read func(string, io.Reader, string, *vocabulary.Vocabulary) ([]*model.Report, error)) ([]Result, error) {
	f, _, err := open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	reports, err := read(filepath.Base(path), f, o.Sheet, o.words())
	if err != nil {
		var s *scores.Error
		if errors.As(err, &s) {
			err = s.Err // FileError names the file
		}
		return nil, &FileError{File: path, Err: err}
	}
	results := make([]Result, len(reports))
	for i, report := range reports {
		results[i].Report = report
		if err := o.correct(path, &results[i]); err != nil {
			return nil, err
		}
	}
	return results, nil
}

// ReadFigures reads a file that ReadScores has refused with scores.ErrNotScores
// as tables of counts or percentages without scores. The error is a *FileError, or the context's cause.
func ReadFigures(ctx context.Context, path string, o Options) (*model.Report, error) {
	return within.Do(ctx, func() (*model.Report, error) { return o.readFigures(path) })
}

func (o Options) readFigures(path string) (*model.Report, error) {
	var out *model.Report
	err := o.withFigures(path, func(name string, r io.Reader) (err error) {
		out, err = scores.ReadFigures(name, r, o.words())
		return err
	})
	return out, err
}

// ReadFigureSheets reads the sheets of a workbook without scores that stand beside those that LoadTables
// reads, each as a table of counts or percentages; none where the file is no workbook, or Options name a
// sheet. The error is a *FileError, or the context's cause.
func ReadFigureSheets(ctx context.Context, path string, o Options) ([]*model.Report, error) {
	return within.Do(ctx, func() (out []*model.Report, err error) {
		if o.Sheet != "" {
			return nil, nil
		}
		err = o.withFigures(path, func(name string, r io.Reader) (err error) {
			out, err = scores.ReadFigureSheets(name, r, o.words())
			return err
		})
		return out, err
	})
}

// withFigures opens a file of figures.
func (o Options) withFigures(path string, read func(name string, r io.Reader) error) error {
	f, _, err := open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	if err := read(filepath.Base(path), f); err != nil {
		var s *scores.Error
		if errors.As(err, &s) {
			err = s.Err // FileError names the file
		}
		return &FileError{File: path, Err: err}
	}
	return nil
}

// words is the vocabulary by which tables are read.
func (o Options) words() *vocabulary.Vocabulary {
	if o.Vocabulary == nil {
		return vocabulary.Default()
	}
	return o.Vocabulary
}
