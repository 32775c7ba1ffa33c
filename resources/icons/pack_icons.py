#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""pack_icons.py FOLDER ICNS ICO: packs FOLDER/<size>.png into the icon files of macOS and Windows, which both hold PNG as it is."""
import pathlib
import struct
import sys

MAC = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}
WINDOWS = (16, 24, 32, 48, 64, 128, 256)


def icns(pictures):
    entries = b"".join(kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size] for size, kind in MAC.items())
    return b"icns" + struct.pack(">I", 8 + len(entries)) + entries


def ico(pictures):
    head = struct.pack("<HHH", 0, 1, len(WINDOWS))
    offset = len(head) + 16 * len(WINDOWS)
    body = b""
    for size in WINDOWS:
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(pictures[size]), offset + len(body))
        body += pictures[size]
    return head + body


def main(folder, mac, windows):
    pictures = {int(file.stem): file.read_bytes() for file in pathlib.Path(folder).glob("*.png")}
    pathlib.Path(mac).write_bytes(icns(pictures))
    pathlib.Path(windows).write_bytes(ico(pictures))


if __name__ == "__main__":
    main(*sys.argv[1:])
