package pipeline

import (
	"bytes"
	"compress/flate"
	"errors"
	"io"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"recount.invalid/recount/bulk"
)

// Seen is what the step that looks at all files together is told of one.
type Seen struct {
	File      string // the data set's name of it
	SHA256    string
	Bytes     int64
	Corrected bool
	// Reason and Advice say why it has no outcome.
	Reason, Advice string
	Outcome        []byte // packed, of the short tables only
}

// Refused is a line of the quarantine: a file that was not read, and why. The zero
// value is none.
type Refused struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
	Bytes  int64  `json:"bytes"`
	Status string `json:"status"`
	Reason string `json:"reason"`
	Advice string `json:"advice"`
}

// Part is a piece of the tables: the finished rows of a file, or of what is made of all.
type Part struct {
	Index int64  // its place among the pieces; below 0 for one without rows
	Rows  []byte // packed
}

// Elements are whole files, so that reflection costs nothing that counts; package
// register, which goes without it, takes minutes to compile.
func init() {
	for _, fn := range []any{&nameFn{}, &readFn{}, &togetherFn{}, &finishFn{}, &tablesFn{}, &quarantineFn{}} {
		beam.RegisterDoFn(fn)
	}
	beam.RegisterFunction(oneSeen)
	beam.RegisterFunction(oneRefused)
}

// oneSeen and oneRefused bring everything to one place.
func oneSeen(s Seen) (int, Seen) { return 0, s }

func oneRefused(r Refused) (int, Refused) { return 0, r }

// pack makes few bytes of an outcome: texts repeat themselves.
func pack(o bulk.Outcome) ([]byte, error) {
	plain, err := bulk.Encode(o)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	z, err := flate.NewWriter(&out, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	_, err = z.Write(plain)
	if err = errors.Join(err, z.Close()); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func unpack(data []byte) (bulk.Outcome, error) {
	plain, err := io.ReadAll(flate.NewReader(bytes.NewReader(data)))
	if err != nil {
		return bulk.Outcome{}, err
	}
	return bulk.Decode(plain)
}
