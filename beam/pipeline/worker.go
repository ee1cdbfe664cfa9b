package pipeline

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"

	"recount.invalid/recount"
	"recount.invalid/recount/bulk"
	"recount.invalid/recount/bulk/onefile"
	"recount.invalid/recount/extract"
	"recount.invalid/recount/extract/object"
)

// WorkerArgument is the one argument by which the pipeline's program is told to read
// files: it then calls Serve.
const WorkerArgument = "worker"

// Serve reads files for a process of the pipeline, which asks over the pipe.
func Serve(ctx context.Context, in io.Reader, out io.Writer) error {
	return onefile.Serve(ctx, in, out, readOptions)
}

// readOptions are how files are read: as recount build does it.
func readOptions(c onefile.Config) (recount.Options, error) {
	limits, err := object.ParseLimits(c.Limits)
	if err != nil {
		return recount.Options{}, fmt.Errorf("--%w", err)
	}
	return recount.Options{BesideCorrections: true, Extract: extract.Options{Password: c.Password, Reader: c.Reader, Limits: limits}}, nil
}

// workersOf gives what makes workers: processes of this very program.
func workersOf(c onefile.Config) (func() (bulk.Worker, error), error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, err
	}
	o, err := readOptions(c)
	if err != nil {
		return nil, err
	}
	return onefile.Workers(func() *exec.Cmd {
		cmd := exec.Command(exe, WorkerArgument)
		cmd.Stderr = os.Stderr
		return cmd
	}, c, o.Extract.Limits.OrDefault().Time)
}
