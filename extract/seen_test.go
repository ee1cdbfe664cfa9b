package extract

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/model"
)

// body is text that is seen; with it on the page, what is not is the smaller
// part.
const body = "BT /F 10 Tf 50 700 Td (The text of the page is seen by all.) Tj ET\n"

// score shows a score that a test hides.
const score = "BT /F 10 Tf 50 600 Td (+1) Tj ET\n"

func seenSheet() sheet {
	layer := func(n int) object.Ref { return object.Ref{Number: n} }
	form := func(d object.Dict, data string) *object.Stream {
		f := object.Dict{"Subtype": object.Name("Form"), "BBox": numbers(0, 0, 600, 800)}
		for k, v := range d {
			f[k] = v
		}
		return stream(f, data)
	}
	group := object.Dict{"S": object.Name("Transparency")}
	picture := func(d object.Dict) *object.Stream {
		i := object.Dict{"Subtype": object.Name("Image"), "Width": int64(1), "Height": int64(1)}
		for k, v := range d {
			i[k] = v
		}
		return stream(i, "x")
	}
	mask := func(content string, kind string) object.Dict {
		return object.Dict{"SMask": object.Dict{"S": object.Name(kind), "G": object.Ref{Number: 40 + len(content)}}}
	}
	names := func(l ...string) (a object.Array) {
		for _, n := range l {
			a = append(a, object.Name(n))
		}
		return a
	}
	tint := object.Dict{"FunctionType": int64(2), "C0": numbers(1), "C1": numbers(0), "N": int64(1)}
	const inside, beside = "1 g 0 0 600 800 re f", "1 g 300 0 300 800 re f"
	objects := map[object.Ref]object.Object{
		layer(1):                       object.Dict{"Type": object.Name("OCG")},
		layer(2):                       object.Dict{"Type": object.Name("OCG")},
		layer(3):                       object.Dict{"Type": object.Name("OCG"), "Usage": object.Dict{"View": object.Dict{"ViewState": object.Name("OFF")}}},
		{Number: 10}:                   form(nil, score),
		{Number: 11}:                   form(object.Dict{"BBox": numbers(0, 0, 200, 500)}, score),
		{Number: 12}:                   form(object.Dict{"Group": group}, score),
		{Number: 13}:                   picture(nil),
		{Number: 14}:                   picture(object.Dict{"ImageMask": true}),
		{Number: 15}:                   picture(object.Dict{"SMask": stream(nil, "\xff\xff")}),
		{Number: 16}:                   picture(object.Dict{"SMask": stream(nil, "\xff\x00")}),
		{Number: 17}:                   picture(object.Dict{"Mask": numbers(0, 1)}),
		{Number: 40 + len(inside)}:     form(object.Dict{"Group": group}, inside),
		{Number: 40 + len(beside)}:     form(object.Dict{"Group": group}, beside),
		{Number: 40 + len("0 0 m f ")}: form(object.Dict{"Group": group}, "0 0 m f "),
	}
	forms := object.Dict{}
	for name, n := range map[string]int{"Form": 10, "Small": 11, "Group": 12, "Picture": 13, "Stencil": 14, "Full": 15, "Partly": 16, "Keyed": 17} {
		forms[object.Name(name)] = object.Ref{Number: n}
	}
	member := func(policy string, groups ...object.Object) object.Dict {
		d := object.Dict{"Type": object.Name("OCMD"), "OCGs": append(object.Array{}, groups...)}
		if policy != "" {
			d["P"] = object.Name(policy)
		}
		return d
	}
	expression := func(a ...object.Object) object.Dict {
		return object.Dict{"Type": object.Name("OCMD"), "VE": append(object.Array{}, a...)}
	}
	return sheet{
		objects: objects,
		catalog: object.Dict{"OCProperties": object.Dict{
			"OCGs": object.Array{layer(1), layer(2), layer(3)},
			"D": object.Dict{"OFF": object.Array{layer(1)},
				"AS": object.Array{object.Dict{"Event": object.Name("View"), "OCGs": object.Array{layer(3)}}}},
		}},
		resources: object.Dict{
			"XObject": forms,
			"ExtGState": object.Dict{
				"Clear": object.Dict{"ca": 0.0}, "ClearLine": object.Dict{"CA": 0.0}, "Half": object.Dict{"ca": 0.5},
				"Multiply": object.Dict{"BM": object.Name("Multiply")}, "Normal": object.Dict{"BM": names("Normal")},
				"Empty": mask("0 0 m f ", "Luminosity"), "EmptyAlpha": mask("0 0 m f ", "Alpha"),
				"Inside": mask(inside, "Luminosity"), "Beside": mask(beside, "Luminosity"),
				"Unmasked": object.Dict{"SMask": object.Name("None")},
			},
			"ColorSpace": object.Dict{
				"None": object.Array{object.Name("Separation"), object.Name("None"), object.Name("DeviceGray"), tint},
				"Ink":  object.Array{object.Name("Separation"), object.Name("Ink"), object.Name("DeviceGray"), tint},
				"RGB":  object.Array{object.Name("ICCBased"), stream(object.Dict{"N": int64(3)}, "")},
				"Few":  object.Array{object.Name("Indexed"), object.Name("DeviceRGB"), int64(1), object.String("\x00\x00\x00\xff\xff\xff")},
			},
			"Properties": object.Dict{
				"Off": layer(1), "On": layer(2), "Doubtful": layer(3),
				"AnyOn": member("", layer(1), layer(2)), "NoneOn": member("AnyOn", layer(1)),
				"AllOn": member("AllOn", layer(1), layer(2)), "AllOff": member("AllOff", layer(1), layer(2)),
				"AnyOff": member("AnyOff", layer(2)), "AnyOffSeen": member("AnyOff", layer(1), layer(2)),
				"Not":    expression(object.Name("Not"), layer(2)),
				"And":    expression(object.Name("And"), layer(2), layer(1)),
				"Or":     expression(object.Name("Or"), layer(1), layer(2)),
				"Nested": expression(object.Name("Not"), object.Array{object.Name("Or"), layer(1), layer(2)}),
			},
			"Shading": object.Dict{"Sh": object.Dict{"ShadingType": int64(2), "Extend": object.Array{true, true}}},
		},
	}
}

