// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/wav_peaks.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <functional>
#include <optional>

namespace anteroom::calls {

namespace {

constexpr int pcm = 1;
constexpr int muLaw = 7;
constexpr qint64 blockSize = 64 * 1024;
constexpr float quietest = 0.02F; // a line's own noise stays below

struct WavSound
{
    int format = 0;
    int channels = 0;
    int bits = 0;
    qint64 begin = 0; ///< of the samples in the file
    qint64 size = 0;

    int bytes() const { return bits / 8; }
    qint64 samples() const { return size / std::max(1, bytes()); }
    bool isReadable() const
    {
        const bool known = (format == pcm && (bits == 8 || bits == 16)) || (format == muLaw && bits == 8);
        return known && channels > 0 && begin > 0 && size > 0;
    }
};

/// The phone company's files and everybody else's may have other chunks around the two that count.
std::optional<WavSound> readHead(QFile &file)
{
    const QByteArray head = file.read(12);
    if (head.size() < 12 || !head.startsWith("RIFF") || head.sliced(8) != "WAVE")
        return std::nullopt;
    WavSound sound;
    while (true) {
        const QByteArray chunk = file.read(8);
        if (chunk.size() < 8)
            return std::nullopt;
        const qint64 size = qFromLittleEndian<quint32>(chunk.constData() + 4);
        if (chunk.startsWith("data")) {
            sound.begin = file.pos();
            // A file that was written while it was recorded may not know its own length.
            sound.size = std::min(size, file.size() - sound.begin);
            return sound.isReadable() ? std::optional(sound) : std::nullopt;
        }
        const qint64 next = file.pos() + size + (size & 1);
        if (chunk.startsWith("fmt ")) {
            const QByteArray format = file.read(std::min<qint64>(size, 16));
            if (format.size() < 16)
                return std::nullopt;
            sound.format = qFromLittleEndian<quint16>(format.constData());
            sound.channels = qFromLittleEndian<quint16>(format.constData() + 2);
            sound.bits = qFromLittleEndian<quint16>(format.constData() + 14);
        }
        if (!file.seek(next))
            return std::nullopt;
    }
}

float loudness(const WavSound &sound, const char *sample)
{
    if (sound.bits == 16)
        return std::abs(float(qFromLittleEndian<qint16>(sample))) / 32768.0F;
    const auto byte = static_cast<unsigned char>(*sample);
    if (sound.format == pcm)
        return std::abs(float(byte) - 128.0F) / 128.0F;
    const unsigned inverted = static_cast<unsigned char>(~byte);
    const unsigned magnitude = (((inverted & 0x0FU) << 3U) + 0x84U) << ((inverted & 0x70U) >> 4U);
    return float(magnitude - 0x84U) / 32768.0F;
}

/// Hands out every sample until nobody wants more; false for what is no sound.
bool eachSample(const QString &path, const std::function<bool(qint64 index, qint64 of, float loud)> &take)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const std::optional<WavSound> sound = readHead(file);
    if (!sound || !file.seek(sound->begin))
        return false;
    const qint64 all = sound->samples();
    for (qint64 index = 0; index < all;) {
        const qint64 wanted = std::min(blockSize, (all - index) * sound->bytes());
        const QByteArray block = file.read(wanted);
        const qint64 count = block.size() / sound->bytes();
        if (count == 0)
            break;
        for (qint64 i = 0; i < count; ++i, ++index)
            if (!take(index, all, loudness(*sound, block.constData() + i * sound->bytes())))
                return true;
    }
    return true;
}

} // namespace

QList<float> wavPeaks(const QString &file, int count)
{
    QList<float> peaks(std::max(1, count), 0.0F);
    const bool read = eachSample(file, [&peaks](qint64 index, qint64 of, float loud) {
        float &peak = peaks[index * peaks.size() / of];
        peak = std::max(peak, loud);
        return true;
    });
    return read ? peaks : QList<float>();
}

bool isSilent(const QString &file)
{
    bool silent = true;
    const bool read = eachSample(file, [&silent](qint64, qint64, float loud) {
        silent = loud < quietest;
        return silent;
    });
    return read && silent;
}

} // namespace anteroom::calls
