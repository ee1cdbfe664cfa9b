// Package pattern is the one place that makes patterns with lookaround, which therefore
// all have a time limit.
package pattern
