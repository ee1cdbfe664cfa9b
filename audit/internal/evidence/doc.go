// Package evidence reads from a report what several rules compare: its tables
// with every average counted, the conventions of its averages, its running text
// with claims, its rubrics, its periods, what it states of other stages and
// summits.
package evidence
