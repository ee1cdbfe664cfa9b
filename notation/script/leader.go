package script

import "strings"

// leastLeader is how many dots make a row that leads the eye over a line.
const leastLeader = 4

// ShortLeader shortens rows of dots that lead from a name to what stands at the
// other margin ("Canada ........ +1", also with spaces between them) to three: they
// are as long as there is room, and say nothing of how long a text is.
func ShortLeader(s string) string {
	if !strings.Contains(s, "....") && !strings.Contains(s, ". . . .") {
		return s // as most texts
	}
	var out strings.Builder
	for i := 0; i < len(s); {
		end, dots := i, 0 // behind the last dot of a row
		for k := i; k < len(s) && (s[k] == '.' || dots > 0 && s[k] == ' '); k++ {
			if s[k] == '.' {
				dots++
				end = k + 1
			}
		}
		switch {
		case dots >= leastLeader:
			out.WriteString("...")
		case dots == 0:
			end = i + 1
			fallthrough
		default:
			out.WriteString(s[i:end])
		}
		i = end
	}
	return out.String()
}
