package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"syscall"

	"recount.invalid/recount"
	"recount.invalid/recount/corrections"
	"recount.invalid/recount/internal/advice"
)

// ownAdvices are what to do about the commands' own errors.
var ownAdvices = []advice.Advice{
	{When: errOther, Do: "name the report too"},
	{When: errSeveral, Do: "give a file of one report"},
	{When: errEmptyFolder, Do: "name a folder that holds reports"},
	{When: errOnlyDataSet, Do: "name the reports, or one of its tables of scores"},
}

// outputAdvices are the same for what is written.
var outputAdvices = []advice.Advice{
	{When: errTargetFolder, Do: "name a file in it"},
	{When: syscall.ENOSPC, Do: "make room on the disk and run the same command again"},
	{When: fs.ErrNotExist, Do: "make the folder first"},
	{When: fs.ErrPermission, Do: "choose a folder that you may write to"},
	{When: syscall.EROFS, Do: "choose a folder that can be written to"},
}

// adviceFor says what the user can do about an error.
func adviceFor(err error) string {
	return advice.For(err, slices.Concat(buildAdvices, ownAdvices)...)
}

// adviceForOutput says what the user can do when writing failed.
func adviceForOutput(err error) string {
	return advice.First(outputAdvices, err, "choose another place to write to")
}

// reason is why a file could not be read, without its name, on one line.
func reason(err error) string { return advice.Reason(err) }

// bareError takes the path out of an error of package os.
func bareError(err error) error { return advice.Bare(err) }

// single makes one line of a message that can be shown.
func single(s string) string { return advice.Single(s) }

// failures counts inputs that could not be read and tells of each in one
// line: file, reason, what to do.
type failures struct {
	out   io.Writer
	count int
	told  map[string]bool // files of corrections
}

// add tells of an input that was not read. A file of corrections that cannot be
// read is told of once, under its own name, for all the reports beside it.
func (f *failures) add(file string, err error) {
	err = elsewhere(err)
	f.count++
	var at *recount.FileError
	if errors.Is(err, corrections.ErrFile) && errors.As(err, &at) {
		if f.told[at.File] {
			return
		}
		if f.told == nil {
			f.told = map[string]bool{}
		}
		f.told[at.File] = true
		fmt.Fprintf(f.out, "%s: %s; %s; the reports beside it were left out\n", single(at.File), reason(err), adviceFor(err))
		return
	}
	fmt.Fprintf(f.out, "%s: %s; %s\n", single(file), reason(err), adviceFor(err))
}

// err is the command's error once all inputs have been tried.
func (f *failures) err() error {
	if f.count == 0 {
		return nil
	}
	return &statusError{status: statusInput}
}
