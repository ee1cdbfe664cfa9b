package extract

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"recount.invalid/recount/extract/object"
)

// FuzzRead reads any bytes as a file.
func FuzzRead(f *testing.F) {
	f.Add(written(1))
	f.Add([]byte("%PDF-1.4\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		doc, err := Read(ctx, "fuzz.pdf", bytes.NewReader(b), int64(len(b)), Options{Limits: small})
		if ctx.Err() != nil {
			t.Fatal("did not end")
		}
		if (doc == nil) == (err == nil) {
			t.Fatal("neither a document nor an error, or both")
		}
		if doc != nil {
			checkDocument(t, doc)
		}
	})
}

var small = object.Limits{StreamFloor: 1 << 20, StreamMax: 4 << 20, DocumentFloor: 8 << 20, Pages: 50, GlyphsPerPage: 20_000, Time: 5 * time.Second}

// FuzzContent runs any bytes as a page's content and as a form's.
func FuzzContent(f *testing.F) {
	f.Add([]byte(writtenPage(1)))
	f.Add([]byte("/X Do BI /W 1 ID x EI q 1 0 0 1 0 0 cm BT /C 9 Tf <0001> Tj 3 Tr [(a) -9 (b)] TJ ET Q /Span <</ActualText (x)>> BDC (a) Tj EMC"))
	f.Add([]byte("BT /F 1 Tf 1e9 0 0 1e-9 0 0 Tm (x) Tj 0 0 0 0 0 0 Tm (y) Tj /V 10 Tf (ab) ' 0 Tz (x) Tj -100 Tz (x) Tj ET 1 2 3 re f S"))
	// A fraction with more zeros than a float has places once ended the page.
	f.Add([]byte("0.00000000000000001776 -.0000000000000000000000000000001 99999999999999999999.5 +-1e5 1.2.3 12-34 0 0 cm BT /F 10 Tf 50 700 Td (x) Tj ET"))
	f.Add([]byte("q 10 10 500 700 re W n 50 600 200 0.5 re 50 600.1 200 0.4 re f* 0 0 m 1 2 3 4 5 6 c 1 2 3 4 v 1 2 3 4 y h B* b* W* n BT /Z 9 Tf (x) \" 3 TL T* 2 Ts 50 Tz 1 Tc 2 Tw [[(a) 1] <</A /B>> (c)] TJ ET Q"))
	f.Add([]byte("BI /W 2 /H 2 /BPC 8 /CS /G /F [/AHx /Fl] /D [1 0] ID EI EI BT /F 9 Tf <41 4> Tj (a\\9\\053\\\n) ' ET EI [<</A [<</B (c)>>]>>] 0 d /P MP /P /Q DP BMC EMC EMC sh gs"))
	f.Fuzz(func(t *testing.T, b []byte) {
		s := sheet{
			content: string(b),
			fonts: object.Dict{"C": composed(nil, nil), "V": composed(nil, object.Dict{"Encoding": object.Name("Identity-V")}),
				"Z": simpleFont("ZapfDingbats")},
			resources: object.Dict{"XObject": object.Dict{"X": object.Ref{Number: 1}}},
			objects: map[object.Ref]object.Object{{Number: 1}: stream(object.Dict{"Subtype": object.Name("Form"),
				"Matrix": numbers(0, 1, -1, 0, 300, 0)}, string(b))},
			limits: small,
		}
		doc := s.document(t)
		for _, w := range doc.Warnings {
			if strings.Contains(w.Text, "internal error") {
				t.Fatal(w.Text)
			}
		}
		checkDocument(t, doc)
	})
}
