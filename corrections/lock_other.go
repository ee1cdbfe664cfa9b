//go:build !unix

package corrections

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"time"
)

// lockWait bounds the wait for somebody who writes a few rows.
const lockWait = 10 * time.Second

// ErrLocked is returned where another process did not let go of the lock.
var ErrLocked = errors.New("another program is writing to it")

// lockFolder waits for the lock on a folder: a file in the system's folder of
// temporary files, which cannot be removed while it is open (Windows).
func lockFolder(dir string) (unlock func(), err error) {
	if full, err := filepath.Abs(dir); err == nil {
		dir = full
	}
	sum := sha256.Sum256([]byte(dir))
	path := filepath.Join(os.TempDir(), "recount-"+hex.EncodeToString(sum[:8])+".lock")
	for end := time.Now().Add(lockWait); ; time.Sleep(20 * time.Millisecond) {
		_ = os.Remove(path) // of a process that was killed; fails while another has it
		f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
		if err == nil {
			return func() { _ = f.Close(); _ = os.Remove(path) }, nil
		}
		if time.Now().After(end) {
			return nil, ErrLocked
		}
	}
}
