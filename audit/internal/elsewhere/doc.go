// Package elsewhere reads what a report states of other reports: of another stage of its
// assessment, in summary tables, rankings, tables of stages and sentences, and of other
// summits, in tables and text; and it tells which report among the other files is meant.
package elsewhere
