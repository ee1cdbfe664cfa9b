package main

import (
	"fmt"
	"os"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

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
	flags.StringVar(&f.limits, "limits", "", "what one file may cost, as NAME=VALUE,…: "+strings.Join(limitNames(), ", "))
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
	limits, err := parseLimits(f.limits)
	if err != nil {
		return recount.Options{}, err
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

// limitNames are the names that --limits knows, made from the fields of
// object.Limits so that a new limit is settable at once.
func limitNames() []string {
	t := reflect.TypeFor[object.Limits]()
	names := make([]string, t.NumField())
	for i := range names {
		names[i] = object.LimitName(t.Field(i).Name)
	}
	return names
}

// parseLimits reads NAME=VALUE pairs divided by commas; what is not named
// keeps its default.
func parseLimits(s string) (object.Limits, error) {
	var limits object.Limits
	if s == "" {
		return limits, nil
	}
	names := limitNames()
	for pair := range strings.SplitSeq(s, ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(pair), "=")
		i := slices.Index(names, name)
		if i < 0 {
			return limits, fmt.Errorf("--limits: no limit is called %q; there are %s", name, strings.Join(names, ", "))
		}
		n, err := limitValue(name, value)
		if err != nil {
			return limits, err
		}
		reflect.ValueOf(&limits).Elem().Field(i).SetInt(n)
	}
	return limits, nil
}

func limitValue(name, value string) (int64, error) {
	if name == "time" {
		d, err := time.ParseDuration(value)
		if err != nil || d <= 0 {
			return 0, fmt.Errorf("--limits time=%s: write a time such as 30s or 5m", value)
		}
		return int64(d), nil
	}
	n, err := strconv.ParseInt(value, 10, 64)
	if err != nil || n <= 0 {
		return 0, fmt.Errorf("--limits %s=%s: write a whole number above 0", name, value)
	}
	return n, nil
}
