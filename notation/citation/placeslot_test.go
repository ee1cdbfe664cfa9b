package citation

import (
	"strings"
	"testing"

	"recount.invalid/recount/model"
	"recount.invalid/recount/notation/join"
)

func TestSettlePlaces(t *testing.T) {
	read := func(notes ...string) string {
		var all []Note
		for _, n := range notes {
			c, slots, _ := ParseCitation(testVocab, n, join.NewWordEvidence(nil))
			all = append(all, Note{Footnote: model.Footnote{Title: c.Title, Publisher: c.Publisher, Place: c.Place}, Slots: slots})
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
