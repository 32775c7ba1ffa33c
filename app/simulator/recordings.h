// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/recording.h"

#include <QByteArray>
#include <QObject>

#include <memory>
#include <utility>

namespace anteroom::simulator {

class Leg;
class World;

/// What a verb or a call wants to have recorded.
struct RecordingRequest
{
    QString callSid;
    QString conferenceSid;
    QString source;
    int channels = 1;
    WebAddress statusCallback;
    QStringList statusEvents = {QStringLiteral("completed")};
};

/// Recordings and their sound, which is made when it is asked for: tones where somebody spoke, silence
/// elsewhere.
class Recordings : public QObject
{
    Q_OBJECT
public:
    using Sounds = QList<std::pair<qint64, qint64>>; ///< from and until, in milliseconds

    explicit Recordings(World &world);

    Result<Recording> get(const QString &sid) const; ///< deleted ones are 404
    QList<Recording> list() const;                   ///< newest first, without deleted ones
    Result<void> remove(const QString &sid);
    /// A playable WAV (8 kHz, 16 bit); 404 while it is not completed. 16113 for two channels of a mono one.
    Result<QByteArray> wav(const QString &sid, int channels = 0) const;

    /// POST Calls/{CA}/Recordings: starts recording a living call.
    Result<Recording> start(const QString &callSid, const QString &channels, const WebAddress &statusCallback,
                            const QStringList &statusCallbackEvents);
    /// POST Calls/{CA}/Recordings/{RE or Twilio.CURRENT}: in-progress, paused or stopped. Of a pause nothing
    /// is kept, or as much silence.
    Result<Recording> update(const QString &callSid, const QString &sid, const QString &status,
                             const QString &pauseBehavior = {});

    // For verbs and rooms.
    QString begin(const RecordingRequest &request);
    QString beginUntilEnd(Leg &leg, const RecordingRequest &request); ///< finished when the call is over
    void finish(const QString &sid, int seconds, const Sounds &sounds);
    void absent(const QString &sid);
    QString url(const QString &sid) const; ///< what RecordingUrl says

signals:
    void completed(const QString &sid);

private:
    struct Entry
    {
        Recording recording;
        WebAddress statusCallback;
        QStringList statusEvents;
        Sounds sounds;
        bool skipsPauses = false;
        QDateTime pausedAt;   ///< null while it runs
        qint64 skipped = 0;   ///< milliseconds that are not in it
        qint64 soundFrom = 0; ///< milliseconds from its beginning, since when it has run
    };

    Entry *find(const QString &sid);
    const Entry *find(const QString &sid) const;
    void pause(Entry &entry, bool skips);
    void resume(Entry &entry);
    void finishNow(Entry &entry);
    qint64 lengthOf(const Entry &entry) const;
    void report(const Entry &entry);

    World &m_world;
    QList<Entry> m_entries; ///< oldest first
};

} // namespace anteroom::simulator
