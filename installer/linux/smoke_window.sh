#!/bin/sh
# Opens the window on a virtual screen and records a day with the keyboard alone.

set -eu
export DISPLAY=:77
Xvfb "$DISPLAY" -screen 0 1366x768x24 >/tmp/xvfb.log 2>&1 &
screen=$!
trap 'kill $screen 2>/dev/null || true' EXIT

key() {
    xdotool key --clearmodifiers "$@"
}

tries=0
until xdotool getdisplaygeometry >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ "$tries" -lt 50 ] || exit 1
    sleep 0.2
done
daymark &
window=$!
xdotool search --sync --onlyvisible --name Daymark >/dev/null
