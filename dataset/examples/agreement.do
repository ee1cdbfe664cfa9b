* Does the score in the heading of a member's section agree with the table?
* Stata 14 or later. Run in the data set's folder: do examples/agreement.do
* Only versions that count, so that an interim and a final report are no two
* cases (CAUTIONS.md has the rule).
import delimited "csv/commitments.csv", varnames(1) encoding("utf-8") bindquote(strict) stringcols(_all) clear
keep if counts == "1"
keep commitment_id
tempfile versions
save `versions'
import delimited "csv/scores.csv", varnames(1) encoding("utf-8") bindquote(strict) stringcols(_all) clear
merge m:1 commitment_id using `versions', keep(match) nogenerate
destring score, replace
keep if inlist(stated_in, "table", "heading")
drop if missing(score) | member == ""
bysort commitment_id member stated_in (score_id): keep if _n == 1
keep report_id commitment_id member stated_in score
reshape wide score, i(report_id commitment_id member) j(stated_in) string
generate agrees = scoretable == scoreheading if !missing(scoretable, scoreheading)
tabulate agrees, missing
list report_id commitment_id member scoretable scoreheading if agrees == 0
