// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/connection_watch.h"
#include "calls/people.h"

namespace anteroom::calls {

/// Asking by telephone: the phone rings, the question is spoken, a key answers it: 1 takes the call with the
/// phone that is on the line already, 2 sends the caller to voicemail, 3 thanks them; hanging up means later.
/// A mailbox cannot press a key. Meanwhile the caller is nobody's, and others may take them.
class ShortCalls : public QObject
{
    Q_OBJECT
public:
    ShortCalls(DeskCore &core, People &people, Phones &phones, ConnectionWatch &watch);

    /// Opens the intent; nothing rings before ring(), so that who is asked can be noted with it.
    Intent prepare(const AskPhone &who);
    void ring(const QString &id);
    /// The caller has gone or been taken: those who are still being asked are let go.
    void cancelFor(const Ask &ask);
    /// Finds out what became of an open intent, after a restart.
    void settle(const Intent &intent);

    Steps legAsks(const LegAsks &news);
    void legProgress(const LegProgress &news);

Q_SIGNALS:
    void answered(const QString &sid, const QString &number, anteroom::calls::AskedState state);

private:
    struct Question
    {
        QString sid;
        QString number;
    };

    Question questionOf(const QString &id) const;
    Steps question(const QString &sid) const;
    Steps pressed(const Intent &intent, const QString &key);
    QCoro::Task<void> call(RingPhone request);
    QCoro::Task<void> read(QString id);
    void readSoon(const QString &id);
    void learnLeg(const QString &id, const QString &leg);
    void end(const QString &id, AskedState state);
    void letGo(const Intent &intent);
    void foundInStudio(const Intent &intent);
    bool isFree(const LegStatus &leg, const Intent &intent) const;

    DeskCore &m_core;
    People &m_people;
    Phones &m_phones;
    ConnectionWatch &m_watch;
    QSet<QString> m_calling; ///< asked of the phone company, not answered yet
    QHash<QString, int> m_reads;
};

} // namespace anteroom::calls
