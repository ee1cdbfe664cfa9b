package filter_test

import (
	"bytes"
	stdascii85 "encoding/ascii85"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/adler32"
	"slices"
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/filter"
	"recount.invalid/recount/extract/object/objecttest"
)

const plenty = 1 << 20

func direct(o object.Object) object.Object { return o }

func decode(raw []byte, dict object.Dict) ([]byte, error) {
	return filter.Decode(raw, dict, direct, plenty)
}

func named(names ...object.Name) object.Dict {
	list := object.Array{}
	for _, n := range names {
		list = append(list, n)
	}
	return object.Dict{"Filter": list}
}

// lzwEncode writes LZW without ever using the table: a clear code before the
// codes would have to grow.
func lzwEncode(data []byte) []byte { return lzwEnded(data, true) }

// lzwEnded is lzwEncode with or without the end code.
func lzwEnded(data []byte, end bool) []byte {
	var out []byte
	var acc, bits uint
	put := func(code uint) {
		acc, bits = acc<<9|code, bits+9
		for ; bits >= 8; bits -= 8 {
			out = append(out, byte(acc>>(bits-8)))
		}
	}
	for i, b := range data {
		if i%200 == 0 {
			put(256)
		}
		put(uint(b))
	}
	if end {
		put(257)
	}
	return append(out, byte(acc<<(8-bits)))
}

func ascii85Encode(data []byte) []byte {
	out := make([]byte, stdascii85.MaxEncodedLen(len(data)))
	return append(out[:stdascii85.Encode(out, data)], "~>"...)
}

// TestKnown decodes what others encoded: the examples of the standard, and
// the standard library's encoders.
func TestKnown(t *testing.T) {
	words := []byte(strings.Repeat("Seven geese crossed the canal at noon.\n", 30))
	for _, c := range []struct {
		name string
		raw  []byte
		dict object.Dict
		want string
	}{
		{"LZW, example of 7.4.4.2", []byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01}, named("LZWDecode"), "-----A---B"},
		{"LZW without the table", lzwEncode(words), named("LZWDecode"), string(words)},
		{"LZW without end code", lzwEnded(words, false), named("LZWDecode"), string(words)},
		{"Flate", objecttest.Deflate(words), named("FlateDecode"), string(words)},
		{"Flate, abbreviated", objecttest.Deflate(words), named("Fl"), string(words)},
		{"Flate without zlib header", objecttest.Deflate(words)[2:], named("FlateDecode"), string(words)},
		{"Flate, line end in front", append([]byte("\r\n"), objecttest.Deflate(words)...), named("FlateDecode"), string(words)},
		{"Flate, checksum cut off", objecttest.Deflate(words)[:len(objecttest.Deflate(words))-2], named("FlateDecode"), string(words)},
		{"Flate, checksum of zeros", append(objecttest.Deflate(words)[:len(objecttest.Deflate(words))-4], 0, 0, 0, 0), named("FlateDecode"), string(words)},
		{"base 85", ascii85Encode(words), named("ASCII85Decode"), string(words)},
		{"base 85, PostScript's mark", append([]byte("<~"), ascii85Encode(words)...), named("A85"), string(words)},
		{"base 85, zeros", []byte("z!!~>"), named("ASCII85Decode"), "\x00\x00\x00\x00\x00"},
		{"base 85, no end", []byte("87cUR"), named("ASCII85Decode"), "Hell"},
		{"hexadecimal", []byte(hex.EncodeToString(words) + ">"), named("ASCIIHexDecode"), string(words)},
		{"hexadecimal, odd", []byte("4 8\n656C6c7>"), named("AHx"), "Hellp"},
		{"run lengths", []byte{2, 'a', 'b', 'c', 254, 'x', 0, 'y', 128, 'z'}, named("RunLengthDecode"), "abcxxxy"},
		{"chain", ascii85Encode(objecttest.Deflate(words)), named("ASCII85Decode", "FlateDecode"), string(words)},
		{"no filter", []byte("as it is"), object.Dict{}, "as it is"},
		{"null filter", []byte("as it is"), object.Dict{"Filter": object.Array{nil}}, "as it is"},
		{"file specification is no filter", []byte("as it is"), object.Dict{"F": object.String("other.pdf")}, "as it is"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := decode(c.raw, c.dict)
			if err != nil && !object.OfChecksum(err) || string(got) != c.want {
				t.Errorf("got %.80q, %v; want %.80q", got, err, c.want)
			}
		})
	}
}

