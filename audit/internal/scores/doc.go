// Package scores has the rules about members' scores: in tables, headings,
// conclusions and words.
package scores