func kindsOf(doc *model.Document) string {
	var out []string
	for _, w := range doc.Warnings {
		out = append(out, w.Kind)
	}
	return strings.Join(out, " ")
}

// What the page does not show is left out and told of.
func TestUnseenIsLeftOut(t *testing.T) {
	for _, c := range []struct{ name, content string }{
		{"mode 3", "3 Tr " + score + "0 Tr "},
		{"mode 7", "q 7 Tr " + score + "Q "},
		{"transparent", "/Clear gs " + score},
		{"transparent outline", "/ClearLine gs 1 Tr " + score},
		{"in a transparent group", "/Clear gs /Group Do"},
		{"ink None", "/None cs 1 scn " + score},
		{"white", "1 g " + score},
		{"white, RGB", "1 1 1 rg " + score},
		{"white, CMYK", "0 0 0 0 k " + score},
		{"nearly white", "0.98 g " + score},
		{"white, a profile's", "/RGB cs 1 1 1 scn " + score},
		{"white, of a list", "/Few cs 1 sc " + score},
		{"no ink", "/Ink cs 0 scn " + score},
		{"white outline", "1 G 1 Tr " + score},
		{"white in a form", "1 g /Form Do"},
		{"black on black", "0 g 40 590 100 30 re f " + score},
		{"white on white on black", "0 g 40 590 100 30 re f 1 g 45 595 50 20 re f " + score},
		{"grey on grey", "0.5 g 40 590 100 30 re f 0.51 g " + score},
		{"tiny", "BT /F 0.4 Tf 50 600 Td (+1) Tj ET"},
		{"tiny by its matrix", "BT /F 10 Tf 0.05 0 0 0.05 50 600 Tm (+1) Tj ET"},
		{"too narrow", "BT /F 10 Tf 5 Tz 50 600 Td (+1) Tj ET"},
		{"clipped away", "q 0 0 1 1 re W n " + score + "Q"},
		{"clipped to nothing", "q 10 10 m 10 10 l W n " + score + "Q"},
		{"clipped beside", "q 40 500 100 90 re W* n " + score + "Q"},
		{"clipped to a strip", "q 0 599 600 2 re W n " + score + "Q"},
		{"clipped to a circle beside", "q 300 300 m 350 300 350 350 300 350 c W n " + score + "Q"},
		{"beyond a form's box", "/Small Do"},
		{"empty mask", "/Empty gs " + score},
		{"empty mask of alpha", "/EmptyAlpha gs " + score},
		{"beside a mask", "/Beside gs " + score},
		{"group beside a mask", "/Beside gs /Group Do"},
		{"under a white box", score + "1 g 45 595 40 20 re f"},
		{"under a black box", score + "0 g 45 595 40 20 re f"},
		{"under two boxes", score + "1 g 45 595 40 8 re f 45 603 40 12 re f"},
		{"under a polygon", score + "1 g 30 600 m 56 570 l 90 600 l 56 640 l f"},
		{"under a thick line", score + "1 G 20 w 40 604 m 90 604 l S"},
		{"under a picture", score + "q 40 0 0 20 45 595 cm /Picture Do Q"},
		{"under an inline picture", score + "q 40 0 0 20 45 595 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"},
		{"under a picture that its mask shows", score + "q 40 0 0 20 45 595 cm /Full Do Q"},
		{"under a shading", score + "q 45 595 40 20 re W n /Sh sh Q"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := seenSheet()
			s.content = body + c.content
			doc := s.document(t)
			wantText(t, doc.Pages[0], "The text of the page is seen by all.")
			if got := kindsOf(doc); got != "unseen" {
				t.Errorf("warnings: %q, want unseen", got)
			}
			if w := doc.Warnings; len(w) > 0 && (w[0].At.Page() != 1 || w[0].At[0].Box.X0() > 60 || w[0].At[0].Box.Bottom() < 190) {
				t.Errorf("at %v, want the score's place", w[0].At)
			}
		})
	}
}

