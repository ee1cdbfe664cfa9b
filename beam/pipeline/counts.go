package pipeline

import (
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
)

// Counts say what a run did.
type Counts struct {
	Files, Read, Refused, Again, Pages, Rows int64
}

func (c Counts) String() string {
	return fmt.Sprintf("%d files: %d read (%d pages), %d refused, %d tried again; %d rows", c.Files, c.Read, c.Pages, c.Refused, c.Again, c.Rows)
}

// Counted gives the counts of a run that has ended.
func Counted(result beam.PipelineResult) Counts {
	var c Counts
	into := map[string]*int64{"files": &c.Files, "read": &c.Read, "refused": &c.Refused, "again": &c.Again, "pages": &c.Pages, "rows": &c.Rows}
	found := result.Metrics().Query(func(r metrics.SingleResult) bool { return r.Namespace() == "recount" })
	for _, counter := range found.Counters() {
		if n := into[counter.Key.Name]; n != nil {
			*n += counter.Result()
		}
	}
	return c
}
