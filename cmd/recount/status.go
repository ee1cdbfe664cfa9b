package main

import "errors"

// The exit statuses. Where several hold, the highest is given: an audit that
// found something but could not read every input is incomplete.
const (
	statusDone     = 0
	statusFindings = 1 // audit found something at or above --fail-on
	statusUsage    = 2 // wrong use
	statusInput    = 3 // an input could not be read, or the output not written
)

// statusError is an error that decides the exit status. An error without one
// is wrong use: it comes from cobra's reading of the command line.
type statusError struct {
	status int
	// err is told to the user; nil where everything has been said already.
	err error
}

func (e *statusError) Error() string {
	if e.err == nil {
		return "recount stopped"
	}
	return e.err.Error()
}

func (e *statusError) Unwrap() error { return e.err }

// failed makes an error of what kept the program from doing its work.
func failed(err error) error { return &statusError{status: statusInput, err: err} }

// statusOf gives the exit status for an error, and what is still to be told.
func statusOf(err error) (int, error) {
	if err == nil {
		return statusDone, nil
	}
	var s *statusError
	if errors.As(err, &s) {
		return s.status, s.err
	}
	return statusUsage, err
}
