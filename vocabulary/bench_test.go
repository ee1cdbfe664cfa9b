package vocabulary

import (
	"strings"
	"testing"
)

// paragraph is running text of two kilobytes.
var paragraph = strings.Repeat("On 4 May 2031, the Ministry of Harbours announced that Norland’s boats had been repaired, "+
	"and that it fully complied with the commitment to keep “the quays” open for 1,200 visitors. ", 11)

func BenchmarkNew(b *testing.B) {
	layers := Default().layers
	b.ReportAllocs()
	for b.Loop() {
		newVocabulary(layers...)
	}
}

func BenchmarkWords(b *testing.B) {
	b.SetBytes(int64(len(paragraph)))
	b.ReportAllocs()
	for b.Loop() {
		Words(paragraph)
	}
}

func BenchmarkFind(b *testing.B) {
	v := Default()
	b.SetBytes(int64(len(paragraph)))
	b.ReportAllocs()
	for b.Loop() {
		v.Compliance(paragraph)
	}
}

func BenchmarkFold(b *testing.B) {
	b.SetBytes(int64(len(paragraph)))
	b.ReportAllocs()
	for b.Loop() {
		Fold(paragraph)
	}
}

func BenchmarkMembersIn(b *testing.B) {
	v := Default()
	b.SetBytes(int64(len(paragraph)))
	b.ReportAllocs()
	for b.Loop() {
		v.MembersIn(paragraph)
	}
}
