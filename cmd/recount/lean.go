//go:build lean

// With the build tag lean this is the program's quick half. What a Go program
// links it initialises at its start, used or not: the libraries that write
// data sets and workbooks, and the PDF readers beside our own, cost more time
// there than reading a chapter does. The quick half goes without them and leaves to
// recount-full, which is this program without the tag, whatever needs them: all
// commands but those below, more than one file, and files that need one of the
// libraries. Nothing was written by then, so that recount-full begins anew.

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/internal/advice"
	"recount.invalid/recount/internal/room"
	"recount.invalid/recount/internal/workbook"
)

// commands are those that the quick half has.
var commands = []command{
	{"extract", newExtract},
	{"audit", newAudit},
	{"corrections", newCorrections},
	{"diff", newDiff},
	{"rules", newRules},
	{"schema", newSchema},
	{"demo", newDemo},
	{"version", newVersion},
}

var buildAdvices []advice.Advice

// readers are the commands that read files.
var readers = []string{"extract", "audit", "corrections", "diff", "demo"}

// makeRoom prepares memory for the commands that need some. It is done in this half
// alone: a run of the full program takes longer by more than this saves.
func makeRoom(args []string) {
	if len(args) > 0 && slices.Contains(readers, args[0]) {
		room.Make()
	}
}

// fullName is the program that has everything.
const fullName = "recount-full"

// errNoFull says that the program that has everything is not where it should be.
var errNoFull = errors.New(fullName + " is not beside this program, and does what was asked for; install both")

// begin leaves a run to the full program unless its first argument is a command
// of this one; it returns if it does not do that.
func begin(args []string) error {
	if len(args) > 0 && (args[0] == "--version" || slices.ContainsFunc(commands, func(c command) bool { return c.name == args[0] })) {
		return nil
	}
	return handOver()
}

// beforehand leaves to the full program what may need its libraries: several files
// (or a folder of them), of which this program would have told before it met the
// one that does, and the readers that it does not have.
func beforehand(cmd *cobra.Command, args []string) error {
	most := 1
	if cmd.Name() == "diff" {
		most = 2
	}
	several := len(args) > most || slices.ContainsFunc(args, isFolder)
	if reader := cmd.Flags().Lookup("reader"); several || reader != nil && reader.Changed {
		return handOver()
	}
	return nil
}

// asked are the commands that are made for a run: begin has seen to it that the first
// argument names one, and making the others costs time at every start.
func asked(args []string) []command {
	for _, c := range commands {
		if len(args) > 0 && c.name == args[0] {
			return []command{c}
		}
	}
	return commands
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// elsewhere leaves a file to the full program where another library may read it;
// where that program is missing, it gives the error to be told.
func elsewhere(err error) error {
	if errors.Is(err, object.ErrDamaged) {
		_ = handOver() // without it the file is told of as it is
		return err
	}
	if errors.Is(err, workbook.ErrElsewhere) {
		return handOver()
	}
	return err
}

// handOver runs the full program with this one's arguments in its place; it
// returns only if that cannot be done.
func handOver() error {
	path, err := full()
	if err == nil {
		err = become(path)
	}
	return failed(err)
}

// full finds the program that has everything: beside this one, or where packages
// of systems keep programs that are started by others.
func full() (string, error) {
	self, err := os.Executable()
	if err != nil {
		// A root without /proc does not tell; the name by which it was started does.
		if self, err = exec.LookPath(os.Args[0]); err == nil {
			self, err = filepath.Abs(self)
		}
	}
	if err == nil {
		self, err = filepath.EvalSymlinks(self)
	}
	if err != nil {
		return "", fmt.Errorf("%w: %w", errNoFull, err)
	}
	name := fullName
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	folder := filepath.Dir(self)
	for _, path := range []string{filepath.Join(folder, name), filepath.Join(filepath.Dir(folder), "libexec", "recount", name)} {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path, nil
		}
	}
	return "", errNoFull
}

// progress is nothing for a single file.
type progress struct{}

func newProgress(io.Writer, int, string) *progress { return &progress{} }

func (p *progress) step()   {}
func (p *progress) clear()  {}
func (p *progress) finish() {}

// filesOfDataSets is for folders, which the full program walks.
func filesOfDataSets() func(root, path string) bool {
	return func(string, string) bool { return false }
}

// otherReaders leaves a file that other readers are to be asked about to the
// full program, which has them; where that is missing, our own reader has to do.
func otherReaders() { _ = handOver() }
