package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/google/go-containerregistry/pkg/v1/layout"
	"github.com/google/go-containerregistry/pkg/v1/validate"
)

// readBack reads the images in a folder of a release as a registry would: every
// layer, configuration and manifest against its digest, size and place.
func readBack(dir string) error {
	found, err := filepath.Glob(filepath.Join(dir, "*_oci"))
	if err != nil || len(found) != 1 {
		return errors.Join(err, fmt.Errorf("%d images in %s", len(found), dir))
	}
	index, err := layout.ImageIndexFromPath(found[0])
	if err != nil {
		return err
	}
	if err := validate.Index(index); err != nil {
		return err
	}
	manifest, err := index.IndexManifest()
	if err != nil {
		return err
	}
	var systems []string
	for _, m := range manifest.Manifests {
		img, err := index.Image(m.Digest)
		if err != nil {
			return err
		}
		config, err := img.ConfigFile()
		if err != nil {
			return err
		}
		if len(config.Config.Entrypoint) != 1 || config.Config.User != nobody || config.Architecture != m.Platform.Architecture {
			return fmt.Errorf("the image for %s has another configuration: %+v", m.Platform, config.Config)
		}
		systems = append(systems, m.Platform.String())
	}
	_, err = fmt.Fprintf(os.Stdout, "image: valid for %s\n", strings.Join(systems, ", "))
	return err
}
