package corrections

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"recount.invalid/recount/model"
)

var (
	errNoKey    = errors.New("no value of the report has this key")
	errTwoKeys  = errors.New("several values of the report have this key")
	errKeyForm  = errors.New("it is neither a JSON Pointer nor SERIAL/MEMBER/FIELD or SERIAL/FIELD")
	memberField = map[string]func(r *model.Report, commitment int, member string) []string{
		"score":            scorePointers,
		"heading_score":    verdictPointers("heading_score"),
		"concluding_score": verdictPointers("concluding_score"),
		"analyst":          verdictPointers("analyst"),
		"action":           verdictPointers("actions/-"), // one that was lost
	}
	// commitmentFields are the values of a commitment by their keys.
	commitmentFields = map[string]string{
		"id": "id", "issue_area": "issue_area", "title": "title", "text": "text", "source_document": "source_document",
		"average": "assessment/average/value", "percent": "assessment/average/percent",
		"compliance_director": "compliance_director", "lead_analyst": "lead_analyst",
	}
)

// pointerOf gives the JSON Pointer of a path, which is one itself or a key of
// a commitment's serial or number, a member and a field, or a field alone.
func pointerOf(r *model.Report, path string) (string, error) {
	if strings.HasPrefix(path, "/") {
		return path, nil
	}
	parts := strings.Split(path, "/")
	if len(parts) != 2 && len(parts) != 3 {
		return "", errKeyForm
	}
	var found []string
	for i := range r.Commitments {
		c := &r.Commitments[i]
		if c.ID != parts[0] && (c.ID != "" || strconv.Itoa(c.Number) != parts[0]) {
			continue
		}
		if len(parts) == 2 {
			if field, ok := commitmentFields[parts[1]]; ok {
				found = append(found, fmt.Sprintf("/commitments/%d/%s", i, field))
			}
		} else if pointers := memberField[parts[2]]; pointers != nil {
			found = append(found, pointers(r, i, parts[1])...)
		}
	}
	if len(parts) == 3 && parts[2] == "matrix_score" {
		found = matrixPointers(r, parts[0], parts[1])
	}
	switch len(found) {
	case 0:
		return "", errNoKey
	case 1:
		return found[0], nil
	}
	return "", errTwoKeys
}

func scorePointers(r *model.Report, commitment int, member string) (out []string) {
	if a := r.Commitments[commitment].Assessment; a != nil {
		for j, s := range a.Scores {
			if s.Member == member || s.Member == "" && s.Name == member {
				out = append(out, fmt.Sprintf("/commitments/%d/assessment/scores/%d/score", commitment, j))
			}
		}
	}
	return out
}

func verdictPointers(field string) func(*model.Report, int, string) []string {
	return func(r *model.Report, commitment int, member string) (out []string) {
		for j, v := range r.Commitments[commitment].Verdicts {
			if v.Member == member || v.Member == "" && v.Name == member {
				out = append(out, fmt.Sprintf("/commitments/%d/verdicts/%d/%s", commitment, j, field))
			}
		}
		return out
	}
}

func matrixPointers(r *model.Report, serial, member string) (out []string) {
	for i, m := range r.Matrices {
		for j, row := range m.Rows {
			if row.ID != serial && (row.ID != "" || strconv.Itoa(row.Number) != serial) {
				continue
			}
			for k, code := range m.Members {
				if code == member && k < len(row.Scores) {
					out = append(out, fmt.Sprintf("/matrices/%d/rows/%d/scores/%d", i, j, k))
				}
			}
		}
	}
	return out
}

// KeyOf is the path by which a correction names a value: the key that survives
// another reading where there is one that names this value and no other,
// otherwise the pointer.
func KeyOf(r *model.Report, pointer string) string {
	names := parts(pointer)
	if len(names) < 3 {
		return pointer
	}
	for _, key := range candidates(r, names) {
		if found, err := pointerOf(r, key); err == nil && found == pointer {
			return key
		}
	}
	return pointer
}

// candidates are the keys that a pointer may have.
func candidates(r *model.Report, names []string) (out []string) {
	index := func(i int) int {
		n, err := strconv.Atoi(names[i])
		if err != nil {
			return -1
		}
		return n
	}
	i := index(1)
	switch {
	case names[0] == "matrices" && len(names) == 6 && names[2] == "rows" && names[4] == "scores":
		j, k := index(3), index(5)
		if i < 0 || i >= len(r.Matrices) || j < 0 || j >= len(r.Matrices[i].Rows) || k < 0 || k >= len(r.Matrices[i].Members) {
			return nil
		}
		row := &r.Matrices[i].Rows[j]
		return []string{serialOf(row.ID, row.Number) + "/" + r.Matrices[i].Members[k] + "/matrix_score"}
	case names[0] != "commitments" || i < 0 || i >= len(r.Commitments):
		return nil
	}
	c := &r.Commitments[i]
	serial, rest := serialOf(c.ID, c.Number), strings.Join(names[2:], "/")
	for field, path := range commitmentFields {
		if path == rest {
			out = append(out, serial+"/"+field)
		}
	}
	switch {
	case len(names) == 6 && names[2] == "assessment" && names[3] == "scores" && c.Assessment != nil:
		if j := index(4); j >= 0 && j < len(c.Assessment.Scores) {
			s := &c.Assessment.Scores[j]
			out = append(out, serial+"/"+memberOf(s.Member, s.Name)+"/"+names[5])
		}
	case len(names) >= 5 && names[2] == "verdicts":
		if j := index(3); j >= 0 && j < len(c.Verdicts) {
			v := &c.Verdicts[j]
			field := strings.Join(names[4:], "/")
			if field == "actions/-" {
				field = "action"
			}
			out = append(out, serial+"/"+memberOf(v.Member, v.Name)+"/"+field)
		}
	}
	return out
}

func serialOf(id string, number int) string {
	if id != "" {
		return id
	}
	return strconv.Itoa(number)
}

func memberOf(member, name string) string {
	if member != "" {
		return member
	}
	return name
}
