package action

import (
	"strings"
	"testing"
)

func TestLeadingDate(t *testing.T) {
	hint := func(month, day int) string {
		if month == 7 {
			return "2031"
		}
		return ""
	}
	for _, c := range []struct{ text, want string }{
		{"On 4 October 2031, the harbour opened.", "4 October 2031=2031-10-04"},
		{"In March 2009, boats came.", "March 2009=2009-03"},
		{"On October 4, 2031 the harbour opened.", "October 4, 2031=2031-10-04"},
		{"On 3 and 4 July 2031, hares met.", "3 and 4 July 2031=2031-07-03/2031-07-04"},
		{"From 1 to 3 May 2031, hares met.", "1 to 3 May 2031=2031-05-01/2031-05-03"},
		{"Between 4 March and 17 May 2031, hares met.", "4 March and 17 May 2031=2031-03-04/2031-05-17"},
		{"Between 4 and 17 May 2031 hares met.", "4 and 17 May 2031=2031-05-04/2031-05-17"},
		{"Beginning on 5 May 2031, nets were sold.", "5 May 2031=2031-05-05"},
		{"As of 5 May 2031, nets were sold.", "5 May 2031=2031-05-05"},
		{"Since Monday, 5 May 2031, nets were sold.", "5 May 2031=2031-05-05"},
		{"Throughout 2031, nets were sold.", "2031=2031"},
		{"By 5 May 2031, nets were sold.", "5 May 2031=2031-05-05"},
		{"In late 2008, nets were sold.", "late 2008=2008"},
		{"In the spring of 2009, nets were sold.", "the spring of 2009=2009"},
		{"From 2008 to 2010, nets were sold.", "2008 to 2010=2008/2010"},
		{"In 2008 and 2009, nets were sold.", "2008 and 2009=2008/2009"},
		{"On 29 May 2031, On 29 May 2031, it rained.", "29 May 2031=2031-05-29"},
		{"On 4 July, hares met.", "4 July=2031-07-04"},
		{"In July, hares met.", "July=2031-07"},
		{"From late May to early June 2031, hares met.", "late May to early June 2031=2031-05/2031-06"},
		{"On the same day, 5 May 2031, hares met.", "5 May 2031=2031-05-05"},
		{"On 4 August, hares met.", "4 August="},
		{"5 May 2031: hares met.", "5 May 2031=2031-05-05"},
		{"On Tues., Sept. 3, 2031, hares met.", "Sept. 3, 2031=2031-09-03"},
		{"On Thurs., 5 September 2031, hares met.", "5 September 2031=2031-09-05"},
		{"Also on 5 May 2031, hares met.", "5 May 2031=2031-05-05"},
		{"The government announced on 5 May 2031 that nets are free.", "5 May 2031=2031-05-05"},
		{"The Minister of the Sea and of all its harbours announced on 5 May 2031 that nets are free.", "5 May 2031=2031-05-05"},
		{"The nets were mended on 5 May 2031.", "5 May 2031=2031-05-05"},
		{"A treaty on nets was signed on 5 May 2031 in the harbour.", "5 May 2031=2031-05-05"},
		{"That day, 1 August 2031, nets were sold.", "1 August 2031=2031-08-01"},
		{"With its Recommendation of 26 May 2031, the Council freed nets.", "26 May 2031=2031-05-26"},
		{"Up to 30 April 2031, boats had carried nets.", "30 April 2031=2031-04-30"},
		{"A rule on nets, in force since 5 May 2031, frees hares.", "5 May 2031=2031-05-05"},
		{"In a statement issued on 3 July 2031, the Minister said that nets are free.", "3 July 2031=2031-07-03"},
		{"In a statement for Hare Day, issued on 1 July 2031, the Bureau paid for nets.", "1 July 2031=2031-07-01"},
		{"The harbour master announced on December 6, 2031, that nets could be lent from June on.", "December 6, 2031=2031-12-06"},
		{"The Service and the Ministry for the Sea (MS) agreed on August 30, 2031, to lend nets.", "August 30, 2031=2031-08-30"},
		{"Treasurer Hare announced on Budget night, 29 March 2031, that nets are free.", "29 March 2031=2031-03-29"},
		{"By Resolution No. 1147 of 27 December 2031, the Government approved nets.", "27 December 2031=2031-12-27"},
		{"In its communication COM(2031) 4417 of 13 July 2031, the Council asked for nets.", "13 July 2031=2031-07-13"},
		{"Resolution No. 2524 of 29 December 2031 raises the share of nets.", "29 December 2031=2031-12-29"},
		{"The Board’s proposed rule of 12 May 2031, drawn up by hares, would require nets.", "12 May 2031=2031-05-12"},
		{"Minister Hare declared in her budget speech of 23 May 2031 that nets would be free.", "23 May 2031=2031-05-23"},
		{"The Council, at its meeting of May 23, 2031, endorsed nets.", "May 23, 2031=2031-05-23"},
		{"Hares mended nets on the evening of 3 July 2031.", "3 July 2031=2031-07-03"},
		{"Atlantis has sold nets in 12 cities since 5 May 2031.", "5 May 2031=2031-05-05"},
		{"The nets are free of charge from 3 July 2031.", "3 July 2031=2031-07-03"},
		{"The port reported that by May 7, 2031, nine boats had come.", "May 7, 2031=2031-05-07"},
		{"Atlantis gave nets to its hares (3 July 2031).", "3 July 2031=2031-07-03"},
		{"The bank, which was founded on 3 May 1999, opened a port on 5 June 2031.", "5 June 2031=2031-06-05"},
		{"“What It Costs”, a list that replaces five others, was published on 5 May 2031.", "5 May 2031=2031-05-05"},
		{"AskOnce, a service that replaces five others, opened on 5 May 2031 with hares.", "5 May 2031=2031-05-05"},
		{"When he signed the act on 15 May 2031, the King freed nets.", "15 May 2031=2031-05-15"},
		{"The first issue of “Nets”, hitherto a quarterly, was released on 12 May 2031.", "12 May 2031=2031-05-12"},
		{"Following the fair of 3 May 2031, Atlantis mended its nets on 7 June 2031.", "7 June 2031=2031-06-07"},
	} {
		m, ok := LeadingDate(testVocab, c.text, hint)
		if got := m.Text + "=" + m.EDTF; !ok || got != c.want {
			t.Errorf("LeadingDate(%q) = %q, %v; want %q", c.text, got, ok, c.want)
		}
	}
	for _, text := range []string{
		"", "Atlantis mended its nets.", "The treaty of 5 May 2031 is in force.", "Atlantis follows the rule adopted on 5 May 2031.",
		"Atlantis, which signed a treaty on 5 May 2031, mended nets.", "Atlantis will mend nets on 5 May 2031.", "The fair is scheduled for 5 May 2031.",
		"At the 2008 fair, hares met.", "In the 2008 budget, nets were free.", "Hares met. On 5 May 2031, they ate.", "2008 was a good year.",
		"May I add that nets are free?", "In 2008-09, nets were free.", "In 2008/09, nets were free.", "Atlantis welcomed the nets delivered on 5 May 2031 to the port.", "On the harbour it rained 5 days in 2009.",
		"Up to 30 April 2031, nets will be free.", "Atlantis sold the nets of hares since 5 May 2031.",
		"Atlantis keeps the 2016 Paris Agreement.", "By 2030, nets are free.", "Since 2005, nets are free.", "By 5 May 2031, nets will be free.",
		"Atlantis recalled the G20 summit of July 2017.", "At the G20 summit of July 2017, hares met.", "Atlantis must mend nets by 5 May 2031.", "Atlantis will free nets from 5 May 2031.",
		"In line with the decree of 5 May 2031, Atlantis mended nets.", "Atlantis welcomed the resolution of 5 May 2031.", "Canada follows the decree of 5 May 2031.",
		"In response to the statement issued on 5 May 2031, hares met.", "Atlantis signed the Paris Agreement (12 December 2015).", "Atlantis showed “Nets on 5 May 2031” to hares.",
		"Atlantis opened a bureau, which was closed on 5 May 2031.", "Atlantis answered the letter from 5 May 2031.", "Atlantis read the nets (see the list on 5 May 2031).",
	} {
		if m, ok := LeadingDate(testVocab, text, nil); ok {
			t.Errorf("LeadingDate(%q) = %q %s; want none", text, m.Text, m.EDTF)
		}
	}
	// A date behind a long run of introducing words.
	far := strings.Repeat("meanwhile, ", 8) + "  " + strings.Repeat(" ", 20) + "on 5 May 2031, hares met. " + strings.Repeat("They ate. ", 20)
	if m, ok := LeadingDate(testVocab, far, nil); ok && m.EDTF != "2031-05-05" {
		t.Errorf("a date at the reach's end: %+v", m)
	}
	if m, ok := LeadingDate(testVocab, "On 4 July, hares met.", nil); !ok || m.EDTF != "" || m.Text != "4 July" {
		t.Errorf("without a hint: %+v, %v", m, ok)
	}
}
