#!/bin/sh
# Makes the disk image for macOS of the frozen program. It is not signed with a certificate of a
# developer, so the first start needs the steps of FIRST-START.txt, which lies in the image.

set -eu
cd "$(dirname "$0")/../.."

version=$(.venv/bin/python -c 'import diary; print(diary.__version__)')
folder=build/dmg
rm -rf "$folder"
mkdir -p "$folder" dist
cp -R build/program/Daymark.app "$folder/"
cp installer/macos/FIRST-START.txt LICENSE "$folder/"
ln -s /Applications "$folder/Applications"
# Signed by nobody, but whole: without this, newer systems call it damaged.
codesign --force --deep --sign - "$folder/Daymark.app"
hdiutil create -volname "Daymark $version" -srcfolder "$folder" -ov -format UDZO \
    "dist/daymark-$version-macos-$(uname -m).dmg"
