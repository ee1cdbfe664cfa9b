package main

import (
	"os"
	"syscall"
)

// peakMemory is the most memory that the process or one of its children had
// at once; Linux counts in kilobytes.
func peakMemory(s *os.ProcessState) int64 {
	if r, ok := s.SysUsage().(*syscall.Rusage); ok {
		return r.Maxrss << 10
	}
	return 0
}
