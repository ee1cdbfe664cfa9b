package audit

import "testing"

// How scores are shared out, who is level with whom and who stands alone, against the table of
// proseReport: found where it is wrong.
func TestProseSplit(t *testing.T) {
	for text, want := range map[string]int{
		"Scores differ. Two commitments, Vaccine Storage and Reef Mapping, are equal at +0.80 (90%).":        0,
		"Scores differ. Two commitments, Vaccine Storage and Reef Mapping, are equal at +0.70 (85%).":        1,
		"Scores differ. Two commitments, Vaccine Storage and Port Fees, are equal at +0.80.":                 1,
		"Scores differ. Three members, all of them with one partial score, are equal second at +0.50 (75%).": 1,
		"Scores differ. Two members, all of them with two full scores, are equal second at +0.50 (75%).":     0,
		"Scores differ. Five members have exactly the overall average of +0.35.":                             1,
		"Scores differ. No member has exactly the overall average of +0.35.":                                 0,
		"Scores differ. None of the three leaders received a −1.":                                            1,
		"Scores differ. None of the three leaders failed on reef mapping.":                                   0,
		"Scores differ. Rural broadband alone is at the foot of the table with −0.20.":                       0,
		"Scores differ. Vaccine storage alone is at the top of the table with +0.80.":                        1,
		"Scores differ. Canada occupies the first place alone with +0.75 (88%).":                             0,
		"Scores differ. France occupies the second place alone with +0.50 (75%).":                            1,
		"Scores differ. The three scores of −1 are spread over three different members.":                     0,
		"Scores differ. The three negative scores are spread over two members.":                              1,
		"Scores differ. The four negative scores are spread over three members.":                             1,
		"Scores differ. Of the three negative scores Germany took one, Italy one and Canada one.":            1,
		"Scores differ. Of the three negative scores Germany took one, Italy one and Japan one.":             0,
		"Full compliance was registered in 12 cases out of 20. Scores differ.":                               1,
		"Full compliance was registered in 10 cases out of 20. Scores differ.":                               0,
		"Sixty percent of the scores were full, 30% partial and 15% non-compliance.":                         1,
		"Fifty percent of the scores were full, 35% partial and 15% non-compliance.":                         0,
	} {
		found, _, all := runRules(t, proseReport(t, text), "prose-figure", "ranking-order", "count-stated")
		if len(found) != want {
			t.Errorf("%s\n\tfound %q, want %d\n\t%v", text, found, want, all)
		}
	}
}

// The same words where they are true, or say something else.
func TestProseSplitInnocent(t *testing.T) {
	for _, text := range []string{
		"Scores differ. Two commitments, the oldest of the four, are equal at +0.80.",
		"Scores differ. Two commitments, vaccine storage and one other, are equal at +0.80.",
		"Scores differ. In trade, two commitments, vaccine storage and port fees, are equal at +0.80.",
		"Scores differ. Two commitments, vaccine storage and reef mapping, were equal at +0.60 in January.",
		"Scores differ. At the interim stage two commitments, vaccine storage and reef mapping, were equal at +0.60.",
		"Scores differ. Three members, each with one failure, are below half a point.",
		"Scores differ. Three members, all with one failure, have a coast on two seas.",
		"Scores differ. Three members, all of them with a seat in the bank, have +0.50 or more.",
		"Scores differ. Two members, both with one failure, have an average of 0.00.",
		"Scores differ. One member has exactly the overall average of the last report, +0.50.",
		"Scores differ. Five members have an overall average of +0.35.",
		"Scores differ. The five members have the overall average of +0.35.",
		"Scores differ. Two members have exactly the overall average that the older report gave, +0.40.",
		"Scores differ. None of the three leaders met the press.",
		"Scores differ. None of the three leaders received a −1 on vaccine storage.",
		"Scores differ. None of the three leaders received a −1 in health.",
		"Scores differ. None of the two leaders received a −1.",
		"Scores differ. None of the three leaders of Europe received a −1.",
		"Scores differ. None of the three leaders who spoke received a −1.",
		"Scores differ. On trade, none of the three leaders received a −1.",
		"Scores differ. None of the three leaders received a letter.",
		"Scores differ. Of the islands, vaccine storage alone is at the top of the table with +0.80.",
		"Scores differ. In health, vaccine storage alone is at the top with +0.80.",
		"Scores differ. Vaccine storage alone is first with +0.80 where health is concerned.",
		"Scores differ. Among Europeans, France is first alone with +0.50.",
		"Scores differ. Of the Europeans France is first alone with +0.50.",
		"Scores differ. France is second alone with +0.50 among the Europeans.",
		"Scores differ. France held the first place alone with +0.50 until January.",
		"Scores differ. In 2029 France held the first place alone with +0.50.",
		"Scores differ. France had held the first place alone with +0.50.",
		"Scores differ. France ranked first alone with +0.50 in the older report.",
		"Scores differ. The three scores of −1 are spread over two years.",
		"Scores differ. The three scores of −1 are spread over three different commitments.",
		"Scores differ. The two scores of −1 on rural broadband are spread over two members.",
		"Scores differ. The two failures in Europe are spread over two members.",
		"Scores differ. On rural broadband the two scores of −1 are spread over two members.",
		"Scores differ. In the interim report the four scores of −1 were spread over four members.",
		"Scores differ. Of the two negative scores on rural broadband Germany took one and Italy one.",
		"Scores differ. On rural broadband, of the two negative scores Germany took one and Italy one.",
		"Rural broadband is last in the scores. Of the two negative scores Germany took one and Italy one.",
		"Scores differ. Of the three seats Germany took one, Italy one and Canada one.",
		"Scores differ. Of the three negative replies Germany sent one, Italy one and Canada one.",
		"Full compliance was registered in 12 cases out of 30 in the ministers' list. Scores differ.",
		"Full compliance was registered in four cases out of five on reef mapping. Scores differ.",
		"Reef mapping comes next in the scores. Full compliance was registered in four cases out of five.",
		"Full compliance was registered in four cases, on reef mapping alone. Scores differ.",
		"Full compliance was registered in 12 cases out of 20 in January. Scores differ.",
		"Partial compliance was found in seven cases out of 20. Scores differ.",
		"Half of the scores on trade were full, 20% partial and 20% negative; compliance was low.",
		"Sixty percent of the scores on broadband were full, 20% partial and 20% negative.",
		"Sixty percent of the scores in Europe were full, 20% partial and 20% negative.",
		"Rural broadband had the worst scores. Twenty percent of the scores were full, 40% partial and 40% negative.",
		"In the interim report, 40% of the scores were full, 20% partial and 40% negative.",
		"Twenty percent of the scores were full ones by Canada, 40% partial ones and 40% negative ones.",
		"40% of the scores for port fees were full, 20% partial and 40% negative.",
		"On trade, 20% of the scores were full, 60% partial and 20% negative.",
		"For trade, 20% of the scores were full, 60% partial and 20% negative.",
		"Of the 21 scores awarded by the jury, ten were +1.",
		"Of the 20 scores possible, ten were +1.",
		"Of the 5 scores awarded, three were 0 on port fees.",
		"Of the 100 scores awarded over five years, ten were +1.",
		"Of the 12 scores awarded to the Europeans, four were +1.",
		"Of the 20 scores awarded, ten were +1, seven 0 and three −1.",
	} {
		found, _, all := runRules(t, proseReport(t, text), "prose-figure", "ranking-order", "count-stated")
		if len(found) != 0 {
			t.Errorf("%s\n\tfound %q\n\t%v", text, found, all)
		}
	}
}
