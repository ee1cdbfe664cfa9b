package notation

import (
	"fmt"
	"strings"
	"testing"

	"recount.invalid/recount/model"
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
		got, _, _ := ParseCitation(testVocab, strings.ReplaceAll(c.note, "|", LineBreak), NewWordEvidence(nil))
		if got != c.want {
			t.Errorf("parseCitation(%q) =\n %+v\nwant\n %+v", c.note, got, c.want)
		}
	}
}

func TestSettlePlaces(t *testing.T) {
	read := func(notes ...string) string {
		var all []Note
		for _, n := range notes {
			c, slot, _ := ParseCitation(testVocab, n, NewWordEvidence(nil))
			all = append(all, Note{Footnote: model.Footnote{Title: c.Title, Publisher: c.Publisher, Place: c.Place}, Slot: slot})
		}
		SettlePlaces(testVocab, all)
		var out []string
		for _, n := range all {
			out = append(out, n.Title+"|"+n.Publisher+"|"+n.Place)
		}
		return strings.Join(out, "\n")
	}
	for _, c := range []struct{ name, got, want string }{
		{"notes of the same form have known places", read(
			"Nets. Harbour Office, Berlin, 5 May 2031. https://a.example/1",
			"Hooks. Harbour Office, Hareport, 6 May 2031. https://a.example/2",
			"Ropes. Harbour Office, Paris, 7 May 2031. https://a.example/3"),
			"Nets|Harbour Office|Berlin\nHooks|Harbour Office|Hareport\nRopes|Harbour Office|Paris"},
		{"in brackets elsewhere", read(
			"Nets, Tide Agency (Hareport) 5 May 2031. https://a.example/1",
			"“Hooks,” Tide Agency, Hareport, 6 May 2031. https://a.example/2"),
			"Nets|Tide Agency|Hareport\nHooks|Tide Agency|Hareport"},
		{"nothing says that it is a place", read(
			"“Hooks,” Lena Hare, Tidewire, 6 May 2031. https://a.example/2",
			"“Nets,” Lena Hare, Tidewire, 6 May 2031. https://a.example/2"),
			"Hooks|Lena Hare, Tidewire|\nNets|Lena Hare, Tidewire|"},
		{"behind the publisher and a colon", read(
			"Nets. Harbour Office: Berlin. May 5, 2031. https://a.example/1",
			"Hooks: A Report. Harbour Office: Hareport. May 6, 2031. https://a.example/2",
			"Ropes. Harbour Office, Press Room: Paris. May 7, 2031. https://a.example/3"),
			"Nets|Harbour Office|Berlin\nHooks: A Report|Harbour Office|Hareport\nRopes|Harbour Office, Press Room|Paris"},
		{"a colon of the title", read(
			"Nets. Hooks: Ropes. May 5, 2031. https://a.example/1",
			"Nets. Hooks: Lines. May 6, 2031. https://a.example/2"),
			"Nets|Hooks: Ropes|\nNets|Hooks: Lines|"},
		{"the publisher before the quoted title", read(
			"Tide Agency, “Nets,” Berlin, 5 May 2031. https://a.example/1",
			"Tide Agency, “Hooks,” Hareport, 6 May 2031. https://a.example/2",
			"Tide Agency, “Ropes,” Paris, 7 May 2031. https://a.example/3"),
			"Nets|Tide Agency|Berlin\nHooks|Tide Agency|Hareport\nRopes|Tide Agency|Paris"},
		{"bodies before the quoted titles", read(
			"Tide Agency, “Nets,” Hareport, 5 May 2031. https://a.example/1",
			"Harbour Office, “Hooks,” Tidewell, 6 May 2031. https://a.example/2"),
			"Nets|Tide Agency|Hareport\nHooks|Harbour Office|Tidewell"},
		{"authors before the quoted titles, one of them a body", read(
			"Tide Agency, “Nets,” Tidewire, 5 May 2031. https://a.example/1",
			"Harbour Office, “Hooks,” Tidewire, 6 May 2031. https://a.example/2",
			"Lena Hare, “Ropes,” The Daily Tide, 6 May 2031. https://a.example/2"),
			"Nets|Tidewire|\nHooks|Tidewire|\nRopes|The Daily Tide|"},
		{"nothing before the quoted title", read(
			"“Nets,” Berlin, 5 May 2031. https://a.example/1",
			"“Hooks,” Tidewire, 6 May 2031. https://a.example/2",
			"“Ropes,” Paris, 7 May 2031. https://a.example/3"),
			"Nets||Berlin\nHooks|Tidewire|\nRopes||Paris"},
	} {
		if c.got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, c.got, c.want)
		}
	}
}

