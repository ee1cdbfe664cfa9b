// Package lazyregexp holds regular expressions that are compiled when they are
// first used. Compiling all patterns of the audit takes longer than reading a
// page, and most runs of the program need few of them. It is modelled on the
// package of that name in the Go tools.
package lazyregexp

import (
	"regexp"
	"sync"
)

// Regexp is a pattern that is compiled once, on first use. Its methods are
// those of regexp.Regexp and, like them, safe for concurrent use.
type Regexp struct {
	pattern string
	words   words
	once    sync.Once
	re      *regexp.Regexp
}

// New gives the pattern. Use of one that is not well formed panics, as
// regexp.MustCompile does; a test finds those of this module in their sources. It is
// no more than one expression, so that the compiler lays patterns of packages out as
// data and no start of the program makes them.
func New(pattern string) *Regexp {
	return &Regexp{pattern: pattern}
}

// NewWith is New for a pattern of which every match has one of some words in
// it, in small letters here and in any case in the text. Text without them is
// passed over before the pattern is tried, or compiled. A test finds words of this
// module's patterns that a match can do without, in their sources.
func NewWith(pattern string, needed ...string) *Regexp {
	return &Regexp{pattern: pattern, words: words{list: needed}}
}

func (r *Regexp) compiled() *regexp.Regexp {
	r.once.Do(func() { r.re = regexp.MustCompile(r.pattern) })
	return r.re
}

// MatchString is regexp.Regexp's.
func (r *Regexp) MatchString(s string) bool {
	if !r.words.in(s) {
		return false
	}
	return r.compiled().MatchString(s)
}

// FindStringIndex is regexp.Regexp's.
func (r *Regexp) FindStringIndex(s string) []int {
	if !r.words.in(s) {
		return nil
	}
	return r.compiled().FindStringIndex(s)
}

// FindStringSubmatch is regexp.Regexp's.
func (r *Regexp) FindStringSubmatch(s string) []string {
	if !r.words.in(s) {
		return nil
	}
	return r.compiled().FindStringSubmatch(s)
}

// FindStringSubmatchIndex is regexp.Regexp's.
func (r *Regexp) FindStringSubmatchIndex(s string) []int {
	if !r.words.in(s) {
		return nil
	}
	return r.compiled().FindStringSubmatchIndex(s)
}

// FindAllString is regexp.Regexp's.
func (r *Regexp) FindAllString(s string, n int) []string {
	if !r.words.in(s) {
		return nil
	}
	return r.compiled().FindAllString(s, n)
}

// FindAllStringIndex is regexp.Regexp's.
func (r *Regexp) FindAllStringIndex(s string, n int) [][]int {
	if !r.words.in(s) {
		return nil
	}
	return r.compiled().FindAllStringIndex(s, n)
}

// FindAllStringSubmatch is regexp.Regexp's.
func (r *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	if !r.words.in(s) {
		return nil
	}
	return r.compiled().FindAllStringSubmatch(s, n)
}

// FindAllStringSubmatchIndex is regexp.Regexp's.
func (r *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if !r.words.in(s) {
		return nil
	}
	return r.compiled().FindAllStringSubmatchIndex(s, n)
}

// ReplaceAllString is regexp.Regexp's.
func (r *Regexp) ReplaceAllString(s, repl string) string {
	if !r.words.in(s) {
		return s
	}
	return r.compiled().ReplaceAllString(s, repl)
}
