//go:build !unix

package bulk

import "os"

// lock takes the lock by keeping the file open: where a file that is open
// cannot be removed (Windows), a second process fails to remove it.
func lock(path string) (unlock func(), err error) {
	if err := os.Remove(path); err != nil && !os.IsNotExist(err) {
		return nil, errLocked
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o644)
	if os.IsExist(err) {
		return nil, errLocked
	}
	if err != nil {
		return nil, err
	}
	return func() { _ = f.Close() }, nil
}
