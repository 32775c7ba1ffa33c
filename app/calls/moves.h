// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_core.h"

namespace anteroom::calls {

/// How a move of a caller ended.
enum class MoveEnd : std::uint8_t { Done, CallerGone, Failed };

/// Takes one living caller from where they are to somewhere else, by SID: into a studio, back to hold, to
/// voicemail, to a goodbye. The intent is written down first; a lost answer is settled by reading, and
/// nothing is asked a second time before the reading says that the first time had no effect.
class Moves : public QObject
{
    Q_OBJECT
public:
    explicit Moves(DeskCore &core);

    enum class Words : std::uint8_t { Usual, None };
    /// The call must have no open intent. `text` is spoken instead of the line's own words; nothing is said
    /// to who is put back although nobody at the desk wanted it.
    void begin(IntentKind kind, const QString &sid, const QString &seat, const QString &text = {},
               Words words = Words::Usual);
    /// Finds out what became of an open intent, after a restart.
    void settle(const Intent &intent);
    /// What the caller is about to experience, for a cue that is asked in the middle of a move.
    Steps stepsOf(const Intent &intent) const;
    /// News says that the move has taken place, before the phone company has answered.
    void confirm(const Intent &intent);
    /// News says that the caller has hung up in the middle of it.
    void callerGone(const Intent &intent, const QString &status);

Q_SIGNALS:
    void ended(const anteroom::calls::Intent &intent, anteroom::calls::MoveEnd end,
               const anteroom::calls::CarrierError &error);

private:
    struct Reading
    {
        int reads = 0;
        int requests = 1;
    };
    enum class Verdict : std::uint8_t { Acted, NotActed, NotClear };

    QCoro::Task<void> ask(QString id);
    QCoro::Task<void> read(QString id);
    void readSoon(const QString &id);
    void concluded(const QString &id, const CarrierResult<void> &result);
    void judge(const Intent &intent, bool inQueue, bool inStudio);
    void again(const Intent &intent);
    void fail(const Intent &intent, const CarrierError &error);
    void renewed(const Intent &intent, const CarrierResult<void> &result);
    Verdict verdictOf(const Intent &intent, bool inQueue, bool inStudio) const;
    static Doing doingOf(IntentKind kind);

    DeskCore &m_core;
    QHash<QString, QString> m_texts;
    QSet<QString> m_silent;
    QHash<QString, Reading> m_readings;
    QHash<QString, QString>
        m_renewals; ///< of calls whose wait is being renewed; what is wanted next is asked after it
    QHash<QString, QString> m_next;
};

} // namespace anteroom::calls
