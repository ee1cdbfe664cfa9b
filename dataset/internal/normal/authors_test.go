package normal

import (
	"strings"
	"testing"
)

func TestAuthorsArePeopleAndInstitutions(t *testing.T) {
	for _, c := range []struct{ printed, want string }{
		{"Ida Moor|Pier Group", "Ida Moor|Pier Group"},
		{"Ada Moor|Bo Nguyen-Sørensen|Thérèse Linde G8 Research Group|Pier School of Affairs|University of Norland",
			"Ada Moor|Bo Nguyen-Sørensen|Thérèse Linde|G8 Research Group|Pier School of Affairs|University of Norland"},
		{"University of Norland G8 Research Group|<www.archive.example>|Invented content|written for testing.|Contents|Energy: Wells . . . . 2|Ada Moor",
			"University of Norland G8 Research Group"},
		{"Ada Moor|Moscow|and|Bo Berg|Academy of National Economy|Public Administration", "Ada Moor|Bo Berg|Academy of National Economy and Public Administration"},
		{"Sveta Aran International Organisations Research Institute", "Sveta Aran|International Organisations Research Institute"},
		{"Alva Shum Center for Wells", "Alva Shum|Center for Wells"},
		{"State University Higher School of Wells (Norland) G8 Research Centre", "State University Higher School of Wells (Norland) G8 Research Centre"},
		{"Toronto Ada Moor|Bo Berg", "Ada Moor|Bo Berg"},
		{"Norland team led by Ada Moor-Orr|Ilya Berg with|members of the G8 Research Group|with a team of eight analysts|analysts in Norland", "Ada Moor-Orr|Ilya Berg|G8 Research Group"},
		{"with the Centre for Wells|Dr. Bo Berg|Jan van der Moor|J. P. Moor", "Centre for Wells|Dr. Bo Berg|Jan van der Moor|J. P. Moor"},
		{"12 May 2030|ada@example.org|see https://example.org", ""},
		{"", ""},
	} {
		var printed []string
		if c.printed != "" {
			printed = strings.Split(c.printed, "|")
		}
		if got := strings.Join(Authors(printed), "|"); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.printed, got, c.want)
		}
	}
	if w := authorVocabulary(); len(w.Institutions) == 0 || len(w.Ends) == 0 {
		t.Error("authors.yaml is not read")
	}
}
