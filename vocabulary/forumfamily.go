package vocabulary

// ForumNamed is the forum of which a text is a name and nothing else, in any case, with
// or without the spaces and hyphens in it ('g 20', 'Group of Twenty'): what a cell or a
// serial gives. In other text a forum is found by Forum.
func (v *Vocabulary) ForumNamed(text string) (forum string, ok bool) {
	if len(text) > maxLabel {
		return "", false
	}
	forum, ok = v.forumKeys[columnHeadKey(text)]
	return forum, ok
}

// ForumFamily is the name that a forum has beside others that are the same one under
// another name (G7 for G8); of any other forum it is its own.
func (v *Vocabulary) ForumFamily(forum string) string {
	if family, ok := v.families[forum]; ok {
		return family
	}
	return forum
}

// SameForum reports whether two names in use are those of one forum, as G7 and G8 are.
func (v *Vocabulary) SameForum(a, b string) bool { return v.ForumFamily(a) == v.ForumFamily(b) }

// forumFamilies gives the families of those forums that have one. What is said last of
// a forum holds.
func forumFamilies(t Tables) map[string]string {
	x := map[string]string{}
	for _, f := range t.Forums {
		if f.Family != "" {
			x[f.Name] = f.Family
		}
	}
	return x
}
