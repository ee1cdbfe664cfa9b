package output

import (
	"io"

	"recount.invalid/recount/audit"
)

// SchemaAudit is the version of the JSON that AuditJSON gives.
const SchemaAudit = "recount/audit@1"

// Audit is the outcome of one run over one or more reports.
type Audit struct {
	Schema  string         `json:"schema"`
	Reports []audit.Result `json:"reports"`
	// StaleWaivers are the waivers that matched no finding of any report.
	StaleWaivers []audit.Waiver `json:"stale_waivers,omitempty"`
}

// NewAudit puts results together for writing. Lists that are nil become
// empty ones.
func NewAudit(results []audit.Result, stale []audit.Waiver) Audit {
	a := Audit{Schema: SchemaAudit, Reports: []audit.Result{}, StaleWaivers: stale}
	for _, r := range results {
		if r.Rules == nil {
			r.Rules = []audit.Count{}
		}
		if r.Findings == nil {
			r.Findings = []audit.Finding{}
		}
		a.Reports = append(a.Reports, r)
	}
	return a
}

// AuditJSON writes an audit as the contract's JSON object.
func AuditJSON(w io.Writer, a Audit) error {
	return WriteJSON(w, a, true)
}
