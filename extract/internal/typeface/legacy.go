package typeface

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// legacySet is a character set of the predefined CMaps (PDF 32000-1, table
// 118). Their CID tables are not needed: the codes themselves are text.
type legacySet struct {
	words    []string // one of them stands in the CMap's name
	encoding encoding.Encoding
	spaces   []codeSpace
	raised   bool // seven-bit codes of JIS: the set is EUC's with the high bits taken off
}

// pairs is the code space of most: a byte below 0x80 alone, others in pairs.
var pairs = []codeSpace{{1, 0x00, 0x80}, {2, 0x8130, 0xfeff}}

var legacySets = []legacySet{
	{words: []string{"GBK2K"}, encoding: simplifiedchinese.GB18030, spaces: append(pairs[:2:2], codeSpace{4, 0x81308130, 0xfe39fe39})},
	{words: []string{"GB-EUC", "GBpc-EUC", "GBK", "GBT-EUC"}, encoding: simplifiedchinese.GBK, spaces: pairs},
	{words: []string{"B5", "HKscs", "ETen"}, encoding: traditionalchinese.Big5, spaces: pairs},
	{words: []string{"RKSJ"}, encoding: japanese.ShiftJIS, spaces: []codeSpace{{1, 0x00, 0x80}, {1, 0xa0, 0xdf}, {2, 0x8140, 0x9ffc}, {2, 0xe040, 0xfcfc}}},
	{words: []string{"KSC", "KSCms", "KSCpc"}, encoding: korean.EUCKR, spaces: pairs},
	{words: []string{"EUC"}, encoding: japanese.EUCJP, spaces: []codeSpace{{1, 0x00, 0x80}, {2, 0x8ea0, 0x8edf}, {2, 0xa1a1, 0xfefe}}},
	{words: []string{"H", "V", "Add-H", "Add-V", "Ext-H", "Ext-V"}, encoding: japanese.EUCJP, spaces: []codeSpace{{2, 0x2121, 0x7e7e}}, raised: true},
}

// legacyOf finds the character set of a predefined CMap by its name.
func legacyOf(name string) *legacySet {
	for i := range legacySets {
		for _, w := range legacySets[i].words {
			if name == w || len(w) > 1 && !legacySets[i].raised && strings.Contains(name, w) {
				return &legacySets[i]
			}
		}
	}
	return nil
}

// text decodes one code; "" where the set does not have it.
func (l *legacySet) text(code []byte) string {
	b := code
	if l.raised {
		b = make([]byte, len(code))
		for i, c := range code {
			b[i] = c | 0x80
		}
	}
	s, err := l.encoding.NewDecoder().Bytes(b)
	if err != nil || !utf8.Valid(s) || strings.ContainsRune(string(s), utf8.RuneError) {
		return ""
	}
	return string(s)
}
