#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Renders the PNG files from the SVG sources beside them; needs rsvg-convert (Debian: librsvg2-bin) and Python 3.
set -eu
cd "$(dirname "$0")"
for source in *.svg; do
    name=${source%.svg}
    for zoom in 1 2 3; do
        case $zoom in 1) suffix= ;; *) suffix=@${zoom}x ;; esac
        rsvg-convert --zoom "$zoom" "$source" -o "$name$suffix.png"
    done
done
# What desktops show outside of the window.
for size in 16 22 24 32 48 64 128 256 512 1024; do
    rsvg-convert --width "$size" --height "$size" anteroom.svg -o "desktop/$size.png"
done
python3 pack_icons.py desktop anteroom.icns anteroom.ico
