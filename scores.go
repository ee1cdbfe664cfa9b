package recount

import (
	"context"
	"errors"
	"path/filepath"

	"recount.invalid/recount/audit/scores"
	"recount.invalid/recount/internal/within"
	"recount.invalid/recount/model"
	"recount.invalid/recount/vocabulary"
)

// ReadScores reads a table of published scores, a CSV or a sheet of a workbook, as a report of chapters that
// have a table of scores and nothing else. The error is a *FileError, or the context's cause.
func ReadScores(ctx context.Context, path string, o Options) (*model.Report, error) {
	result, err := LoadScores(ctx, path, o)
	if err != nil {
		return nil, err
	}
	return result.Report, nil
}

// LoadScores is ReadScores and says what became of the corrections of the table.
func LoadScores(ctx context.Context, path string, o Options) (*Result, error) {
	return within.Do(ctx, func() (*Result, error) { return o.loadScores(path) })
}

func (o Options) loadScores(path string) (*Result, error) {
	f, _, err := open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	report, err := scores.Read(filepath.Base(path), f, o.Sheet, o.words())
	if err != nil {
		var s *scores.Error
		if errors.As(err, &s) {
			err = s.Err // FileError names the file
		}
		return nil, &FileError{File: path, Err: err}
	}
	result := &Result{Report: report}
	return result, o.correct(path, result)
}

// ReadFigures reads a file that ReadScores has refused with scores.ErrNotScores
// as tables of counts or percentages without scores. The error is a *FileError, or the context's cause.
func ReadFigures(ctx context.Context, path string, o Options) (*model.Report, error) {
	return within.Do(ctx, func() (*model.Report, error) { return o.readFigures(path) })
}

func (o Options) readFigures(path string) (*model.Report, error) {
	f, _, err := open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	report, err := scores.ReadFigures(filepath.Base(path), f, o.words())
	if err != nil {
		var s *scores.Error
		if errors.As(err, &s) {
			err = s.Err // FileError names the file
		}
		return nil, &FileError{File: path, Err: err}
	}
	return report, nil
}

// words is the vocabulary by which tables are read.
func (o Options) words() *vocabulary.Vocabulary {
	if o.Vocabulary == nil {
		return vocabulary.Default()
	}
	return o.Vocabulary
}
