package dataset

import (
	"encoding/binary"
	"errors"
	"slices"

	"recount.invalid/recount/internal/spool"
)

// What is kept of the rows of a data set until its derived tables are written waits on
// disk (package spool), so that memory does not grow with it.

// packer puts values one behind the other: numbers as varints, texts behind their
// length.
type packer struct{ out []byte }

func (p *packer) number(n int) { p.out = binary.AppendVarint(p.out, int64(n)) }

func (p *packer) flag(yes bool) {
	n := 0
	if yes {
		n = 1
	}
	p.number(n)
}

func (p *packer) texts(texts ...*string) {
	for _, t := range texts {
		p.out = append(binary.AppendUvarint(p.out, uint64(len(*t))), *t...)
	}
}

// cell packs 0 for an absent cell, otherwise 1, its number and its text.
func (p *packer) cell(c Cell) {
	p.flag(c.Set)
	if c.Set {
		p.out = binary.AppendVarint(p.out, c.Int)
		p.texts(&c.Text)
	}
}

// unpacker reads what a packer wrote in the same order. What is cut off reads as zero
// and leaves an error.
type unpacker struct {
	in  []byte
	err error
}

var errPacked = errors.New("what was kept on disk is damaged")

func (u *unpacker) number() int { return int(u.long()) }

func (u *unpacker) long() int64 {
	n, width := binary.Varint(u.in)
	if width <= 0 {
		u.in, u.err = nil, errPacked
		return 0
	}
	u.in = u.in[width:]
	return n
}

func (u *unpacker) flag() bool { return u.number() == 1 }

func (u *unpacker) text() string {
	n, width := binary.Uvarint(u.in)
	if width <= 0 || n > uint64(len(u.in)-width) {
		u.in, u.err = nil, errPacked
		return ""
	}
	s := string(u.in[width:][:n])
	u.in = u.in[width:][n:]
	return s
}

func (u *unpacker) texts(texts ...*string) {
	for _, t := range texts {
		*t = u.text()
	}
}

func (u *unpacker) cell() Cell {
	c := Cell{Set: u.flag()}
	if c.Set {
		c.Int, c.Text = u.long(), u.text()
	}
	return c
}

// list is values of one kind that wait on disk.
type list[T any] struct {
	records *spool.Records
	n       int
	pack    func(*packer, T)
	unpack  func(*unpacker) T
	scratch packer
	room    []byte
}

func newList[T any](dir string, pack func(*packer, T), unpack func(*unpacker) T) *list[T] {
	return &list[T]{records: spool.New(dir), pack: pack, unpack: unpack}
}

// add gives the value's place. An error is kept, and given by each and at too.
func (l *list[T]) add(v T) (int64, error) {
	l.scratch.out = l.scratch.out[:0]
	l.pack(&l.scratch, v)
	l.n++
	return l.records.Add(l.scratch.out)
}

// each gives the values in their order.
func (l *list[T]) each(do func(T) error) error {
	return l.records.Each(func(record []byte) error {
		u := &unpacker{in: record}
		v := l.unpack(u)
		if u.err != nil {
			return u.err
		}
		return do(v)
	})
}

// at gives the value at a place.
func (l *list[T]) at(place int64) (v T, err error) {
	if l.room, err = l.records.Get(place, l.room); err != nil {
		return v, err
	}
	u := &unpacker{in: l.room}
	v = l.unpack(u)
	return v, u.err
}

// placeColumns are the columns of a place that the panel takes over from the
// scores.
var placeColumns = [...]string{"page", "x0", "top", "x1", "bottom", "last_page", "row", "path", "doubted", "corrected"}

// packedPlace is the cells of these columns, packed.
type packedPlace string

// packPlace packs the place of a row.
func packPlace(r rowReader) packedPlace {
	p := packer{out: make([]byte, 0, 96)}
	for _, column := range placeColumns {
		p.cell(r.cell(column))
	}
	return packedPlace(p.out)
}

// cell is one of a place's cells; an absent one for a score that has no place.
func (p packedPlace) cell(column string) Cell {
	want := slices.Index(placeColumns[:], column)
	u := &unpacker{in: []byte(p)}
	for i := 0; len(u.in) > 0; i++ {
		if c := u.cell(); i == want {
			return c
		}
	}
	return Cell{}
}

func packReport(p *packer, r *reportInfo) {
	p.texts(&r.id, &r.kind, &r.sha256, &r.file, &r.title, &r.summit, &r.stage, &r.periodFrom, &r.periodTo, &r.published, &r.disagreeing)
	p.number(r.fields)
	p.number(r.doubted)
	p.number(len(r.preparedBy))
	for i := range r.preparedBy {
		p.texts(&r.preparedBy[i])
	}
}

func unpackReport(u *unpacker) *reportInfo {
	r := &reportInfo{}
	u.texts(&r.id, &r.kind, &r.sha256, &r.file, &r.title, &r.summit, &r.stage, &r.periodFrom, &r.periodTo, &r.published, &r.disagreeing)
	r.fields, r.doubted = u.number(), u.number()
	for n := u.number(); n > 0 && u.err == nil; n-- {
		r.preparedBy = append(r.preparedBy, u.text())
	}
	return r
}

// texts are a commitment's texts, in the order in which they are packed.
func (i *commitmentInfo) texts() []*string {
	return []*string{
		&i.id, &i.serial, &i.area, &i.title, &i.text, &i.promise, &i.summit, &i.forum, &i.stage, &i.known, &i.normal, &i.reason, &i.normalArea, &i.topic,
	}
}

func packCommitment(p *packer, i *commitmentInfo) {
	p.number(int(i.reportAt))
	p.texts(i.texts()...)
	p.number(i.number)
	p.number(i.year)
	p.flag(i.counts)
	p.number(len(i.cells))
	for member, c := range i.cells {
		place := string(c.place)
		p.texts(&member, &c.member, &c.name, &c.status, &place)
		p.cell(c.score)
		p.cell(c.printed)
		p.cell(c.where)
	}
	p.flag(i.stated != nil)
	if s := i.stated; s != nil {
		p.texts(&s.scope)
		for _, c := range []Cell{s.text, s.value, s.percent, s.verdict} {
			p.cell(c)
		}
	}
}

// unpackCommitment leaves the report open.
func unpackCommitment(u *unpacker) *commitmentInfo {
	i := &commitmentInfo{reportAt: u.long()}
	u.texts(i.texts()...)
	i.number, i.year, i.counts = u.number(), u.number(), u.flag()
	n := u.number()
	i.cells = map[string]*cellInfo{}
	for ; n > 0 && u.err == nil; n-- {
		var member, place string
		c := &cellInfo{}
		u.texts(&member, &c.member, &c.name, &c.status, &place)
		c.place = packedPlace(place)
		c.score, c.printed, c.where = u.cell(), u.cell(), u.cell()
		i.cells[member] = c
	}
	if u.flag() {
		s := &statedInfo{}
		u.texts(&s.scope)
		s.text, s.value, s.percent, s.verdict = u.cell(), u.cell(), u.cell(), u.cell()
		i.stated = s
	}
	return i
}

// packTexts and unpackTexts are for values that are a few texts.
func packTexts(p *packer, texts [3]string) { p.texts(&texts[0], &texts[1], &texts[2]) }

func unpackTexts(u *unpacker) (texts [3]string) {
	u.texts(&texts[0], &texts[1], &texts[2])
	return texts
}
