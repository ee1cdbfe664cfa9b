package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// archives writes one for each target: a zip for Windows, tar.gz for others.
func (r *release) archives(shared []file) error {
	for _, t := range targets {
		name := fmt.Sprintf("recount_%s_%s", r.version, t)
		pack, ending := gzipped, ".tar.gz"
		if t.os == "windows" {
			pack, ending = zipped, ".zip"
		}
		if err := writeFile(filepath.Join(r.out, name+ending), func(w io.Writer) error {
			return pack(w, name, append(r.programs(t), shared...), r.time)
		}); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func writeFile(path string, fill func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(fill(f), f.Close())
}

func (f file) mode() int64 {
	if f.program {
		return 0o755
	}
	return 0o644
}

// gzipped packs files under one folder.
func gzipped(w io.Writer, folder string, files []file, at time.Time) error {
	z := gzip.NewWriter(w)
	err := tarFiles(z, folder, files, at)
	return errors.Join(err, z.Close())
}

func tarFiles(w io.Writer, folder string, files []file, at time.Time) error {
	t := tar.NewWriter(w)
	for _, f := range files {
		data, err := os.ReadFile(f.path)
		if err != nil {
			return err
		}
		name := f.name
		if folder != "" {
			name = folder + "/" + name
		}
		head := &tar.Header{Name: name, Mode: f.mode(), Size: int64(len(data)), ModTime: at, Format: tar.FormatPAX}
		if err := t.WriteHeader(head); err != nil {
			return err
		}
		if _, err := t.Write(data); err != nil {
			return err
		}
	}
	return t.Close()
}

func zipped(w io.Writer, folder string, files []file, at time.Time) error {
	z := zip.NewWriter(w)
	for _, f := range files {
		data, err := os.ReadFile(f.path)
		if err != nil {
			return err
		}
		part, err := z.CreateHeader(&zip.FileHeader{Name: folder + "/" + f.name, Method: zip.Deflate, Modified: at})
		if err != nil {
			return err
		}
		if _, err := part.Write(data); err != nil {
			return err
		}
	}
	return z.Close()
}
