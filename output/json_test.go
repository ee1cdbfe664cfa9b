package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

func TestWriteJSONIndentsOnlyWhatIsLong(t *testing.T) {
	long := strings.Repeat("word ", 30)
	v := map[string]any{
		"at":    []map[string]any{{"page": 3, "bbox": []float64{1, 2.5, 3, 4}}},
		"empty": []int{},
		"text":  long,
		"url":   `https://example.org/?a=1&b="2"`,
	}
	want := "{\n" +
		`  "at": [{"bbox": [1, 2.5, 3, 4], "page": 3}],` + "\n" +
		`  "empty": [],` + "\n" +
		`  "text": "` + long + `",` + "\n" +
		`  "url": "https://example.org/?a=1&b=\"2\""` + "\n" +
		"}\n"
	var b bytes.Buffer
	if err := WriteJSON(&b, v, true); err != nil {
		t.Fatal(err)
	}
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// The indented form must be the same value as the compact one, whatever
// stands inside the strings.
func TestWriteJSONFormsAgree(t *testing.T) {
	strange := []string{``, `"`, `\`, `\"`, `a,b:{c}[d]`, "line\nfeed", strings.Repeat(`\"},{`, 60), "<&>"}
	for _, s := range strange {
		v := map[string]any{s: []any{s, map[string]any{"k": s, "n": nil, "t": true}, []any{[]any{}, -1.5e-7}, long(s)}}
		var indented, compact bytes.Buffer
		if err := WriteJSON(&indented, v, true); err != nil {
			t.Fatal(err)
		}
		if err := WriteJSON(&compact, v, false); err != nil {
			t.Fatal(err)
		}
		var back bytes.Buffer
		if err := json.Compact(&back, indented.Bytes()); err != nil {
			t.Errorf("%q: %v", s, err)
			continue
		}
		if got, want := back.String(), strings.TrimSuffix(compact.String(), "\n"); got != want {
			t.Errorf("%q: got %s, want %s", s, got, want)
		}
		if strings.Count(compact.String(), "\n") != 1 {
			t.Errorf("%q: the compact form is not one line", s)
		}
	}
}

func long(s string) map[string]any {
	return map[string]any{"long": strings.Repeat("x", 120), "again": s}
}

func TestReportJSONWritesEmptyListsAndLeavesTheReportAlone(t *testing.T) {
	r := &model.Report{Commitments: []model.Commitment{{Number: 1, Verdicts: []model.Verdict{{Member: "CAN"}}}}}
	var b bytes.Buffer
	if err := ReportJSON(&b, r, false); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"footnotes":[]`, `"warnings":[]`, `"actions":[]`, `"heading_score":null`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s is missing in %s", want, b.String())
		}
	}
	for _, not := range []string{`"background"`, `"footnotes":null`, `"rankings"`} {
		if strings.Contains(b.String(), not) {
			t.Errorf("%s should not stand in %s", not, b.String())
		}
	}
	if r.Footnotes != nil || r.Commitments[0].Verdicts[0].Actions != nil {
		t.Error("the caller's report was changed")
	}
}

// What is long is written in pieces, which must not be seen.
func TestWriteJSONInPiecesIsTheSame(t *testing.T) {
	type inner struct {
		Name  string   `json:"name"`
		Lists [][]int  `json:"lists"`
		Words []string `json:"words,omitempty"`
	}
	type outer struct {
		Schema string           `json:"schema"`
		None   []inner          `json:"none"`
		Out    []inner          `json:"out,omitempty"`
		Empty  []inner          `json:"empty"`
		List   []inner          `json:"list"`
		Inner  inner            `json:"inner"`
		Any    any              `json:"any"`
		Map    map[string]inner `json:"map"`
		Nil    *inner           `json:"nil,omitempty"`
		Zero   float64          `json:"zero,omitempty"`
		Left   string           `json:"-"`
		own    int
	}
	for _, n := range []int{0, 1, 2, 5, longList - 1, longList, 2 * longList} {
		v := outer{Schema: "a,b:{c}[d]", Empty: []inner{}, Any: strings.Repeat("\"", n), own: n}
		for i := range n {
			v.List = append(v.List, inner{Name: strings.Repeat("<", i%70), Words: make([]string, i%3)})
		}
		outers := []outer{v, {}, v}
		for _, v := range []any{v, &v, outers, map[string]outer{"a": v}, struct {
			A []outer `json:"a"`
		}{outers}, struct {
			outer        // not known by its tags
			B     []bool `json:"b"`
		}{outer: v}, struct{}{}, nil, 1, "s"} {
			var compact, got, laid bytes.Buffer
			enc := json.NewEncoder(&compact)
			enc.SetEscapeHTML(false)
			if err := errors.Join(enc.Encode(v), WriteJSON(&got, v, false), WriteJSON(&laid, v, true)); err != nil {
				t.Fatal(err)
			}
			if got.String() != compact.String() {
				t.Fatalf("%d: got %s, want %s", n, got.String(), compact.String())
			}
			if want := inOnePiece(compact.Bytes()); laid.String() != want {
				t.Fatalf("%d: got %s, want %s", n, laid.String(), want)
			}
		}
	}
}

// inOnePiece lays JSON out that is there as a whole.
func inOnePiece(compact []byte) string {
	var b bytes.Buffer
	l := laidOutJSON{to: &b}
	_ = errors.Join(l.piece(bytes.TrimSpace(compact)), l.end()) // a buffer takes everything
	return b.String()
}

// tokenwise lays JSON out that comes in the smallest pieces.
func tokenwise(compact []byte) string {
	var b bytes.Buffer
	l := laidOutJSON{to: &b}
	token := regexp.MustCompile(`"(?:[^"\\\\]|\\\\.)*":?|[^][{}",:]+|.`)
	for _, piece := range token.FindAll(bytes.TrimSpace(compact), -1) {
		_ = l.piece(piece)
	}
	_ = l.end()
	return b.String()
}

// An error of the target ends it.
func TestWriteJSONTellsErrors(t *testing.T) {
	v := make([]string, 100_000)
	for _, indented := range []bool{false, true} {
		if err := WriteJSON(full{}, v, indented); !errors.Is(err, errFull) {
			t.Errorf("indented %t: %v", indented, err)
		}
		if err := WriteJSON(io.Discard, math.Inf(1), indented); err == nil {
			t.Errorf("indented %t: no error", indented)
		}
	}
}

var errFull = errors.New("full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func FuzzWriteJSON(f *testing.F) {
	f.Add(`{"a":[1,{"b":"c,]\\"}],"d":{}}`)
	f.Add(`[[[[]]],"",null,-1.5]`)
	f.Fuzz(func(t *testing.T, src string) {
		var v any
		if json.Unmarshal([]byte(src), &v) != nil {
			return
		}
		var indented, compact, back bytes.Buffer
		if WriteJSON(&indented, v, true) != nil || WriteJSON(&compact, v, false) != nil {
			t.Fatal("a value that was read cannot be written")
		}
		if got, want := tokenwise(compact.Bytes()), inOnePiece(compact.Bytes()); got != want || got != indented.String() {
			t.Fatalf("in small pieces %s, in one %s, written %s", got, want, indented.Bytes())
		}
		if err := json.Compact(&back, indented.Bytes()); err != nil {
			t.Fatalf("%v in %s", err, indented.Bytes())
		}
		back.WriteByte('\n')
		if !bytes.Equal(back.Bytes(), compact.Bytes()) {
			t.Errorf("%s is not %s", back.Bytes(), compact.Bytes())
		}
	})
}
