package part

import (
	"fmt"
	"testing"
)

func TestComponents(t *testing.T) {
	for _, tc := range []struct {
		text string
		want []string
		size int
	}{
		{"The promise has three parts. Members will 1) dig wells, 2) lay pipes, and 3) teach plumbers.", []string{"dig wells", "lay pipes", "teach plumbers"}, 3},
		{"There are two dimensions: (1) wells; and (2) pipes that last.", []string{"wells", "pipes that last"}, 2},
		{"It has two components, wells and pipes.", nil, 2},
		{"It has three components: 1) wells and 2) pipes.", nil, 3}, // half an enumeration
		{"Members promise at least two dimensions of water.", nil, 0},
		{"In 2031 members met.", nil, 0},
	} {
		parts, size := Components([]string{tc.text})
		var got []string
		for _, p := range parts {
			got = append(got, p.Text)
		}
		if size != tc.size || fmt.Sprint(got) != fmt.Sprint(tc.want) {
			t.Errorf("%q: %q, %d", tc.text, got, size)
		}
	}
}
