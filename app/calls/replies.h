// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/asking.h"

namespace anteroom::calls {

/// What the people on the list answer by text, and what they are told. Only they may command, and a text
/// means the call that it answers or nothing at all.
class Replies : public QObject
{
    Q_OBJECT
public:
    Replies(DeskCore &core, People &people, Texting &texting, Asking &asking);

    /// For the first time.
    void hear(const AskPhone &who, const QString &body);
    void noteFoundLate(); ///< by looking, though webhooks should have told of it

private:
    /// Which call a text answers.
    struct Meant
    {
        enum What { ThisCall, GoneCall, Several, Nobody };
        What what = Nobody;
        QString sid = {};
    };

    void carryOut(const AskPhone &who, const QString &sid, AskWish wish);
    Meant meant(const QString &number, int callNumber) const;
    Meant of(const Ask &ask) const;
    bool isThere(const Ask &ask) const;
    QList<Ask> waitingFor(const QString &number) const;
    QString whoWaits(const QString &number) const;
    void help(const AskPhone &who, const QString &why);
    void passOn(const QString &seat, const QString &sentence);

    DeskCore &m_core;
    People &m_people;
    Texting &m_texting;
    Asking &m_asking;
    QHash<QString, QList<QDateTime>> m_helped;
    bool m_saidUntold = false;
};

} // namespace anteroom::calls
