// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/missed_calls.h"

namespace anteroom::calls {

/// The words of an apology: {name}, {show} and {minutes} (of waiting, at least one) are filled in. What is
/// not known is called by something that is.
QString apologyFor(const QString &wording, const Call &call, const LineStatus &line);

/// A text to whoever waited long and hung up, or met a full queue: once per number and day, never to a
/// withheld number or a landline, never where texts are off. Decided a little after the end of the call, when
/// news of a message has had time to come. A text can't be read back: what is unclear is not sent again.
class Apologies : public QObject
{
    Q_OBJECT
public:
    Apologies(DeskCore &core, MissedCalls &missed);
    void takeUp(); ///< those whose call ended just before a restart

private:
    void consider(const Call &call);
    void decide(const Call &atItsEnd);
    bool isOwed(const Call &call) const;
    QCoro::Task<void> send(Call call);
    void tell(const Call &call, const CarrierError &error);

    DeskCore &m_core;
    MissedCalls &m_missed;
    QSet<QString> m_waiting; ///< calls that are decided about in a moment
    QString m_lastTrouble;   ///< told once, not for each of a hundred callers
};

} // namespace anteroom::calls
