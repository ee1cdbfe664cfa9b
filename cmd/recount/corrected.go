//go:build !lean

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"recount.invalid/recount"
	"recount.invalid/recount/bulk"
	"recount.invalid/recount/bulk/onefile"
	"recount.invalid/recount/corrections"
	"recount.invalid/recount/model"
)

// runCorrections are the corrections that hold for an import.
type runCorrections struct {
	everywhere []corrections.Correction            // named, and of the data set's description
	beside     map[string][]corrections.Correction // by the folder that they stand in
	// sums are those of the files, so that one that is written to during the run
	// is noticed.
	sums string
}

// correctionsOf reads the corrections of a run: the file that is named, those
// beside the inputs of a data set in dir, and more. A file that cannot be read ends the run with one
// line: a data set made without its corrections would look corrected.
func correctionsOf(paths []string, dir, named string, more []corrections.Correction) (runCorrections, error) {
	c := runCorrections{everywhere: slices.Clone(more), beside: map[string][]corrections.Correction{}}
	var sums []string
	read := func(path string) ([]corrections.Correction, error) {
		h := sha256.New()
		err := onefile.AddFile(h, path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil // a link that leads nowhere the reading tells of
		}
		var list []corrections.Correction
		if err == nil {
			list, err = recount.ReadCorrections(path)
		}
		if err != nil {
			return nil, failed(fmt.Errorf("%s: %s; %s; nothing was written", single(path), reason(bareError(err)), adviceFor(err)))
		}
		sums = append(sums, hex.EncodeToString(h.Sum(nil)))
		return list, nil
	}
	if named != "" {
		list, err := read(named)
		if err != nil {
			return c, err
		}
		c.everywhere = append(c.everywhere, list...)
	}
	for _, folder := range foldersOf(paths, dir) {
		list, err := read(filepath.Join(folder, corrections.FileName))
		if err != nil {
			return c, err
		}
		c.beside[folder] = list
	}
	slices.Sort(sums) // where the files are kept says nothing
	c.sums = strings.Join(slices.Compact(sums), " ")
	return c, nil
}

// foldersOf are the folders of an import's files: there corrections may stand.
func foldersOf(paths []string, dir string) []string {
	inputs, err := bulk.Inputs(paths, dir)
	if err != nil {
		return nil // the import says so
	}
	for i := range inputs {
		inputs[i] = filepath.Dir(inputs[i])
	}
	slices.Sort(inputs)
	return slices.Compact(inputs)
}

// key names the corrections that a file's result depends on; empty for none. A
// file whose corrections change is read again, the others are not.
func (c runCorrections) key(path, sum string) string {
	source := model.Source{File: filepath.Base(path), SHA256: sum}
	var list []corrections.Correction
	for _, one := range slices.Concat(c.everywhere, c.beside[filepath.Dir(path)]) {
		// JSON holds reports of other names, a table is known by its own.
		if one.Of(source) || strings.HasPrefix(strings.ToLower(filepath.Ext(path)), ".json") {
			list = append(list, one)
		}
	}
	if len(list) == 0 {
		return ""
	}
	text, err := json.Marshal(list)
	if err != nil {
		return "" // texts always have a JSON form
	}
	key := sha256.Sum256(text)
	return hex.EncodeToString(key[:])
}