// TestLZWTable grows the table through all code widths, in both dialects.
func TestLZWTable(t *testing.T) {
	// Text that repeats itself with changes fills the table many times over.
	var words []byte
	for i := range 4000 {
		words = fmt.Appendf(words, "%d cows, %d sheep; ", i*i%977, i%13)
	}
	for _, early := range []int64{0, 1} {
		dict := object.Dict{"Filter": object.Name("LZWDecode"), "DecodeParms": object.Dict{"EarlyChange": early}}
		got, err := decode(lzwCompress(words, uint(early)), dict)
		if err != nil || !bytes.Equal(got, words) {
			t.Errorf("early change %d: %d bytes, %v; want %d", early, len(got), err, len(words))
		}
	}
}

// lzwCompress is LZW as the standard describes the encoder (7.4.4.2).
func lzwCompress(data []byte, early uint) []byte {
	var out []byte
	var acc uint64
	var bits uint
	width := uint(9)
	put := func(code uint) {
		acc, bits = acc<<width|uint64(code), bits+width
		for ; bits >= 8; bits -= 8 {
			out = append(out, byte(acc>>(bits-8)))
		}
	}
	table := map[string]uint{}
	next := uint(258)
	reset := func() {
		put(256)
		clear(table)
		next, width = 258, 9
	}
	code := func(s string) uint {
		if len(s) == 1 {
			return uint(s[0])
		}
		return table[s]
	}
	reset()
	s := ""
	for _, b := range data {
		longer := s + string([]byte{b})
		if _, known := table[longer]; len(longer) == 1 || known {
			s = longer
			continue
		}
		put(code(s))
		table[longer] = next
		next++
		// The decoder is one entry behind the encoder.
		switch next - 1 + early {
		case 512, 1024, 2048:
			width++
		}
		if next == 4095 {
			s = string([]byte{b})
			put(code(s))
			s = ""
			reset()
			continue
		}
		s = string([]byte{b})
	}
	if s != "" {
		put(code(s))
	}
	put(257)
	return append(out, byte(acc<<(8-bits)))
}

