package vocabulary

import "testing"

func TestEveryoneAssessed(t *testing.T) {
	for text, want := range map[string]bool{
		"Averages, all 20 members assessed on every commitment":                   true,
		"Note: every member was assessed on all N commitments; .. = not assessed": true,
		"Each commitment was scored for each member.":                             true,
		"nine members, all of them scored throughout":                             true,
		"The mean of all members assessed":                                        false,
		"All assessed members count":                                              false,
		"Not all members were assessed on every commitment":                       false,
		"All members were assessed on every commitment but two":                   false,
		"All members. Assessed on every commitment":                               false,
		"": false,
	} {
		if got := Default().EveryoneAssessed(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
