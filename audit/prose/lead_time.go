package prose

// leadTime is the other time, report or group that a sentence speaks of from its beginning,
// before it names anybody or a figure: "At the same stage a year earlier, marine litter
// stood at +0.25 and Italy at +0.67" says both of that year.
func (r Reader) leadTime(s string, p piece) string {
	if p.Start == 0 {
		return "" // the piece has the lead in it
	}
	figs := figures(s)
	if len(figs) == 0 || figs[0].Start >= p.Start {
		return ""
	}
	lead := s[:figs[0].Start]
	if why := r.OtherTime(lead); why != "" && !reFrom.MatchString(lead) {
		return why
	}
	if rePastPerfect.MatchString(lead) {
		return "a figure of another time"
	}
	return ""
}
