// Package elsewhere reads what a report states of other reports: of another stage of its
// assessment, in tables, and of other summits, in tables and text.
package elsewhere
