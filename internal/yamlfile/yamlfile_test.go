package yamlfile

import (
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf16"
)

type entry struct {
	Rule   string   `yaml:"rule"`
	Reason string   `yaml:"reason"`
	Places []string `yaml:"places"`
}

func TestRead(t *testing.T) {
	var got []entry
	if err := Read(strings.NewReader("# nets\n- rule: a\n  reason: b\n  places: [x, y]\n"), &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0].Rule != "a" || got[0].Reason != "b" || len(got[0].Places) != 2 {
		t.Errorf("read %+v", got)
	}
	got = nil
	if err := Read(strings.NewReader("# nothing\n"), &got); err != nil || len(got) != 0 {
		t.Errorf("an empty file: %+v, %v", got, err)
	}
}

// As Notepad and PowerShell save a file.
func TestReadMarked(t *testing.T) {
	const text = "- rule: a\r\n  reason: caf\u00e9\r\n"
	for name, in := range map[string]string{
		"UTF-8":           "\ufeff" + text,
		"UTF-16":          utf16Text(binary.LittleEndian, text),
		"UTF-16, big end": utf16Text(binary.BigEndian, text),
	} {
		var got []entry
		if err := Read(strings.NewReader(in), &got); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(got) != 1 || got[0].Rule != "a" || got[0].Reason != "café" {
			t.Errorf("%s: read %+v", name, got)
		}
		if f := Fault([]byte(in), "$[0].reason", "bad"); f.Line != 2 {
			t.Errorf("%s: a fault in line %d, want 2", name, f.Line)
		}
	}
	var fault *Error
	var got []entry
	if err := Read(strings.NewReader("\ufeff- rule: a\n  raeson: b\n"), &got); !errors.As(err, &fault) || fault.Line != 2 {
		t.Errorf("a fault behind a mark: %v", err)
	}
}

func utf16Text(order binary.AppendByteOrder, text string) string {
	out := []byte{}
	for _, u := range utf16.Encode([]rune("\ufeff" + text)) {
		out = order.AppendUint16(out, u)
	}
	return string(out)
}

func TestReadFaults(t *testing.T) {
	for text, line := range map[string]int{
		"- rule: a\n  raeson: b\n":      2,
		"- rule: a\n  rule: b\n":        2,
		"- rule: [a\n":                  1,
		"- rule: a\n- reason: {x: y}\n": 2,
	} {
		var got []entry
		err := Read(strings.NewReader(text), &got)
		var fault *Error
		if !errors.As(err, &fault) {
			t.Errorf("Read(%q): error is %v", text, err)
			continue
		}
		if fault.Line != line || fault.Column < 1 || strings.Contains(fault.Message, "\n") {
			t.Errorf("Read(%q): line %d, column %d: %q; want line %d", text, fault.Line, fault.Column, fault.Message, line)
		}
		if fault.Unwrap() == nil {
			t.Errorf("Read(%q): nothing to unwrap", text)
		}
	}
	var got []entry
	if err := Read(strings.NewReader(strings.Repeat("#", MaxSize+1)), &got); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a huge file: %v", err)
	}
	if err := Read(failing{}, &got); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("a reader that fails: %v", err)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestFault(t *testing.T) {
	data := []byte("a:\n  b: [x, y]\n")
	if f := Fault(data, "$.a.b[1]", "no y"); f.Line != 2 || !strings.Contains(f.Error(), "line 2") || !strings.Contains(f.Error(), "no y") {
		t.Errorf("Fault: %+v", f)
	}
	if f := Fault(data, "$.c", "no c"); f.Line != 0 || f.Error() != "no c" {
		t.Errorf("Fault for a missing path: %+v", f)
	}
	if f := Fault(data, "no path", "x"); f.Error() != "x" {
		t.Errorf("Fault for no path: %+v", f)
	}
}
