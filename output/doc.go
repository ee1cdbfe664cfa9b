// Package output writes reports and findings for people and programs: JSON,
// plain text, Markdown, SARIF and HTML. It decides nothing; every value that
// it prints was decided by parse or audit. The same input gives the same
// bytes.
package output
