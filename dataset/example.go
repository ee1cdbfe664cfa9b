package dataset

import (
	"embed"
	"io"
)

// examples are scripts that answer one question each with the data set.
//
//go:embed examples
var examples embed.FS

func example(name string) func(*Writer, io.Writer) error {
	return func(_ *Writer, out io.Writer) error {
		data, err := examples.ReadFile("examples/" + name)
		if err != nil {
			return err
		}
		_, err = out.Write(data)
		return err
	}
}
