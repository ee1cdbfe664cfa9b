package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"time"

	"recount.invalid/recount"
	"recount.invalid/recount/audit"
	"recount.invalid/recount/extract"
	"recount.invalid/recount/model"
)

// verdict is what became of a damaged file.
type verdict string

const (
	same       verdict = "same"         // as the sound file, places aside
	refused    verdict = "refused"      // with a line
	warned     verdict = "warned"       // other content, and a new warning
	onlyRepair verdict = "repairs only" // other content, told in source.repairs alone
	silent     verdict = "SILENT"       // other content, nothing said
	newError   verdict = "NEW ERROR"    // the audit calls an error that the sound file does not have
	crashed    verdict = "CRASH"
	hung       verdict = "HANG"
)

// verdicts are in the order in which they are printed.
var verdicts = []verdict{same, refused, warned, onlyRepair, silent, newError, crashed, hung}

// bad are those that must not be.
var bad = map[verdict]bool{silent: true, newError: true, crashed: true, hung: true}

// reading is what the program says of a file.
type reading struct {
	content  any // of the report, without places and what was said of the file
	warnings map[[2]string]bool
	repairs  []string
	errors   map[string]bool
	err      error
}

// patience is how long a file may take; its own limit is far below.
const patience = time.Minute

// read reads and audits the bytes as a file of the name.
func read(ctx context.Context, folder, name string, data []byte) (*reading, error) {
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return nil, err
	}
	done := make(chan *reading, 1)
	go func() { done <- readFile(ctx, path) }()
	select {
	case r := <-done:
		return r, nil
	case <-time.After(patience):
		return &reading{err: errHung}, nil
	}
}

var (
	errHung  = errors.New("no end")
	errCrash = errors.New("crash")
)

func readFile(ctx context.Context, path string) (out *reading) {
	out = &reading{warnings: map[[2]string]bool{}, errors: map[string]bool{}}
	defer func() {
		if x := recover(); x != nil {
			out.err = fmt.Errorf("%w: %v", errCrash, x)
		}
	}()
	res, err := recount.Read(ctx, path, recount.Options{})
	if internal := (*extract.PanicError)(nil); errors.As(err, &internal) {
		err = fmt.Errorf("%w: %w", errCrash, err)
	}
	if err != nil {
		out.err = err
		return out
	}
	audited, err := audit.Run(ctx, res.Report, audit.Options{})
	if err != nil {
		out.err = err
		return out
	}
	for _, w := range res.Report.Warnings {
		out.warnings[[2]string{w.Kind, w.Text}] = true
	}
	out.repairs = res.Report.Source.Repairs
	for _, f := range audited.Findings {
		if f.Severity == audit.Error {
			out.errors[f.Rule+": "+f.Message] = true
		}
	}
	out.content, out.err = contentOf(res.Report)
	return out
}

// contentOf is the report as its JSON has it, without what is about the file
// and the places on its pages.
func contentOf(r *model.Report) (any, error) {
	text, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		return nil, err
	}
	return strip(v), nil
}

var notContent = map[string]bool{"source": true, "warnings": true, "at": true, "cells_at": true, "running_heads": true}

func strip(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key := range v {
			if notContent[key] {
				delete(v, key)
			} else {
				v[key] = strip(v[key])
			}
		}
	case []any:
		for i := range v {
			v[i] = strip(v[i])
		}
	}
	return v
}

// judge says what became of a file, and a word on it.
func judge(sound, got *reading) (verdict, string) {
	switch {
	case errors.Is(got.err, errHung):
		return hung, ""
	case errors.Is(got.err, errCrash):
		return crashed, got.err.Error()
	case got.err != nil:
		return refused, ""
	}
	for e := range got.errors {
		if !sound.errors[e] {
			return newError, e
		}
	}
	if reflect.DeepEqual(got.content, sound.content) {
		return same, ""
	}
	for w := range got.warnings {
		if !sound.warnings[w] {
			return warned, ""
		}
	}
	if len(got.repairs) > 0 {
		return onlyRepair, ""
	}
	return silent, firstDifference(sound.content, got.content, "")
}

// firstDifference is a place at which two contents differ, with both.
func firstDifference(a, b any, path string) string {
	switch a := a.(type) {
	case map[string]any:
		if b, ok := b.(map[string]any); ok {
			for key := range a {
				if !reflect.DeepEqual(a[key], b[key]) {
					return firstDifference(a[key], b[key], path+"/"+key)
				}
			}
			for key := range b {
				if _, ok := a[key]; !ok {
					return firstDifference(nil, b[key], path+"/"+key)
				}
			}
		}
	case []any:
		if b, ok := b.([]any); ok && len(a) == len(b) {
			for i := range a {
				if !reflect.DeepEqual(a[i], b[i]) {
					return firstDifference(a[i], b[i], fmt.Sprintf("%s/%d", path, i))
				}
			}
		}
	}
	return fmt.Sprintf("%s: %s, sound %s", path, short(b), short(a))
}

func short(v any) string {
	text := fmt.Sprint(v)
	if len(text) > 60 {
		text = text[:60] + "…"
	}
	return text
}
