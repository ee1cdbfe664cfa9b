// Recount-beam imports reports on an Apache Beam runner: files of any file system that
// Beam knows in, tables as JSON Lines and Parquet out, the same as recount build makes.
//
//	recount-beam --files 'reports/*.pdf' --out tables
//	recount-beam --files 'gs://BUCKET/reports/*.pdf' --out gs://BUCKET/tables --runner dataflow …
//
// It is a module of its own, so that Beam's libraries are none of recount's. The
// program is its own worker too: a file is read in a process of it, within bounds.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx" // the runners and file systems

	"recount.invalid/recount/beam/pipeline"
)

func main() {
	ctx := context.Background()
	if len(os.Args) == 2 && os.Args[1] == pipeline.WorkerArgument {
		end(pipeline.Serve(ctx, os.Stdin, os.Stdout))
		return
	}
	var o pipeline.Options
	files := flag.String("files", "", "patterns of the files to read, divided by commas, such as reports/*.pdf (needed)")
	flag.StringVar(&o.Root, "root", "", "folder below which the data set names the files (default the first pattern's)")
	flag.StringVar(&o.Out, "out", "", "folder for the tables (needed); recount.yaml in it is heeded")
	flag.IntVar(&o.Shards, "shards", 1, "files that each table is divided into")
	flag.IntVar(&o.Jobs, "jobs", runtime.NumCPU(), "files that a worker reads at once")
	flag.StringVar(&o.Limits, "limits", "", "what one file may cost, as of recount build")
	flag.IntVar(&o.MemoryMB, "memory", 1024, "megabytes that one file may need")
	flag.StringVar(&o.Password, "password", "", "user password of encrypted PDFs")
	flag.BoolVar(&o.Replace, "replace", false, "replace the tables of an earlier run")
	flag.Parse()
	// On a worker of a cluster this does not return.
	beam.Init()
	if *files != "" {
		o.Files = strings.Split(*files, ",")
	}
	end(run(ctx, o))
}

func end(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "recount-beam:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o pipeline.Options) error {
	p, err := pipeline.New(ctx, o)
	if err != nil {
		return err
	}
	runner := *runners.Runner
	if runner == "" {
		runner = "prism"
	}
	began := time.Now()
	result, err := beam.Run(ctx, runner, p)
	if err != nil {
		return err
	}
	if result == nil {
		return errors.New("the runner tells no result")
	}
	took := time.Since(began)
	c := pipeline.Counted(result)
	fmt.Fprintf(os.Stderr, "recount-beam: %s; runner %s, %.1f s, %.1f files/s\n", c, runner, took.Seconds(), float64(c.Files)/took.Seconds())
	return nil
}
