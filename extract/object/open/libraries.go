//go:build !lean

package open

import (
	"recount.invalid/recount/extract/object/ledongthuc"
	"recount.invalid/recount/extract/object/pdfcpu"
)

// libraries are in the order in which auto tries them when native refuses.
var libraries = []library{
	{pdfcpuName, pdfcpu.Open, false},
	{ledongthucName, ledongthuc.Open, true},
}
