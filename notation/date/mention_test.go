package date

import (
	"strings"
	"testing"
)

func TestFindDates(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"On 4 October 2031, it rained.", "4 October 2031=2031-10-04"},
		{"October 4, 2031 and October 2031", "October 4, 2031=2031-10-04; October 2031=2031-10"},
		{"on 3 and 4 July 2031", "3 and 4 July 2031=2031-07-03/2031-07-04"},
		{"on 3 and 10 July 2031", "3 and 10 July 2031=2031-07-03"},
		{"3, 4 and 5 July 2031", "3, 4 and 5 July 2031=2031-07-03/2031-07-05"},
		{"10–12 August 2028", "10–12 August 2028=2028-08-10/2028-08-12"},
		{"from 1 to 3 May 2031", "1 to 3 May 2031=2031-05-01/2031-05-03"},
		{"between 1 and 9 May 2031", "1 and 9 May 2031=2031-05-01/2031-05-09"},
		{"28 October to 2 November 2031", "28 October to 2 November 2031=2031-10-28/2031-11-02"},
		{"28 December to 2 January 2031", "28 December to 2 January 2031=2030-12-28/2031-01-02"},
		{"31 October and 1 November 2031", "31 October and 1 November 2031=2031-10-31/2031-11-01"},
		{"4 March and 17 May 2031", "4 March=2031-03-04; 17 May 2031=2031-05-17"},
		{"between 4 March and 17 May 2031", "4 March and 17 May 2031=2031-03-04/2031-05-17"},
		{"June 12, 2034, to June 3, 2035", "June 12, 2034, to June 3, 2035=2034-06-12/2035-06-03"},
		{"25 August 2029 — 2 November 2030", "25 August 2029 — 2 November 2030=2029-08-25/2030-11-02"},
		{"31 Mars 2031, April 16 2031, 02 December 2031", "31 Mars 2031=2031-03-31; April 16 2031=2031-04-16; 02 December 2031=2031-12-02"},
		{"the 4th of July 2031; July 4th, 2031", "4th of July 2031=2031-07-04; July 4th, 2031=2031-07-04"},
		{"le 1er octobre 2031, 16. Mai 2031, 5 de mayo de 2031", "1er octobre 2031=2031-10-01; 16. Mai 2031=2031-05-16; 5 de mayo de 2031=2031-05-05"},
		{"Monday, 5 May 2031 and Tues., May 8, 2031", "5 May 2031=2031-05-05; May 8, 2031=2031-05-08"},
		{"31 June 2031 and 32 May 2031", "31 June 2031=2031-06-31; 32 May 2031=2031-05-32"},
		{"Sept. 5, 2031; 5 Sept. 2031", "Sept. 5, 2031=2031-09-05; 5 Sept. 2031=2031-09-05"},
		{"2031-07-03", "2031-07-03=2031-07-03"},
		{"3.7.2031 and 15/07/2031, 7/15/2031", "3.7.2031=2031-07-03; 15/07/2031=2031-07-15; 7/15/2031=2031-07-15"},
		{"July 20 to December 31, 2031", "July 20 to December 31, 2031=2031-07-20/2031-12-31"},
		{"On 4 July, members met.", "4 July="},
		{"12\u00a0July\u00a02031", "12 July 2031=2031-07-12"},
		{"in late May 2031", "late May 2031=2031-05"},
		{"5 May, 2031", "5 May, 2031=2031-05-05"},
		{"June–August 2031", "June–August 2031=2031-06/2031-08"},
		{"on 29 March 2031 (day 5 of the fair) and 1 April 2031", "29 March 2031=2031-03-29; 1 April 2031=2031-04-01"},
		{"from 29 Aug. to 2 Sept. 2031, 29 Aug.–2 Sept. 2031", "29 Aug. to 2 Sept. 2031=2031-08-29/2031-09-02; 29 Aug.–2 Sept. 2031=2031-08-29/2031-09-02"},
		{"on 30 Sept. and 1 Oct. 2031; in Sept.–Oct. 2031", "30 Sept. and 1 Oct. 2031=2031-09-30/2031-10-01; Sept.–Oct. 2031=2031-09/2031-10"},
		{"in Sept./Oct. 2031, on 29 August/2 September 2031 and in May/two", "Sept./Oct. 2031=2031-09/2031-10; 29 August/2 September 2031=2031-08-29/2031-09-02"},
		{"on 12/13 September 2031, 2031/09/12 and 3-Jul-2031", "12/13 September 2031=2031-09-12/2031-09-13; 2031/09/12=2031-09-12; 3-Jul-2031=2031-07-03"},
		{"It met on 3 Aug. To 4 Sept. 2031 it looked ahead.", "3 Aug=; 4 Sept. 2031=2031-09-04"},
		{"Circular 3 of January 18, 2031, Decree 4 May 5, 2031 and rule 12 of Sept. 3, 2031", "January 18, 2031=2031-01-18; May 5, 2031=2031-05-05; Sept. 3, 2031=2031-09-03"},
		{"on 3 January, 18 boats of 2031 left", "3 January="},
		{"24/7 in September 2031, 2031/09 and 2031/9/12", "September 2031=2031-09"},
		// Days in words.
		{"put online, on the first day of July 2031, a map", "first day of July 2031=2031-07-01"},
		{"On the twenty-third of May 2031 and on the thirtieth of June, 2031", "twenty-third of May 2031=2031-05-23; thirtieth of June, 2031=2031-06-30"},
		{"the last day of February 2032, the last day of February 2031", "last day of February 2032=2032-02-29; last day of February 2031=2031-02-28"},
		{"from the first to the third day of May 2031, on the second and third of June 2031", "first to the third day of May 2031=2031-05-01/2031-05-03; second and third of June 2031=2031-06-02/2031-06-03"},
		{"the 3rd day of July 2031; July the 3rd, 2031; July the third, 2031", "3rd day of July 2031=2031-07-03; July the 3rd, 2031=2031-07-03; July the third, 2031=2031-07-03"},
		{"In 2031, on the first of May, and on the fifth day of June it met", "first of May=; fifth day of June="},
		{"from 28 April to the first of May 2031", "28 April to the first of May 2031=2031-04-28/2031-05-01"},
		// Of further scripts and languages.
		{"2031年5月6日, 2031 年 5 月 16 日发布; 2031년 2월 9일에, 2031年12月", "2031年5月6日=2031-05-06; 2031 年 5 月 16 日=2031-05-16; 2031년 2월 9일=2031-02-09; 2031年12月=2031-12"},
		{"6 Haziran 2031, 28 Desember 2031, 12 مارس 2031, 5 вересня 2031", "6 Haziran 2031=2031-06-06; 28 Desember 2031=2031-12-28; 12 مارس 2031=2031-03-12; 5 вересня 2031=2031-09-05"},
		{"12 jan. 2031, 3 set. 2031, 4 dez. de 2031, 1. ledna 2031, 5 out 2031", "12 jan. 2031=2031-01-12; 3 set. 2031=2031-09-03; 4 dez. de 2031=2031-12-04; 1. ledna 2031=2031-01-01; 5 out 2031=2031-10-05"},
		{"4.II.2031, 14. XII. 2031, 4/V/2031, 4-IX-2031", "4.II.2031=2031-02-04; 14. XII. 2031=2031-12-14; 4/V/2031=2031-05-04; 4-IX-2031=2031-09-04"},
		{"Unit; 2031 Jun 2 [a]; (2031 Jul 3); Unit. 2031 Aug 4.", "2031 Jun 2=2031-06-02; 2031 Jul 3=2031-07-03; 2031 Aug 4=2031-08-04"},
		// Near misses.
		{"2031年, 13月5日, 2031年13月, 第5月6日, 2031 yearbooks", ""},
		{"5 out of 10, Mart 2031, set 5, 3 ago, 5 nets 2031; 12 Listopada 2031", ""},
		{"4.IIII.2031, 4.II-2031, 4 II 2031, A.II.2031, 14.IX", ""},
		{"in 2031 June 2 boats; Plan 2031, June 2 boats", "June 2=; June 2="},
		{"the first half of July 2031, the first week of July 2031, the second Monday of May 2031", "the first half of July 2031=2031-07; July 2031=2031-07; May 2031=2031-05"},
		{"a third of May 2031 exports; on 3 days of July 2031; on the third day of the May 2031 fair", "May 2031=2031-05; July 2031=2031-07; May 2031=2031-05"},
		{"the first of May elections of 2031; in May the third boat; Order the first of May 5, 2031", "May 5, 2031=2031-05-05"},
		{"the last of July 2031 and the last ten days of July 2031", "July 2031=2031-07; July 2031=2031-07"},
		// Slips of the pen.
		{"5May 2031, 5 May2031, 3, July 2031 and July, 3 2031", "5May 2031=2031-05-05; 5 May2031=2031-05-05; 3, July 2031=2031-07-03; July, 3 2031=2031-07-03"},
		{"4 Ocotber 2031, 5 Febuary 2031, 6 Juny 2031, 7 Hares 2031", "4 Ocotber 2031=2031-10-04; 5 Febuary 2031=2031-02-05"},
		// Near misses.
		{"It may 5 times fail in 2031, and 2.5 May 2031 tons of 45 boats", "May 2031=2031-05"},
		{"It spent €5 May 2031", "May 2031=2031-05"},
		{"Commitment 2031-122 and 40 May", ""},
		{"In July the hares ran 15 miles", ""},
		{"5/7/2031, 1.2.3, 3.13.2031 and 1/2/31", ""},
		{"We march 5 miles", ""},
		{"", ""},
	} {
		runes := []rune(c.text)
		var got []string
		for _, m := range FindDates(testVocab, c.text) {
			got = append(got, m.Text+"="+m.EDTF)
			if strings.Join(strings.Fields(string(runes[m.Start:m.End])), " ") != m.Text {
				t.Errorf("FindDates(%q): place of %q is %d-%d", c.text, m.Text, m.Start, m.End)
			}
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("FindDates(%q) = %q; want %q", c.text, g, c.want)
		}
	}
}
