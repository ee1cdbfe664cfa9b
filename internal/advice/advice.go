// Package advice says why a file could not be read, in one line, and what its user
// can do about it. The commands and the imports say the same words.
package advice

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"recount.invalid/recount"
	"recount.invalid/recount/audit/scores"
	"recount.invalid/recount/corrections"
	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/internal/workbook"
	"recount.invalid/recount/model"
	"recount.invalid/recount/parse"
)

// Advice pairs a reason with what the user can do about it.
type Advice struct {
	When error
	Do   string
}

// advices are asked in order; the first that fits is given.
var advices = []Advice{
	{fs.ErrNotExist, "check the name and the folder"},
	{fs.ErrPermission, "give yourself the right to read it"},
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
	{scores.ErrEmpty, "download or copy it again"},
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

// For says what the user can do about an error; more are asked first.
func For(err error, more ...Advice) string {
	var limit *object.LimitError
	if errors.As(err, &limit) {
		value := "N"
		if limit.Limit == "Time" {
			value = "5m"
		}
		return fmt.Sprintf("raise it with --limits %s=%s if you trust the file", object.LimitName(limit.Limit), value)
	}
	return First(slices.Concat(more, advices), err, "try another copy of the file, or report it to the makers of recount")
}

// First gives what the first of a list that fits an error says, otherwise the last
// argument.
func First(list []Advice, err error, otherwise string) string {
	for _, a := range list {
		if errors.Is(err, a.When) {
			return a.Do
		}
	}
	return otherwise
}

// Reason is why a file could not be read, without its name, on one line.
func Reason(err error) string {
	if errors.Is(err, context.Canceled) {
		return "stopped"
	}
	var file *recount.FileError
	if errors.As(err, &file) {
		err = file.Err
		if file.Page > 0 {
			return fmt.Sprintf("page %d: %s", file.Page, Single(err.Error()))
		}
	}
	return Single(err.Error())
}

// Bare takes the path out of an error of package os, where the line names the file
// already.
func Bare(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}

// Single makes one line of a message that can be shown: a file's own words may
// hold line feeds, and what a terminal takes for a command.
func Single(s string) string { return model.Visible(strings.Join(strings.Fields(s), " ")) }
