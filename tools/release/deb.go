package main

import (
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/goreleaser/nfpm/v2"
	"github.com/goreleaser/nfpm/v2/deb"
	"github.com/goreleaser/nfpm/v2/files"
)

// debs writes a Debian package for each Linux target.
func (r *release) debs(shared []file) error {
	for _, t := range targets {
		if t.os != "linux" {
			continue
		}
		info := nfpm.WithDefaults(&nfpm.Info{
			Name: "recount", Arch: t.arch, Platform: "linux", Version: r.version, Release: "1",
			Section: "science", Priority: "optional", Maintainer: "The makers of recount <makers@recount.invalid>",
			Description: "read published compliance reports and count again\n" +
				"recount turns the PDF of a compliance report into data with the place of\neverything on the page, and counts every printed figure again.",
			License: "MIT", MTime: r.time,
			Overridables: nfpm.Overridables{Contents: r.installed(t, shared)},
		})
		if err := nfpm.PrepareForPackager(info, "deb"); err != nil {
			return err
		}
		target := filepath.Join(r.out, deb.Default.ConventionalFileName(info))
		if err := writeFile(target, func(w io.Writer) error { return deb.Default.Package(info, w) }); err != nil {
			return fmt.Errorf("%s: %w", target, err)
		}
	}
	return nil
}

// installed says where files go on a system: programs that are started by others
// stand in libexec.
func (r *release) installed(t target, shared []file) files.Contents {
	var out files.Contents
	add := func(f file, to string) {
		out = append(out, &files.Content{Source: f.path, Destination: to, FileInfo: &files.ContentFileInfo{Mode: os.FileMode(f.mode()), MTime: r.time}})
	}
	programs := r.programs(t)
	add(programs[0], "/usr/bin/recount")
	add(programs[1], "/usr/libexec/recount/recount-full")
	for _, f := range shared {
		base := path.Base(f.name)
		switch {
		case strings.HasPrefix(f.name, "man/"):
			add(f, "/usr/share/man/man1/"+base)
		case base == completions["bash"]:
			add(f, "/usr/share/bash-completion/completions/recount")
		case base == completions["zsh"]:
			add(f, "/usr/share/zsh/vendor-completions/_recount")
		case base == completions["fish"]:
			add(f, "/usr/share/fish/vendor_completions.d/recount.fish")
		case base == "LICENSE":
			add(f, "/usr/share/doc/recount/copyright")
		case base == completions["powershell"]:
		default:
			add(f, "/usr/share/doc/recount/"+base)
		}
	}
	return out
}
