package object

// Repairer is a Reader that can say what it had to repair to read the file.
type Repairer interface {
	// Repairs are sentences for a user, in a fixed order; none where the file
	// was read as it stands. They cover what was loaded so far.
	Repairs() []string
}

// Repairs are the repairs of a Reader, if it makes any.
func Repairs(r Reader) []string {
	if v, ok := r.(Repairer); ok {
		return v.Repairs()
	}
	return nil
}
