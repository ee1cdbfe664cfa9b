// Package stages tells which sentences of a report are about another stage of its
// assessment than its own.
package stages
