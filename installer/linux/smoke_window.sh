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
program=$!
window=$(xdotool search --sync --onlyvisible --name Daymark | tail -n 1)
xdotool windowfocus --sync "$window"
sleep 3    # the diary opens behind the first picture
key Tab space                # past the three screens of the first run: "Skip all of this"
sleep 2
key space ctrl+Return        # "No pain, none of the signs" has the focus; Save
sleep 3
kill -TERM "$program"        # as a session that ends
wait "$program"
