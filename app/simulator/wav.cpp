// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/wav.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace anteroom::simulator {

namespace {

constexpr int rate = 8000;
constexpr int sampleBytes = 2;

void number(QByteArray &out, quint32 value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        out.append(char((value >> (8 * i)) & 0xFFU));
}

/// Something between a hum and speech: a tone whose strength and height waver about three times a second.
qint16 voice(int sample)
{
    const double t = double(sample) / rate;
    const double syllable = 0.5 + 0.5 * std::sin(2 * std::numbers::pi * 3.1 * t);
    const double tone =
        std::sin(2 * std::numbers::pi * 170 * t + 4 * std::sin(2 * std::numbers::pi * 1.3 * t));
    return qint16(9000 * syllable * tone);
}

} // namespace

QByteArray wavFile(int seconds, const QList<std::pair<qint64, qint64>> &sounds, int channels)
{
    const qsizetype samples = qsizetype(std::max(0, seconds)) * rate;
    const auto dataBytes = quint32(samples * sampleBytes * channels);
    QByteArray file;
    file.reserve(qsizetype(dataBytes) + 44);
    file.append("RIFF");
    number(file, dataBytes + 36, 4);
    file.append("WAVEfmt ");
    number(file, 16, 4);
    number(file, 1, 2); // PCM
    number(file, quint32(channels), 2);
    number(file, rate, 4);
    number(file, quint32(rate * sampleBytes * channels), 4);
    number(file, quint32(sampleBytes * channels), 2);
    number(file, sampleBytes * 8, 2);
    file.append("data");
    number(file, dataBytes, 4);
    const qsizetype begin = file.size();
    file.append(qsizetype(dataBytes), '\0');
    for (const auto &[from, until] : sounds) {
        const auto first = std::clamp<qsizetype>(from * rate / 1000, 0, samples);
        const auto last = std::clamp<qsizetype>(until * rate / 1000, 0, samples);
        for (qsizetype sample = first; sample < last; ++sample) {
            const qint16 value = voice(int(sample));
            // The caller is the first channel; the other one stays silent.
            qToLittleEndian(value, file.data() + begin + sample * sampleBytes * channels);
        }
    }
    return file;
}

} // namespace anteroom::simulator
