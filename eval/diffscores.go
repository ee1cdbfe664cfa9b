package eval

import (
	"context"
	"errors"
	"fmt"
	"sort"

	"recount.invalid/recount/audit"
	"recount.invalid/recount/diff"
	"recount.invalid/recount/fixtures"
)

// ChangeScore is what the comparison of versions made of one kind of change.
type ChangeScore struct {
	Made   int `json:"made"`
	Found  int `json:"found"`
	Missed int `json:"missed"`
	False  int `json:"false"` // changes reported that were not made
}

// DiffScores are the scores of all kinds.
type DiffScores struct {
	Kinds  map[string]*ChangeScore
	Misses []string
	Falses []string
}

// Names are the kinds, sorted.
func (d *DiffScores) Names() []string {
	var out []string
	for n := range d.Kinds {
		out = append(out, n)
	}
	sort.Strings(out)
	return out
}

func (d *DiffScores) kind(name string) *ChangeScore {
	if d.Kinds[name] == nil {
		d.Kinds[name] = &ChangeScore{}
	}
	return d.Kinds[name]
}

// versions reads pairs of versions of every style, all kinds of change in
// each, and holds what diff reports against what was changed.
func (d *DiffScores) versions(ctx context.Context, dir string) error {
	for i, style := range fixtures.Styles() {
		o := fixtures.Options{Seed: uint64(40 + i), Style: style, Members: 6, Actions: 5}
		if i%2 == 0 {
			o.Stage = "interim"
		}
		before, after, changes, err := fixtures.Pair(o, fixtures.Changes()...)
		if errors.Is(err, fixtures.ErrNoPlace) {
			continue
		}
		if err != nil {
			return err
		}
		old, err := Read(ctx, dir, Case{Name: style + "/before", PDF: before.PDF})
		if err != nil {
			return err
		}
		now, err := Read(ctx, dir, Case{Name: style + "/after", PDF: after.PDF})
		if err != nil {
			return err
		}
		res, err := diff.Compare(ctx, old, now, audit.Options{})
		if err != nil {
			return err
		}
		d.compare("versions/"+style, changes, res)
	}
	return nil
}

// reported is one change as diff reports it, in the words of the fixtures.
type reported struct {
	kind, key string
	used      bool
}

func (d *DiffScores) compare(name string, made []fixtures.Change, res *diff.Result) {
	var got []reported
	for _, s := range res.Scores {
		if s.StatedIn == "table" {
			got = append(got, reported{kind: "score", key: fmt.Sprintf("%d %s %s>%s", s.Commitment.Number, s.Member, score(s.From), score(s.To))})
		}
	}
	for _, a := range res.Actions {
		kind := map[diff.Kind]string{diff.Added: "action-added", diff.Removed: "action-removed", diff.Reworded: "action-reworded"}[a.Kind]
		got = append(got, reported{kind: kind, key: fmt.Sprintf("%d %s", a.Commitment.Number, a.Member)})
	}
	for _, f := range res.Footnotes {
		if f.Kind == diff.Reworded {
			got = append(got, reported{kind: "note-reworded", key: f.New})
		}
	}
	for _, m := range made {
		k := d.kind(m.Kind)
		k.Made++
		key := fmt.Sprintf("%d %s", m.Commitment, m.Member)
		switch m.Kind {
		case "score":
			key += " " + plain(m.From) + ">" + plain(m.To)
		case "note-reworded":
			key = m.To
		}
		found := false
		for i := range got {
			if !got[i].used && got[i].kind == m.Kind && got[i].key == key {
				got[i].used, found = true, true
				break
			}
		}
		if found {
			k.Found++
		} else {
			k.Missed++
			d.Misses = append(d.Misses, fmt.Sprintf("%s: %s: %s", name, m.Kind, key))
		}
	}
	for _, g := range got {
		if !g.used {
			d.kind(g.kind).False++
			d.Falses = append(d.Falses, fmt.Sprintf("%s: %s: %s", name, g.kind, g.key))
		}
	}
	versions := d.kind("one report")
	versions.Made++
	if res.Versions {
		versions.Found++
	} else {
		versions.Missed++
		d.Misses = append(d.Misses, name+": not taken for versions of one report: "+res.Reason)
	}
}

func score(s *int) string {
	if s == nil {
		return "none"
	}
	return fmt.Sprint(*s)
}

// plain is a printed score as a number.
func plain(s string) string {
	switch s {
	case "+1":
		return "1"
	case "0":
		return "0"
	}
	return "-1"
}
