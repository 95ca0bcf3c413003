#!/bin/sh
# Uses the program of the disk image: commands and window. Run by the workflow of the builds.

set -eu
cd "$(dirname "$0")/../.."

data=$(mktemp -d)
place=$(mktemp -d)
hdiutil attach -nobrowse -mountpoint "$place" dist/daymark-*-macos-*.dmg
trap 'hdiutil detach "$place"' EXIT
daymark=$place/Daymark.app/Contents/MacOS/daymark
"$daymark" --version
"$daymark" --data-dir "$data" import resources/sample/sample-diary.json
"$daymark" --data-dir "$data" report "$data/sheet.pdf"
# What the window starts to have its sheet set; asked for nothing, it ends.
"$daymark" --set-sheets </dev/null
"$daymark" --data-dir "$data" &
window=$!
sleep 10
kill -TERM "$window"
wait "$window"
test -s "$data/diary.daymark"