func TestFindAddress(t *testing.T) {
	for note, want := range map[string]string{
		"see https://a.example/x-|y/z, and more":                          "https://a.example/x-y/z",
		"see https://a.example/x|Translation by Hare":                     "https://a.example/x",
		"see https://a.example/|Accessed 5 May 2031":                      "https://a.example/",
		"see https://a.example/|dictionary/nets":                          "https://a.example/dictionary/nets",
		"see https://a.example/nets04cb|e69/2031-07-02-de.pdf":            "https://a.example/nets04cbe69/2031-07-02-de.pdf",
		"see https://a.example/index.|php?id=5 (accessed 5 May 2031)":     "https://a.example/index.php?id=5",
		"see https://a.example/list/|emerging (accessed 5 May 2031)":      "https://a.example/list/emerging",
		"see https://a.example/list|and accessed 5 May 2031":              "https://a.example/list",
		"see https://a.example/list.|Nets. Accessed 5 May 2031":           "https://a.example/list",
		"see https://a.example/one|https://a.example/two":                 "https://a.example/one",
		"https://keep.example/web/20310704120000/|https://a.example/nets": "https://keep.example/web/20310704120000/https://a.example/nets",
		"https://keep.example/2031/|https://a.example/nets":               "https://keep.example/2031/",
		"https://a.example/ne ts.":                                        "https://a.example/ne",
		"https://a.example/ne ts":                                         "https://a.example/ne ts",
		"(www.a.example/nets)":                                            "www.a.example/nets",
		"<http://a.example/long|-path>":                                   "http://a.example/long-path",
		"http//a.example/x":                                               "http//a.example/x",
		"https:|//a.example/x":                                            "https://a.example/x",
		"https://a.example/x. The next sentence":                          "https://a.example/x",
		"HTTPS://A.EXAMPLE/X":                                             "HTTPS://A.EXAMPLE/X",
		"at https://a.example/nets?id=5&|lang=en. Then":                   "https://a.example/nets?id=5&lang=en",
	} {
		_, got, ok := findAddress(testVocab, strings.ReplaceAll(note, "|", LineBreak), NewWordEvidence(nil))
		if !ok || got != want {
			t.Errorf("findAddress(%q) = %q, %v; want %q", note, got, ok, want)
		}
	}
	for _, note := range []string{"", "http: a protocol", "the www of things", "hare@a.example", "awww.a", "https://"} {
		if _, got, ok := findAddress(testVocab, note, NewWordEvidence(nil)); ok {
			t.Errorf("findAddress(%q) = %q; want none", note, got)
		}
	}
}

