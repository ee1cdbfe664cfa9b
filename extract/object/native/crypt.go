package native

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"fmt"

	"golang.org/x/text/unicode/norm"

	"recount.invalid/recount/extract/object"
)

// cipherKind is how strings or streams are encrypted.
type cipherKind int

const (
	plainText cipherKind = iota // crypt filter Identity
	rc4Cipher                   // V2, and all of revisions 2 and 3
	aesV2                       // AES-128 with a key per object
	aesV3                       // AES-256 with the file's key
)

// crypt decrypts a file's strings and streams with the standard security
// handler (PDF 32000-1, 7.6; revisions 5 and 6: PDF 32000-2, 7.6.4).
type crypt struct {
	key               []byte // nil: no password fits, see Locked
	password          []byte // the spelling that opened the file
	stringKind        cipherKind
	streamKind        cipherKind
	filters           map[object.Name]cipherKind
	plaintextMetadata bool
}

// unlock sets f.crypt from the trailer's Encrypt, if there is any.
func (f *File) unlock(password string) error {
	f.crypt = nil
	dict, ok := f.resolve(f.table.trailer["Encrypt"]).(object.Dict)
	if !ok {
		return nil
	}
	s, err := f.securityOf(dict)
	if err != nil {
		return err
	}
	for _, pw := range spellings(password, s.revision) {
		if key := s.authenticate(pw); key != nil {
			s.crypt.key, s.crypt.password = key, pw
			f.crypt = s.crypt
			return nil
		}
	}
	if s.crypt.stringKind == plainText && s.crypt.streamKind == plainText {
		// Only what names a crypt filter itself is encrypted, which is files
		// that are attached: the pages are open to everybody.
		f.crypt = s.crypt
		return nil
	}
	if password == "" {
		return object.ErrEncrypted
	}
	return object.ErrPassword
}

// Locked reports that the file was opened without a password that fits,
// because its pages do not need one.
func (f *File) Locked() bool { return f.crypt != nil && f.crypt.key == nil }

// Password is the password that opened the file, in the bytes that fit; empty
// where none was needed. A library that knows fewer spellings, or does not try
// the empty password, can be given this one.
func (f *File) Password() string {
	if f.crypt == nil {
		return ""
	}
	return string(f.crypt.password)
}

// spellings are the byte strings that a password may mean, the empty one
// last: before revision 5 passwords are in PDFDocEncoding, which is Latin-1
// for the letters of Western Europe, from revision 5 in UTF-8 after SASLprep,
// of which normalization is the part that matters.
func spellings(password string, revision int64) [][]byte {
	out := [][]byte{[]byte(password)}
	if revision >= 5 {
		out = append(out, norm.NFKC.Bytes([]byte(password)), norm.NFC.Bytes([]byte(password)))
	} else {
		var latin []byte
		for _, r := range norm.NFC.String(password) {
			latin = append(latin, byte(r))
		}
		out = append(out, latin)
	}
	return append(out, nil)
}

// security is the encryption dictionary (PDF 32000-1, tables 20 and 21).
type security struct {
	revision   int64
	o, u       []byte
	oe, ue     []byte
	permission uint32
	id         []byte
	lengths    []int // lengths in bytes that the key may have, likeliest first
	crypt      *crypt
}

