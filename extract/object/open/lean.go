//go:build lean

package open

// libraries are left out.
var libraries []library
