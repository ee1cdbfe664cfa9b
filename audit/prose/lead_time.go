package prose

// leadTime is the other time, report or group that a sentence speaks of from its beginning,
// before it names anybody or a figure: "At the same stage a year earlier, marine litter
// stood at +0.25 and Italy at +0.67" says both of that year.
func (r Reader) leadTime(s string, p piece) string {
	end := len(s)
	for _, f := range figures(s) {
		end = min(end, f.Start)
		break
	}
	if end >= p.Start { // the piece has the lead in it
		return ""
	}
	lead := s[:end]
	if why := r.OtherTime(lead); why != "" && !reFrom.MatchString(lead) {
		return why
	}
	if rePastPerfect.MatchString(lead) {
		return "a figure of another time"
	}
	return ""
}