func (f *File) securityOf(dict object.Dict) (*security, error) {
	get := func(key object.Name) object.Object { return f.resolve(dict[key]) }
	integer := func(key object.Name) int64 {
		n, _ := get(key).(int64)
		return n
	}
	str := func(key object.Name) []byte {
		s, _ := get(key).(object.String)
		return []byte(s)
	}
	if handler := get("Filter"); handler != nil && handler != object.Name("Standard") {
		return nil, fmt.Errorf("%w: handler %v", object.ErrCipher, handler)
	}
	version := integer("V")
	s := &security{
		revision: integer("R"), o: str("O"), u: str("U"), oe: str("OE"), ue: str("UE"),
		permission: uint32(integer("P")),
		crypt:      &crypt{filters: map[object.Name]cipherKind{"Identity": plainText}},
	}
	if ids, ok := f.resolve(f.table.trailer["ID"]).(object.Array); ok && len(ids) > 0 {
		id, _ := f.resolve(ids[0]).(object.String)
		s.id = []byte(id)
	}
	s.lengths = []int{16, 5}
	if n := integer("Length"); n >= 40 && n <= 128 && n%8 == 0 {
		s.lengths = []int{int(n / 8), 16, 5}
	}
	switch version {
	case 1:
		s.lengths = []int{5, 16}
		fallthrough
	case 2:
		s.crypt.stringKind, s.crypt.streamKind = rc4Cipher, rc4Cipher
	case 4, 5:
		if version == 4 {
			s.lengths = append([]int{16}, s.lengths...)
		}
		if err := s.cryptFilters(f, dict); err != nil {
			return nil, err
		}
	default:
		return nil, fmt.Errorf("%w: version %d", object.ErrCipher, version)
	}
	if s.revision < 2 || s.revision > 6 {
		return nil, fmt.Errorf("%w: revision %d", object.ErrCipher, s.revision)
	}
	const hashAndSalts = 48 // bytes of O and U from revision 5 on
	if s.revision >= 5 && (len(s.o) < hashAndSalts || len(s.u) < hashAndSalts || len(s.oe) < 32 || len(s.ue) < 32) ||
		s.revision < 5 && (len(s.o) < 32 || len(s.u) < 16) {
		return nil, fmt.Errorf("%w: incomplete encryption dictionary", object.ErrCipher)
	}
	return s, nil
}

// cryptFilters reads the crypt filters of versions 4 and 5 (PDF 32000-1,
// 7.6.5).
func (s *security) cryptFilters(f *File, dict object.Dict) error {
	filters, _ := f.resolve(dict["CF"]).(object.Dict)
	for name, v := range filters {
		filter, _ := f.resolve(v).(object.Dict)
		switch method := f.resolve(filter["CFM"]); method {
		case nil, object.Name("None"):
			s.crypt.filters[name] = plainText
		case object.Name("V2"):
			s.crypt.filters[name] = rc4Cipher
		case object.Name("AESV2"):
			s.crypt.filters[name] = aesV2
		case object.Name("AESV3"):
			s.crypt.filters[name] = aesV3
		default:
			return fmt.Errorf("%w: method %v", object.ErrCipher, method)
		}
	}
	kind := func(key object.Name) (cipherKind, error) {
		name, ok := f.resolve(dict[key]).(object.Name)
		if !ok {
			return plainText, nil // the default is Identity
		}
		k, ok := s.crypt.filters[name]
		if !ok {
			return 0, fmt.Errorf("%w: crypt filter %s", object.ErrCipher, name)
		}
		return k, nil
	}
	var err error
	if s.crypt.streamKind, err = kind("StmF"); err != nil {
		return err
	}
	if s.crypt.stringKind, err = kind("StrF"); err != nil {
		return err
	}
	s.crypt.plaintextMetadata = f.resolve(dict["EncryptMetadata"]) == false
	return nil
}

// authenticate gives the file's key for a user or an owner password, or nil.
func (s *security) authenticate(password []byte) []byte {
	if s.revision >= 5 {
		return s.authenticateAES256(password)
	}
	for _, n := range s.lengths {
		if s.revision == 2 {
			n = 5
		}
		if key := s.userKey(pad(password), n); key != nil {
			return key
		}
		if key := s.userKey(s.userPassword(password, n), n); key != nil {
			return key
		}
	}
	return nil
}

// padding fills up passwords to 32 bytes (PDF 32000-1, algorithm 2).
var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
	"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

func pad(password []byte) []byte {
	return append(bytes.Clone(password[:min(len(password), 32)]), padding...)[:32]
}

// hashRounds is how often MD5 is applied again from revision 3 on.
const hashRounds = 50