// What the page shows is read, however it is drawn.
func TestSeenIsRead(t *testing.T) {
	for _, c := range []struct{ name, content string }{
		{"black", score},
		{"white on a dark cell", "0 0 0.5 rg 40 590 100 30 re f 1 g " + score},
		{"white on a cell of a thick line", "0 0 0.5 RG 30 w 40 604 m 140 604 l S 1 g " + score},
		{"white on a rounded cell", "0 g 40 590 m 140 590 l 145 590 145 595 145 600 c 145 620 l 40 620 l f 1 g " + score},
		{"white on a picture", "q 100 0 0 30 40 590 cm /Picture Do Q 1 g " + score},
		{"white on a shading", "q 40 590 100 30 re W n /Sh sh Q 1 g " + score},
		{"white with a dark outline", "1 g 0 G 2 Tr " + score},
		{"outline", "1 Tr " + score},
		{"white, mixed", "/Multiply gs 1 g " + score},
		{"light grey", "0.85 g " + score},
		{"ink", "/Ink cs 1 scn " + score},
		{"a pattern", "/Pattern cs /P scn " + score},
		{"half transparent", "/Half gs " + score},
		{"back to black", "q 1 g Q " + score},
		{"in a form", "/Form Do"},
		{"in a group", "/Half gs /Group Do"},
		{"in a mask", "/Inside gs " + score},
		{"after a mask", "/Empty gs /Unmasked gs " + score},
		{"clip that contains it", "q 40 590 100 30 re W n " + score + "Q"},
		{"clip of a path that contains it", "q 40 590 m 140 590 l 150 605 l 140 620 l 40 620 l h W n " + score + "Q"},
		{"clip of another state", "q 0 0 1 1 re W n Q " + score},
		{"a filled shape of letters", "q BT /F 10 Tf 7 Tr 50 600 Td (+1) Tj ET 0 g 0 0 600 800 re f Q"},
		{"on a white box", "1 g 45 595 40 20 re f 0 g " + score},
		{"over a watermark", "0.9 g BT /B 60 Tf 0.7 0.7 -0.7 0.7 40 560 Tm ET 0 g " + score},
		{"on a picture of the page", "q 600 0 0 800 0 0 cm /Picture Do Q " + body + score},
		{"under a transparent box", score + "/Half gs 1 g 45 595 40 20 re f"},
		{"under a mixed box", score + "/Multiply gs 1 1 0 rg 45 595 40 20 re f"},
		{"mixed no more", score + "/Multiply gs /Normal gs 1 1 0 rg 45 500 40 20 re f"},
		{"under a stencil", score + "q 40 0 0 20 45 595 cm /Stencil Do Q"},
		{"under an inline stencil", score + "q 40 0 0 20 45 595 cm BI /W 8 /H 1 /IM true ID x EI Q"},
		{"under a picture with a mask", score + "q 40 0 0 20 45 595 cm /Partly Do Q"},
		{"under a picture with a key", score + "q 40 0 0 20 45 595 cm /Keyed Do Q"},
		{"under a frame", score + "0 g 40 590 100 30 re 45 595 90 20 re f*"},
		{"under a box with a hole", score + "0 g 40 590 100 30 re 45 595 m 90 595 l 90 617 l 45 617 l h 10 10 m 20 10 l 20 20 l f*"},
		{"struck through", score + "1 w 45 604 m 70 604 l S"},
		{"underlined", score + "45 598 30 1 re f"},
		{"beside a box", score + "1 g 80 595 40 20 re f"},
		{"a box that is cut off", score + "q 200 200 10 10 re W n 1 g 45 595 40 20 re f Q"},
		{"a box that paints nothing", score + "/Clear gs 1 g 45 595 40 20 re f"},
		{"a layer that is on", "/OC /On BDC " + score + "EMC"},
		{"one of two layers is on", "/OC /AnyOn BDC " + score + "EMC"},
		{"one of two layers is off", "/OC /AnyOffSeen BDC " + score + "EMC"},
		{"either layer", "/OC /Or BDC " + score + "EMC"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := seenSheet()
			s.content = body + c.content
			if strings.Contains(c.content, body) {
				s.content = c.content
			}
			doc := s.document(t)
			wantText(t, doc.Pages[0], "The text of the page is seen by all.\n+1")
			if got := kindsOf(doc); got != "" {
				t.Errorf("warnings: %q, want none", got)
			}
		})
	}
}

