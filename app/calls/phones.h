// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_core.h"

namespace anteroom::calls {

/// Why a phone that rang, or was to ring, has not been put through.
enum class RingEnd : std::uint8_t {
    NotPressed, ///< answered, but without the key
    Declined,
    Mailbox,
    Busy,
    NoAnswer,
    NotReached,
    Canceled,
    NeverRang, ///< the request did not reach the phone company
    Refused    ///< by the phone company, with a sentence
};

/// The seats' phones: ringing one, learning what its owner decides, and letting it go. A leg that nobody
/// wants any more is hung up until the phone company confirms it; a lost answer is settled by looking for the
/// leg, never by ringing again.
class Phones : public QObject
{
    Q_OBJECT
public:
    explicit Phones(DeskCore &core);

    /// Rings the seat's phone, for a caller or (without one) to keep it on. The phone must be down; while the
    /// leg before is still being hung up it would be busy, and is rung as soon as that is over.
    void ring(const Seat &seat, const QString &sid);
    /// Nobody wants this ringing any more; the caller, if any, is free at once.
    void cancel(const Intent &intent, const QString &remark);
    /// Hangs up a phone that is in its studio.
    void release(const QString &seat, const QString &remark = {});
    /// Finds out what became of an open intent, after a restart.
    void settle(const Intent &intent);
    /// Reads where a phone is, for want of news.
    QCoro::Task<void> check(QString seat);

    Steps legAsks(const LegAsks &news);
    void legProgress(const LegProgress &news);
    /// The seat's leg has left its studio, or ended.
    void legGone(const QString &seat);

Q_SIGNALS:
    /// The owner has pressed the key: the phone is in its studio, the intent still open.
    void confirmed(const anteroom::calls::Intent &intent);
    /// No answer, busy, declined, a mailbox, or never rung; the phone is down, the intent still open.
    void gaveUp(const anteroom::calls::Intent &intent, const QString &remark, anteroom::calls::RingEnd why);
    /// The phone has left the studio; it is down now.
    void left(const anteroom::calls::SeatPhone &before);

private:
    QCoro::Task<void> call(RingPhone request);
    QCoro::Task<void> read(QString id);
    QCoro::Task<void> hangUp(QString id);
    void called(const QString &id, const CarrierResult<QString> &leg);
    void readSoon(const QString &id);
    void concludeRing(const Intent &intent, const LegStatus &leg, bool inStudio);
    void learnLeg(const QString &id, const QString &leg);
    void confirm(const Intent &intent);
    void giveUp(const Intent &intent, RingEnd why, const QString &refusal = {});
    void legOver(const Intent &intent, const QString &status);
    void settleCancel(const QString &id);
    /// A leg of this seat is still being hung up.
    bool isBeingReleased(const QString &seat) const;
    void ringWhoWaits(const QString &seat);
    LegStatus pick(const Intent &intent, const QList<LegStatus> &legs) const;
    AskKeys questionFor(const QString &sid) const;
    static QString toOwner(RingEnd why);
    QString asItConcerns(const Intent &intent, const QString &remark) const;
    bool isYes(const QString &digits) const;
    Steps studioSteps(const SeatPhone &phone) const;

    DeskCore &m_core;
    QHash<QString, int> m_reads;
    QHash<QString, int> m_hangUps;
    QSet<QString> m_over;                ///< legs that are done with: no new ringing is taken for one of them
    QHash<QString, RingPhone> m_waiting; ///< by intent: rung as soon as the leg before is gone
};

} // namespace anteroom::calls
