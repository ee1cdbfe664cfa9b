package recount

// Version is the version of the module, without the letter v of its tag: that
// of the release that was made last, or that is being prepared. CHANGELOG.md
// begins with it, and `make release` makes its tag.
const Version = "0.1.0"
