// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_core.h"

namespace anteroom::calls {

/// Voicemail, and talks that were recorded: listing them, and fetching their sound.
class Messages : public QObject
{
    Q_OBJECT
public:
    explicit Messages(DeskCore &core);

    /// Over before a word was said: listed, but nobody has to hear it.
    static bool isHangUp(int seconds);

    /// The caller has just recorded this.
    void expect(const Call &call, const QString &recording, int seconds);
    /// A talk with this caller has just ended, and so has its recording.
    void expectTalk(const Call &call, const QString &recording);
    void ready(const RecordingReady &news);
    /// A message of a call that is not in view any more, or never was.
    void found(const Call &call, const RecordingInfo &recording);
    /// Looks for a recording of a call that went through voicemail without our hearing of one.
    void lookFor(const QString &sid);
    void mark(const QString &recording, bool heard);
    void annotate(const QString &recording, const QString &notes);
    /// Fetches what is listed without its sound, after a restart or into another folder.
    void takeUp();

private:
    void list(const Call &call, const RecordingInfo &recording);
    void fetchSoon(const QString &recording, int attempt);
    QCoro::Task<void> fetch(QString recording, int attempt);
    QCoro::Task<void> look(Call call, int attempt);
    void lookAtTalkSoon(const QString &recording, int attempt);
    QCoro::Task<void> lookAtTalk(QString recording, int attempt);
    QString fileOf(const Message &message) const;
    QCoro::Task<void> identify(QString recording);

    DeskCore &m_core;
    QSet<QString> m_fetching;
};

} // namespace anteroom::calls
