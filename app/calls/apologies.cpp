// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/apologies.h"

#include <algorithm>
#include <array>

namespace anteroom::calls {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestApology = 1600; // the phone company takes no more

/// How somebody outside names themselves, as one short line.
QString asOneLine(QString text)
{
    constexpr qsizetype longest = 60;
    text.removeIf([](QChar c) { return !c.isPrint() && !c.isSpace() && !c.isSurrogate(); });
    return text.simplified().left(longest);
}

qint64 waitedFor(const Call &call)
{
    return call.arrival.isValid() ? std::max<qint64>(0, call.arrival.secsTo(call.stateSince)) : 0;
}

} // namespace

QString apologyFor(const QString &wording, const Call &call, const LineStatus &line)
{
    const QString name = asOneLine(call.caller.name);
    const QString show = asOneLine(line.showName);
    const std::array<std::pair<QLatin1StringView, QString>, 3> known{
        {{"{name}"_L1, name.isEmpty() ? call.caller.number : name},
         {"{show}"_L1, show.isEmpty() ? line.number : show},
         {"{minutes}"_L1, QString::number(std::max<qint64>(1, (waitedFor(call) + 30) / 60))}}};
    // One pass, so that a caller named {show} stays what they are called.
    QString text;
    qsizetype place = 0;
    while (place < wording.size()) {
        const auto rest = QStringView(wording).sliced(place);
        const auto found =
            std::ranges::find_if(known, [&](const auto &each) { return rest.startsWith(each.first); });
        if (found == known.end()) {
            text += wording.at(place++);
            continue;
        }
        text += found->second;
        place += found->first.size();
    }
    return text.left(longestApology);
}

Apologies::Apologies(DeskCore &core, MissedCalls &missed) : m_core(core), m_missed(missed)
{
    connect(&core.book, &DeskBook::callChanged, this, &Apologies::consider);
}

void Apologies::takeUp()
{
    for (const Call &call : m_core.book.calls().values())
        consider(call);
}

bool Apologies::isOwed(const Call &call) const
{
    const LineManners &manners = m_core.options.manners;
    if (!manners.apologise || !manners.textsOn || manners.apology.trimmed().isEmpty() || call.isWithheld())
        return false;
    const bool metFullQueue = std::ranges::any_of(call.queueResults, &isQueueFull);
    if (call.outcome == Outcome::QueueFull || (call.outcome == Outcome::Voicemail && metFullQueue))
        return true;
    return call.outcome == Outcome::Abandoned && waitedFor(call) > manners.apologyAfterSeconds;
}

void Apologies::consider(const Call &call)
{
    if (!call.hasEnded() || m_waiting.contains(call.sid) || m_core.stopping || !isOwed(call))
        return;
    m_waiting.insert(call.sid);
    m_core.clock.after(m_core.options.beforeApologies, this, [this, call] { decide(call); });
}

void Apologies::decide(const Call &atItsEnd)
{
    m_waiting.remove(atItsEnd.sid);
    const Call *known = m_core.book.find(atItsEnd.sid);
    const Call call = known ? *known : atItsEnd;
    const QDateTime now = m_core.clock.now();
    const QDate today = now.toLocalTime().date();
    if (m_core.stopping || !isOwed(call) || m_core.book.hasApology(call.caller.number, today))
        return;
    m_core.book.put(Apology{call.caller.number, today, now, call.sid});
    m_core.book.commit();
    m_core.tasks.keep(send(call));
}

QCoro::Task<void> Apologies::send(Call call)
{
    const CarrierResult<LineKind> kind = co_await m_core.carrier.kindOf(call.caller.number);
    if (m_core.stopping || (kind && *kind == LineKind::Landline))
        co_return;
    const QString words = apologyFor(m_core.options.manners.apology, call, m_core.book.line());
    const Intent intent = m_core.openIntent(IntentKind::SendText, {}, {});
    co_await m_core.written();
    if (m_core.stopping)
        co_return; // settled at the next start, as not to be repeated
    const CarrierResult<void> sent = co_await m_core.carrier.sendText(call.caller.number, call.line, words);
    m_core.book.settle(intent.id);
    if (sent) {
        m_lastTrouble.clear();
        m_missed.noteApology(call.sid);
    } else if (sent.error().trouble != CarrierTrouble::Canceled) {
        tell(call, sent.error());
    }
    m_core.book.commit();
}

void Apologies::tell(const Call &call, const CarrierError &error)
{
    if (std::exchange(m_lastTrouble, error.sentence) == error.sentence)
        return;
    const QString name = DeskCore::nameOf(call);
    if (error.trouble == CarrierTrouble::Unclear)
        Q_EMIT m_core.notice(
            {}, tr("Whether the apology to %1 went out is not known; it is not sent twice.").arg(name));
    else
        Q_EMIT m_core.notice({}, tr("The apology to %1 could not be sent, and is not tried again today. %2")
                                     .arg(name, error.sentence));
}

} // namespace anteroom::calls
