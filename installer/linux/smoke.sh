#!/bin/sh
# Installs the package on a clean Debian 12, uses it, takes it away again, and fails if anything of
# that does not work. Needs root, debootstrap, and the package in dist/ (`make deb`).
#
#   installer/linux/smoke.sh [PACKAGE.deb]
#
# The clean system lies in build/smoke and is removed at the end; SMOKE_KEEP=1 leaves it.

set -eu
cd "$(dirname "$0")/../.."

package=${1:-$(ls -t dist/daymark_*.deb | head -n 1)}
root=$PWD/build/smoke
diary=/root/.local/share/daymark/diary.daymark
mirror=${DEBIAN_MIRROR:-}

say() {
    echo "smoke: $*" >&2
}

stop() {
    say "FAILED: $*"
    exit 1
}

inside() {
    chroot "$root" /usr/bin/env -i HOME=/root LANG=C.UTF-8 TERM=dumb \
        PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"
}

clean_up() {
    for place in proc dev; do
        mountpoint -q "$root/$place" && umount "$root/$place"
    done
    [ -n "${SMOKE_KEEP:-}" ] || rm -rf "$root"
}

trap clean_up EXIT

say "making a clean Debian 12"
rm -rf "$root"
mkdir -p build
debootstrap --variant=minbase bookworm "$root" $mirror >"$PWD/build/debootstrap.log"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
# What this machine needs to reach Debian's packages, the clean one needs too.
cp -a /etc/apt/apt.conf.d "$root/etc/apt/"
cp /etc/resolv.conf "$root/etc/resolv.conf"
inside apt-get -qq update

say "installing $package"
cp "$package" "$root/tmp/daymark.deb"
inside apt-get -qq install -y --no-install-recommends /tmp/daymark.deb >build/smoke-install.log 2>&1 ||
    stop "it could not be installed; see build/smoke-install.log"
# Not of the package: a screen, and hands.
inside apt-get -qq install -y --no-install-recommends xvfb xdotool >>build/smoke-install.log 2>&1

say "the commands"
inside daymark --version
inside daymark rules >/dev/null
inside man -w daymark >/dev/null 2>&1 || test -e "$root/usr/share/man/man1/daymark.1.gz" ||
    stop "the manual page is missing"

say "the window: recording a day by its keys"
cp installer/linux/smoke_window.sh "$root/tmp/"
inside sh /tmp/smoke_window.sh || stop "the window did not record a day"
inside daymark export - | grep -q '"pains": \[\]' || stop "the day is not in the diary"

say "a PDF"
inside daymark report /tmp/sheet.pdf
head -c 5 "$root/tmp/sheet.pdf" | grep -q '%PDF-' || stop "the sheet is no PDF"
# What the window starts to have its sheet set; asked for nothing, it ends.
inside daymark --set-sheets </dev/null || stop "the process for sheets did not start"

say "taking it away"
inside apt-get -qq purge -y daymark >>build/smoke-install.log 2>&1
[ ! -e "$root/usr/bin/daymark" ] || stop "the command is still there"
[ ! -e "$root/usr/lib/daymark" ] || stop "files were left in /usr/lib/daymark"
[ -s "$root$diary" ] || stop "the diary is gone"
say "done: installed, started, a day recorded, a sheet written, removed; the diary is still there"
