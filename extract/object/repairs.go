package object

// Repairer is a Reader that can say what it had to repair to read the file.
type Repairer interface {
	// Repairs are sentences for a user, in a fixed order; none where the file
	// was read as it stands. They cover what was loaded so far.
	Repairs() []string
	// Lossy reports whether what was loaded so far may differ from what was
	// written, repaired or not: objects are lost, or the bytes of streams are
	// not those that their checksums belong to.
	Lossy() bool
}

// Repairs are the repairs of a Reader, if it makes any.
func Repairs(r Reader) []string {
	if v, ok := r.(Repairer); ok {
		return v.Repairs()
	}
	return nil
}

// Lossy reports whether what a Reader gave may differ from what was written;
// false for readers that cannot tell.
func Lossy(r Reader) bool {
	v, ok := r.(Repairer)
	return ok && v.Lossy()
}
