package citation

import (
	"fmt"
	"testing"

	"recount.invalid/recount/vocabulary"
)

func TestUnread(t *testing.T) {
	v := vocabulary.Default()
	for text, want := range map[string]string{
		"Harbour Office: Nets of 4 March 2031 and Lamps https://harbour.example/nets":               "[4 March 2031] []",
		"Oslo: “Nets for All,” Harbour Office, 2031, with Lamps. https://harbour.example/nets":      "[2031] [Oslo]",
		"Harbour Office, Oslo: Nets for All. https://harbour.example/nets":                          "[] [Oslo]",
		"Harbour Office, Oslo, Nets for All, 4 March 2031. https://harbour.example/nets":            "[] [Oslo]",
		"“Nets (2031), Oslo, and Lamps,” Harbour Office. https://harbour.example/2031":              "[] []",
		"Nets in Oslo in 2031 and Lamps, Harbour Office. https://harbour.example/nets":              "[] []",
		"The minister said in Paris, on 4 March 2031, that nets are for all; see the list of 2030.": "[] []",
	} {
		c, _, _ := ParseCitation(v, text, nil)
		n := Note{}
		n.Text, n.Publisher, n.Place, n.PublishedText, n.AccessedText, n.URL = text, c.Publisher, c.Place, c.PublishedText, c.AccessedText, c.URL
		dates, places := n.Unread(v)
		if got := fmt.Sprint(dates, " ", places); got != want {
			t.Errorf("%s\n got %s, want %s (%+v)", text, got, want, c)
		}
	}
}
