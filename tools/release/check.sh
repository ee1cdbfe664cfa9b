#!/bin/sh
# Checks what release made: check.sh FOLDER. Sums and archives are read back, the
# Debian package is installed and run in a root that holds nothing but Debian's
# smallest (debootstrap), the image's layout is read back and what is in it run, and the
# program for Windows is started where wine is. What was left out is said at the end.
set -eu
cd "$1"
left=""
fail() { echo "release check: $1" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
work=$(mktemp -d)
mounted=""
trap '[ -z "$mounted" ] || umount "$mounted"; rm -rf "$work"' EXIT

sha256sum --quiet -c SHA256SUMS || fail "sums differ"
version=$(ls recount_*_linux_amd64.tar.gz | sed 's/recount_\(.*\)_linux_amd64.tar.gz/\1/')

for archive in recount_*.tar.gz; do
	tar -tzf "$archive" >"$work/list"
	for name in recount recount-full README.md LICENSE man/recount.1 completion/recount.bash; do
		grep -qx "${archive%.tar.gz}/$name" "$work/list" || fail "$archive has no $name"
	done
done
for archive in recount_*.zip; do
	[ -e "$archive" ] || continue
	python3 -m zipfile -l "$archive" | grep -q "recount-full.exe" || fail "$archive has no recount-full.exe"
done
tar -xzf "recount_${version}_linux_amd64.tar.gz" -C "$work"
"$work/recount_${version}_linux_amd64/recount" version | grep -q "^recount v$version," || fail "the archive's program has another version"
echo "archives: $(ls | grep -c '^recount_.*_.*[.]tar[.]gz$\|^recount_.*[.]zip$') read back; $("$work/recount_${version}_linux_amd64/recount" version)"

for list in recount_"$version".cdx.json recount-full_"$version".cdx.json; do
	python3 -c 'import json, sys
b = json.load(open(sys.argv[1]))
assert b["bomFormat"] == "CycloneDX" and len(b["components"]) > 5, sys.argv[1]
print("SBOM:", sys.argv[1], len(b["components"]), "components")' "$list"
done

# The smallest root has no manual, no compiler and no Go.
deb="recount_${version}-1_amd64.deb"
if [ "$(id -u)" = 0 ] && has debootstrap && [ "$(dpkg --print-architecture)" = amd64 ]; then
	debootstrap --variant=minbase --cache-dir="${DEBOOTSTRAP_CACHE:-$work}" stable "$work/root" >"$work/log" 2>&1 || { tail -n 3 "$work/log"; fail "debootstrap"; }
	cp "$deb" "$work/root/tmp/"
	mount -t proc proc "$work/root/proc" && mounted="$work/root/proc" # build asks there which program it is
	chroot "$work/root" dpkg -i "/tmp/$deb" >"$work/log" 2>&1 || { cat "$work/log"; fail "the package cannot be installed"; }
	chroot "$work/root" recount version | grep -q "^recount v$version," || fail "the installed program has another version"
	chroot "$work/root" recount demo | grep -q "average-stated" || fail "the installed program finds nothing"
	chroot "$work/root" sh -c 'recount --help >/dev/null && test -f /usr/share/man/man1/recount.1' || fail "the full program or its manual is not there"
	chroot "$work/root" sh -c 'mkdir /tmp/in && printf "commitment_id,average,Canada\n1,1,1\n" >/tmp/in/scores.csv && cd /tmp && recount build in -o out --quiet && test -f out/recount.sqlite' || fail "the installed program builds no data set"
	chroot "$work/root" dpkg -r recount >/dev/null 2>&1 && [ ! -e "$work/root/usr/bin/recount" ] || fail "the package cannot be removed"
	echo "package: installed, run and removed in a root by debootstrap"
else
	left="$left\n- the package in a root of its own: needs root and debootstrap on amd64"
fi
if has dpkg-deb; then
	for file in *.deb; do dpkg-deb --contents "$file" >"$work/list" && grep -q "./usr/libexec/recount/recount-full" "$work/list" || fail "$file"; done
fi

python3 - "recount_${version}_oci" "$work/image" <<'PY'
import gzip, hashlib, io, json, os, sys, tarfile
layout, target = sys.argv[1:]
assert json.load(open(layout + "/oci-layout"))["imageLayoutVersion"] == "1.0.0"
def blob(descriptor):
    kind, digest = descriptor["digest"].split(":")
    data = open(f"{layout}/blobs/{kind}/{digest}", "rb").read()
    assert hashlib.new(kind, data).hexdigest() == digest and len(data) == descriptor["size"], digest
    return data
images = 0
for m in json.load(open(layout + "/index.json"))["manifests"]:
    manifest = json.loads(blob(m))
    config = json.loads(blob(manifest["config"]))
    assert config["architecture"] == m["platform"]["architecture"]
    assert config["config"]["Entrypoint"] == ["/usr/bin/recount"]
    for diff, layer in zip(config["rootfs"]["diff_ids"], manifest["layers"], strict=True):
        data = gzip.decompress(blob(layer))
        assert "sha256:" + hashlib.sha256(data).hexdigest() == diff
        if config["architecture"] == "amd64":
            tarfile.open(fileobj=io.BytesIO(data)).extractall(target, filter="tar")
    images += 1
print("image:", images, "read back, all digests hold")
PY
if [ "$(id -u)" = 0 ] && [ "$(uname -m)" = x86_64 ]; then
	mkdir -p "$work/image/work" "$work/image/tmp"
	chroot --userspec=65532:65532 "$work/image" /usr/bin/recount version | grep -q "v$version" || fail "the image's program does not run"
	chroot --userspec=65532:65532 "$work/image" /usr/bin/recount --help >/dev/null || fail "the image's full program does not run"
	echo "image: its programs run in a root that holds nothing else"
else
	left="$left\n- the image's programs: needs root on amd64"
fi

if has wine && [ -e "recount_${version}_windows_amd64.zip" ]; then
	python3 -m zipfile -e "recount_${version}_windows_amd64.zip" "$work"
	export WINEDEBUG=-all WINEPREFIX="$work/wine"
	wine "$work/recount_${version}_windows_amd64/recount.exe" version >"$work/log" 2>&1 || true
	if grep -q "bcryptprimitives.dll not found" "$work/log"; then
		left="$left\n- the programs for Windows started: this wine ($(wine --version 2>/dev/null)) has no bcryptprimitives.dll, which every Go program needs"
	else
		grep -q "v$version" "$work/log" || fail "the program for Windows does not start"
		wine "$work/recount_${version}_windows_amd64/recount.exe" --help 2>/dev/null | grep -q "Usage" || fail "the full program for Windows does not start"
		echo "Windows: both programs start under wine"
	fi
else
	left="$left\n- the programs for Windows started: needs wine, and the archive for Windows"
fi
[ -z "$left" ] || printf "left out:$left\n"
