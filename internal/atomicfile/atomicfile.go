// Package atomicfile writes a file so that a reader sees the old content or
// the new one and never a part: into a temporary file beside it, flushed to
// the disk, then renamed (POSIX rename is atomic within a file system).
package atomicfile

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// prefix starts the name of a temporary file, so that the leftovers of a
// killed run are recognised by Leftover.
const prefix = ".recount-tmp-"

// Write calls fill with a buffered writer and puts what it wrote under path.
// When fill or the disk fails, path is as it was before. A path that is no
// file, such as /dev/null or a named pipe, is written to and never replaced.
func Write(path string, fill func(io.Writer) error) (err error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return writeInPlace(path, fill)
	}
	f, err := os.CreateTemp(filepath.Dir(path), prefix+"*")
	if err != nil {
		return fmt.Errorf("write %s: %w", filepath.Base(path), plain(err))
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, discard(f))
		}
	}()
	buffered := bufio.NewWriterSize(f, 1<<16)
	if err := fill(buffered); err != nil {
		return fmt.Errorf("write %s: %w", filepath.Base(path), plain(err))
	}
	if err := buffered.Flush(); err != nil {
		return fmt.Errorf("write %s: %w", filepath.Base(path), plain(err))
	}
	return commit(f, path)
}

// writeInPlace writes to what cannot be replaced: a device, a pipe, a socket.
func writeInPlace(path string, fill func(io.Writer) error) error {
	name := filepath.Base(path)
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("write %s: %w", name, plain(err))
	}
	buffered := bufio.NewWriterSize(f, 1<<16)
	if err := errors.Join(fill(buffered), buffered.Flush(), f.Close()); err != nil {
		return fmt.Errorf("write %s: %w", name, plain(err))
	}
	return nil
}

// commit makes the temporary file durable and gives it its name.
func commit(f *os.File, path string) error {
	name := filepath.Base(path)
	// CreateTemp makes files that only the owner can read; a data set is to
	// be read by others as any file that the user creates.
	if err := f.Chmod(0o644); err != nil {
		return fmt.Errorf("write %s: %w", name, plain(err))
	}
	if err := f.Sync(); err != nil {
		return fmt.Errorf("write %s: %w", name, plain(err))
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("write %s: %w", name, plain(err))
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fmt.Errorf("write %s: %w", name, plain(err))
	}
	return nil
}

// discard removes the temporary file of a failed write. Closing a file that
// commit has closed already is no error worth telling.
func discard(f *os.File) error {
	if err := f.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
		return plain(err)
	}
	if err := os.Remove(f.Name()); err != nil && !errors.Is(err, os.ErrNotExist) {
		return plain(err)
	}
	return nil
}

// Leftover reports whether a file of this name is what a killed Write leaves
// behind; such a file can be removed.
func Leftover(name string) bool { return strings.HasPrefix(name, prefix) }

// plain takes the path out of an error of package os: the temporary name
// would tell a user nothing and differs from run to run.
func plain(err error) error {
	var pathErr *os.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	var linkErr *os.LinkError
	if errors.As(err, &linkErr) {
		return linkErr.Err
	}
	return err
}
