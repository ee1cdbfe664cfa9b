package output

import (
	"fmt"
	"strings"

	"recount.invalid/recount/model"
)

// PageDrawing draws a page as a whole as an SVG document: its text and its ruled
// lines where extract saw them. It is not a picture of the page.
func PageDrawing(page *model.Page) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %[1]s %[2]s" width="%[1]s" height="%[2]s" font-family="serif">`+
		`<path fill="#fff" d="M0 0H%[1]sV%[2]sH0Z"/>`, num(page.Width), num(page.Height))
	for _, r := range page.Rules {
		if finite(r.Box) {
			fmt.Fprintf(&b, `<path stroke="#888" stroke-width="0.6" d="M%s %sL%s %s"/>`, num(r.Box.X0()), num(r.Box.Top()), num(r.Box.X1()), num(r.Box.Bottom()))
		}
	}
	scan := allHidden(page)
	for _, l := range page.Lines {
		for _, r := range l.Runs {
			if scan || !r.Hidden {
				runText(&b, l, r)
			}
		}
	}
	b.WriteString("</svg>")
	return []byte(b.String())
}
