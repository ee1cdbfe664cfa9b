package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
)

// target is a PDF with what damage aims at.
type target struct {
	name    string
	bytes   []byte
	outside []int // offsets that lie in no stream: dictionaries, numbers, the cross-reference
	objects []span
}

// span is an object, from its number to endobj.
type span struct{ from, to, number int }

var (
	streamData  = regexp.MustCompile(`(?s)stream\r?\n(.*?)endstream`)
	wholeObject = regexp.MustCompile(`(?s)\b([0-9]+) 0 obj\b.*?endobj`)
)

func newTarget(name string, data []byte) *target {
	t := &target{name: name, bytes: data}
	inside := make([]bool, len(data))
	for _, m := range streamData.FindAllSubmatchIndex(data, -1) {
		for i := m[2]; i < m[3]; i++ {
			inside[i] = true
		}
	}
	for i, in := range inside {
		if !in {
			t.outside = append(t.outside, i)
		}
	}
	for _, m := range wholeObject.FindAllSubmatchIndex(data, -1) {
		number, err := strconv.Atoi(string(data[m[2]:m[3]]))
		if err == nil {
			t.objects = append(t.objects, span{m[0], m[1], number})
		}
	}
	return t
}

// kind is a way to damage a file. It may change b, which is a copy, and says what
// it did.
type kind struct {
	weight int
	do     func(t *target, b []byte, r *rand.Rand) ([]byte, string)
}

// Most weight is on what no checksum covers.
var kinds = []kind{
	{2, oneBit(anywhere)},
	{1, eightBits},
	{3, oneBit(outsideStreams)},
	{2, anotherDigit},
	{1, zeros},
	{1, cutOff},
	{2, objectBlank},
	{1, objectNull},
	{1, bytesLost},
	{1, bytesTwice},
}

// damaged is a copy of the file with one damage, and what was done.
func (t *target) damaged(r *rand.Rand) ([]byte, string) {
	sum := 0
	for _, k := range kinds {
		sum += k.weight
	}
	n := r.IntN(sum)
	for _, k := range kinds {
		if n -= k.weight; n < 0 {
			return k.do(t, bytes.Clone(t.bytes), r)
		}
	}
	return nil, ""
}

func anywhere(t *target, r *rand.Rand) int { return r.IntN(len(t.bytes)) }

func outsideStreams(t *target, r *rand.Rand) int {
	if len(t.outside) == 0 {
		return anywhere(t, r)
	}
	return t.outside[r.IntN(len(t.outside))]
}

func oneBit(where func(*target, *rand.Rand) int) func(*target, []byte, *rand.Rand) ([]byte, string) {
	return func(t *target, b []byte, r *rand.Rand) ([]byte, string) {
		i := where(t, r)
		was := b[i]
		b[i] ^= 1 << r.IntN(8)
		return b, fmt.Sprintf("a bit at %d, %q for %q", i, b[i], was)
	}
}

func eightBits(t *target, b []byte, r *rand.Rand) ([]byte, string) {
	first := 0
	for n := range 8 {
		i := anywhere(t, r)
		if n == 0 {
			first = i
		}
		b[i] ^= 1 << r.IntN(8)
	}
	return b, fmt.Sprintf("eight bits, one at %d", first)
}

func anotherDigit(t *target, b []byte, r *rand.Rand) ([]byte, string) {
	for range 10_000 {
		i := outsideStreams(t, r)
		if c := b[i]; c >= '0' && c <= '9' {
			b[i] = '0' + (c-'0'+byte(1+r.IntN(9)))%10
			return b, fmt.Sprintf("a digit at %d, %c for %c", i, b[i], c)
		}
	}
	return b, "no digit"
}

// block is how much of a disk is lost at once.
const block = 512

func zeros(t *target, b []byte, r *rand.Rand) ([]byte, string) {
	i := anywhere(t, r)
	clear(b[i:min(i+block, len(b))])
	return b, fmt.Sprintf("zeros at %d", i)
}

func cutOff(t *target, b []byte, r *rand.Rand) ([]byte, string) {
	i := len(b)/2 + r.IntN(len(b)/2)
	return b[:i], fmt.Sprintf("cut at %d", i)
}

func blank(b []byte) {
	for i := range b {
		b[i] = ' '
	}
}

func objectBlank(t *target, b []byte, r *rand.Rand) ([]byte, string) {
	if len(t.objects) == 0 {
		return b, "no object"
	}
	o := t.objects[r.IntN(len(t.objects))]
	blank(b[o.from:o.to])
	return b, fmt.Sprintf("object %d blank", o.number)
}

func objectNull(t *target, b []byte, r *rand.Rand) ([]byte, string) {
	if len(t.objects) == 0 {
		return b, "no object"
	}
	o := t.objects[r.IntN(len(t.objects))]
	blank(b[o.from:o.to])
	null := fmt.Appendf(nil, "%d 0 obj\nnull\nendobj", o.number)
	if len(null) <= o.to-o.from {
		copy(b[o.from:], null)
	}
	return b, fmt.Sprintf("object %d null", o.number)
}

// mostBytes is how many bytes are lost or doubled at once.
const mostBytes = 2000

func bytesLost(t *target, b []byte, r *rand.Rand) ([]byte, string) {
	i, n := anywhere(t, r), 1+r.IntN(mostBytes)
	return append(b[:i], b[min(i+n, len(b)):]...), fmt.Sprintf("%d bytes lost at %d", n, i)
}

func bytesTwice(t *target, b []byte, r *rand.Rand) ([]byte, string) {
	i, n := anywhere(t, r), 1+r.IntN(mostBytes)
	end := min(i+n, len(b))
	return append(bytes.Clone(b[:end]), b[i:]...), fmt.Sprintf("%d bytes twice at %d", n, i)
}
