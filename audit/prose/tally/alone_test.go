package tally

import "testing"

// Who is alone, who they all are, what somebody's scores are, how far two stand apart; and
// what may be limited, and is not read.
func TestReadWhoAndHowFar(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		// Alone.
		{"Only Canada has a negative average.", "1 members <0 all:CAN"},
		{"Only Canada and Italy scored above +0.60.", "2 members >+0.60 all:CAN,ITA"},
		{"Japan alone is below zero.", "1 members <0 all:JAP"},
		{"Of the older members, only Japan has a negative average.", ""},
		{"Only Japan has a negative average among the older members.", ""},
		{"Four members met in May. Only Japan has a negative average.", "1 members <0 all:JAP ?some may be left out of what is counted"},
		{"Only Japan would have a negative average.", ""},
		{"In the interim report, only Japan had a negative average.", ""},
		{"Port fees averaged −0.20. There, Canada and Japan were alone in complying fully.", "2 members [1] on [2] all:CAN,JAP"},
		{"Port fees averaged −0.20. There Japan alone fell short.", "1 members [-1 0] on [2] all:JAP"},
		{"Port fees and reef mapping averaged −0.20. There, Japan was alone in complying fully.", "1 members [1] open all:JAP"},
		{"Canada is ahead with +0.80; Japan is the only other member above zero.", "at least 2 members >0 last:JAP after CAN,JAP"},
		{"Three members are ahead; Japan is the only other member above zero.", "at least 2 members >0 last:JAP after JAP ?some may be left out of what is counted"},
		// All of a kind.
		{"Port fees is lowest; the members that failed it were Canada and Japan.", "2 members [-1] on [2] all:CAN,JAP | 2 members [-1 0] on [2] all:CAN,JAP"},
		{"The one member that fell short of vaccine storage was Japan.", "1 members [-1 0] on [1] all:JAP"},
		{"The members without a single failure were Canada and Japan.", "2 members [-1] times 0 all:CAN,JAP"},
		{"The members that failed to publish a plan for port fees were Canada and Japan.", ""},
		{"The members that failed it were Canada, Japan and others.", ""},
		// Scores of one.
		{"Germany averaged −0.25; it has two scores of −1 against one of +1.", "2 scores of GER each=true [-1] & 1 scores of GER each=true [1]"},
		{"Germany is lowest, at −0.75: three scores of −1 and a single 0.", "3 scores of GER each=true [-1] & 1 scores of GER each=true [0]"},
		{"On port fees Germany is lowest, at −0.75: three scores of −1 and a single 0.", ""},
		{"Germany had two scores of −1, on port fees and reef mapping.", ""},
		{"Three of the commitments are about reef mapping. Germany had two failures.", ""},
		{"Port fees had two failures.", "2 scores [-1] on [2]"},
		// Each of several.
		{"Port fees and reef mapping averaged +0.20: in each, four members made some progress and one made none.",
			"4 members [0] on [2] & 4 members [0] on [3] | 4 members [0] on [2 3] joint | 4 members [0 1] on [2] & 4 members [0 1] on [3] | 4 members [0 1] on [2 3] joint; " +
				"1 members [-1] on [2] & 1 members [-1] on [3] | 1 members [-1] on [2 3] joint"},
		{"Port fees averaged −0.20: four members raised their fees and scored −1.", "at least 4 members [-1] on [2]"},
		// Everything.
		{"Full compliance on every count was achieved by Canada and by Italy.", "all scores of CAN,ITA each=true [1]"},
		{"Canada complied fully with all four commitments.", "all scores of CAN each=true [1]"},
		{"Canada complied fully with all three commitments.", ""},
		{"Full compliance on every count of its plan was achieved by Canada.", ""},
		{"On port fees, full compliance on every count was achieved by Canada.", ""},
		// Distances.
		{"Canada ranks first with +0.83, 0.40 above France and Japan, who share the second place.", "[{1 CAN 0}] by 2/5 below=false [{1 FRA 0} {1 JAP 0}]"},
		{"Port fees was last, at 67%, 23 points below the first.", "[{2  2}] by 23/50 below=true [] end 1"},
		{"Japan is therefore 50 points behind the leaders on the percentage scale, at 30%.", "[{1 JAP 0}] by 1 below=true [] end 1"},
		{"Canada and Japan are 60 percentage points apart.", "[{1 CAN 0}] by 6/5 or 3/5 below=false [{1 JAP 0}] apart"},
		{"At 67%, Canada trails Japan by 25 percentage points.", ""},
		{"Canada trails Japan by 25% of the ships.", ""},
		{"Canada, at 75%, is 5 points ahead of its result of last year.", ""},
		{"On port fees, Canada is 0.40 behind France.", ""},
		{"Canada is 0.40 behind France on port fees.", ""},
	} {
		if got := readings("The scores were mixed. " + tc.text); got != tc.want {
			t.Errorf("%s\n\t%s\n\twant %s", tc.text, got, tc.want)
		}
	}
}
