// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/recording.h"

#include <QByteArray>

#include <memory>

namespace anteroom::simulator {

class World;

/// Recordings and their sound, which is made when it is asked for: tones where somebody spoke, silence
/// elsewhere.
class Recordings
{
public:
    explicit Recordings(World &world);
    ~Recordings();

    Result<Recording> get(const QString &sid) const; ///< deleted ones are 404
    QList<Recording> list() const;                   ///< newest first, without deleted ones
    Result<void> remove(const QString &sid);
    /// A playable WAV (8 kHz, 16 bit); 404 while it is not completed. 16113 for two channels of a mono one.
    Result<QByteArray> wav(const QString &sid, int channels = 0) const;

    /// POST Calls/{CA}/Recordings: starts recording a living call.
    Result<Recording> start(const QString &callSid, const QString &channels, const WebAddress &statusCallback,
                            const QStringList &statusCallbackEvents);
    /// POST Calls/{CA}/Recordings/{RE or Twilio.CURRENT}: in-progress, paused or stopped.
    Result<Recording> update(const QString &callSid, const QString &sid, const QString &status);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace anteroom::simulator
