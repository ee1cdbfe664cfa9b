package output

import (
	_ "embed"
)

//go:generate go run ../internal/schemagen
//go:generate go run ../internal/rulesgen

// The schemas are made from the types and their comments by
// internal/schemagen; a test there fails when they are stale.
var (
	//go:embed schema/report.schema.json
	schemaReport []byte
	//go:embed schema/audit.schema.json
	schemaAudit []byte
	//go:embed schema/all.schema.json
	schemaAll []byte
)

// Schema is the JSON Schema (draft 2020-12) of an output: "report" is what
// `recount extract` prints, "audit" what `recount audit --format json`
// prints, anything else one schema that takes either.
func Schema(of string) []byte {
	switch of {
	case "report":
		return schemaReport
	case "audit":
		return schemaAudit
	default:
		return schemaAll
	}
}
