// Package blind measures recount with reports by strangers: invented reports
// whose authors never saw the program, each a PDF with a hand-verified truth
// beside it (NAME.pdf, NAME.json). Every field of the truth is held against
// what extract gives, and the defects that were planted against what audit
// finds.
//
// Beside the fields that are right it counts two things about the warnings.
// A wrong field is silent when no warning is about its object, so that the
// reader cannot know; the burden is the share of right objects that warnings
// name all the same, so that the reader looks in vain.
package blind
