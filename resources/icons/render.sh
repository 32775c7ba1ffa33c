#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Renders the PNG files from the SVG sources beside them; needs rsvg-convert (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")"
for source in *.svg; do
    name=${source%.svg}
    rsvg-convert -w 64 -h 64 "$source" -o "$name.png"
    rsvg-convert -w 128 -h 128 "$source" -o "$name@2x.png"
    rsvg-convert -w 192 -h 192 "$source" -o "$name@3x.png"
done
