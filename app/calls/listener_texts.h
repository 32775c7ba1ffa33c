// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/texting.h"

#include <expected>

namespace anteroom::calls {

/// What listeners write to the line: kept, named where their calls tell the name, marked, and answered. Kept
/// are the newest 2,000 of the last 90 days; what is marked stays longer and goes last. An answer is sent
/// once: where nobody knows whether it went out, the phone company's list is read, and a person decides.
class ListenerTexts : public QObject
{
    Q_OBJECT
public:
    ListenerTexts(DeskCore &core, Texting &texting);

    /// After a restart: what became of answers that were on their way?
    void takeUp();
    /// For the first time.
    void came(const TextRecord &text);
    void read(const QString &sid, bool read);
    void mark(const QString &sid, bool marked);
    /// Beyond what permissions know: whether a text would get there.
    std::expected<void, Refusal> mayAnswer(const AnswerText &command) const;
    void answer(const Seat &seat, const AnswerText &command);

private:
    void noteName(const Call &call);
    QString nameHere(const QString &number) const;
    QCoro::Task<void> findName(QString sid);
    void change(const QString &sid, const std::function<void(ListenerText &)> &how);
    void makeRoom();

    const TextAnswer *find(const QString &sid, const QDateTime &at) const;
    void changeAnswer(const QString &sid, const QDateTime &at, AnswerState state, const QString &why = {});
    QCoro::Task<void> send(QString sid, QDateTime at);
    void checkIn(const QString &sid, const QDateTime &at, std::chrono::milliseconds pause);
    QCoro::Task<void> check(QString sid, QDateTime at);

    DeskCore &m_core;
    Texting &m_texting;
    QSet<QString> m_nameless; ///< numbers whose owners may tell their name by calling
};

} // namespace anteroom::calls
