// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/host_call_backs.h"

#include "calls/host_words.h"

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QString hostAnswerCue = u"host_answer"_s;
constexpr std::chrono::seconds longestPromise = 20s; // the end of the call that asked may go unheard
} // namespace

HostCallBacks::HostCallBacks(DeskCore &core, HostSeats &seats, ConnectionWatch &watch)
    : m_core(core), m_seats(seats), m_watch(watch), m_locks(core)
{
}

bool HostCallBacks::isBeingCalled(const Host &host) const
{
    return std::ranges::any_of(m_core.book.intents(), [&](const Intent &intent) {
        return intent.kind == IntentKind::CallHostBack && intent.phone == host.phone;
    });
}

QString HostCallBacks::plan(const Host &host, const QString &sid)
{
    if (m_core.stopping)
        return tr("The desk is closing. Callers keep waiting. Goodbye.");
    if (const auto locked = m_watch.lockedOut())
        return locked->sentence;
    if (isBeingCalled(host))
        return tr("Your phone is being called already. Goodbye.");
    if (m_seats.isSeated(host))
        return tr("You are on the line already. Hang up there first. Goodbye.");
    if (const QDateTime until = m_locks.ringsLockedUntil(host.phone); until.isValid())
        return ringsLockedWords(m_core.clock.now().secsTo(until));
    m_locks.noteRing(host.phone);
    Intent intent = m_core.openIntent(IntentKind::CallHostBack, {}, {});
    intent.phone = host.phone;
    intent.begun = {}; // the phone is still busy with the call that asks
    m_core.book.put(intent);
    m_core.book.commit();
    m_promised.insert(sid, intent.id);
    m_core.clock.after(longestPromise, this, [this, sid] { callEnded(sid); });
    return tr("You are called back on this phone right away. Press 1 there. Goodbye.");
}

void HostCallBacks::callEnded(const QString &sid)
{
    if (const QString id = m_promised.take(sid); knows(id) && !m_core.stopping)
        ring(id);
}

bool HostCallBacks::knows(const QString &id) const
{
    const Intent *intent = m_core.book.intent(id);
    return intent && intent->kind == IntentKind::CallHostBack;
}

Steps HostCallBacks::question() const
{
    return {
        AskKeys{tr("This is the desk. To run the show from this phone, press 1."), 1, 10, 2, hostAnswerCue},
        HangUp{}};
}

void HostCallBacks::ring(const QString &id)
{
    Intent intent = m_core.book.intents().value(id);
    intent.begun = m_core.clock.now();
    m_core.book.put(intent);
    m_core.book.commit();
    RingPhone request;
    request.intent = id;
    request.phone = intent.phone;
    request.line = m_core.options.host.number;
    request.ringSeconds = m_core.options.manners.ringSeconds;
    request.whenAnswered = question();
    request.whenConfirmed = {Say{hostGoodbye()}, HangUp{}}; // keys reach nobody who cannot be asked
    m_core.tasks.keep(call(request));
}

QCoro::Task<void> HostCallBacks::call(RingPhone request)
{
    const QString id = request.intent;
    co_await m_core.written();
    if (!m_core.book.intent(id) || m_core.stopping)
        co_return;
    const CarrierResult<QString> leg = co_await m_core.carrier.ringPhone(request);
    if (!m_core.book.intent(id))
        co_return; // the leg's own news came first
    if (leg) {
        learnLeg(id, *leg);
        m_core.book.commit();
    } else if (leg.error().trouble == CarrierTrouble::Canceled) {
        co_return; // shutting down; settled at the next start
    } else if (leg.error().trouble != CarrierTrouble::Unclear) {
        end(id);
        Q_EMIT m_core.notice({}, tr("A host who dialled the hosts' number could not be called back. %1")
                                     .arg(leg.error().sentence));
        co_return;
    }
    readSoon(id);
}

void HostCallBacks::learnLeg(const QString &id, const QString &leg)
{
    Intent intent = m_core.book.intents().value(id);
    intent.leg = leg;
    intent.answered = true;
    m_core.book.put(intent);
}

void HostCallBacks::end(const QString &id)
{
    m_reads.remove(id);
    m_core.book.settle(id);
    m_core.book.commit();
}

std::expected<QString, Steps> HostCallBacks::legAsks(const LegAsks &news)
{
    learnLeg(news.intent, news.leg);
    m_core.book.commit();
    const QString phone = m_core.book.intent(news.intent)->phone;
    const Host *host = m_core.options.host.of(phone);
    // Taken off the list while it rang, or a mailbox: the end of the call says the rest.
    if (!host || news.machine || (!news.cue.isEmpty() && news.cue != hostAnswerCue))
        return std::unexpected(Steps{HangUp{}});
    if (news.cue.isEmpty() || news.digits != "1"_L1)
        return std::unexpected(question());
    m_locks.noteAnswered(phone);
    end(news.intent);
    return host->phone;
}

void HostCallBacks::legProgress(const LegProgress &news)
{
    learnLeg(news.intent, news.leg);
    LegStatus leg;
    leg.status = news.status;
    if (leg.isOver())
        return end(news.intent);
    m_core.book.commit();
}

void HostCallBacks::settle(const Intent &intent)
{
    if (intent.begun.isNull())
        return end(intent.id); // nothing rang, and whoever asked has long hung up
    m_core.tasks.keep(read(intent.id));
}

void HostCallBacks::readSoon(const QString &id)
{
    const Intent *intent = m_core.book.intent(id);
    if (!intent || m_core.stopping)
        return;
    const auto pause = m_watch.hearsWebhooks() && !intent->leg.isEmpty() ? 20s : 2s;
    m_core.clock.after(pause, this, [this, id] {
        if (knows(id) && !m_core.stopping)
            m_core.tasks.keep(read(id));
    });
}

LegStatus HostCallBacks::pick(const Intent &intent, const QList<LegStatus> &legs) const
{
    LegStatus oldest;
    for (const LegStatus &leg : legs) { // newest first
        const bool others = std::ranges::any_of(m_core.book.intents(), [&](const Intent &other) {
            return other.id != intent.id && other.leg == leg.sid;
        });
        if (!others && m_core.book.seatOfLeg(leg.sid).isEmpty())
            oldest = leg;
    }
    return oldest;
}

/// Whether it was answered, only the phone company's question says; here is seen that it is over.
QCoro::Task<void> HostCallBacks::read(QString id)
{
    constexpr int enoughReads = 3; // a list may lag behind for a moment
    constexpr qint64 clocksDiffer = -5;
    const Intent intent = m_core.book.intents().value(id);
    LegStatus leg;
    if (intent.leg.isEmpty()) {
        const QDateTime since = intent.begun.addSecs(clocksDiffer);
        const QString line = m_core.options.host.number;
        const CarrierResult<QList<LegStatus>> legs =
            co_await m_core.carrier.legsTo(intent.phone, line, since);
        leg = pick(intent, legs.value_or(QList<LegStatus>()));
        if (legs && leg.sid.isEmpty() && ++m_reads[id] >= enoughReads && knows(id)) {
            end(id);
            co_return;
        }
    } else {
        const CarrierResult<LegStatus> one = co_await m_core.carrier.status(intent.leg);
        if (one)
            leg = *one;
        else if (one.error().trouble == CarrierTrouble::Gone)
            leg.status = u"completed"_s;
    }
    if (!knows(id))
        co_return;
    if (leg.isOver()) {
        end(id);
        co_return;
    }
    if (!leg.sid.isEmpty())
        learnLeg(id, leg.sid);
    m_core.book.commit();
    readSoon(id);
}

} // namespace anteroom::calls
