package action

import (
	"testing"

	"recount.invalid/recount/model"
)

// The period of all cases is 1 June 2031 to 30 May 2032.
var datePeriod = &YearSense{Period: &model.Period{From: "2031-06-01", To: "2032-05-30"}}

func TestActionDate(t *testing.T) {
	for text, want := range map[string]string{
		// The date stands anywhere in the first sentence.
		"In a statement issued on 3 July 2031, the ministry freed the nets.":                                                             "2031-07-03",
		"The harbour board announced on 12 September 2031 that nets are free.":                                                           "2031-09-12",
		"The first kiosk opened in Tamale in November 2031 with a stock of hooks.":                                                       "2031-11",
		"The Secretary for Nets, Arq. Olga Hare Lind, told the Quay News on 4 February 2032 that nets “will be free when they are dry”.": "2032-02-04",
		"The board put online, on the first day of July 2031, a map of 4,860 nets.":                                                      "2031-07-01",
		"On the first day of July 2031, the board put a map of nets online.":                                                             "2031-07-01",
		"The board opened its doors on the twenty-third of May 2032.":                                                                    "2032-05-23",
		"In the first week of July 2031, the board put a map of nets online.":                                                            "2031-07",
		"A decree of 14 February 2032 extended the season to hares.":                                                                     "2032-02-14",
		"Customs at the quay have since 6 January 2032 run a laboratory of their own.":                                                   "2032-01-06",
		"The sealing began as early as 26 June 2031, with 120 boxes.":                                                                    "2031-06-26",
		"Atlantis sent 240 nets to Thule (3 December 2031).":                                                                             "2031-12-03",
		"At a seminar, held in Kash from 2 to 4 February 2032, experts showed their knots.":                                              "2032-02-02/2032-02-04",
		"The 2032 budget, which the Cabinet approved on 24 December 2031, has ten nets.":                                                 "2031-12-24",
		"In a letter dated September 17, 2031, the board proposed a network.":                                                            "2031-09-17",
		"After talks that had closed on 12 March 2031, the agency published its rules on 28 July 2031.":                                  "2031-07-28",
		"Bill 7, which would have freed all nets, died when the Diet was dissolved on 25 March 2032.":                                    "2032-03-25",
		"Under a pact which Thule and Atlantis signed on 12 December 2031, each learns of broken nets at once.":                          "2031-12-12",
		"Speaking to the House on the 16th of December, 2031, the minister pledged ten nets.":                                            "2031-12-16",
		"Halifax was the first port: on 8 September 2031, ten boats were fitted in the presence of the minister.":                        "2031-09-08",
		// Dates that look as if they were of something else.
		"Some 3,150 boats had filed a plan by March 9, 2032, the agency told the press.":                                                    "2032-03-09",
		"Atlantis had, by January 28, 2032, paid half of what it pledged.":                                                                  "2032-01-28",
		"Only ten nets had been received by 16 May 2032, as the board noted.":                                                               "2032-05-16",
		"A bill that would have made all nets free died in committee on 23 May 2032.":                                                       "2032-05-23",
		"Ten million will go to pilots under a package announced on 11 February 2032.":                                                      "2032-02-11",
		"Boats will call at ten quays under a contract awarded on 17 January 2032.":                                                         "2032-01-17",
		"A grant agreement of 23 August 2031 gives Thule ten nets.":                                                                         "2031-08-23",
		"Ten boats had been fitted by 4 May 2032, and on 9 May 2032 the harbour was opened.":                                                "2032-05-09",
		"Sixty boats in two ports were refitted by 16 December 2031 under a plan.":                                                          "2031-12-16",
		"Ten nets were fully mended by 16 December 2031.":                                                                                   "2031-12-16",
		"Quays in Hare will be the first to be given nets under a plan which Minister Ada Moor laid before Parliament on 17 February 2032.": "2032-02-17",
		"Hare, Thule and Kash will have meters under a grant of ten nets that the Ministry of Towns announced on 6 February 2032.":          "2032-02-06",
		"Boats of more than 30 persons must report their catch under rules that came into force on 12 January 2032.":                        "2032-01-12",
		"Thule will receive ten nets for 70 quays under a memorandum initialled in Hare on 10 January 2032.":                                "2032-01-10",
		"Thule will be lent nets from a store set up by the two ministers on 10 January 2032.":                                              "2032-01-10",
		"The Committee for Nets was not appointed until December 14, 2031, when the minister signed a decree.":                              "2031-12-14",
		"Work on the quay did not begin until 3 March 2032.":                                                                                "2032-03-03",
		"Ten keepers came to the fair, which opened on November 30, 2031, and ended on December 4.":                                         "2031-11-30",
		"The fair opened on Monday, 3 May 2032, and it closed on 9 May 2032.":                                                               "2032-05-03",
		"The board at Hare was named as the office for nets by a decree of 11 May 2031, with ten clerks.":                                   "2031-05-11", // before the period
		"Trainers had visited Port Hare, Thule and Kash by 28 November 2031; they reached 260 pilots.":                                      "2031-11-28",
		"A rule under which ships must answer within ten weeks entered into force on 19 October 2031.":                                      "2031-10-19",
		"The law that will free all nets came into force on 19 October 2031.":                                                               "2031-10-19",
		"The cost until 12 June 2031, was given as ten nets.":                                                                               "2031-06-12",
		"The number of nets mended until 12 June 2031 stood at ten.":                                                                        "2031-06-12",
		"The fair, which began in a hurry, ended on 9 May 2032.":                                                                            "2032-05-09",
	} {
		got, _, ok := ActionDate(testVocab, text, datePeriod)
		if !ok || got.EDTF != want {
			t.Errorf("%s\n\tgot %q (%v), want %s", text, got.EDTF, ok, want)
		}
	}
}

