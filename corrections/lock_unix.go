//go:build unix

package corrections

import (
	"os"
	"syscall"
)

// lockFolder waits for the lock on a folder. The folder itself is locked, so that
// no file is left beside the reports; the system gives the lock back when the
// process ends, also after kill -9.
func lockFolder(dir string) (unlock func(), err error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	for {
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX)
		if err != syscall.EINTR {
			break
		}
	}
	if err != nil {
		_ = f.Close() // nothing was written
		return nil, err
	}
	return func() { _ = f.Close() }, nil // closing unlocks
}
