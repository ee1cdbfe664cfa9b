package main

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"recount.invalid/recount"
	"recount.invalid/recount/corrections"
	"recount.invalid/recount/extract"
	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/open"
	"recount.invalid/recount/vocabulary"
)

// readFlags are the flags of every command that reads PDFs.
type readFlags struct {
	password   string
	reader     string
	limits     string
	vocabulary string
	incomplete bool
	// corrections is the file of them; those beside a report are applied too.
	corrections string
	crossCheck  bool
}

func (f *readFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.password, "password", "", "user password of encrypted PDFs")
	flags.StringVar(&f.reader, "reader", open.Auto, "PDF object reader: "+strings.Join(open.Names(), ", "))
	completes(cmd, "reader", oneOf(open.Names()))
	flags.BoolVar(&f.crossCheck, "cross-check", false, "read every page with the other object readers too and doubt it where their words differ; unasked this is done for damaged files")
	flags.StringVar(&f.limits, "limits", "", "what one file may cost, as NAME=VALUE,…: "+strings.Join(object.LimitNames(), ", "))
	flags.StringVar(&f.vocabulary, "vocabulary", "", "YAML `FILE` with words of your own beside the built-in ones")
	flags.StringVar(&f.corrections, "corrections", "", "`FILE` of corrections, CSV or YAML, beside the "+corrections.FileName+" in a report's folder")
	flags.BoolVar(&f.incomplete, "incomplete", false, "read also files whose end is missing, with a warning in the report")
}

// options makes the options for reading; an error is wrong use.
func (f *readFlags) options() (recount.Options, error) {
	if !slices.Contains(open.Names(), f.reader) {
		return recount.Options{}, fmt.Errorf("--reader %s: choose one of %s", f.reader, strings.Join(open.Names(), ", "))
	}
	if f.crossCheck && f.reader != open.Auto {
		return recount.Options{}, fmt.Errorf("--cross-check goes with --reader %s, which reads with all of them", open.Auto)
	}
	limits, err := object.ParseLimits(f.limits)
	if err != nil {
		return recount.Options{}, fmt.Errorf("--%w", err)
	}
	o := recount.Options{Incomplete: f.incomplete, BesideCorrections: true, Extract: extract.Options{
		Password: f.password,
		Reader:   f.reader,
		Limits:   limits,
		Jobs:     runtime.GOMAXPROCS(0),

		CrossCheck: f.crossCheck,
		Elsewhere:  otherReaders,
	}}
	if f.vocabulary != "" {
		if o.Vocabulary, err = loadVocabulary(f.vocabulary); err != nil {
			return o, err
		}
	}
	if f.corrections != "" {
		if o.Corrections, err = recount.ReadCorrections(f.corrections); err != nil {
			return o, failed(fmt.Errorf("--corrections: %w", err))
		}
	}
	return o, nil
}

// openText opens a file that the user wrote. What is no ordinary file is not opened:
// a pipe would wait for a writer, and a device has no end.
func openText(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &recount.FileError{File: path, Err: recount.ErrNotRegular}
	}
	return os.Open(path)
}

func loadVocabulary(path string) (*vocabulary.Vocabulary, error) {
	file, err := openText(path)
	if err != nil {
		return nil, failed(fmt.Errorf("--vocabulary: %w", err))
	}
	defer func() { _ = file.Close() }() // opened for reading only
	v, err := vocabulary.Default().With(file)
	if err != nil {
		return nil, failed(fmt.Errorf("--vocabulary %s: %w", path, err))
	}
	return v, nil
}
