package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"recount.invalid/recount/bulk"
	"recount.invalid/recount/model"
)

// nameOf is what the data set calls a file: its path below the root, as recount build
// names it; ok is false for what is not read.
func nameOf(root, file string) (name string, ok bool) {
	name, below := strings.CutPrefix(filepath.ToSlash(file), filepath.ToSlash(root))
	if !below {
		name = path.Base(filepath.ToSlash(file))
	}
	return model.Visible(strings.TrimPrefix(name, "/")), bulk.IsSource(path.Base(name))
}

// isLocal reports whether a path is one of the machine's own file system.
func isLocal(file string) bool { return !strings.Contains(file, "://") }

// with opens the file system of a path for the time of a call.
func with(ctx context.Context, file string, do func(filesystem.Interface) error) error {
	fs, err := filesystem.New(ctx, file)
	if err != nil {
		return err
	}
	return errors.Join(do(fs), fs.Close())
}

// exists reports whether there is a file of that path.
func exists(ctx context.Context, file string) (there bool, err error) {
	err = with(ctx, file, func(fs filesystem.Interface) error {
		found, err := fs.List(ctx, file)
		there = len(found) > 0
		return err
	})
	return there, err
}

// maxSmall is how much is read of a file that somebody wrote by hand, in bytes.
const maxSmall = 1 << 24

// readOptional reads a file that somebody wrote by hand; nothing where there is none.
func readOptional(ctx context.Context, file string) ([]byte, error) {
	there, err := exists(ctx, file)
	if err != nil || !there {
		return nil, err
	}
	var data []byte
	err = with(ctx, file, func(fs filesystem.Interface) error {
		in, err := fs.OpenRead(ctx, file)
		if err != nil {
			return err
		}
		data, err = io.ReadAll(io.LimitReader(in, maxSmall+1))
		return errors.Join(err, in.Close())
	})
	if err == nil && len(data) > maxSmall {
		err = fmt.Errorf("%s: it is longer than %d bytes", file, maxSmall)
	}
	return data, err
}

// fetch copies a file into a folder of this machine under its own name, and sums its
// bytes up.
func fetch(ctx context.Context, file, folder string) (local, sum string, size int64, err error) {
	if isLocal(file) {
		// A pipe would wait for a writer.
		info, err := os.Stat(file)
		if err == nil && !info.Mode().IsRegular() {
			err = bulk.ErrNotRegular
		}
		if err != nil {
			return "", "", 0, err
		}
	}
	local = filepath.Join(folder, path.Base(filepath.ToSlash(file)))
	err = with(ctx, file, func(fs filesystem.Interface) error {
		in, err := fs.OpenRead(ctx, file)
		if err != nil {
			return err
		}
		out, err := os.Create(local)
		if err != nil {
			return errors.Join(err, in.Close())
		}
		h := sha256.New()
		size, err = io.Copy(io.MultiWriter(out, h), in)
		sum = hex.EncodeToString(h.Sum(nil))
		return errors.Join(err, in.Close(), out.Close())
	})
	return local, sum, size, err
}

// store writes a file whole or not at all: under another name first, where the file
// system can rename; the others show a file when it is closed.
func store(ctx context.Context, file string, fill func(io.Writer) error) error {
	return with(ctx, file, func(fs filesystem.Interface) error {
		target := file
		_, renames := fs.(filesystem.Renamer)
		if renames {
			target = fmt.Sprintf("%s.partial-%016x", file, rand.Uint64())
		}
		out, err := fs.OpenWrite(ctx, target)
		if err != nil {
			return err
		}
		err = fill(out)
		if err == nil || renames {
			err = errors.Join(err, out.Close())
		}
		switch {
		case !renames:
			return err
		case err == nil:
			return filesystem.Rename(ctx, fs, target, file)
		}
		if remover, ok := fs.(filesystem.Remover); ok {
			err = errors.Join(err, remover.Remove(ctx, target))
		}
		return err
	})
}
