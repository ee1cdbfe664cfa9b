// Package rubric reads the interpretive guidelines and the scoring table of a
// commitment as conditions: how many strong and how many weak actions, or in
// how many dimensions of the commitment, each level of the scale asks for.
// It is a grammar over the phrases that such texts use; there is no model and
// no network behind it.
//
// # The grid
//
// A state is a pair of counts: strong and weak. Where the text counts
// dimensions, Strong is the number of dimensions with strong action and Weak
// the number with weak action only, so that both together never exceed the
// number of dimensions. Where it counts actions, the two counts are
// independent of each other.
//
// Where the text counts neither, but its levels differ in one quantity alone or name
// the same two things, the grid is a list of cases (Reading.Points): the values
// that are named and what lies between them, or both, one and neither of the two.
//
// # Three answers
//
// Language leaves room: "strong action in one dimension" may mean exactly one
// or at least one. Every question is therefore answered with In, Out or
// Maybe, and nothing is concluded from a Maybe:
//
//   - a gap is a state for which every level answers Out;
//   - a conflict is a state to which one text answers In, the other Out;
//   - an overlap is a state to which two levels answer In, and the lower one
//     limits it from above (see Reading.Overlaps).
//
// Contradictory action ("antithetical", "contrary to") overrides every count
// and lies outside the grid.
//
// # Conclusions
//
// A conclusion is read twice: by the words that name the parts, the counts and the values
// of the levels, and, where that leaves room, by those of its statements of which every
// word is understood (package closed). Both readings must hold together.
//
// # Rooms
//
// What needs no whole text stands in rooms below, of which each knows only those
// before it: words and marks (token); what statements say of whatever they are about
// (statement); what a sentence rules of a case, against what the levels say of it (ruling);
// quantities, and what a level asks for (condition); the parts of a
// commitment and their names (part). The levels are read here, and the grid that they
// make, conclusions, and what guidelines and table say against each other.
package rubric
