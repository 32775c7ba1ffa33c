// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>

namespace anteroom::calls {

/// A piece of music of the user's, as it lies on the disk; known by what is in it, not by its name.
struct SoundFile
{
    QByteArray bytes;
    QByteArray type;      ///< audio/mpeg or audio/wav
    QByteArray extension; ///< mp3 or wav
    int seconds = 0;      ///< about how long it is
    bool operator==(const SoundFile &) const = default;
};

inline constexpr qint64 largestSoundFile = 20 * 1024 * 1024; ///< about twenty minutes of MP3

/// The error is a sentence for whoever chose the file.
std::expected<SoundFile, QString> readSoundFile(const QString &path);
/// The same of what has been read already.
std::expected<SoundFile, QString> toSoundFile(const QByteArray &bytes);

} // namespace anteroom::calls
