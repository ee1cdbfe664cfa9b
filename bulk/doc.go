// Package bulk imports folders of reports into a data set.
//
// # Safe to stop
//
// Every file's result is written atomically under the hash of the file's
// content into DIR/.recount/results. The data set is made of the results
// alone, in a folder of its own; when it is whole, that folder gets its final
// name in one rename, and from then on a later run finishes moving its files
// into place before it does anything else. Whenever a run is stopped, the same
// command therefore continues it and ends in the same bytes.
//
// # Nothing lost, nothing twice
//
// Files are known by content: the same bytes under two names are read once,
// a changed file is read again, a vanished one leaves the data set where Options.Prune
// allows it and stops the run otherwise. Files that
// cannot be read stand in the tables `files` and `problems`.
//
// The folder is locked while a run works in it. The lock belongs to the
// process and goes with it, however it ends.
package bulk
