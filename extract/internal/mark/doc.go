// Package mark has what a page shows of letters and lines, as data: what the interpreter
// of a page's content writes down, and what lines are made of. It knows neither fonts nor
// operators, nor what a line is.
//
// Places of letters are kept in reading coordinates, in points: u grows along the reading
// direction, v towards the foot of the letters. For upright text u is x and v is y, both
// from the page's top left corner.
package mark
