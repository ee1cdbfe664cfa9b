package spool

import (
	"bytes"
	"fmt"
	"os"
	"testing"
)

// Records of all lengths come back as they were added, in memory and on disk, in
// their order and by their place.
func TestRecordsComeBack(t *testing.T) {
	dir := t.TempDir()
	for _, n := range []int{0, 1, 10, 3000} {
		r := New(dir)
		var want [][]byte
		var places []int64
		for i := range n {
			record := bytes.Repeat([]byte{byte(i)}, i*7%411)
			if i == 1500 {
				record = bytes.Repeat([]byte("long"), inMemory)
			}
			at, err := r.Add(record)
			if err != nil {
				t.Fatal(err)
			}
			want, places = append(want, record), append(places, at)
		}
		i := 0
		if err := r.Each(func(record []byte) error {
			if !bytes.Equal(record, want[i]) {
				return fmt.Errorf("record %d is another", i)
			}
			i++
			return nil
		}); err != nil || i != n {
			t.Fatalf("%d of %d records: %v", i, n, err)
		}
		var room []byte
		for i := n - 1; i >= 0; i-- {
			var err error
			if room, err = r.Get(places[i], room); err != nil || !bytes.Equal(room, want[i]) {
				t.Fatalf("record %d of %d: %v", i, n, err)
			}
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
}

// A folder that cannot be written to is told of by everything that follows.
func TestErrorIsKept(t *testing.T) {
	r := New("/nowhere/at all")
	if _, err := r.Add(make([]byte, 2*inMemory)); err == nil {
		t.Fatal("nothing was said")
	}
	if err := r.Each(func([]byte) error { return nil }); err == nil {
		t.Error("Each says nothing")
	}
	if _, err := r.Get(0, nil); err == nil {
		t.Error("Get says nothing")
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}
