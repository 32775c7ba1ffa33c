// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_core.h"

namespace anteroom::calls {

/// Voicemail: listing what callers have left, fetching its sound, deleting it.
class Messages : public QObject
{
    Q_OBJECT
public:
    explicit Messages(DeskCore &core);

    /// The caller has just recorded this.
    void expect(const Call &call, const QString &recording, int seconds);
    void ready(const RecordingReady &news);
    /// Looks for a recording of a call that went through voicemail without our hearing of one.
    void lookFor(const QString &sid);
    void mark(const QString &recording, bool heard);
    void remove(const QString &seat, const QString &recording);
    /// Fetches what is listed without its sound, after a restart.
    void takeUp();

private:
    void list(const QString &sid, const QString &recording, int seconds);
    void fetchSoon(const QString &recording, int attempt);
    QCoro::Task<void> fetch(QString recording, int attempt);
    QCoro::Task<void> look(QString sid, int attempt);
    QCoro::Task<void> erase(QString seat, QString recording);

    DeskCore &m_core;
    QSet<QString> m_fetching;
};

} // namespace anteroom::calls
