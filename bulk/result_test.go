package bulk

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"recount.invalid/recount/dataset"
)

// sampleOutcome has every kind of cell: absent, empty, text, numbers.
func sampleOutcome() Outcome {
	tables := dataset.Tables()
	o := Outcome{Status: dataset.StatusRead, Pages: 7}
	for i, t := range tables {
		for n := range 3 {
			row := make(dataset.Row, len(t.Columns))
			for j, c := range t.Columns {
				switch {
				case (i+j+n)%4 == 0:
				case c.Type == dataset.Integer || c.Type == dataset.Score:
					row[j] = dataset.Cell{Set: true, Int: int64(n - 1)}
				default:
					row[j] = dataset.Cell{Set: true, Text: strings.Repeat("ä", n)}
				}
			}
			o.Rows = append(o.Rows, dataset.TableRow{Table: i, Row: row})
		}
	}
	return o
}

func TestResultRoundTrip(t *testing.T) {
	for name, want := range map[string]Outcome{
		"rows":       sampleOutcome(),
		"unreadable": {Status: dataset.StatusUnreadable, Reason: "broken", Advice: "mend it"},
	} {
		path := filepath.Join(t.TempDir(), "result")
		if err := writeResult(path, want); err != nil {
			t.Fatal(err)
		}
		got, err := readResult(path)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v: got %+v, want %+v", name, err, got, want)
		}
		want.Rows = nil
		header, err := readOutcome(path)
		if err != nil || !reflect.DeepEqual(header, want) {
			t.Errorf("%s: header %+v, %v", name, header, err)
		}
	}
}

// Whatever is wrong with a stored result, it is not taken for a whole one.
func TestDamagedResult(t *testing.T) {
	path := filepath.Join(t.TempDir(), "result")
	if err := writeResult(path, sampleOutcome()); err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(good); i += 7 {
		changed := bytes.Clone(good)
		changed[i] ^= 0x20
		if _, err := decodeResult(bytes.NewReader(changed)); err == nil {
			t.Errorf("byte %d changed: accepted", i)
		}
		if _, err := decodeResult(bytes.NewReader(good[:i])); err == nil {
			t.Errorf("cut off at byte %d: accepted", i)
		}
	}
	if err := os.WriteFile(path, good[:len(good)/2], 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := readResult(path); !errors.Is(err, errResult) {
		t.Errorf("error %v, want errResult", err)
	}
}

func FuzzDecodeResult(f *testing.F) {
	path := filepath.Join(f.TempDir(), "result")
	if err := writeResult(path, sampleOutcome()); err != nil {
		f.Fatal(err)
	}
	good, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte(resultMagic))
	f.Fuzz(func(t *testing.T, data []byte) {
		o, err := decodeResult(bytes.NewReader(data))
		if err != nil {
			return
		}
		for _, r := range o.Rows {
			if len(r.Row) != len(dataset.Tables()[r.Table].Columns) {
				t.Errorf("a row of %d cells in table %d", len(r.Row), r.Table)
			}
		}
	})
}