// Layers that are off are not part of the document as it is opened.
func TestLayersOff(t *testing.T) {
	for _, name := range []string{"Off", "NoneOn", "AllOn", "AllOff", "AnyOff", "Not", "And", "Nested"} {
		t.Run(name, func(t *testing.T) {
			s := seenSheet()
			s.content = body + "/OC /" + name + " BDC " + score + "EMC"
			wantText(t, s.read(t), "The text of the page is seen by all.")
		})
	}
	s := seenSheet()
	s.content = body + "/OC /Doubtful BDC " + score + "EMC"
	doc := s.document(t)
	wantText(t, doc.Pages[0], "The text of the page is seen by all.\n+1")
	if got := kindsOf(doc); got != "unseen" {
		t.Errorf("warnings: %q, want unseen for a layer that some programs hide", got)
	}
	s = seenSheet()
	s.content = body + "/OC /Off BDC " + score + "EMC"
	properties := s.catalog["OCProperties"].(object.Dict)
	properties["D"] = object.Dict{"BaseState": object.Name("OFF"), "ON": object.Array{object.Ref{Number: 1}}}
	wantText(t, s.read(t), "The text of the page is seen by all.\n+1")
}

// Letters are looked at one by one: of a row only what is covered is left out.
func TestPartOfARowIsCovered(t *testing.T) {
	doc := sheet{content: "BT /F 10 Tf 50 600 Td (Germany has -1 here and more of it) Tj ET 1 g 112 595 14 20 re f"}.document(t)
	wantText(t, doc.Pages[0], "Germany has here and more of it")
	if got := kindsOf(doc); got != "unseen" {
		t.Errorf("warnings: %q", got)
	}
	// A cell cuts what is too long for it.
	doc = sheet{content: "q 50 590 48 20 re W n BT /F 10 Tf 52 600 Td (0.50 \\(75%\\) and 0.25) Tj ET Q"}.document(t)
	wantText(t, doc.Pages[0], "0.50 (75%")
}

