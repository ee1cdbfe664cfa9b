// Package calendar knows days, spans of days and the summits of the forums with
// their days.
package calendar
