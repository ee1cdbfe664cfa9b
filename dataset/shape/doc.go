// Package shape has what the tables of a data set are made of: a table's
// description, its columns and types, its rows and cells. It knows neither what
// fills them nor what writes them.
package shape
