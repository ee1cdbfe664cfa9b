// Package stages tells what of a report's texts is about its own assessment, and what is
// about another stage of it, another summit or another report: by sentence, and with a
// reader that knows the report's forum, years, stage and periods.
package stages
