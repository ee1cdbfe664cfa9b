package open_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"recount.invalid/recount/extract/object"
	"recount.invalid/recount/extract/object/native"
	"recount.invalid/recount/extract/object/objecttest"
	"recount.invalid/recount/extract/object/open"
)

// outline is the outline of a file, or of the sample where data is nil.
func outline(t *testing.T, data []byte, opt open.Options) ([]string, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), deadline)
	defer cancel()
	r := objecttest.Sample().Reader()
	if data != nil {
		var err error
		if r, err = open.Open(ctx, bytes.NewReader(data), int64(len(data)), opt); err != nil {
			return nil, err
		}
		defer r.Close()
	}
	return objecttest.Outline(ctx, r)
}

// mustMatch fails where the file's outline is not the sample's.
func mustMatch(t *testing.T, data []byte, opt open.Options) {
	t.Helper()
	want, err := outline(t, nil, opt)
	if err != nil {
		t.Fatal(err)
	}
	got, err := outline(t, data, opt)
	if err != nil {
		t.Fatal(err)
	}
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Errorf("\n got %.300s\nwant %.300s", got[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d objects, want %d", len(got), len(want))
	}
}

// The files in testdata are the sample, encrypted by qpdf 11.3 with the owner
// password "owner" and, where the name begins with "password", the user
// password "Käse"; otherwise the user password is empty. For example:
//
//	qpdf --static-id --static-aes-iv --allow-weak-crypto \
//	     --encrypt "" owner 128 --use-aes=y -- sample.pdf aes-128.pdf
//
// The variants of one kind: rc4-128-v4 --force-V4, aes-256-r5 --force-R5,
// aes-128-metadata --cleartext-metadata; the latter and aes-256 were made
// from the form with object streams. --force-version=2.0 keeps qpdf from adding
// Extensions to the catalog.
func encryptedFiles(t *testing.T) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no encrypted files in testdata (%v)", err)
	}
	files := map[string][]byte{}
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(p)] = data
	}
	return files
}

// TestEncrypted: each kind of encryption opens with its user password, empty
// or not, and with the owner's; without or with a wrong one it is refused and
// says which.
func TestEncrypted(t *testing.T) {
	const user, owner = "Käse", "owner"
	for name, data := range encryptedFiles(t) {
		for _, reader := range append(readers(), open.Auto) {
			t.Run(name+"/"+reader, func(t *testing.T) {
				protected := name[0] == 'p'
				mustMatch(t, data, open.Options{Reader: reader, Password: owner})
				if !protected {
					mustMatch(t, data, open.Options{Reader: reader})
					mustMatch(t, data, open.Options{Reader: reader, Password: "not needed"})
					return
				}
				mustMatch(t, data, open.Options{Reader: reader, Password: user})
				if _, err := outline(t, data, open.Options{Reader: reader}); !errors.Is(err, object.ErrEncrypted) {
					t.Errorf("without a password: %v", err)
				}
				if _, err := outline(t, data, open.Options{Reader: reader, Password: "Kase"}); !errors.Is(err, object.ErrPassword) {
					t.Errorf("with a wrong password: %v", err)
				}
			})
		}
	}
}

// TestEncryptedDamaged: an encrypted file whose cross-reference is lost is
// still decrypted.
func TestEncryptedDamaged(t *testing.T) {
	for name, data := range encryptedFiles(t) {
		if name[0] == 'p' {
			continue
		}
		t.Run(name, func(t *testing.T) {
			for _, damage := range []struct {
				name string
				data []byte
			}{
				{"startxref", replace(data, "startxref\n", "startxref\n8")},
				{"junk", slices.Concat([]byte("From: nobody\n\n"), data)},
			} {
				t.Run(damage.name, func(t *testing.T) { mustMatch(t, damage.data, open.Options{}) })
			}
		})
	}
}

// TestEncryptedAttachments: a file of which only the attachments are encrypted
// is open without a password; the attachments are not.
func TestEncryptedAttachments(t *testing.T) {
	hash, key := object.String(bytes.Repeat([]byte("?"), 48)), object.String(bytes.Repeat([]byte("!"), 32))
	write := func(streams object.Name) []byte {
		d := objecttest.Sample()
		d.Objects[1].(object.Dict)["Attached"] = object.Ref{Number: 12}
		d.Objects[12] = objecttest.Content{Dict: object.Dict{
			"Filter": object.Name("Crypt"), "DecodeParms": object.Dict{"Name": object.Name("Attachments")},
		}, Data: bytes.Repeat([]byte("sixteen of bytes"), 3)}
		return d.Write(objecttest.Form{Extra: object.Dict{"Encrypt": object.Dict{
			"Filter": object.Name("Standard"), "V": int64(5), "R": int64(6), "P": int64(-4),
			"O": hash, "U": hash, "OE": key, "UE": key,
			"CF":   object.Dict{"Attachments": object.Dict{"CFM": object.Name("AESV3")}},
			"StmF": streams, "StrF": object.Name("Identity"), "EFF": object.Name("Attachments"),
		}}})
	}
	for _, reader := range append(readers(), open.Auto) {
		for _, password := range []string{"", "guessed"} {
			w, _, err := walk(t, write("Identity"), open.Options{Reader: reader, Password: password})
			if err != nil {
				t.Fatalf("%s: %v", reader, err)
			}
			want := objecttest.Sample().Expected()
			for _, content := range []int{5, 6} {
				ref := object.Ref{Number: content}
				if w.Streams[ref] != want.Streams[ref] {
					t.Errorf("%s: page content %v: %v", reader, ref, w.Failed[ref])
				}
			}
			if err := w.Failed[object.Ref{Number: 12}]; reader == native.Name && !errors.Is(err, object.ErrEncrypted) {
				t.Errorf("attachment: %v", err)
			}
		}
		if _, _, err := walk(t, write("Attachments"), open.Options{Reader: reader}); !errors.Is(err, object.ErrEncrypted) {
			t.Errorf("%s, streams encrypted too: %v", reader, err)
		}
	}
}
