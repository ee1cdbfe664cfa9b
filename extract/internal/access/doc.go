// Package access gives what an opened PDF has as values that can be worked with: references
// followed, numbers that can be computed with, streams unpacked, and what limits kept from
// being read remembered.
package access
