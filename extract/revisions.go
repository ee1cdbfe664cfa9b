package extract

import (
	"context"
	"io"

	"recount.invalid/recount/extract/object/open"
)

// Revisions gives how many of the first bytes of a file are an earlier revision of
// it, a whole PDF to be read by itself, the newest first and at most so many. A
// file that was changed by adding to its end has such. Where ctx ends, those
// that were found by then.
func Revisions(ctx context.Context, src io.ReaderAt, size int64, o Options, most int) []int64 {
	return open.Revisions(ctx, src, size, open.Options{Password: o.Password, Limits: o.Limits}, most)
}