// userKey computes a key of n bytes from a padded user password (PDF
// 32000-1, algorithm 2) and checks it against U (algorithms 4 to 6); nil
// where it does not fit.
func (s *security) userKey(padded []byte, n int) []byte {
	h := md5.New()
	h.Write(padded)
	h.Write(s.o[:32])
	h.Write([]byte{byte(s.permission), byte(s.permission >> 8), byte(s.permission >> 16), byte(s.permission >> 24)})
	h.Write(s.id)
	if s.revision >= 4 && s.crypt.plaintextMetadata {
		h.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	key := h.Sum(nil)
	if s.revision >= 3 {
		for range hashRounds {
			sum := md5.Sum(key[:n])
			key = sum[:]
		}
	}
	key = key[:n]
	if s.revision == 2 {
		if bytes.Equal(applyRC4(key, padding), s.u[:min(32, len(s.u))]) {
			return key
		}
		return nil
	}
	sum := md5.Sum(append(bytes.Clone(padding), s.id...))
	check := sum[:]
	for i := range 20 {
		check = applyRC4(xor(key, byte(i)), check)
	}
	if bytes.Equal(check, s.u[:16]) {
		return key
	}
	return nil
}

// userPassword decrypts the padded user password with the owner's (PDF
// 32000-1, algorithm 7).
func (s *security) userPassword(owner []byte, n int) []byte {
	sum := md5.Sum(pad(owner))
	key := sum[:]
	out := s.o[:32]
	if s.revision == 2 {
		return applyRC4(key[:n], out)
	}
	for range hashRounds {
		sum := md5.Sum(key)
		key = sum[:]
	}
	for i := 19; i >= 0; i-- {
		out = applyRC4(xor(key[:n], byte(i)), out)
	}
	return out
}

func xor(key []byte, b byte) []byte {
	out := bytes.Clone(key)
	for i := range out {
		out[i] ^= b
	}
	return out
}

func applyRC4(key, data []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return nil // only for a key without bytes, which there is not
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

// authenticateAES256 is authenticate for revisions 5 and 6 (PDF 32000-2,
// algorithms 2.A, 11 and 12).
func (s *security) authenticateAES256(password []byte) []byte {
	password = password[:min(len(password), 127)]
	u, o := s.u[:48], s.o[:48]
	hash := func(salt, extra []byte) []byte {
		if s.revision == 5 {
			sum := sha256.Sum256(bytes.Join([][]byte{password, salt, extra}, nil))
			return sum[:]
		}
		return hardHash(password, salt, extra)
	}
	var wrap, wrapped []byte
	switch {
	case bytes.Equal(hash(u[32:40], nil), u[:32]):
		wrap, wrapped = hash(u[40:48], nil), s.ue[:32]
	case bytes.Equal(hash(o[32:40], u), o[:32]):
		wrap, wrapped = hash(o[40:48], u), s.oe[:32]
	default:
		return nil
	}
	block, err := aes.NewCipher(wrap)
	if err != nil {
		return nil
	}
	key := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, aes.BlockSize)).CryptBlocks(key, wrapped)
	return key
}

