package model

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Decimal is a number as printed: Units / 10^Places. It keeps how many
// decimals were printed, because "0.5" and "0.50" stand for different
// intervals of true values.
type Decimal struct {
	Units  int64
	Places int // decimals printed, 0 to 15
}

// ParseDecimal reads an optional sign (+, -, U+2212 or an en dash) and
// digits with at most one decimal point. A comma is not accepted: whether it
// groups or divides is the caller's to know.
func ParseDecimal(s string) (Decimal, error) {
	t := strings.TrimSpace(s)
	neg := false
	for _, sign := range []string{"+", "-", "\u2212", "\u2013"} {
		if rest, ok := strings.CutPrefix(t, sign); ok {
			neg = sign != "+"
			t = strings.TrimSpace(rest)
			break
		}
	}
	whole, frac, _ := strings.Cut(t, ".")
	if whole == "" && frac == "" || len(frac) > 15 || len(whole)+len(frac) > 18 {
		return Decimal{}, fmt.Errorf("not a decimal number: %q", s)
	}
	for _, c := range whole + frac {
		if c < '0' || c > '9' {
			return Decimal{}, fmt.Errorf("not a decimal number: %q", s)
		}
	}
	units, err := strconv.ParseInt(whole+frac, 10, 64)
	if err != nil {
		return Decimal{}, fmt.Errorf("not a decimal number: %q", s)
	}
	if neg {
		units = -units
	}
	return Decimal{Units: units, Places: len(frac)}, nil
}

// Rat is the exact value.
func (d Decimal) Rat() *big.Rat {
	den := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d.Places)), nil)
	return new(big.Rat).SetFrac(big.NewInt(d.Units), den)
}

// Float is the nearest float64, for display only.
func (d Decimal) Float() float64 {
	f, _ := d.Rat().Float64()
	return f
}

// String writes the number with its decimals, a hyphen for minus, no plus.
func (d Decimal) String() string {
	u := d.Units
	sign := ""
	if u < 0 {
		sign = "-"
		u = -u
	}
	s := strconv.FormatInt(u, 10)
	if d.Places == 0 {
		return sign + s
	}
	if len(s) <= d.Places {
		s = strings.Repeat("0", d.Places-len(s)+1) + s
	}
	return sign + s[:len(s)-d.Places] + "." + s[len(s)-d.Places:]
}

// MarshalJSON writes a JSON number that keeps the printed decimals (0.40).
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalJSON reads a JSON number as it is written, decimals included; the
// exponent form is accepted and expanded.
func (d *Decimal) UnmarshalJSON(b []byte) error {
	var n json.Number
	if err := json.Unmarshal(b, &n); err != nil {
		return err
	}
	s := n.String()
	if strings.ContainsAny(s, "eE") {
		f, err := n.Float64()
		if err != nil {
			return err
		}
		s = strconv.FormatFloat(f, 'f', -1, 64)
	}
	v, err := ParseDecimal(s)
	if err != nil {
		return err
	}
	*d = v
	return nil
}
