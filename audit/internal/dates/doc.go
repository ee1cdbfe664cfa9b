// Package dates has the rules about the dates of actions.
package dates
