package bulk

import (
	"context"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"

	"recount.invalid/recount/dataset/publish"
)

// PackError says why a data set cannot be packed as it stands.
type PackError struct{ Dir, Reason string }

func (e *PackError) Error() string { return e.Dir + ": " + e.Reason }

// Pack writes the archive of the data set in a folder (publish.WriteArchive). The
// error is a *PackError where none stands there, or it is not what was written
// there, or made of another recount.yaml; a *publish.DescriptionError; a
// *publish.LacksError.
func Pack(ctx context.Context, dir string, out io.Writer) error {
	s := store{dir: dir}
	stands, err := s.current()
	if err != nil {
		return err
	}
	sums, err := s.sums()
	if err != nil {
		return err
	}
	if stands == nil || len(sums) == 0 {
		return &PackError{dir, "no data set of recount build stands here"}
	}
	if stands.Manifest.ForSpreadsheets {
		return &PackError{dir, "it was made for spreadsheet programs, and the mark that they want keeps others from reading it (build without --bom)"}
	}
	d, err := publish.ReadDescription(dir)
	if err != nil {
		return err
	}
	if missing := d.Lacks(); len(missing) > 0 {
		return &publish.LacksError{Fields: missing}
	}
	if d.Sum != stands.Manifest.Description {
		return &PackError{dir, publish.DescriptionFile + " is not the one that the data set was made with"}
	}
	kept, err := s.edited(ctx)
	if err != nil {
		return err
	}
	names := slices.Sorted(maps.Keys(sums))
	for _, name := range names {
		if !ownName(name) {
			return &PackError{dir, publish.SumsFile + " names what is no file of a data set"}
		}
		if slices.Contains(kept, name) {
			continue
		}
		got, _, err := hashFile(ctx, filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil && ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil || got != sums[name] {
			return &PackError{dir, fmt.Sprintf("%s is not what was written there", name)}
		}
	}
	return publish.WriteArchive(out, dir, names, d)
}
