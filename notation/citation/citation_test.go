package citation

import (
	"strings"
	"testing"

	"recount.invalid/recount/notation/join"
)

func TestParseCitation(t *testing.T) {
	type want = Citation
	for _, c := range []struct {
		note string
		want want
	}{
		{"Nets for All, Harbour Office (Atlantis City) 3 May 2031. Access Date: 4 May 2031. https://www.harbour.example/nets-for-all",
			want{Title: "Nets for All", Publisher: "Harbour Office", Place: "Atlantis City", Published: "2031-05-03", PublishedText: "3 May 2031",
				Accessed: "2031-05-04", AccessedText: "4 May 2031", URL: "https://www.harbour.example/nets-for-all"}},
		{"Nets, Ropes and Boats, Department of Fisheries, Lakes and Rivers (Port|au Lac) n.d. Translation provided by a Machine. Access|Date: 4 May 2031. https://www.harbour.example/nets-|for-all/index.|html",
			want{Title: "Nets, Ropes and Boats", Publisher: "Department of Fisheries, Lakes and Rivers", Place: "Port au Lac", PublishedText: "n.d.",
				Accessed: "2031-05-04", AccessedText: "4 May 2031", Translation: "Translation provided by a Machine", URL: "https://www.harbour.example/nets-for-all/index.html"}},
		{"“Nets, and How to Mend Them,” The Daily Tide (Port Hare), 15 January 2005. Date of Access: 16 January 2005. <http://www.tide.example/a|b/c.htm>.",
			want{Title: "Nets, and How to Mend Them", Publisher: "The Daily Tide", Place: "Port Hare", Published: "2005-01-15", PublishedText: "15 January 2005",
				Accessed: "2005-01-16", AccessedText: "16 January 2005", URL: "http://www.tide.example/ab/c.htm"}},
		{"\"Nets\", The Daily Tide, January 15, 2005, (accessed June 5, 2005), www.tide.example/nets",
			want{Title: "Nets", Publisher: "The Daily Tide", Published: "2005-01-15", PublishedText: "January 15, 2005",
				Accessed: "2005-06-05", AccessedText: "June 5, 2005", URL: "www.tide.example/nets"}},
		{"Harbour Office, ‘The Children’s Nets and the Farmers’ Ropes,’ (Port Hare), 15 January 2005. Accessed: 16 January 2005. http://www.tide.example/c",
			want{Title: "The Children’s Nets and the Farmers’ Ropes", Publisher: "Harbour Office", Place: "Port Hare", Published: "2005-01-15", PublishedText: "15 January 2005",
				Accessed: "2005-01-16", AccessedText: "16 January 2005", URL: "http://www.tide.example/c"}},
		{"Farmers’ Nets, Harbour Office (Port Hare), 15 January 2005. Accessed: 16 January 2005. http://www.tide.example/c",
			want{Title: "Farmers’ Nets", Publisher: "Harbour Office", Place: "Port Hare", Published: "2005-01-15", PublishedText: "15 January 2005",
				Accessed: "2005-01-16", AccessedText: "16 January 2005", URL: "http://www.tide.example/c"}},
		{"Nets at Sea, Harbour Office (Atlantis City) 12-14 June 2031. Access Date: 4 July 2031. ttps://www.harbour.example/sea",
			want{Title: "Nets at Sea", Publisher: "Harbour Office", Place: "Atlantis City", Published: "2031-06-12/2031-06-14", PublishedText: "12-14 June 2031",
				Accessed: "2031-07-04", AccessedText: "4 July 2031", URL: "ttps://www.harbour.example/sea"}},
		{"Nets at Sea, Harbour Office (Atlantis City), n.d. htp:/www.harbour.example/sea. Access Date: 4 July 2031.",
			Citation{Title: "Nets at Sea", Publisher: "Harbour Office", Place: "Atlantis City", PublishedText: "n.d.",
				Accessed: "2031-07-04", AccessedText: "4 July 2031", URL: "htp:/www.harbour.example/sea"}},
		{"“Nets at Sea”, Harbour Office (Atlantis City, n.d.). Available: https://www.harbour.example/sea Accessed: 4 July 2031.",
			Citation{Title: "Nets at Sea", Publisher: "Harbour Office", Place: "Atlantis City", PublishedText: "n.d.",
				Accessed: "2031-07-04", AccessedText: "4 July 2031", URL: "https://www.harbour.example/sea"}},
		{"The Fair of 3 May 2030 (Reprint), Harbour Office (Upper – Lower Town) July 2031. Retrieved 4 August 2031. https://harbour.example/",
			want{Title: "The Fair of 3 May 2030 (Reprint)", Publisher: "Harbour Office", Place: "Upper – Lower Town", Published: "2031-07", PublishedText: "July 2031",
				Accessed: "2031-08-04", AccessedText: "4 August 2031", URL: "https://harbour.example/"}},
		{"“Filets,” Le Flot (Port Hare) 5 May 2031 (translated). Date of access: 6 June 2031. www.flot.example/a",
			want{Title: "Filets", Publisher: "Le Flot", Place: "Port Hare", Published: "2031-05-05", PublishedText: "5 May 2031", Translation: "translated",
				Accessed: "2031-06-06", AccessedText: "6 June 2031", URL: "www.flot.example/a"}},
		{"“Nets,” Tide Agency (Port Hare), May 5, 2031. Date of Access: June 6, 2031|<tide.agency.example/nets/10|/a.pdf>.",
			want{Title: "Nets", Publisher: "Tide Agency", Place: "Port Hare", Published: "2031-05-05", PublishedText: "May 5, 2031",
				Accessed: "2031-06-06", AccessedText: "June 6, 2031", URL: "tide.agency.example/nets/10/a.pdf"}},
		{"Nets, Tide Agency (Port Hare) 5 May 2031. Access Date: 6 June 2031. ht|tps://tide.example/a|b/c",
			want{Title: "Nets", Publisher: "Tide Agency", Place: "Port Hare", Published: "2031-05-05", PublishedText: "5 May 2031",
				Accessed: "2031-06-06", AccessedText: "6 June 2031", URL: "https://tide.example/ab/c"}},
		{"Lower Harbour Office. “Minutes on Nets, Provisional Translation.” Oslo, May 5, 2031.",
			want{Title: "Minutes on Nets, Provisional Translation", Publisher: "Lower Harbour Office", Place: "Oslo", Published: "2031-05-05", PublishedText: "May 5, 2031"}},
		{"Order 1726/2003 on Nets and/or Ropes (Translation of the Act), Harbour Office (Upper Town) 5 May 2031.",
			want{Title: "Order 1726/2003 on Nets and/or Ropes (Translation of the Act)", Publisher: "Harbour Office", Place: "Upper Town", Published: "2031-05-05", PublishedText: "5 May 2031"}},
		{"Access to Water, Tide Agency (Hare, D.C.) 5 May 2031. https://tide.example/a_(b)",
			want{Title: "Access to Water", Publisher: "Tide Agency", Place: "Hare, D.C.", Published: "2031-05-05", PublishedText: "5 May 2031", URL: "https://tide.example/a_(b)"}},
		{"Adapted from Tide Agency. n.d. Access Date: 10 October 2031.|https://tide.example/x.html",
			want{Title: "Adapted from Tide Agency", PublishedText: "n.d.", Accessed: "2031-10-10", AccessedText: "10 October 2031", URL: "https://tide.example/x.html"}},
		{"Nets, Tide Agency (Hare) 2031. Accessed: 10 October 2031. Available at: https://tide.example/ x/y.html",
			want{Title: "Nets", Publisher: "Tide Agency", Place: "Hare", Published: "2031", PublishedText: "2031", Accessed: "2031-10-10", AccessedText: "10 October 2031", URL: "https://tide.example/ x/y.html"}},
		{"Nets 2031, Tide Agency (Hare) August 23 2031.Access|Date: 10 December 2031 https://tide.example/2031/aug/nets-|for-all",
			want{Title: "Nets 2031", Publisher: "Tide Agency", Place: "Hare", Published: "2031-08-23", PublishedText: "August 23 2031", Accessed: "2031-12-10", AccessedText: "10 December 2031", URL: "https://tide.example/2031/aug/nets-for-all"}},
		{"Hare Cook, “Nets and Hooks,” The Daily Tide (Port Hare), 5 May 2031, accessed: 6 May 2031, <http://tide.example/n>.",
			want{Title: "Nets and Hooks", Publisher: "The Daily Tide", Place: "Port Hare", Published: "2031-05-05", PublishedText: "5 May 2031", Accessed: "2031-05-06", AccessedText: "6 May 2031", URL: "http://tide.example/n"}},
		{"Tide Agency. (5 May 2031). Nets and hooks. Retrieved 6 May 2031 from http://tide.example/n",
			want{Title: "Nets and hooks", Publisher: "Tide Agency", Published: "2031-05-05", PublishedText: "5 May 2031", Accessed: "2031-05-06", AccessedText: "6 May 2031", URL: "http://tide.example/n"}},
		{"Nets and Hooks, Tide Agency (Hare: 5 May 2031). Date Accessed: 6 May 2031.",
			want{Title: "Nets and Hooks", Publisher: "Tide Agency", Place: "Hare", Published: "2031-05-05", PublishedText: "5 May 2031", Accessed: "2031-05-06", AccessedText: "6 May 2031"}},
		{"Nets and Hooks, Tide Agency (Hare) Updated on 5 May 2031. Access Date: 6 May.",
			want{Title: "Nets and Hooks", Publisher: "Tide Agency", Place: "Hare", Published: "2031-05-05", PublishedText: "5 May 2031", AccessedText: "6 May"}},
		{"Nets, Tide Agency (Hare) 5 May 2031. http://tide.example/1 Access Date: 6 May 2031; Hooks, Gull Agency (Gull) 7 May 2031. Access Date: 8 May 2031. http://tide.example/2",
			want{Title: "Nets", Publisher: "Tide Agency", Place: "Hare", Published: "2031-05-05", PublishedText: "5 May 2031", Accessed: "2031-05-06", AccessedText: "6 May 2031", URL: "http://tide.example/1"}},
		{"Nets and Hooks. Tide Agency. 5 May 2031. Date of access: 06.05.2031. Available at: http://tide.example/1",
			want{Title: "Nets and Hooks", Publisher: "Tide Agency", Published: "2031-05-05", PublishedText: "5 May 2031", Accessed: "2031-05-06", AccessedText: "06.05.2031", URL: "http://tide.example/1"}},
		{"Nets and Hooks, Tide Agency. Available from: http://tide.example/1",
			want{Title: "Nets and Hooks", Publisher: "Tide Agency", URL: "http://tide.example/1"}},
		{"Nets Return, Harbour Office 16 October 2031. URL: http://tide.example/nets/2031/10/leaders-d|eclaration (access date: 3 June 2032).",
			want{Title: "Nets Return", Publisher: "Harbour Office", Published: "2031-10-16", PublishedText: "16 October 2031", Accessed: "2032-06-03", AccessedText: "3 June 2032", URL: "http://tide.example/nets/2031/10/leaders-declaration"}},
		{"Nets Return // Harbour Office. 4 September 2031. URL: http://tide.example/docs/plan.|html (access date: 2 November 2031).",
			want{Title: "Nets Return", Publisher: "Harbour Office", Published: "2031-09-04", PublishedText: "4 September 2031", Accessed: "2031-11-02", AccessedText: "2 November 2031", URL: "http://tide.example/docs/plan.html"}},
		{"Questions and Answers on Nets, Plain Dictionary n.d. URL: http://tide.example/q (access date: 2 November 2031).",
			want{Title: "Questions and Answers on Nets", Publisher: "Plain Dictionary", PublishedText: "n.d.", Accessed: "2031-11-02", AccessedText: "2 November 2031", URL: "http://tide.example/q"}},
		{"“Nets for All,” Bureau of Harbours, Washington, D.C., August 21, 2031, http://tide.example/n (accessed September 17, 2031).",
			want{Title: "Nets for All", Publisher: "Bureau of Harbours", Place: "Washington, D.C.", Published: "2031-08-21", PublishedText: "August 21, 2031", Accessed: "2031-09-17", AccessedText: "September 17, 2031", URL: "http://tide.example/n"}},
		{"Horn Nets, Ropes and Hooks, Horn Fish Bureau, Djibouti: 9 January 2031. Date of Access: 23 January 2031. www.tide.example",
			want{Title: "Horn Nets, Ropes and Hooks", Publisher: "Horn Fish Bureau", Place: "Djibouti", Published: "2031-01-09", PublishedText: "9 January 2031", Accessed: "2031-01-23", AccessedText: "23 January 2031", URL: "www.tide.example"}},
		{"S. 2617: Nets Act of 2031. Records Service. Washington, DC. September 30, 2031. Date of Access: December 20, 2031. <http://tide.example/s>",
			want{Title: "S. 2617: Nets Act of 2031", Publisher: "Records Service", Place: "Washington, DC", Published: "2031-09-30", PublishedText: "September 30, 2031", Accessed: "2031-12-20", AccessedText: "December 20, 2031", URL: "http://tide.example/s"}},
		{"Harbour Office (Tidewater), “Statement on Nets,” June 3, 2031. Date of Access: September 27, 2031. <www.tide.example/s.html>.",
			want{Title: "Statement on Nets", Publisher: "Harbour Office", Place: "Tidewater", Published: "2031-06-03", PublishedText: "June 3, 2031", Accessed: "2031-09-27", AccessedText: "September 27, 2031", URL: "www.tide.example/s.html"}},
		{"Harbour Office, “Budget 2031, Chapter 2: Nets” (Hare), 7 April 2031, https://tide.example/b.html (accessed 2 May 2031).",
			want{Title: "Budget 2031, Chapter 2: Nets", Publisher: "Harbour Office", Place: "Hare", Published: "2031-04-07", PublishedText: "7 April 2031", Accessed: "2031-05-02", AccessedText: "2 May 2031", URL: "https://tide.example/b.html"}},
		{"Opening of “Blue Nets 31”, Harbour Office (Hare) 5 May 2031. https://tide.example/b",
			want{Title: "Opening of “Blue Nets 31”", Publisher: "Harbour Office", Place: "Hare", Published: "2031-05-05", PublishedText: "5 May 2031", URL: "https://tide.example/b"}},
		{"Exchange of Nets, 10 November 2031 (Hare). Accessed on 8 January 2032, http://tide.example/x.html.",
			want{Title: "Exchange of Nets", Place: "Hare", Published: "2031-11-10", PublishedText: "10 November 2031", Accessed: "2032-01-08", AccessedText: "8 January 2032", URL: "http://tide.example/x.html"}},
		{"“The Law of 16 November 2030 and Its Nets”, Official Journal (Hare) November 17, 2031, Date of Access: 25 March 2032, <www.tide.example/l.html>",
			want{Title: "The Law of 16 November 2030 and Its Nets", Publisher: "Official Journal", Place: "Hare", Published: "2031-11-17", PublishedText: "November 17, 2031", Accessed: "2032-03-25", AccessedText: "25 March 2032", URL: "www.tide.example/l.html"}},
		{"Nets, Tide Agency (Hare) 5 May 2031; Hooks, Gull Agency (Gull) 7 May 2031.",
			want{Title: "Nets", Publisher: "Tide Agency", Place: "Hare", Published: "2031-05-05", PublishedText: "5 May 2031"}},
		// Near misses: the last part before the date is the publisher.
		{"“Nets for All,” Lena Hare, The Daily Tide, 5 May 2031, https://tide.example/d",
			want{Title: "Nets for All", Publisher: "Lena Hare, The Daily Tide", Published: "2031-05-05", PublishedText: "5 May 2031", URL: "https://tide.example/d"}},
		{"“Nets for All,” Paris, 5 May 2031, https://tide.example/d",
			want{Title: "Nets for All", Publisher: "Paris", Published: "2031-05-05", PublishedText: "5 May 2031", URL: "https://tide.example/d"}},
		{"The hares were seen near Hook 3 May 2031.", want{}},
		{"The hares were counted on 3 May 2031.", want{}},
		{"Ibid.", want{}},
		{"The league counts this net once, although it was sold twice (see above).", want{}},
		{"", want{}},
		{"Nets, Tide Agency (Hare) 5 May 2031. Access Date: 6 May 2031. https://tide.example/one. See also https://tide.example/two.",
			want{Title: "Nets", Publisher: "Tide Agency", Place: "Hare", Published: "2031-05-05", PublishedText: "5 May 2031", Accessed: "2031-05-06", AccessedText: "6 May 2031", URL: "https://tide.example/one"}},
		{"Nets, Tide Agency (Hare) 5 May 2031. Access Date: 6 May 2031. https://tide.example/Hare’s_nets–for_all",
			want{Title: "Nets", Publisher: "Tide Agency", Place: "Hare", Published: "2031-05-05", PublishedText: "5 May 2031", Accessed: "2031-05-06", AccessedText: "6 May 2031", URL: "https://tide.example/Hare’s_nets–for_all"}},
		{"Nets, Tide Agency (Hare) 5 May 2031, http://tide.example/nets.html (Date Accessed: 31 June 2031).",
			want{Title: "Nets", Publisher: "Tide Agency", Place: "Hare", Published: "2031-05-05", PublishedText: "5 May 2031", Accessed: "2031-06-31", AccessedText: "31 June 2031", URL: "http://tide.example/nets.html"}},
	} {
		got, _, _ := ParseCitation(testVocab, strings.ReplaceAll(c.note, "|", join.LineBreak), join.NewWordEvidence(nil))
		if got != c.want {
			t.Errorf("ParseCitation(%q) =\n %+v\nwant\n %+v", c.note, got, c.want)
		}
	}
}

// A remark in brackets and a number in a series are no publisher.
func TestPublisherBehindTheTitle(t *testing.T) {
	for note, publisher := range map[string]string{
		"Tide Office, “Nets for All” (provisional translation), Tokyo, 28 July 2031.":     "Tide Office",
		"Tide Office, “Nets for All,” Press Notice 402/99, London, 19 October 2031.":      "Tide Office",
		"Tide Office, “Nets for All,” News Release No. 118, Halifax, September 14, 2031.": "Tide Office",
		"P. Hare, “Nets for All,” Tide Radio 4, London, 19 October 2031.":                 "Tide Radio 4",
		"P. Hare, “Nets for All,” Harbour Gazette (Hareport) 19 October 2031.":            "Harbour Gazette",
		"P. Hare, “Nets for All” (in English), Harbour Gazette, Berlin, 19 October 2031.": "Harbour Gazette",
	} {
		c, _, _ := ParseCitation(testVocab, note, join.NewWordEvidence(nil))
		if c.Publisher != publisher {
			t.Errorf("%q: publisher %q, want %q", note, c.Publisher, publisher)
		}
	}
}
