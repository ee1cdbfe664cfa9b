package bulk

import "testing"

func TestWhichFileStandsForItsContent(t *testing.T) {
	for want, others := range map[string][]entry{
		"report.pdf":       {{Path: "a/report.pdf"}, {Path: "report (1).pdf"}},
		"b/report.pdf":     {{Path: "a/copy of report.pdf"}, {Path: "a/deeper/r.pdf"}},
		"corrected/r.pdf":  {{Path: "r.pdf"}},
		"a/one report.pdf": {{Path: "a/two report.pdf"}},
	} {
		e := entry{Path: want, SHA256: "s"}
		if want == "corrected/r.pdf" {
			e.Key = "k"
		}
		for _, first := range []bool{true, false} {
			m := manifest{}
			for _, o := range others {
				o.SHA256 = "s"
				m.Files = append(m.Files, o)
			}
			if first {
				m.Files = append([]entry{e}, m.Files...)
			} else {
				m.Files = append(m.Files, e)
			}
			m.Files = append(m.Files, entry{Path: "another.pdf", SHA256: "t"}, entry{Path: "x"})
			keep := m.keepers()
			if got := m.Files[keep["s"]].Path; got != want || len(keep) != 2 {
				t.Errorf("%s, want %s", got, want)
			}
		}
	}
}
