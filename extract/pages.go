package extract

import (
	"math"
	"slices"

	"recount.invalid/recount/extract/internal/access"
	"recount.invalid/recount/extract/internal/content"
	"recount.invalid/recount/extract/internal/plane"
	"recount.invalid/recount/extract/object"
)

// pageNode is one page of the page tree, with what it inherits.
type pageNode struct {
	dict      object.Dict
	resources object.Object
	mediaBox  []float64
	cropBox   []float64
	rotate    int // 0, 90, 180 or 270, clockwise
	// lost says what of the page is not in the file, "" where all is.
	lost string
	// misspelt is an entry that stands under another name, "" where none does.
	misspelt object.Name
}

// pageTree walks the page tree once (PDF 32000-1, 7.7.3). A node with kids
// that was met before is not walked again, so a cycle ends; a page that the
// tree names twice is shown twice.
func (f *file) pageTree(root object.Object) (pages []pageNode, err error) {
	seen, shown := map[object.Ref]bool{}, map[object.Ref]bool{}
	var walk func(o object.Object, above pageNode, depth int) error
	walk = func(o object.Object, above pageNode, depth int) error {
		ref, indirect := o.(object.Ref)
		if indirect && seen[ref] {
			return nil
		}
		d := f.Dict(o)
		if d == nil {
			if depth > 0 && (f.Absent(o) || f.Resolve(o) != nil) {
				f.lostPages = append(f.lostPages, len(pages)+1)
			}
			return nil
		}
		node := f.inherit(above, d)
		kids := f.Array(d["Kids"])
		if leaf := kids == nil || f.Name(d["Type"]) == "Page"; indirect && !leaf {
			seen[ref] = true
		} else if leaf {
			if len(pages) >= f.Limits.Pages {
				return &object.LimitError{Limit: "Pages", Max: int64(f.Limits.Pages)}
			}
			if depth > 0 && f.noPage(d) {
				f.lostPages = append(f.lostPages, len(pages)+1)
			}
			if depth > 0 || d["Contents"] != nil || f.Name(d["Type"]) == "Page" {
				pages = append(pages, node)
				if indirect && shown[ref] {
					f.twicePages = append(f.twicePages, len(pages))
				}
				shown[ref] = indirect
			}
			return nil
		}
		if depth >= f.Limits.Nesting {
			return f.Limits.TooDeep()
		}
		for _, k := range kids {
			if err := walk(k, node, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	err = walk(root, pageNode{}, 0)
	return pages, err
}

// noPage reports whether what the tree names as a page is something else, so that
// the page itself was lost.
func (f *file) noPage(d object.Dict) bool {
	if d["Contents"] != nil {
		return false
	}
	kind := f.Name(d["Type"])
	if n, ok := f.Number(d["Count"]); kind == "Pages" && d["Kids"] == nil && ok && n > 0 {
		return true // its list was lost
	}
	return kind != "" && kind != "Page" && kind != "Pages" || kind == "" && d["Parent"] == nil && d["MediaBox"] == nil
}

// pageParts are the entries of a page whose loss changes what is read.
var pageParts = []object.Name{"Contents", "Resources", "MediaBox", "CropBox", "Rotate"}

func (f *file) inherit(above pageNode, d object.Dict) pageNode {
	n := above
	n.dict = d
	if r := d["Resources"]; r != nil {
		n.resources = r
		if f.Dict(r) == nil && f.Absent(r) {
			n.lost = "its resources are"
		}
	}
	if b := f.Numbers(d["MediaBox"], 4); b != nil {
		n.mediaBox = b
	} else if d["MediaBox"] != nil {
		n.lost = "its size is"
	}
	if part := access.Misspelt(d, pageParts); part != "" {
		n.misspelt = part
	}
	if b := f.Numbers(d["CropBox"], 4); b != nil {
		n.cropBox = b
	}
	if v, ok := f.Number(d["Rotate"]); ok {
		n.rotate = ((int(math.Round(v/90))*90)%360 + 360) % 360
	}
	return n
}

// letterSize is the page size that stands in for a missing or absurd MediaBox.
var letterSize = [4]float64{0, 0, 612, 792}

// display gives the matrix from the page's user space to display space (see
// model's package comment) and the page's size as displayed.
func (n pageNode) display() (m plane.Matrix, width, height float64) {
	box := letterSize
	if b, ok := plane.Rectangle(n.mediaBox); ok {
		box = b
	}
	if c, ok := plane.Rectangle(n.cropBox); ok {
		// The crop box counts only as far as it lies on the medium.
		c = [4]float64{max(box[0], c[0]), max(box[1], c[1]), min(box[2], c[2]), min(box[3], c[3])}
		if c[2] > c[0] && c[3] > c[1] {
			box = c
		}
	}
	w, h := box[2]-box[0], box[3]-box[1]
	switch n.rotate {
	case 90:
		return plane.Matrix{0, 1, 1, 0, -box[1], -box[0]}, h, w
	case 180:
		return plane.Matrix{-1, 0, 0, 1, box[2], -box[1]}, w, h
	case 270:
		return plane.Matrix{0, -1, -1, 0, box[3], box[2]}, h, w
	}
	return plane.Matrix{1, 0, 0, -1, -box[0], box[3]}, w, h
}

// view is the page for whoever draws on it.
func (n pageNode) view() content.View {
	m, w, h := n.display()
	return content.View{Space: m, Width: w, Height: h, Resources: n.resources, Annotations: n.dict["Annots"]}
}

// misnamed reports whether a page has no content under that name, and has a
// stream under a name that pages do not have: a damaged key looks like that,
// and the page like a blank one.
func (f *file) misnamed(page object.Dict) bool {
	if page["Contents"] != nil {
		return false
	}
	for k, v := range page {
		if k == "Thumb" || k == "Metadata" {
			continue
		}
		if parts := f.Array(v); f.Stream(v) != nil || len(parts) > 0 && !slices.ContainsFunc(parts, func(o object.Object) bool { return f.Stream(o) == nil }) {
			return true
		}
	}
	return false
}
