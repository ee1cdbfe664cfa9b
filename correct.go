package recount

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"recount.invalid/recount/corrections"
)

// correct applies the corrections that are about a result's report. The error
// is a *FileError: of the file of corrections, where that is not one.
func (o Options) correct(path string, r *Result) error {
	list := o.Corrections
	if o.BesideCorrections {
		beside, err := CorrectionsBeside(path)
		if err != nil {
			return err
		}
		list = slices.Concat(list, beside)
	}
	report, outcomes, err := corrections.Apply(r.Report, list)
	if err != nil {
		return &FileError{File: path, Err: err}
	}
	r.Report, r.Corrections = report, outcomes
	return nil
}

// CorrectionsBeside reads the corrections in the folder of a file; none where
// there are none. The error is a *FileError that names the file of corrections
// and wraps corrections.ErrFile.
func CorrectionsBeside(path string) ([]corrections.Correction, error) {
	beside := filepath.Join(filepath.Dir(path), corrections.FileName)
	list, err := ReadCorrections(beside)
	if errors.Is(err, fs.ErrNotExist) {
		// A link that leads nowhere is there, and its corrections are missed.
		if _, linkErr := os.Lstat(beside); linkErr != nil {
			return nil, nil
		}
	}
	return list, err
}

// ReadCorrections reads a file of corrections. The error is a *FileError that
// wraps corrections.ErrFile.
func ReadCorrections(path string) ([]corrections.Correction, error) {
	f, _, err := open(path)
	if err != nil {
		var file *FileError
		if errors.As(err, &file) {
			err = &FileError{File: path, Err: fmt.Errorf("%w: %w", corrections.ErrFile, file.Err)}
		}
		return nil, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	list, err := corrections.Read(f)
	if err != nil {
		return nil, &FileError{File: path, Err: fmt.Errorf("%w: %w", corrections.ErrFile, err)}
	}
	return list, nil
}
