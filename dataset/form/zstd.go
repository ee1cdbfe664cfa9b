package form

import (
	"github.com/klauspost/compress/zstd"
	parquetformat "github.com/parquet-go/parquet-go/format"
)

// zstdCodec compresses pages of Parquet files as the library's own codec does, with one
// encoder. The library keeps as many as garbage collection has not found yet, of 16 MB
// each.
type zstdCodec struct{ encoder *zstd.Encoder }

func newZstdCodec() (*zstdCodec, error) {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithLowerEncoderMem(true), zstd.WithZeroFrames(true), zstd.WithEncoderCRC(false))
	return &zstdCodec{e}, err
}

// String is compress.Codec's.
func (c *zstdCodec) String() string { return "ZSTD" }

// CompressionCodec is compress.Codec's.
func (c *zstdCodec) CompressionCodec() parquetformat.CompressionCodec { return parquetformat.Zstd }

// Encode is compress.Codec's.
func (c *zstdCodec) Encode(dst, src []byte) ([]byte, error) {
	return c.encoder.EncodeAll(src, dst[:0]), nil
}

// Decode is compress.Codec's. Nothing is read here.
func (c *zstdCodec) Decode(dst, src []byte) ([]byte, error) {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer d.Close()
	return d.DecodeAll(src, dst[:0])
}
