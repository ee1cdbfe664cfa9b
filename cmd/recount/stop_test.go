package main

import (
	"os"
	"testing"
	"time"
)

// The first signal asks the run to end and gives it time; the second one ends it.
func TestStopOn(t *testing.T) {
	for name, c := range map[string]struct {
		signals int
		grace   time.Duration
	}{
		"two signals":    {2, time.Hour},
		"no end in time": {1, time.Millisecond},
	} {
		signals := make(chan os.Signal, 2)
		for range c.signals {
			signals <- os.Interrupt
		}
		asked, status := false, -1
		stopOn(signals, func() { asked = true }, c.grace, func(s int) { status = s })
		if !asked || status != statusInput {
			t.Errorf("%s: asked %v, status %d", name, asked, status)
		}
	}
}