// A row of dots is cut at the room that it has; nothing is lost with it.
func TestDotsAreCut(t *testing.T) {
	doc := sheet{content: "q 50 590 48 20 re W n BT /F 10 Tf 52 600 Td (Gear ................................) Tj ET Q"}.document(t)
	if got := kindsOf(doc); got != "" || !strings.HasPrefix(text(doc.Pages[0]), "Gear ...") {
		t.Errorf("warnings: %q, text %q", got, text(doc.Pages[0]))
	}
}

// A picture of a page with an invisible layer is read as recognised text, as
// is text below the picture.
func TestRecognisedLayer(t *testing.T) {
	const page = "q 600 0 0 800 0 0 cm /Picture Do Q "
	for name, content := range map[string]string{
		"above":         page + "3 Tr " + body,
		"below":         body + page,
		"transparent":   page + "/Clear gs " + body,
		"in strips":     strings.Repeat("q 600 0 0 80 0 0 cm /Picture Do Q ", 6) + "3 Tr " + body,
		"with a header": page + "3 Tr " + body + "0 Tr BT /F 8 Tf 50 780 Td (Copy of 7 May) Tj ET",
	} {
		t.Run(name, func(t *testing.T) {
			s := seenSheet()
			s.content = content
			doc := s.document(t)
			if got := text(doc.Pages[0]); !strings.Contains(got, "The text of the page is seen by all.") {
				t.Errorf("text %q", got)
			}
			if got := kindsOf(doc); got != "recognised" {
				t.Errorf("warnings: %q, want recognised", got)
			}
			for _, l := range doc.Pages[0].Lines {
				for _, r := range l.Runs {
					if r.Hidden != (r.Size > 9) {
						t.Errorf("%q: hidden %v", r.Text, r.Hidden)
					}
				}
			}
		})
	}
	// Without a picture it is an unseen text that was read.
	doc := sheet{content: "3 Tr " + body}.document(t)
	if got := kindsOf(doc); got != "unseen" || text(doc.Pages[0]) == "" {
		t.Errorf("warnings: %q, text %q", got, text(doc.Pages[0]))
	}
}

// An invisible copy of what is seen is no text of its own.
func TestInvisibleCopy(t *testing.T) {
	for _, shift := range []float64{0, 0.3, 2} {
		content := body + fmt.Sprintf("BT /I 10.2 Tf 3 Tr %g %g Td (The text of the page is seen by all.) Tj ET", 50+shift, 700-shift)
		doc := sheet{content: content}.document(t)
		wantText(t, doc.Pages[0], "The text of the page is seen by all.")
		if got := kindsOf(doc); got != "" {
			t.Errorf("shifted by %g: warnings: %q, want none", shift, got)
		}
	}
	// A figure that is another is told of.
	doc := sheet{content: "BT /F 10 Tf 50 700 Td (The average is 0.50 as printed) Tj ET BT 3 Tr /F 10 Tf 50 700 Td (The average is 0.80 as printed) Tj ET"}.document(t)
	wantText(t, doc.Pages[0], "The average is 0.50 as printed")
	if got := kindsOf(doc); got != "unseen" {
		t.Errorf("warnings: %q, want unseen", got)
	}
}
