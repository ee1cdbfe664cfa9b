package chapter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/scoretext"
	"recount.invalid/recount/parse/internal/marker"
	"recount.invalid/recount/parse/internal/paragraph"
	"recount.invalid/recount/parse/internal/sheet"
)

// The one who wrote a member's section may be named in brackets behind its last
// sentence, without a word for the role. One bracket proves nothing; that most
// of the sections end so does.

// signsInBrackets reports whether the members' sections of the chapters end
// with names in brackets: at least minSectionsSigned, and two of three.
func (r *Reader) signsInBrackets() bool {
	sections, signed := 0, 0
	for _, c := range r.Chapters {
		r.eachSection(c, func(_ string, blocks []*paragraph.Block) {
			for i := len(blocks) - 1; i >= 0; i-- {
				if blocks[i].Table != nil {
					continue
				}
				sections++
				if _, _, ok := r.NameInBrackets(r.Content(blocks[i]).Text); ok {
					signed++
				}
				return
			}
		})
	}
	return signed >= minSectionsSigned && 3*signed >= 2*sections
}

// NameInBrackets reads the names in brackets behind the last sentence of a
// text, or alone in it. at is the offset of the bracket, in characters.
func (r *Reader) NameInBrackets(s string) (name string, at int, ok bool) {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	i := strings.LastIndexByte(s, '(')
	if i < 0 || !strings.HasSuffix(s, ")") {
		return "", 0, false
	}
	if before := strings.TrimRightFunc(s[:i], unicode.IsSpace); before != "" && !sheet.EndsSentence(before) {
		return "", 0, false // it belongs to the sentence
	}
	name = strings.TrimSpace(s[i+1 : len(s)-1])
	if _, member := r.Vocab.Member(name); member || !scoretext.PersonNames(name) {
		return "", 0, false
	}
	return name, utf8.RuneCountInString(s[:i]), true
}

// roleInBrackets reads the role and the names that stand in brackets behind the
// last sentence of a text ("… a score of +1. (Analyst: Name)"). The word for the
// role says what they are, however many sections end so.
func (r *Reader) roleInBrackets(s string) (p model.Person, at int, ok bool) {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	i := strings.LastIndexAny(s, "([")
	if i < 0 || !strings.HasSuffix(s, ")") && !strings.HasSuffix(s, "]") || !sheet.EndsSentence(strings.TrimRightFunc(s[:i], unicode.IsSpace)) {
		return p, 0, false
	}
	_, p.Role, p.Name, ok = r.RoleLine(s[i:])
	return p, utf8.RuneCountInString(s[:i]), ok
}

// maxSignature bounds a role with its names behind a text, in bytes.
const maxSignature = 120

// roleBehind reads the role and the names that stand behind the last sentence of a text as
// one of their own, without brackets ("… a score of +1. Analyst: Name").
func (r *Reader) roleBehind(s string) (p model.Person, at int, ok bool) {
	for i := max(1, len(s)-maxSignature); i < len(s); i++ {
		if s[i] != ' ' || !sheet.EndsSentence(s[:i]) {
			continue
		}
		_, role, name, is := r.RoleLine(s[i+1:])
		if is && scoretext.PersonNames(name) {
			return model.Person{Role: role, Name: name}, utf8.RuneCountInString(s[:i]), true
		}
	}
	return p, 0, false
}

// takeSignature takes the one who is named behind the last sentence of a section off its
// last paragraph.
func (r *Reader) takeSignature(v *verdictBlocks, ts []model.Text) []model.Text {
	last := len(ts) - 1
	if last < 0 {
		return ts
	}
	p, at, ok := r.roleInBrackets(ts[last].Text)
	if !ok {
		p, at, ok = r.roleBehind(ts[last].Text)
	}
	if !ok && r.signed {
		p.Name, at, ok = r.NameInBrackets(ts[last].Text)
	}
	if !ok {
		return ts
	}
	p.At = ts[last].At
	v.people = append(v.people, p)
	if ts[last] = marker.CutText(ts[last], 0, at); ts[last].Text == "" {
		v.blocks = v.blocks[:last]
		return ts[:last]
	}
	return ts
}
