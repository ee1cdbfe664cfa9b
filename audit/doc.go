// Package audit counts a report again: it takes a *model.Report and gives
// findings, each of which says that two things printed in the report do not
// fit together, with the words as printed, the place and the arithmetic. It
// never says who erred.
//
// # Rules
//
// One rule is one file with one Rule literal, put into the registry by
// register. The literal is the only description of the rule: `recount rules`,
// docs/rules.md and the SARIF output are rendered from it.
//
// # Trust
//
// A finding of severity error is an accusation in public. A rule makes it
// only where no accepted convention explains the printed figure; where the
// evidence is missing or ambiguous it counts the case as undecided and says
// why. What was compared is counted as checked, so that "nothing found" can
// be told from "nothing looked at".
//
// One cause is one finding: before a rule reports many cells of a table it
// asks whether a single slip, such as a row shifted by one column, explains
// them all.
package audit
