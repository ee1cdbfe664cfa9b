package glyph

// wingdings are the signs of the Wingdings font that stand in texts as
// bullets, boxes and arrows, by code, with the characters that Unicode has
// for them (ISO/IEC JTC1/SC2/WG2 N4384). Its other codes are pictures.
var wingdings = map[byte]string{
	0x20: " ",
	0x6c: "\u25cf", 0x6e: "\u25a0", 0x6f: "\u25a1", 0x71: "\u2751", 0x72: "\u2752",
	0x75: "\u25c6", 0x76: "\u2756", 0x77: "\u2b25", 0x9e: "\u00b7", 0x9f: "\u2022",
	0xa1: "\u25cb", 0xa7: "\u25aa", 0xa8: "\u25fb",
	0xd8: "\u27a2", 0xdf: "\u2190", 0xe0: "\u2192", 0xe8: "\u2794", 0xf0: "\u21e8",
	0xfb: "\u2717", 0xfc: "\u2713", 0xfd: "\u2612", 0xfe: "\u2611",
}

// Wingding gives the text of a code of the Wingdings font, whose codes mean
// letters in no encoding.
func Wingding(code byte) (string, bool) {
	s, ok := wingdings[code]
	return s, ok
}
