package main

import (
	"bytes"
	"io"
	"io/fs"
	"path/filepath"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/empty"
	"github.com/google/go-containerregistry/pkg/v1/layout"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/tarball"
	"github.com/google/go-containerregistry/pkg/v1/types"
)

// nobody is the user that the image runs as: one who owns nothing in it.
const nobody = "65532:65532"

// image writes an OCI layout with an image for each Linux target. It holds the
// programs and nothing else: they need no system around them.
func (r *release) image([]file) error {
	index := mutate.IndexMediaType(empty.Index, types.OCIImageIndex)
	for _, t := range targets {
		if t.os != "linux" {
			continue
		}
		img, err := r.imageFor(t)
		if err != nil {
			return err
		}
		index = mutate.AppendManifests(index, mutate.IndexAddendum{
			Add: img, Descriptor: v1.Descriptor{Platform: &v1.Platform{OS: t.os, Architecture: t.arch}},
		})
	}
	folder := filepath.Join(r.out, "recount_"+r.version+"_oci")
	if _, err := layout.Write(folder, index); err != nil {
		return err
	}
	return r.imageArchive(folder)
}

// imageArchive puts the layout into one file, as podman and skopeo load it.
func (r *release) imageArchive(folder string) error {
	var parts []file
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder, path)
		parts = append(parts, file{path, filepath.ToSlash(name), false})
		return err
	})
	if err != nil {
		return err
	}
	return writeFile(folder+".tar", func(w io.Writer) error { return tarFiles(w, "", parts, r.time) })
}

func (r *release) imageFor(t target) (v1.Image, error) {
	programs := r.programs(t)
	var packed bytes.Buffer
	err := tarFiles(&packed, "", []file{
		{programs[0].path, "usr/bin/recount", true},
		{programs[1].path, "usr/libexec/recount/recount-full", true},
	}, r.time)
	if err != nil {
		return nil, err
	}
	layer, err := tarball.LayerFromOpener(func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(packed.Bytes())), nil
	}, tarball.WithMediaType(types.OCILayer))
	if err != nil {
		return nil, err
	}
	img := mutate.ConfigMediaType(mutate.MediaType(empty.Image, types.OCIManifestSchema1), types.OCIConfigJSON)
	img, err = mutate.Append(img, mutate.Addendum{Layer: layer, History: v1.History{Created: v1.Time{Time: r.time}, Comment: "recount " + r.version}})
	if err != nil {
		return nil, err
	}
	config, err := img.ConfigFile()
	if err != nil {
		return nil, err
	}
	config = config.DeepCopy()
	config.OS, config.Architecture, config.Created = t.os, t.arch, v1.Time{Time: r.time}
	config.Config = v1.Config{
		Entrypoint: []string{"/usr/bin/recount"}, WorkingDir: "/work", User: nobody,
		Env: []string{"PATH=/usr/bin"},
		Labels: map[string]string{
			"org.opencontainers.image.title":    "recount",
			"org.opencontainers.image.version":  r.version,
			"org.opencontainers.image.licenses": "MIT",
		},
	}
	return mutate.ConfigFile(img, config)
}