// TestPredictors applies each PNG filter and TIFF's predictor to samples of
// several shapes and expects them back.
func TestPredictors(t *testing.T) {
	for _, shape := range []struct{ columns, colors, bits int }{{5, 1, 8}, {7, 3, 8}, {4, 1, 16}, {3, 4, 16}, {10, 1, 1}, {9, 3, 4}} {
		row := (shape.columns*shape.colors*shape.bits + 7) / 8
		pixel := (shape.colors*shape.bits + 7) / 8
		data := make([]byte, 6*row)
		for i := range data {
			data[i] = byte(i*i*31 + i*7)
		}
		parms := object.Dict{"Columns": int64(shape.columns), "Colors": int64(shape.colors), "BitsPerComponent": int64(shape.bits)}
		t.Run(fmt.Sprintf("PNG %v", shape), func(t *testing.T) {
			var encoded []byte
			for r := range 6 {
				encoded = append(encoded, byte(r%5))
				for i := range row {
					at := func(r, i int) int {
						if r < 0 || i < 0 {
							return 0
						}
						return int(data[r*row+i])
					}
					left, up, corner := at(r, i-pixel), at(r-1, i), at(r-1, i-pixel)
					predicted := [...]int{0, left, up, (left + up) / 2, nearest(left, up, corner)}[r%5]
					encoded = append(encoded, data[r*row+i]-byte(predicted))
				}
			}
			parms["Predictor"] = int64(15)
			got, err := decode(objecttest.Deflate(encoded), object.Dict{"Filter": object.Name("FlateDecode"), "DecodeParms": parms})
			if err != nil || !bytes.Equal(got, data) {
				t.Errorf("got %x, %v\nwant %x", got, err, data)
			}
		})
	}
	t.Run("TIFF", func(t *testing.T) {
		for _, c := range []struct {
			parms         object.Dict
			encoded, want []byte
		}{
			{object.Dict{"Columns": int64(4)}, []byte{10, 1, 1, 255, 20, 2, 0, 0}, []byte{10, 11, 12, 11, 20, 22, 22, 22}},
			{object.Dict{"Columns": int64(2), "Colors": int64(3)}, []byte{1, 2, 3, 10, 20, 30}, []byte{1, 2, 3, 11, 22, 33}},
			{object.Dict{"Columns": int64(2), "BitsPerComponent": int64(16)}, []byte{0, 255, 0, 1}, []byte{0, 255, 1, 0}},
			{object.Dict{"Columns": int64(4), "BitsPerComponent": int64(4)}, []byte{0x12, 0xf1}, []byte{0x13, 0x23}},
		} {
			c.parms["Predictor"] = int64(2)
			got, err := decode(lzwEncode(c.encoded), object.Dict{"Filter": object.Name("LZWDecode"), "DecodeParms": c.parms})
			if err != nil || !bytes.Equal(got, c.want) {
				t.Errorf("%v: got %x, %v; want %x", c.parms, got, err, c.want)
			}
		}
	})
}

// nearest is the PNG specification's Paeth predictor, written from its text.
func nearest(a, b, c int) int {
	best, distance := 0, 1<<30
	for _, x := range []int{a, b, c} {
		d := a + b - c - x
		if d < 0 {
			d = -d
		}
		if d < distance {
			best, distance = x, d
		}
	}
	return best
}

// TestDamaged: what precedes the damage is kept, and the damage is told.
func TestDamaged(t *testing.T) {
	words := []byte(strings.Repeat("The bridge was painted green. ", 500))
	deflated := objecttest.Deflate(words)
	for _, c := range []struct {
		name string
		raw  []byte
		dict object.Dict
		keep int // bytes that must come out at least
	}{
		{"Flate, cut off", deflated[:len(deflated)/2], named("FlateDecode"), 1},
		{"base 85, foreign letter", []byte("87cURD]i,\x80"), named("ASCII85Decode"), 4},
		{"hexadecimal, foreign letter", []byte("48656c6cXX"), named("ASCIIHexDecode"), 4},
		{"run, cut off", []byte{3, 'a', 'b'}, named("RunLengthDecode"), 2},
		{"LZW, code beyond the table", []byte{0x80, 0x10, 0x7f, 0xff}, named("LZWDecode"), 1},
		{"predictor of nonsense", deflated, object.Dict{"Filter": object.Name("FlateDecode"), "DecodeParms": object.Dict{"Predictor": int64(12), "Columns": int64(1 << 40), "Colors": int64(99)}}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := decode(c.raw, c.dict)
			if err == nil {
				t.Error("no error")
			}
			if len(got) < c.keep {
				t.Errorf("kept %d bytes, want at least %d", len(got), c.keep)
			}
		})
	}
}

