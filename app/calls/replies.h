// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/asking.h"

namespace anteroom::calls {

/// What the people on the list answer by text, and what they are told. Only they may command, each text
/// counts once, and a text means the call that it answers or nothing at all.
class Replies : public QObject
{
    Q_OBJECT
public:
    Replies(DeskCore &core, People &people, Texting &texting, Asking &asking, ConnectionWatch &watch);

    void textCame(const TextCame &news);

private:
    /// Which call a text answers.
    struct Meant
    {
        enum What { ThisCall, GoneCall, Several, Nobody };
        What what = Nobody;
        QString sid = {};
    };

    void hear(const AskPhone &who, const QString &body);
    void carryOut(const AskPhone &who, const QString &sid, AskWish wish);
    Meant meant(const QString &number, int callNumber) const;
    Meant of(const Ask &ask) const;
    bool isThere(const Ask &ask) const;
    QList<Ask> waitingFor(const QString &number) const;
    QString whoWaits(const QString &number) const;
    void help(const AskPhone &who, const QString &why);
    void passOn(const QString &seat, const QString &sentence);
    void pollSoon();
    QCoro::Task<void> poll();

    DeskCore &m_core;
    People &m_people;
    Texting &m_texting;
    Asking &m_asking;
    ConnectionWatch &m_watch;
    QHash<QString, QList<QDateTime>> m_helped;
    bool m_polling = false;
    bool m_textsAreTold = false; ///< by webhook
    bool m_saidUntold = false;
};

} // namespace anteroom::calls
