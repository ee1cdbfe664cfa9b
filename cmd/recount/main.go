// Recount reads published compliance reports and counts again. README.md has
// the commands; package recount is the same for programs.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	makeRoom(os.Args[1:])
	delayCollection(os.Args[1:])
	ctx, cancel := context.WithCancel(context.Background())
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go stopOn(signals, cancel, grace, func(status int) {
		fmt.Fprintln(os.Stderr, "recount: stopped at once; run the same command again")
		os.Exit(status)
	})
	status := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	os.Exit(status)
}

// grace is how long a run may take to end after it was told to.
const grace = 800 * time.Millisecond

// stopOn ends a run: the first signal asks it to end by itself, the second one,
// or the end of the time that it has, ends it. Nothing is lost by that, because a
// file is put into its place when it is whole.
func stopOn(signals <-chan os.Signal, cancel func(), grace time.Duration, exit func(int)) {
	<-signals
	cancel()
	select {
	case <-signals:
	case <-time.After(grace):
	}
	exit(statusInput)
}
