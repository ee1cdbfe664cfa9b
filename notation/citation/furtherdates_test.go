package citation

import (
	"testing"

	"recount.invalid/recount/notation/join"
)

func TestFurtherDays(t *testing.T) {
	for _, c := range []struct{ note, published, accessed string }{
		// Before and behind the words for reading.
		{"「網の計画」、漁業庁、2031年3月15日、2031年4月2日閲覧。", "2031-03-15", "2031-04-02"},
		{"그물청, 그물 계획, 2031년 2월 9일. https://nets.example/a (2031년 3월 4일 접속).", "2031-02-09", "2031-03-04"},
		{"渔网计划, 渔业办公室 (北京) 2031年5月6日. 访问日期：2031年6月7日.", "2031-05-06", "2031-06-07"},
		{"Nets [Internet]. Palermo: Tide Unit; 2031 Jun 2 [cited 2031 Aug 14]. Available from: http://nets.example/a", "2031-06-02", "2031-08-14"},
		{"Ağ Planı, Ağ Başkanlığı (Ankara) 6 Haziran 2031. Erişim tarihi: 14 Temmuz 2031. http://nets.example/a", "2031-06-06", "2031-07-14"},
		{"«Сети», Газета, 12 марта 2031 года, https://nets.example/a (accessed April 1, 2031).", "2031-03-12", "2031-04-01"},
		{"Nets as Cited 3 May 2031, Tide Office (Hare), 5 June 2031.", "2031-06-05", ""},
		{"Nets [cited in Parliament], Tide Office (Hare), 5 June 2031.", "2031-06-05", ""},
		// A year at the end, pages behind it.
		{"P. Hare, Nets of the Poor (Oxford: Tide House, 1996), 212.", "1996", ""},
		{"P. Hare, ed., Nets of the Poor, 2nd ed., Hareport, Ferncroft, 2003, pp. 77 ff.", "2003", ""},
		// The day of an act is that of its text where the note has no other.
		{"Government Decree No. 1205 of 22 November 2031 “On Nets” (Moscow). Available at http://nets.example/a. Accessed 30 November 2031.", "2031-11-22", "2031-11-30"},
		{"Cour des Filets, arrêt n° 2031-22 du 6 novembre 2031, https://nets.example/a.", "2031-11-06", ""},
		{"Decree No. 12 of 3 May 2031 on Nets, Tide Journal, 9 May 2031.", "2031-05-09", ""},
		{"The boats that Decree No. 12 of 3 May 2031 names are not counted.", "", ""},
		{"Nets since the Treaty of 3 May 2031. Available at http://nets.example/a. Accessed 30 November 2031.", "", "2031-11-30"},
		// Several days stay a span.
		{"Tide Partnership, Third Session, Communiqué, Accra, 4–6 September 2031.", "2031-09-04/2031-09-06", ""},
	} {
		got, _, _ := ParseCitation(testVocab, c.note, join.NewWordEvidence(nil))
		if got.Published != c.published || got.Accessed != c.accessed {
			t.Errorf("%q: %q, %q", c.note, got.Published, got.Accessed)
		}
	}
}
