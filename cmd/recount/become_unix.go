//go:build lean && unix

package main

import (
	"os"
	"syscall"
)

// become puts another program in this one's place; it returns only an error.
func become(path string) error {
	return syscall.Exec(path, os.Args, os.Environ())
}
