// Package prose reads what the running text of a report claims about scores:
// which figure is stated of whom, who is called highest or lowest, who
// follows whom, how far apart the ends are and how many commitments were
// assessed.
//
// A figure is tied to what it is about by the words between the two. Where
// several readings are possible, or a word makes the figure inexact or
// belongs to another time ("up from", "nearly", another summit's year), the
// claim carries a doubt and is compared with nothing: an auditor must be able
// to repeat every accusation in public.
package prose
