package audit

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"recount.invalid/recount/model"
)

// FuzzRun: whatever report JSON describes, every rule ends without breaking,
// and what it finds can be written and read back.
func FuzzRun(f *testing.F) {
	clean, err := json.Marshal(cleanReport())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(clean)
	f.Add([]byte(`{"commitments":[{"assessment":{"scores":[{"member":"FRA","score":9223372036854775807},{"member":"FRA","score":1}],"average":{"value":1e15,"percent":-3}}}]}`))
	f.Add([]byte(`{"footnotes":[{"number":-9223372036854775808},{"number":9223372036854775807},{"number":2}],"matrices":[{"members":["FRA","FRA"],"rows":[{"scores":[1,0,null],"average":{"value":0}}],"column_averages":[{"member":"FRA","value":0.5}],"overall":{"percent":50}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var r model.Report
		if len(data) > 1<<16 || json.Unmarshal(data, &r) != nil {
			return
		}
		res, err := Run(context.Background(), &r, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range res.Rules {
			for _, why := range c.Reasons {
				if strings.Contains(why.Text, "failed on this report") {
					t.Errorf("%s: %s", c.Rule, why.Text)
				}
			}
		}
		if _, err := json.Marshal(res); err != nil {
			t.Error(err)
		}
	})
}
