package web

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"net/http"
	"slices"
	"strings"
)

// newToken is what nobody can guess: 192 random bits.
func newToken() string {
	b := make([]byte, 24)
	_, _ = rand.Read(b) // it never fails; see crypto/rand
	return base64.RawURLEncoding.EncodeToString(b)
}

// policy allows what this server gives and nothing else: no script, style, picture
// or address of anybody else, and no page of anybody else around ours.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// maxForm bounds what a form may send.
const maxForm = 1 << 20

// guard lets through who knows the token and comes from our own page; everybody
// else gets 403. A page of another site, also one whose name was pointed at this
// machine, knows neither the token nor has it our host and origin.
type guard struct {
	token string
	hosts []string // with the port
	next  http.Handler
	once  http.HandlerFunc // answers the address that a browser is started with
}

func (g *guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	if !g.ours(r) {
		forbid(w)
		return
	}
	if strings.HasPrefix(r.URL.Path, oncePath) {
		g.once(w, r)
		return
	}
	token, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	if subtle.ConstantTimeCompare([]byte(token), []byte(g.token)) != 1 {
		forbid(w)
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	r.URL.Path, r.URL.RawPath = "/"+rest, ""
	g.next.ServeHTTP(w, r)
}

// ours says whether a request is for us and from our page, or typed by the user.
func (g *guard) ours(r *http.Request) bool {
	if !slices.Contains(g.hosts, r.Host) {
		return false
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin": // older browsers send none
	default:
		return false
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return r.Method == http.MethodGet || r.Method == http.MethodHead
	}
	return origin == "http://"+r.Host
}

func forbid(w http.ResponseWriter) {
	http.Error(w, "403: open the address that recount review printed", http.StatusForbidden)
}
