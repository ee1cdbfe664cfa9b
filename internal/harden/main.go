// Harden does harm to reports and looks whether it is told of. `harden damage`
// changes a few bytes of each PDF, many times over, and counts by what became of
// it; `harden soak` imports thousands of generated and damaged files, kills the
// import at random moments, and holds what comes out against an undisturbed one.
// Both print their seed and say the same for the same seed.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "harden:", err)
		os.Exit(1)
	}
}

// modes are what can be done.
var modes = map[string]func(ctx context.Context, w io.Writer, args []string) error{
	"damage": damageMode,
	"soak":   soakMode,
}

func run(ctx context.Context, w io.Writer, args []string) error {
	if len(args) == 0 || modes[args[0]] == nil {
		return errors.New("usage: harden damage|soak [FLAGS] …; -h after either lists its flags")
	}
	return modes[args[0]](ctx, w, args[1:])
}

// seedFlag is the flag -seed; without it each run tries something new.
func seedFlag(flags *flag.FlagSet) *uint64 {
	return flags.Uint64("seed", uint64(time.Now().UnixNano()), "decides what is damaged and when; printed, to do the same again")
}
