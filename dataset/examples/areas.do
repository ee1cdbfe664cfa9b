* In which issue areas do the members comply most, and how sure is that?
* Stata 14 or later. Run in the data set's folder: do examples/areas.do
* One row per promise and member, of the version that counts (CAUTIONS.md has
* the rule); where there is no score, status says why.
use "dta/panel.dta", clear
keep if !missing(score) & area != ""
* Scores of one promise are no independent cases: the promise is the case.
collapse (mean) average = score (count) scores = score, by(forum area promise_id)
collapse (mean) average (semean) error = average (count) promises = average (sum) scores, by(forum area)
generate percent = (average + 1) * 50
gsort forum -average
format average error %6.2f
format percent %5.1f
list forum area promises scores average error percent, sepby(forum) noobs
