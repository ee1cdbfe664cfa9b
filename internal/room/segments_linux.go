//go:build linux && (amd64 || arm64)

package room

import "syscall"

// mostMappings is how much of the list of mappings is looked at, in bytes; the program
// stands first in it.
const mostMappings = 1 << 10

// forSegments calls f for the parts of the program's file that are mapped to be read
// or run and not to be written. Where the system does not tell, there are none.
func forSegments(f func(from, size uintptr)) {
	fd, err := syscall.Open("/proc/self/maps", syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return
	}
	var room [mostMappings]byte
	n, _ := syscall.Read(fd, room[:])
	_ = syscall.Close(fd) // it was only read
	for rest := room[:max(n, 0)]; ; {
		var line []byte
		if line, rest = cutLine(rest); line == nil {
			return
		}
		if from, to, ok := segment(line); ok {
			f(from, to-from)
		}
	}
}

// cutLine cuts the first whole line off; nil where there is none.
func cutLine(text []byte) (line, rest []byte) {
	for i, c := range text {
		if c == '\n' {
			return text[:i], text[i+1:]
		}
	}
	return nil, nil
}

// segment reads a line of mappings, "400000-a12000 r-xp 00000000 fe:00 27 /bin/recount";
// it is not ok where that can be written or is of no file.
func segment(line []byte) (from, to uintptr, ok bool) {
	from, line = hex(line)
	if len(line) == 0 || line[0] != '-' {
		return 0, 0, false
	}
	to, line = hex(line[1:])
	ok = len(line) > 3 && line[1] == 'r' && line[2] != 'w'
	for _, c := range line {
		if c == '/' {
			return from, to, ok && from < to
		}
	}
	return 0, 0, false
}

// hex reads the number that a text begins with.
func hex(text []byte) (n uintptr, rest []byte) {
	for i, c := range text {
		switch {
		case c >= '0' && c <= '9':
			n = n<<4 | uintptr(c-'0')
		case c >= 'a' && c <= 'f':
			n = n<<4 | uintptr(c-'a'+10)
		default:
			return n, text[i:]
		}
	}
	return n, nil
}
