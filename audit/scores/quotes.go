package scores

import "bytes"

// tidyQuotes puts quotation marks where RFC 4180 has them: blanks between a
// separator and a quotation mark go (`a, "b"`), and so does the sign of
// equality with which exporters make a cell a text (`="1"`). Everything else,
// what stands within quotation marks above all, stays as it is.
func tidyQuotes(text []byte, separator byte) []byte {
	if !bytes.Contains(text, []byte(`="`)) && !bytes.Contains(text, []byte(` "`)) && !bytes.Contains(text, []byte("\t\"")) &&
		!bytes.Contains(text, []byte(`" `)) {
		return text
	}
	out := make([]byte, 0, len(text))
	for at := 0; at < len(text); {
		start := at // of a cell
		for at < len(text) && (text[at] == ' ' || text[at] == '\t') && text[at] != separator {
			at++
		}
		if end := quotedEnd(text, at, separator); end > at {
			out = append(out, bytes.TrimRight(text[at:end], " ")...)
			at = end
		} else if end := quotedEnd(text, at+1, separator); at < len(text) && text[at] == '=' && end > at+1 {
			out = append(out, bytes.TrimRight(text[at+1:end], " ")...)
			at = end
		} else {
			at = start
			for at < len(text) && text[at] != separator && text[at] != '\n' {
				at++
			}
			out = append(out, text[start:at]...)
		}
		if at < len(text) { // the separator or the end of the line
			if text[at] == '\r' {
				out = append(out, '\r')
				at++
			}
			out = append(out, text[at])
			at++
		}
	}
	return out
}

// quotedEnd is where a cell ends that begins with a quotation mark at the
// place: before the separator or the line's end, and behind blanks. It is the
// place itself where no such cell stands there.
func quotedEnd(text []byte, at int, separator byte) int {
	if at >= len(text) || text[at] != '"' {
		return at
	}
	for i := at + 1; i < len(text); i++ {
		if text[i] != '"' {
			continue
		}
		if i+1 < len(text) && text[i+1] == '"' {
			i++
			continue
		}
		for i++; i < len(text) && text[i] == ' '; i++ {
		}
		if i == len(text) || text[i] == separator || text[i] == '\n' || text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n' {
			return i
		}
		return at
	}
	return at
}
