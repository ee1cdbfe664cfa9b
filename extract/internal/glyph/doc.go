// Package glyph knows glyph names: what they mean in Unicode, which codes the
// base encodings give them, and how wide they are in the 14 standard fonts.
// All of it is published data, kept in tables under data and read on first
// use; the package holds no opinion on PDF files.
package glyph