func TestDatesThatAreNotTheActions(t *testing.T) {
	for _, text := range []string{
		"Atlantis has mended its nets.",
		"The board wants all nets mended by 31 December 2040.",
		"The nets will be free from 1 January 2032.",
		"The fair is scheduled for 5 May 2032.",
		"Atlantis keeps to the rules of the summit of 7 July 2029.",
		"The minister said that “since 3 March 2029 no net was mended.”",
		"Atlantis welcomed the resolution of 5 July 2031.",
		"In line with the decree of 5 July 2031, Atlantis mends its nets.",
		"In response to the statement issued on 5 July 2031, hares were fed.",
		"Ten boats were to be refitted by 9 March 2032.",
		"Ten boats were expected by 9 March 2032.",
		"Ten boats were promised by 9 March 2032.",
		"Ten boats were needed by 9 March 2032.",
		"The boats that were refitted by 9 March 2032 are free.",
		"Atlantis had promised ten nets by 9 March 2032.",
		"Atlantis had agreed to mend its nets by 9 March 2032.",
		"The board had set a target of ten nets by 9 March 2032.",
		"The board had, by 9 March 2032, to mend its nets.",
		"After frost had destroyed ten nets by 9 March 2032, the board met.",
		"Atlantis fed the hares that had come to it by 9 March 2032.",
		"Atlantis lauded Thule, which had mended ten nets by 9 March 2032.",
		"Atlantis had filed its plan by 9 March 2029.",
		"The board wants a rule that would have freed the nets on 5 May 2032.",
		"A bill that would have mended and freed the nets on 5 May 2032 is dead.",
		"Ten million will go to pilots under the package announced on 11 June 2031.",
		"Ten million will go to pilots under a package to be announced on 11 May 2032.",
		"Boats will call at ten quays under a contract planned on 17 January 2032.",
		"Nets will be free at a fair held on 11 May 2032.",
		"The agreement of 23 August 2031 gives Thule ten nets.",
		"Atlantis abides by an agreement of 23 August 2031.",
		"A grant agreement of 23 August 2019 gives Thule ten nets.",
		"Thule will receive ten nets under a plan that is to be laid before Parliament on 17 February 2032.",
		"Thule will receive ten nets under the plan laid before Parliament on 17 February 2032.",
		"Thule will receive nets under a plan that will be laid before the House on 17 February 2032.",
		"Boats must report under rules due to come into force on 12 January 2032.",
		"The quay will not be opened until 3 March 2032.",
		"The board, which was not heard until 3 March 2032, is to meet.",
		"The board that was named as the office by a decree of 11 May 2031 mends nets.",
		"The board was named as the office by the decree of 11 May 2031.",
		"The board was named as the office by a decree of 11 May 2029.",
		"The board had asked Hare, Thule and Kash to mend nets by 28 November 2031.",
		"Trainers had promised Hare, Thule and Kash ten nets by 28 November 2031.",
		"Ships must answer under the rule due to enter into force on 19 October 2031.",
		"The rule will be mended and took effect on 19 October 2031.",
		"A rule which must have entered into force on 19 October 2031 is wanted.",
		"The cost until 12 June 2032 will be ten nets.",
		"The cost until 12 May 2032 was to be ten nets.",
		"The cost until 12 May 2032 was estimated at ten nets.",
		"The cost expected until 12 May 2032 was high.",
		"Atlantis mended its nets. The board met on 5 July 2031.", // the second sentence
	} {
		if got, _, ok := ActionDate(testVocab, text, datePeriod); ok {
			t.Errorf("%s\n\tgot %q, want none", text, got.EDTF)
		}
	}
}

func TestTwoDatesThatComeNearAreADoubt(t *testing.T) {
	best, near, ok := ActionDate(testVocab, "The board met in Thule on 3 July 2031 and mended its nets on 9 July 2031.", datePeriod)
	if !ok || best.EDTF != "2031-07-03" || len(near) != 1 || near[0].EDTF != "2031-07-09" {
		t.Errorf("best %q, near %v", best.EDTF, near)
	}
	_, near, ok = ActionDate(testVocab, "The rules that had been agreed on 3 May 2029 were dropped on 9 July 2031.", datePeriod)
	if !ok || len(near) != 0 {
		t.Errorf("near %v", near)
	}
}
