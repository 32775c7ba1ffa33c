// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QtEndian>

namespace anteroom::test {

/// A WAV file (8 kHz, 16 bit, one channel) of stretches that are so loud, each `milliseconds` long.
inline QByteArray wavSample(const QList<qint16> &loudness, int milliseconds = 100)
{
    constexpr quint32 rate = 8000;
    const auto number = [](auto value) {
        value = qToLittleEndian(value);
        return QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
    };
    QByteArray sound;
    for (const qint16 loud : loudness)
        for (quint32 i = 0; i < rate / 1000 * quint32(milliseconds); ++i)
            sound += number(qint16(i % 8 < 4 ? loud : -loud));
    return "RIFF" + number(quint32(36 + sound.size())) + "WAVEfmt " + number(quint32(16)) +
           number(quint16(1)) + number(quint16(1)) + number(rate) + number(quint32(2 * rate)) +
           number(quint16(2)) + number(quint16(16)) + "data" + number(quint32(sound.size())) + sound;
}

} // namespace anteroom::test