// TestChecksum: data that decodes to something else than was written is given,
// and said to be so.
func TestChecksum(t *testing.T) {
	words := []byte(strings.Repeat("Votes: 417. ", 20))
	// Stored, not compressed, so that a changed byte still decodes.
	stored := []byte{0x78, 0x01, 1, byte(len(words)), 0, ^byte(len(words)), 0xff}
	stored = append(stored, words...)
	stored = binary.BigEndian.AppendUint32(stored, adler32.Checksum(words))
	if got, err := decode(stored, named("FlateDecode")); err != nil || !bytes.Equal(got, words) {
		t.Fatalf("before the change: %q, %v", got, err)
	}
	stored[7+bytes.IndexByte(words, '4')] = '9'
	got, err := decode(stored, named("FlateDecode"))
	if !errors.Is(err, object.ErrChecksum) || !bytes.HasPrefix(got, []byte("Votes: 917.")) {
		t.Errorf("%q, %v", got, err)
	}
	b := filter.NewBounded(object.DefaultLimits(), 1000)
	if got, err := b.Decode(stored, named("FlateDecode"), direct); err != nil || !b.Lossy() || len(b.Repairs()) != 1 || len(got) != len(words) {
		t.Errorf("bounded: %d bytes, lossy is %v, %q, %v", len(got), b.Lossy(), b.Repairs(), err)
	}
	// A second filter's own error is not hidden by the checksum.
	if _, err := decode(stored, named("FlateDecode", "ASCIIHexDecode")); err == nil || errors.Is(err, object.ErrChecksum) {
		t.Errorf("chain: %v", err)
	}
}

// TestChecksumsOfAFile: a checksum that is not there is told; one of zero
// takes away trust.
func TestChecksumsOfAFile(t *testing.T) {
	sound := objecttest.Deflate([]byte("Votes: 417."))
	zero := append(bytes.Clone(sound[:len(sound)-4]), 0, 0, 0, 0)
	cut := sound[:len(sound)-2]
	for _, c := range []struct {
		name    string
		streams [][]byte
		repairs int
		lossy   bool
	}{
		{"all sound", [][]byte{sound, sound}, 0, false},
		{"one of zero, twice", [][]byte{sound, zero, zero}, 1, true},
		{"one cut off", [][]byte{sound, cut}, 1, false},
		{"both", [][]byte{zero, cut}, 2, true},
	} {
		b := filter.NewBounded(object.DefaultLimits(), 1000)
		for _, raw := range c.streams {
			if _, err := b.Decode(raw, named("FlateDecode"), direct); err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
		}
		if _, err := b.Decode([]byte("41>"), named("ASCIIHexDecode"), direct); err != nil {
			t.Error(err)
		}
		if _, err := b.Decode([]byte("x\x01 not deflated"), object.Dict{}, direct); err != nil {
			t.Error(err)
		}
		if got := b.Repairs(); len(got) != c.repairs || b.Lossy() != c.lossy {
			t.Errorf("%s: %q, lossy is %v", c.name, got, b.Lossy())
		}
	}
}

// TestAFilterThatIsNotNamed: the data are given as they stand, and it is told.
func TestAFilterThatIsNotNamed(t *testing.T) {
	b := filter.NewBounded(object.DefaultLimits(), 1000)
	raw := objecttest.Deflate([]byte("Votes: 417."))
	got, err := b.Decode(raw, object.Dict{"Filtmr": object.Name("FlateDecode")}, direct)
	if err != nil || !bytes.Equal(got, raw) || !b.Lossy() || len(b.Repairs()) != 1 {
		t.Errorf("%q, %v, lossy is %v, %q", got, err, b.Lossy(), b.Repairs())
	}
}

// TestRefused: image filters and unknown ones, and more than any file needs.
func TestRefused(t *testing.T) {
	if _, err := decode(nil, named(slices.Repeat([]object.Name{"ASCIIHexDecode"}, 1000)...)); !errors.Is(err, object.ErrFilter) {
		t.Errorf("a thousand filters: %v", err)
	}
	for _, name := range []object.Name{"DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode", "NoSuchDecode"} {
		if _, err := decode([]byte("data"), named(name)); !errors.Is(err, object.ErrFilter) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestBombs: no filter gives more than the limit, alone or in a chain, and
// each says so.
func TestBombs(t *testing.T) {
	const limit = 1000
	zeros := make([]byte, 100*limit)
	twice := objecttest.Deflate(objecttest.Deflate(make([]byte, 50<<20)))
	for _, c := range []struct {
		name string
		raw  []byte
		dict object.Dict
	}{
		{"Flate", objecttest.Deflate(zeros), named("FlateDecode")},
		{"Flate in Flate", twice, named("FlateDecode", "FlateDecode")},
		{"LZW", lzwCompress(zeros, 1), named("LZWDecode")},
		{"run lengths", bytes.Repeat([]byte{129, 'x'}, 100), named("RunLengthDecode")},
		{"base 85", bytes.Repeat([]byte("z"), limit), named("ASCII85Decode")},
		{"hexadecimal", bytes.Repeat([]byte("00"), 2*limit), named("ASCIIHexDecode")},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := filter.Decode(c.raw, c.dict, direct, limit)
			if !errors.Is(err, filter.ErrOver) {
				t.Errorf("error %v", err)
			}
			if len(got) > limit {
				t.Errorf("%d bytes, more than %d", len(got), limit)
			}
		})
	}
}