func TestJoinLines(t *testing.T) {
	// whole and broken are what the rest of a document prints.
	whole := []string{"the organizations met at the cross-border fair", "a long harbour and its multi-year plan for a work-", "shop of hares, a workshop of co-operation"}
	for _, c := range []struct{ lines, want, doubts string }{
		{"many organiza-|tions met", "many organizations met", ""},
		{"many Organiza-|tions met", "many Organizations met", ""},
		{"a cross-|border fair", "a cross-border fair", ""},
		{"a Franco-|Italian fair", "a Franco-Italian fair", ""},
		{"the COVID-|19 rules and 2020-|2022", "the COVID-19 rules and 2020-2022", ""},
		{"soft\u00ad|ened nets", "softened nets", ""},
		{"long- |and short-term", "long- and short-term", ""},
		{"the fair -|a success", "the fair - a success", ""},
		{"trailing   space |  and\u00a0more ", "trailing space and more", ""},
		{"at https://a.example/nets-|for-all now", "at https://a.example/nets-for-all now", ""},
		{"at https://a.example/nets_|(final)-1.html now", "at https://a.example/nets_(final)-1.html now", ""},
		{"at https://a.example/nets/|(accessed in May)", "at https://a.example/nets/ (accessed in May)", ""},
		{"at <https://a.example/nets|for all>. The|end", "at <https://a.example/netsfor all>. The end", ""},
		{"an e-|commerce", "an e-commerce", ""},
		{"a state-of-the-|art net", "a state-of-the-art net", "the-art"},
		{"re-|fair", "re-fair", "re-fair"},
		{"re-|ceive", "receive", ""},
		{"well-|known", "wellknown", ""},
		{"a zebra-|stripe", "a zebrastripe", ""},
		{"mend-|ment", "mendment", ""},
		{"cross-\ufdd0|border", "cross-\ufdd0 border", ""},
		{"", "", ""},
		{"one", "one", ""},
	} {
		got, doubts := JoinLines(testVocab, strings.Split(c.lines, "|"), NewWordEvidence(whole))
		if d := strings.Join(doubts, " "); got != c.want || d != c.doubts {
			t.Errorf("joinLines(%q) = %q, doubts %q; want %q, %q", c.lines, got, d, c.want, c.doubts)
		}
	}
	// In an address a hyphen goes only where all evidence is against it.
	for address, want := range map[string]string{
		"https://a.example/the-organiza-|tions":   "https://a.example/the-organizations",
		"<https://a.example/organiza-|tions>":     "https://a.example/organizations",
		"https://a.example/cross-|border":         "https://a.example/cross-border",
		"https://a.example/a-work-|shop-of-hares": "https://a.example/a-work-shop-of-hares",
		"https://a.example/zebra-|stripe":         "https://a.example/zebra-stripe",
	} {
		lines := append([]string{"many organiza-", "tions met at work, in the shop"}, whole...)
		if _, got, _ := findAddress(testVocab, strings.ReplaceAll(address, "|", LineBreak), NewWordEvidence(lines)); got != want {
			t.Errorf("findAddress(%q) = %q; want %q", address, got, want)
		}
	}
	// A document whose typesetter breaks no words.
	plain := NewWordEvidence([]string{"a cross-", "border fair, cross-border nets"})
	if got, doubts := JoinLines(testVocab, []string{"a zebra-", "stripe"}, plain); got != "a zebra-stripe" || len(doubts) != 0 {
		t.Errorf("without broken words: %q, doubts %q", got, doubts)
	}
	if got, doubts := JoinLines(testVocab, []string{"a zebra-", "stripe"}, NewWordEvidence(nil)); got != "a zebra-stripe" || fmt.Sprint(doubts) != "[zebra-stripe]" {
		t.Errorf("without evidence: %q, doubts %q", got, doubts)
	}
}

func TestJoinLinesAtMarks(t *testing.T) {
	none := NewWordEvidence(nil)
	browser := NewWordEvidence([]string{"a self-made tide\u2010", "gauge of the har\u2010", "bour-side"})
	for _, c := range []struct {
		lines, want string
		words       *WordEvidence
	}{
		{"the day-|to-day run", "the day-to-day run", none},
		{"a two-|and-a-half", "a two-and-a-half", none},
		{"the U.S.-|led run", "the U.S.-led run", none},
		{"the (G7)-|led run", "the (G7)-led run", none},
		{"a “green”-|labelled jar", "a “green”-labelled jar", none},
		{"a 50%-|owned mill", "a 50%-owned mill", none},
		{"a non-|“green” jar", "a non-“green” jar", none},
		{"in 2024–|2025 it", "in 2024–2025 it", none},
		{"the Oslo–|Rome road", "the Oslo–Rome road", none},
		{"a word—|then more", "a word—then more", none},
		{"a word|—then more", "a word—then more", none},
		{"and/|or both", "and/or both", none},
		{"the G7|/G20 run", "the G7/G20 run", none},
		{"to name@|a.example now", "to name@a.example now", none},
		{"of COVID\u2010|19 on", "of COVID\u201019 on", browser},
		{"of the har\u2010|bour", "of the harbour", browser},
		{"a score of −|1 is given", "a score of −1 is given", none},
		{"in 2024−|2025 it", "in 2024−2025 it", none},
		// Near misses.
		{"long-|to medium-term", "long- to medium-term", none},
		{"wind-|and tide-driven", "wind- and tide-driven", none},
		{"a word –|then more", "a word – then more", none},
		{"a word —|then more", "a word — then more", none},
		{"a word -|then more", "a word - then more", none},
		{"a word|— then more", "a word — then more", none},
		{"either /|or both", "either / or both", none},
		{"ten − 3 −|1 is", "ten − 3 − 1 is", none},
		{"from 0.75 −|0.25 on", "from 0.75 − 0.25 on", none},
		{"the U.S.|led it", "the U.S. led it", none},
	} {
		if got, _ := JoinLines(testVocab, strings.Split(c.lines, "|"), c.words); got != c.want {
			t.Errorf("%q: %q, want %q", c.lines, got, c.want)
		}
	}
}
