package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"syscall"

	"recount.invalid/recount"
	"recount.invalid/recount/audit/scores"
	"recount.invalid/recount/corrections"
	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/internal/workbook"
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse"
)

// advice pairs a reason with what the user can do about it.
type advice struct {
	when error
	do   string
}

// advices are asked in order; the first that fits is given.
var advices = []advice{
	{errOther, "name the report too"},
	{fs.ErrNotExist, "check the name and the folder"},
	{fs.ErrPermission, "give yourself the right to read it"},
	{errSeveral, "give a file of one report"},
	{errEmptyFolder, "name a folder that holds reports"},
	{errOnlyDataSet, "name the reports, or one of its tables of scores"},
	{recount.ErrNotRegular, "copy what it gives into a file and give that"},
	{scores.ErrSheets, "name one with --sheet"},
	{workbook.ErrNoSheet, "name one of them with --sheet"},
	{workbook.ErrFormat, "save it as xlsx or as CSV (UTF-8) and give that"},
	{workbook.ErrPassword, "open it in a spreadsheet program and save it without one"},
	{workbook.ErrTooLarge, "save the sheet with the scores as a file of its own"},
	{workbook.ErrDamaged, "download it again, or open it in a spreadsheet program and save it as a new file"},
	{scores.ErrQuotes, "look at the line: a quotation mark inside a cell is written twice, and the cell stands between quotation marks"},
	{scores.ErrNotText, "save it again as CSV (UTF-8)"},
	{scores.ErrTooWide, "delete the columns that are no scores, and save it again"},
	{scores.ErrTooLarge, "divide it into several files, or delete what is no row of scores"},
	{scores.ErrNotScores, "name the columns in the first row: average, and each member (or: country, score)"},
	{recount.ErrFolder, "name the PDF files in it, or use recount build for a whole folder"},
	{recount.ErrNotReportJSON, "give a PDF, or the JSON of recount extract"},
	{recount.ErrCutOff, "download or copy it again, or read what is there with --incomplete"},
	{object.ErrEmpty, "download or copy it again"},
	{object.ErrNotPDF, "check that the download is the report and not a web page"},
	{object.ErrEncrypted, "give the password with --password, or ask the publisher for an open copy"},
	{object.ErrPassword, "check the password given with --password"},
	{object.ErrCipher, "ask the publisher for an open copy, or print it to a new PDF"},
	{object.ErrDamaged, "download it again; if that does not help, repair it (qpdf FILE NEW) and try the new file"},
	{recount.ErrUnread, "download it again; raise the limit, where one is named, with --limits if you trust the file"},
	{corrections.ErrFile, "mend the file of corrections"},
	{recount.ErrUndrawn, "open it in a PDF viewer, print it to a new PDF file and try that"},
	{parse.ErrNoText, "run text recognition over it (ocrmypdf FILE NEW) and try the new file"},
	{parse.ErrNotReport, "use recount extract --format text for its plain text"},
	{context.DeadlineExceeded, "raise the limit with --limits time=5m if you trust the file"},
	{context.Canceled, "run the same command again"},
}

// outputAdvices are the same for what is written.
var outputAdvices = []advice{
	{errTargetFolder, "name a file in it"},
	{syscall.ENOSPC, "make room on the disk and run the same command again"},
	{fs.ErrNotExist, "make the folder first"},
	{fs.ErrPermission, "choose a folder that you may write to"},
	{syscall.EROFS, "choose a folder that can be written to"},
}

// adviceFor says what the user can do about an error.
func adviceFor(err error) string {
	var limit *object.LimitError
	if errors.As(err, &limit) {
		value := "N"
		if limit.Limit == "Time" {
			value = "5m"
		}
		return fmt.Sprintf("raise it with --limits %s=%s if you trust the file", object.LimitName(limit.Limit), value)
	}
	return advise(slices.Concat(buildAdvices, advices), err, "try another copy of the file, or report it to the makers of recount")
}

// adviceForOutput says what the user can do when writing failed.
func adviceForOutput(err error) string {
	return advise(outputAdvices, err, "choose another place to write to")
}

func advise(list []advice, err error, otherwise string) string {
	for _, a := range list {
		if errors.Is(err, a.when) {
			return a.do
		}
	}
	return otherwise
}

// reason is why a file could not be read, without its name, on one line.
func reason(err error) string {
	if errors.Is(err, context.Canceled) {
		return "stopped"
	}
	var file *recount.FileError
	if errors.As(err, &file) {
		err = file.Err
		if file.Page > 0 {
			return fmt.Sprintf("page %d: %s", file.Page, single(err.Error()))
		}
	}
	return single(err.Error())
}

// bareError takes the path out of an error of package os, where the line
// names the file already.
func bareError(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}

// single makes one line of a message that can be shown: a file's own words may
// hold line feeds, and what a terminal takes for a command.
func single(s string) string { return model.Visible(strings.Join(strings.Fields(s), " ")) }

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
