#!/bin/sh
# Opens the window on a virtual screen, in a session with a screen reader's bus, and has it read and
# used by keys alone: probe.py. Needs what `installer/setup.sh a11y` installs.
#
#   tests/a11y/session.sh

set -eu
cd "$(dirname "$0")/../.."

export QT_ACCESSIBILITY=1 QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_QPA_PLATFORM=xcb
export LANG=C.UTF-8 LC_ALL=C.UTF-8 NO_AT_BRIDGE=0
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
export HOME="$place" XDG_RUNTIME_DIR="$place" DAYMARK_TODAY=2026-03-22
unset WAYLAND_DISPLAY DAYMARK_DATA_DIR DAYMARK_PASSPHRASE

# The system's Python: the binding of the bus is a package of the system.
xvfb-run --auto-servernum --server-args="-screen 0 1366x900x24" \
    dbus-run-session -- /usr/bin/python3 tests/a11y/probe.py "$PWD/.venv/bin/daymark" 2>"$place/noise" || {
    status=$?
    grep -v "dbus-daemon\|SpiRegistry\|AtSpiAdaptor" "$place/noise" >&2 || true
    exit $status
}