// TestBudget: a file's streams together are bounded.
func TestBudget(t *testing.T) {
	b := filter.NewBounded(object.Limits{StreamFloor: 5000, DocumentFloor: 10000, DocumentRatio: 1}.OrDefault(), 100)
	raw := objecttest.Deflate(make([]byte, 4000))
	var err error
	n := 0
	for ; n < 10 && err == nil; n++ {
		_, err = b.Decode(raw, named("FlateDecode"), direct)
	}
	var over *object.LimitError
	if !errors.As(err, &over) || over.Limit != "DocumentFloor" || n != 3 {
		t.Errorf("after %d streams: %v", n, err)
	}
}

// TestLimitThatRaises: the limit that is named is the one that has to be
// raised, and raising it is enough.
func TestLimitThatRaises(t *testing.T) {
	raw := objecttest.Deflate(make([]byte, 100_000))
	for _, c := range []struct {
		limits object.Limits
		want   string
		raised object.Limits
	}{
		{object.Limits{StreamRatio: 2, StreamFloor: 100}, "StreamRatio", object.Limits{StreamRatio: 1000, StreamFloor: 100}},
		{object.Limits{StreamRatio: 2, StreamFloor: 50_000}, "StreamFloor", object.Limits{StreamRatio: 2, StreamFloor: 100_000}},
		{object.Limits{StreamMax: 90_000}, "StreamMax", object.Limits{StreamMax: 100_000}},
		{object.Limits{DocumentFloor: 90_000, DocumentRatio: 1}, "DocumentFloor", object.Limits{DocumentFloor: 100_001, DocumentRatio: 1}},
		{object.Limits{DocumentFloor: 1, DocumentRatio: 90}, "DocumentRatio", object.Limits{DocumentFloor: 1, DocumentRatio: 101}},
	} {
		const size = 1000
		_, err := filter.NewBounded(c.limits.OrDefault(), size).Decode(raw, named("FlateDecode"), direct)
		var over *object.LimitError
		if !errors.As(err, &over) || over.Limit != c.want {
			t.Errorf("got %v, want the limit %s", err, c.want)
		}
		if _, err := filter.NewBounded(c.raised.OrDefault(), size).Decode(raw, named("FlateDecode"), direct); err != nil {
			t.Errorf("%s raised: %v", c.want, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(uint8(0), int64(12), int64(4), objecttest.Deflate([]byte("seed")))
	f.Add(uint8(1), int64(1), int64(1), []byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01})
	f.Add(uint8(2), int64(2), int64(3), []byte("87cUR~>"))
	names := []object.Name{"FlateDecode", "LZWDecode", "ASCII85Decode", "ASCIIHexDecode", "RunLengthDecode"}
	f.Fuzz(func(t *testing.T, which uint8, predictor, columns int64, raw []byte) {
		const limit = 1 << 16
		dict := object.Dict{
			"Filter":      names[int(which)%len(names)],
			"DecodeParms": object.Dict{"Predictor": predictor, "Columns": columns, "Colors": columns % 5, "BitsPerComponent": predictor % 17},
		}
		got, _ := filter.Decode(raw, dict, direct, limit)
		if len(got) > limit {
			t.Errorf("%d bytes, more than %d", len(got), limit)
		}
	})
}
