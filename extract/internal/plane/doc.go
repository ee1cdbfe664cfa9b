// Package plane has matrices and boxes as PDF writes them.
package plane
