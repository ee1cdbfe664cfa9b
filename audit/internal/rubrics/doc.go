// Package rubrics has the rules about scoring tables and guidelines, and about
// conclusions against them.
package rubrics