// hardHash is revision 6's hash (PDF 32000-2, algorithm 2.B).
func hardHash(password, salt, extra []byte) []byte {
	sum := sha256.Sum256(bytes.Join([][]byte{password, salt, extra}, nil))
	k := sum[:]
	const most = 512 // rounds; about 64 plus a few are what happens
	for round := 0; round < most; round++ {
		one := bytes.Join([][]byte{password, k, extra}, nil)
		e := bytes.Repeat(one, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		mod := 0 // of the first 16 bytes as a number, by 3; 256 is 1 modulo 3
		for _, b := range e[:16] {
			mod += int(b)
		}
		switch mod % 3 {
		case 0:
			sum := sha256.Sum256(e)
			k = sum[:]
		case 1:
			sum := sha512.Sum384(e)
			k = sum[:]
		default:
			sum := sha512.Sum512(e)
			k = sum[:]
		}
		if round >= 63 && int(e[len(e)-1]) <= round-32+1 {
			break
		}
	}
	return k[:32]
}

// objectKey is the key of one object (PDF 32000-1, algorithm 1).
func (c *crypt) objectKey(kind cipherKind, number, generation int) []byte {
	if kind == aesV3 {
		return c.key
	}
	h := md5.New()
	h.Write(c.key)
	h.Write([]byte{byte(number), byte(number >> 8), byte(number >> 16), byte(generation), byte(generation >> 8)})
	if kind == aesV2 {
		h.Write([]byte("sAlT"))
	}
	return h.Sum(nil)[:min(len(c.key)+5, 16)]
}

// decrypt undoes one kind of encryption.
func (c *crypt) decrypt(kind cipherKind, data []byte, number, generation int) ([]byte, error) {
	switch {
	case kind == plainText || len(data) == 0:
		return data, nil
	case c.key == nil:
		return nil, object.ErrEncrypted
	case kind == rc4Cipher:
		return applyRC4(c.objectKey(kind, number, generation), data), nil
	}
	block, err := aes.NewCipher(c.objectKey(kind, number, generation))
	if err != nil {
		return nil, err
	}
	// The first block is the initialization vector; a last one that is cut
	// off cannot be decrypted.
	whole := len(data) / aes.BlockSize * aes.BlockSize
	if whole < 2*aes.BlockSize {
		return nil, nil
	}
	out := make([]byte, whole-aes.BlockSize)
	cipher.NewCBCDecrypter(block, data[:aes.BlockSize]).CryptBlocks(out, data[aes.BlockSize:whole])
	if n := int(out[len(out)-1]); n >= 1 && n <= aes.BlockSize {
		out = out[:len(out)-n]
	}
	return out, nil
}

// strings gives o with every string in it decrypted; o is changed.
func (c *crypt) strings(o object.Object, number, generation, depth int) object.Object {
	if depth < 0 || c.stringKind == plainText {
		return o
	}
	switch v := o.(type) {
	case object.String:
		out, err := c.decrypt(c.stringKind, []byte(v), number, generation)
		if err != nil {
			return v
		}
		return object.String(out)
	case object.Array:
		for i := range v {
			v[i] = c.strings(v[i], number, generation, depth-1)
		}
	case object.Dict:
		for k, e := range v {
			v[k] = c.strings(e, number, generation, depth-1)
		}
	}
	return o
}

// stream decrypts a stream's data.
func (c *crypt) stream(raw []byte, dict object.Dict, number, generation int, resolve func(object.Object) object.Object) ([]byte, error) {
	kind := c.streamKind
	switch resolve(dict["Type"]) {
	case object.Name("XRef"):
		return raw, nil
	case object.Name("Metadata"):
		if c.plaintextMetadata {
			return raw, nil
		}
	}
	if name, ok := cryptFilterOf(dict, resolve); ok {
		named, known := c.filters[name]
		if !known {
			return nil, fmt.Errorf("%w: crypt filter %s", object.ErrCipher, name)
		}
		kind = named
	}
	return c.decrypt(kind, raw, number, generation)
}

// cryptFilterOf is the crypt filter that a stream names itself (PDF 32000-1,
// 7.4.10). It must be the first of its filters.
func cryptFilterOf(dict object.Dict, resolve func(object.Object) object.Object) (object.Name, bool) {
	first := func(o object.Object) object.Object {
		o = resolve(o)
		if list, ok := o.(object.Array); ok && len(list) > 0 {
			return resolve(list[0])
		}
		return o
	}
	if first(dict["Filter"]) != object.Name("Crypt") {
		return "", false
	}
	params, _ := first(dict["DecodeParms"]).(object.Dict)
	if name, ok := resolve(params["Name"]).(object.Name); ok {
		return name, true
	}
	return "Identity", true
}
