package bulk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"syscall"
	"time"

	"recount.invalid/recount/dataset"
)

// Process is a Worker that reads files in a process of its own, so that a
// file which brings the reader down, by endless work or by memory, costs that
// process and not the run.
type Process struct {
	o       ProcessOptions
	cmd     *exec.Cmd
	in      io.WriteCloser
	replies chan reply
}

// ProcessOptions say how a process is started and when it is given up.
type ProcessOptions struct {
	// Command makes the command; its process must call Serve. Standard input
	// and output belong to the Process.
	Command func() *exec.Cmd
	// Config is written to the process before the first request.
	Config []byte
	// Time is how long one file may take before the process is killed.
	Time time.Duration
	// MemoryStatus is the exit status by which the process says that a file
	// needed too much memory.
	MemoryStatus int
	// TooLong, TooBig and Broken are the outcomes for a file that took too
	// long, needed too much memory, or ended the process in another way; Killed
	// is that of a process which somebody else ended. The first and the last are
	// not stored.
	TooLong, TooBig, Broken, Killed Outcome
}

// request and reply are what goes over the pipe, a line of JSON each.
type (
	request struct {
		Path   []byte `json:"path"` // a name need not be UTF-8
		SHA256 string `json:"sha256"`
		Target string `json:"target"`
	}
	reply struct {
		Outcome Outcome `json:"outcome"`
		Fatal   string  `json:"fatal,omitempty"`  // why the run cannot go on
		Number  uint    `json:"number,omitempty"` // the system's error number of that
		err     error   // the process ended instead
	}
)

// NewProcess makes a worker; its process is started with the first file.
func NewProcess(o ProcessOptions) *Process { return &Process{o: o} }

func (p *Process) start() error {
	p.cmd = p.o.Command()
	in, err := p.cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := p.cmd.Start(); err != nil {
		return err
	}
	p.in = in
	if _, err := in.Write(p.o.Config); err != nil {
		return err
	}
	replies := make(chan reply, 2) // a reply and the end of the pipe
	p.replies = replies
	go func() {
		dec := json.NewDecoder(out)
		for {
			var r reply
			r.err = dec.Decode(&r)
			replies <- r
			if r.err != nil {
				return
			}
		}
	}()
	return nil
}

// Read is Worker's.
func (p *Process) Read(ctx context.Context, path, sha256, target string) (Outcome, error) {
	line, err := json.Marshal(request{Path: []byte(path), SHA256: sha256, Target: target})
	if err != nil {
		return Outcome{}, err
	}
	// A process that ends is given a second try: it may have been killed with
	// the whole run, and a sound file must not be put aside for that.
	for again := false; ; again = true {
		r, err := p.ask(ctx, append(line, '\n'))
		switch {
		case err == nil && r.Fatal == "":
			return r.Outcome, nil
		case err == nil:
			return Outcome{}, &fatalError{text: r.Fatal, number: syscall.Errno(r.Number)}
		case ctx.Err() != nil:
			p.kill()
			return Outcome{}, ctx.Err()
		case errors.Is(err, errTooLong):
			p.kill()
			return passing(p.o.TooLong), nil
		}
		status := statusKilled
		if p.cmd != nil {
			status = p.kill()
		}
		switch {
		case status == p.o.MemoryStatus:
			return p.o.TooBig, Store(target, p.o.TooBig)
		case again && status == statusKilled:
			return passing(p.o.Killed), nil
		case again:
			return p.o.Broken, Store(target, p.o.Broken)
		}
	}
}

// statusKilled is the exit status of a process that a signal ended.
const statusKilled = -1

// passing marks an outcome that the file's bytes do not decide.
func passing(o Outcome) Outcome {
	o.Passing = true
	return o
}

var errTooLong = errors.New("no reply in time")

// ask sends a request and waits for its reply. An error other than errTooLong
// and the context's means that there is no process to give one.
func (p *Process) ask(ctx context.Context, line []byte) (reply, error) {
	if p.cmd == nil {
		if err := p.start(); err != nil {
			return reply{}, err
		}
	}
	if _, err := p.in.Write(line); err != nil {
		return reply{}, err
	}
	timer := time.NewTimer(p.o.Time)
	defer timer.Stop()
	select {
	case r := <-p.replies:
		return r, r.err
	case <-timer.C:
		return reply{}, errTooLong
	case <-ctx.Done():
		return reply{}, ctx.Err()
	}
}

// fatalError is an error that crossed the pipe; the system's number in it
// lets a caller tell a full disk from others.
type fatalError struct {
	text   string
	number syscall.Errno
}

func (e *fatalError) Error() string { return e.text }

func (e *fatalError) Unwrap() error { return e.number }

// kill ends the process, where it has not ended itself, and gives its exit
// status.
func (p *Process) kill() int {
	if p.cmd == nil {
		return 0
	}
	// Both fail when the process has ended already, and that is what is wanted.
	_ = p.in.Close()
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
	status := p.cmd.ProcessState.ExitCode()
	p.cmd = nil
	return status
}

// Close is Worker's.
func (p *Process) Close() error {
	p.kill()
	return nil
}

// Serve is the other end of a Process: it reads requests from in, reads the
// files and stores and replies the outcomes, until in ends. It returns at
// once when in ends, whatever is being read then: the process that asked is
// gone.
func Serve(ctx context.Context, in io.Reader, out io.Writer, read func(ctx context.Context, path, sha256 string) Outcome) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	requests := make(chan request)
	ended := make(chan error, 1)
	go func() {
		dec := json.NewDecoder(in)
		for {
			var r request
			if err := dec.Decode(&r); err != nil {
				ended <- err
				return
			}
			select {
			case requests <- r:
			case <-ctx.Done():
				return
			}
		}
	}()
	replies := make(chan reply)
	enc := json.NewEncoder(out)
	for {
		select {
		case err := <-ended:
			if errors.Is(err, io.EOF) {
				return nil
			}
			return fmt.Errorf("request: %w", err)
		case r := <-requests:
			go func() {
				replies <- serve(ctx, r, read)
			}()
		case r := <-replies:
			if err := enc.Encode(r); err != nil {
				return err
			}
		}
	}
}

func serve(ctx context.Context, r request, read func(ctx context.Context, path, sha256 string) Outcome) reply {
	o := read(ctx, string(r.Path), r.SHA256)
	if o.Status == "" {
		o.Status = dataset.StatusUnreadable
	}
	if o.Passing {
		return reply{Outcome: o}
	}
	if err := Store(r.Target, o); err != nil {
		var number syscall.Errno
		errors.As(err, &number) // stays 0 where the error has no number
		return reply{Fatal: err.Error(), Number: uint(number)}
	}
	return reply{Outcome: o}
}
