// Package web shows what was read of reports beside their pages, for a person to
// accept and to correct: as a server on this machine only, or as files.
package web

import (
	"context"
	"crypto/subtle"
	"embed"
	"errors"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"recount.invalid/recount/review/picture"
	"recount.invalid/recount/review/queue"
)

//go:embed static
var static embed.FS

// oncePath begins the address that a browser is started with. Other users of the
// machine can read the arguments of a program, so that it is good once only.
const oncePath = "/open/"

// Options of a server.
type Options struct {
	Session *queue.Session
	// Password opens encrypted PDFs.
	Password string
	// By is who reviews, until somebody says otherwise.
	By string
}

// Server shows a session.
type Server struct {
	session  *queue.Session
	password string
	pictures picture.Renderer
	warm     sync.Once
	listener net.Listener
	server   *http.Server
	token    string

	mu    sync.Mutex
	by    string
	once  string
	files map[int]picture.File // by report; the zero File for one without pictures
}

// Listen opens a port of this machine, which no other can reach.
func Listen(o Options) (*Server, error) {
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &Server{session: o.Session, password: o.Password, by: o.By, listener: l, token: newToken(), once: newToken(), files: map[int]picture.File{}}
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		_ = l.Close() // nothing was served
		return nil, err
	}
	s.server = &http.Server{
		Handler:           &guard{token: s.token, hosts: []string{"127.0.0.1:" + port, "localhost:" + port}, next: s.routes(), once: s.opened},
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		IdleTimeout:       5 * time.Minute,
		MaxHeaderBytes:    1 << 16,
	}
	return s, nil
}

// Address is where the session is, token included.
func (s *Server) Address() string { return s.root() + s.base() + "/" }

// BrowserAddress leads there once, within the time that a browser takes to open.
func (s *Server) BrowserAddress() string { return s.root() + oncePath + s.once }

func (s *Server) root() string { return "http://" + s.listener.Addr().String() }
func (s *Server) base() string { return "/" + s.token }

// opened answers BrowserAddress.
func (s *Server) opened(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	good := s.once != "" && subtle.ConstantTimeCompare([]byte(strings.TrimPrefix(r.URL.Path, oncePath)), []byte(s.once)) == 1
	if good {
		s.once = ""
	}
	s.mu.Unlock()
	if !good {
		forbid(w)
		return
	}
	http.Redirect(w, r, s.base()+"/", http.StatusSeeOther)
}

// shutdownWait is how long answers that were begun may take at the end.
const shutdownWait = 2 * time.Second

// Serve answers until the context is done.
func (s *Server) Serve(ctx context.Context) error {
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-ctx.Done()
		end, cancel := context.WithTimeout(context.Background(), shutdownWait)
		defer cancel()
		if s.server.Shutdown(end) != nil {
			_ = s.server.Close() // whoever still reads has gone on
		}
	}()
	err := s.server.Serve(s.listener)
	if errors.Is(err, http.ErrServerClosed) {
		<-stopped
		err = nil
	}
	return errors.Join(err, s.pictures.Close())
}

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.first)
	mux.HandleFunc("GET /queue", s.list)
	mux.HandleFunc("GET /next", s.next)
	mux.HandleFunc("GET /r/{report}/{page}", s.page)
	mux.HandleFunc("GET /r/{report}/{page}/picture.png", s.picture)
	mux.HandleFunc("GET /r/{report}/{page}/drawing.svg", s.drawing)
	mux.HandleFunc("POST /r/{report}/do", s.do)
	mux.HandleFunc("POST /by", s.setBy)
	mux.Handle("GET /static/", http.FileServerFS(static))
	return mux
}
