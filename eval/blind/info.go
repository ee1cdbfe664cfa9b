package blind

import (
	"strconv"

	"recount.invalid/recount/model"
)

// infoFields are what a report says of itself. The truth has them by name;
// null states that the document does not say.
var infoFields = []comparer[*Truth, *model.Info]{
	info("forum", func(i *model.Info) string { return i.Forum }),
	info("summit", func(i *model.Info) string { return i.Summit.Name }),
	info("year", func(i *model.Info) string {
		if i.Summit.Year == 0 {
			return ""
		}
		return strconv.Itoa(i.Summit.Year)
	}),
	info("stage", func(i *model.Info) string { return i.Stage }),
	info("period_from", func(i *model.Info) string { return period(i).From }),
	info("period_to", func(i *model.Info) string { return period(i).To }),
	info("published", func(i *model.Info) string { return i.Published }),
}

func info(name string, got func(*model.Info) string) comparer[*Truth, *model.Info] {
	return comparer[*Truth, *model.Info]{
		field: "report." + name,
		want: func(t *Truth) string {
			v, ok := t.Report[name]
			switch v := v.(type) {
			case string:
				return strconv.Quote(plain(v))
			case float64:
				return strconv.Quote(number(v))
			}
			if ok {
				return none
			}
			return open
		},
		got: func(i *model.Info) string { return words(got(i)) },
	}
}

func period(i *model.Info) model.Period {
	if i.Period == nil {
		return model.Period{}
	}
	return *i.Period
}

func compareInfo(s *Sheet, t *Truth, r *model.Report) {
	s.object = reportObject
	compareFields(s, infoFields, "", t, &r.Report)
}
