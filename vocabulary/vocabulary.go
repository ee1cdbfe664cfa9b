// Package vocabulary holds the words by which reports are read, as data:
// member names, section headings, score phrases, roles, months. The files are
// embedded YAML; a user's own file can add to them.
package vocabulary
