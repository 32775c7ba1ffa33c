// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/sound_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <optional>

namespace anteroom::calls {

namespace {

struct SoundWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::calls::SoundFile)
};

constexpr int usualBytesPerSecond = 16'000; // of an MP3 at 128 kbit/s

/// The length of a WAV file; nothing for what is none.
std::optional<int> wavSeconds(const QByteArray &bytes)
{
    constexpr qsizetype header = 12;
    constexpr qsizetype chunkHead = 8;
    constexpr qsizetype rateAt = 8; // in "fmt "
    if (bytes.size() < header || !bytes.startsWith("RIFF") || bytes.sliced(8, 4) != "WAVE")
        return std::nullopt;
    qint64 rate = 0;
    for (qsizetype at = header; at + chunkHead <= bytes.size();) {
        const QByteArray name = bytes.sliced(at, 4);
        const auto size = qint64(qFromLittleEndian<quint32>(bytes.constData() + at + 4));
        if (name == "fmt " && at + chunkHead + rateAt + 4 <= bytes.size())
            rate = qFromLittleEndian<quint32>(bytes.constData() + at + chunkHead + rateAt);
        if (name == "data" && rate > 0)
            return int(std::min<qint64>(size, bytes.size() - at - chunkHead) / rate);
        at += chunkHead + size + (size & 1);
    }
    return std::nullopt;
}

/// Where the sound begins: behind the names and pictures that stand before it.
qsizetype behindTag(const QByteArray &bytes)
{
    constexpr qsizetype tagHead = 10;
    if (bytes.size() < tagHead || !bytes.startsWith("ID3"))
        return 0;
    qsizetype size = 0;
    for (int i = 6; i < tagHead; ++i) // four times seven bits
        size = (size << 7) | (bytes.at(i) & 0x7f);
    return std::min(tagHead + size, bytes.size());
}

/// Bytes per second by the first frame of an MP3; nothing for what is none.
std::optional<int> mp3Rate(const QByteArray &bytes)
{
    constexpr std::array firstVersion{0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};
    constexpr std::array laterVersions{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
    const qsizetype at = behindTag(bytes);
    if (at + 4 > bytes.size())
        return std::nullopt;
    const auto byte = [&](qsizetype i) { return static_cast<unsigned char>(bytes.at(at + i)); };
    const unsigned version = (byte(1) >> 3U) & 3U;
    const unsigned layer = (byte(1) >> 1U) & 3U;
    const unsigned rateIndex = byte(2) >> 4U;
    const bool sync = byte(0) == 0xff && (byte(1) & 0xe0U) == 0xe0U && version != 1 && layer == 1;
    if (!sync || rateIndex == 15 || ((byte(2) >> 2U) & 3U) == 3)
        return std::nullopt;
    const int kilobits = (version == 3 ? firstVersion : laterVersions).at(rateIndex);
    return kilobits > 0 ? kilobits * 1000 / 8 : usualBytesPerSecond;
}

} // namespace

std::expected<SoundFile, QString> toSoundFile(const QByteArray &bytes)
{
    if (const auto seconds = wavSeconds(bytes))
        return SoundFile{bytes, "audio/wav", "wav", std::max(1, *seconds)};
    if (const auto rate = mp3Rate(bytes))
        return SoundFile{bytes, "audio/mpeg", "mp3",
                         int(std::max<qsizetype>(1, (bytes.size() - behindTag(bytes)) / *rate))};
    return std::unexpected(
        SoundWords::tr("This is no MP3 or WAV file, so callers could not hear it. Choose another one."));
}

std::expected<SoundFile, QString> readSoundFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(
            SoundWords::tr(
                "The music %1 can't be read, so callers hear the phone company's own. Choose it again.")
                .arg(name));
    if (file.size() > largestSoundFile)
        return std::unexpected(
            SoundWords::tr("The music %1 is larger than %2 MB, which is too much to send to a phone company. "
                           "Choose a shorter piece, or save it as an MP3.")
                .arg(name)
                .arg(largestSoundFile / 1024 / 1024));
    return toSoundFile(file.readAll());
}

} // namespace anteroom::calls
