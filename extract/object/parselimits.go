package object

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
)

// LimitNames are the names that ParseLimits knows, made from the fields of Limits so
// that a new limit is settable at once.
func LimitNames() []string {
	t := reflect.TypeFor[Limits]()
	names := make([]string, t.NumField())
	for i := range names {
		names[i] = LimitName(t.Field(i).Name)
	}
	return names
}

// ParseLimits reads NAME=VALUE pairs divided by commas; what is not named keeps its
// default. The error says which pair is wrong and begins with "limits".
func ParseLimits(s string) (Limits, error) {
	var limits Limits
	if s == "" {
		return limits, nil
	}
	names := LimitNames()
	for pair := range strings.SplitSeq(s, ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(pair), "=")
		i := slices.Index(names, name)
		if i < 0 {
			return limits, fmt.Errorf("limits: no limit is called %q; there are %s", name, strings.Join(names, ", "))
		}
		n, err := limitValue(name, value)
		if err != nil {
			return limits, err
		}
		reflect.ValueOf(&limits).Elem().Field(i).SetInt(n)
	}
	return limits, nil
}

func limitValue(name, value string) (int64, error) {
	if name == "time" {
		d, err := time.ParseDuration(value)
		if err != nil || d <= 0 {
			return 0, fmt.Errorf("limits time=%s: write a time such as 30s or 5m", value)
		}
		return int64(d), nil
	}
	n, err := strconv.ParseInt(value, 10, 64)
	if err != nil || n <= 0 {
		return 0, fmt.Errorf("limits %s=%s: write a whole number above 0", name, value)
	}
	return n, nil
}
