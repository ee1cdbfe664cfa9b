// Package join joins the lines of a paragraph. Whether a line's end divides a word, a
// compound or an address decides what becomes of it, so that addresses are found here too.
//
//	paragraphs  Lines                               hyphen.go
//	evidence    WordEvidence                        wordevidence.go
//	addresses   HasAddress, FindAddress             address.go
//	            where they end over lines           addressend.go
package join
