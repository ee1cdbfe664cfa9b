package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"recount.invalid/recount/internal/atomicfile"
)

// choice is a flag that takes one of several words; the first is the default.
type choice struct {
	words []string
	index int
}

func (c *choice) register(cmd *cobra.Command, name, usage string, words ...string) {
	c.words = words
	cmd.Flags().Var(c, name, usage+": "+strings.Join(words, ", "))
	completes(cmd, name, oneOf(words))
}

// String is the word chosen.
func (c *choice) String() string {
	if len(c.words) == 0 {
		return ""
	}
	return c.words[c.index]
}

// Set chooses a word.
func (c *choice) Set(s string) error {
	i := slices.Index(c.words, s)
	if i < 0 {
		return fmt.Errorf("choose one of %s", strings.Join(c.words, ", "))
	}
	c.index = i
	return nil
}

// Type is what help calls the value.
func (c *choice) Type() string { return "word" }

func registerTarget(cmd *cobra.Command, target *string) {
	cmd.Flags().StringVarP(target, "output", "o", "", "write to `FILE`, whole or not at all, instead of standard output")
}

// writeTo runs fill with standard output or, where target names a file, with
// that file, which is replaced only when fill wrote something and the disk
// took it all. What fill reports beyond writing (inputs that failed) does not
// keep what it wrote from being kept.
func writeTo(cmd *cobra.Command, target string, fill func(io.Writer) error) error {
	if target == "" || target == "-" {
		return fill(cmd.OutOrStdout())
	}
	var outcome error
	err := atomicfile.Write(target, func(w io.Writer) error {
		counting := &counter{w: w}
		outcome = fill(counting)
		if counting.err != nil {
			return counting.err
		}
		if counting.n == 0 && outcome != nil {
			return errNothing
		}
		return nil
	})
	if err == nil || errors.Is(err, errNothing) {
		return outcome
	}
	if info, statErr := os.Stat(target); statErr == nil && info.IsDir() {
		err = errTargetFolder
	}
	return failed(fmt.Errorf("%s: %s; %s", target, reason(bareError(err)), adviceForOutput(err)))
}

// errTargetFolder is the reason for an output that would replace a folder.
var errTargetFolder = errors.New("this is a folder")

// errNothing ends a write for which there was nothing to write.
var errNothing = errors.New("nothing to write")

// counter counts what is written and keeps the first error.
type counter struct {
	w   io.Writer
	n   int64
	err error
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	if err != nil && c.err == nil {
		c.err = err
	}
	return n, err
}
