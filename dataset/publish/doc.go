// Package publish has what a data set needs beside its tables to be published:
// the file in which its makers say what it is (recount.yaml), and what is made of
// that file, the citation, the descriptor of the data package and the archive for
// a repository.
package publish
