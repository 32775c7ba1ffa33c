#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Anteroom developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes new_caller.wav beside this script: two soft bell notes, short and quiet enough for a room that is on air."""
import math
import pathlib
import struct
import wave

RATE = 44100
NOTES = [(0.00, 659.26), (0.13, 987.77)]  # start in seconds, pitch in hertz
LENGTH = 0.75


def value(time: float) -> float:
    total = 0.0
    for start, pitch in NOTES:
        age = time - start
        if age < 0:
            continue
        attack = min(1.0, age / 0.006)  # no click at the beginning
        decay = math.exp(-age * 7.5)
        tone = math.sin(2 * math.pi * pitch * age) + 0.22 * math.sin(4 * math.pi * pitch * age)
        total += attack * decay * tone * 0.32
    fade = min(1.0, (LENGTH - time) / 0.05)
    return max(-1.0, min(1.0, total * fade))


frames = b"".join(struct.pack("<h", int(32767 * value(i / RATE))) for i in range(int(RATE * LENGTH)))
with wave.open(str(pathlib.Path(__file__).with_name("new_caller.wav")), "wb") as out:
    out.setnchannels(1)
    out.setsampwidth(2)
    out.setframerate(RATE)
    out.writeframes(frames)
