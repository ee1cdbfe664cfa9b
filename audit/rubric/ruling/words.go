package ruling

import (
	"slices"
	"strings"
	"sync"

	"recount.invalid/recount/audit/rubric/token"
	"recount.invalid/recount/audit/stem"
)

// earlier are the stems of words that say together that something was there before.
var earlier = []string{"earlier", "previous", "former", "prior", "before", "made", "summit", "preced", "past"}

// before stands for all of them.
const before = "before"

// Stems are the stems of what words tell, those for what was before as one. What is
// written with a capital is who acts, or where.
func Stems(text string) []string {
	p := token.Borrow(text)
	defer token.GiveBack(p)
	var out []string
	was := false
	for i := range *p {
		t := &(*p)[i]
		s := t.Stem
		if s == "" && len(t.Word) > 4 && !t.Is(token.Common) {
			s = stem.Of(t.Word)
		}
		s = stem.Of(s) // "renewals" and "renewal" meet in "renew"
		capital := text[t.Start] >= 'A' && text[t.Start] <= 'Z' && i > 0
		switch {
		case slices.Contains(earlier, t.Word) || slices.Contains(earlier, s):
			was = true
		case s == "" || capital || slices.Contains(out, s) || t.Is(token.Neutral|token.Auxiliaries|token.Acting) && t.Word != "money" && t.Word != "amount":
		default:
			out = append(out, s)
		}
	}
	if was {
		out = append(out, before)
	}
	slices.Sort(out)
	return out
}

// counted reports whether words have a number in them.
func counted(text string) bool {
	p := token.Borrow(text)
	defer token.GiveBack(p)
	return slices.ContainsFunc(*p, func(t token.Token) bool {
		return t.IsNumber() && t.Word != "a" && t.Word != "an" || strings.ContainsAny(t.Word, "0123456789")
	})
}

// kindred are the stems of words of which one stands for another in such texts.
var kindred = sync.OnceValue(func() [][]string {
	var out [][]string
	for _, line := range []string{
		"verbal declare declares declaration statement states rhetoric speech affirm affirms",
		"domestic home national",
		"international abroad foreign",
		"fund funds money finance sum resources",
		"contribute contribution pay pays paid payment give gives given donate transfer",
		"law legislation act statute",
		"publish publication published",
	} {
		var stems []string
		for _, w := range strings.Fields(line) {
			stems = append(stems, stem.Of(stem.Of(w)))
		}
		out = append(out, stems)
	}
	return out
})

// alike reports whether two stems say the same.
func alike(a, b string) bool {
	if a == b || stem.Same(a, b) {
		return true
	}
	return slices.ContainsFunc(kindred(), func(k []string) bool {
		return slices.ContainsFunc(k, func(s string) bool { return s == a }) && slices.ContainsFunc(k, func(s string) bool { return s == b })
	})
}

// among reports whether a stem is one of the others.
func among(s string, others []string) bool {
	return slices.ContainsFunc(others, func(o string) bool { return alike(s, o) })
}

// within reports whether all stems are among the others.
func within(stems, others []string) bool {
	return !slices.ContainsFunc(stems, func(s string) bool { return !among(s, others) })
}
