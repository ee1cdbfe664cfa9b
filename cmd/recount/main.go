// Recount reads published compliance reports and counts again. README.md has
// the commands; package recount is the same for programs.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	delayCollection()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}
