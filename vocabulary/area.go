package vocabulary

import "strings"

// Area is the name under which an issue area is counted, by a name that is
// printed for it; ok is false for an area that is not known.
func (v *Vocabulary) Area(printed string) (name string, ok bool) {
	name, ok = v.areas[areaKey(printed)]
	return name, ok
}

// areaKey is the form in which names of areas are compared.
func areaKey(s string) string {
	s = strings.ReplaceAll(Fold(s), "&", " and ")
	return strings.Join(strings.Fields(strings.Trim(s, ".:;,")), " ")
}

func areaIndex(t Tables) map[string]string {
	out := make(map[string]string, 4*len(t.Areas))
	for _, a := range t.Areas {
		for _, name := range append([]string{a.Name}, a.Also...) {
			if key := areaKey(name); key != "" {
				out[key] = a.Name
			}
		}
	}
	return out
}
