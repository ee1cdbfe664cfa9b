package extract_test

import (
	"bytes"
	"context"
	"fmt"

	"recount.invalid/recount/extract"
	"recount.invalid/recount/fixtures"
)

// The first lines of a PDF, with their places: points from the page's top left
// corner.
func ExampleRead() {
	pdf := bytes.NewReader(fixtures.SamplePDF)
	doc, err := extract.Read(context.Background(), "sample.pdf", pdf, pdf.Size(), extract.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(doc.Pages), "pages")
	for _, line := range doc.Pages[0].Lines[:3] {
		fmt.Printf("page %d, %.0f points from the top: %s\n", line.Page, line.Box[1], line.Text())
	}
	// Output:
	// 8 pages
	// page 1, 176 points from the top: 2025 G7 Aldersea Summit
	// page 1, 200 points from the top: Final Compliance Report
	// page 1, 230 points from the top: 19 June 2025 to 23 May 2026
}
