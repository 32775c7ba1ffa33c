// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/desk_book.h"

#include <QUuid>

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QStringList asList(const std::set<QString> &names)
{
    return QStringList(names.begin(), names.end());
}

} // namespace

DeskBook::DeskBook(Journal &journal, QObject *parent) : QObject(parent), m_journal(journal)
{
    m_listPause.setSingleShot(true);
    connect(&m_listPause, &QTimer::timeout, this, &DeskBook::tellLists);
}

void DeskBook::takeUp(const SavedDesk &saved, const LineStatus &line)
{
    // Seats may have been told of more than had reached the disk when the program was killed.
    constexpr quint64 toldButNotSaved = 1'000'000;
    m_revision = saved.revision + toldButNotSaved;
    m_line = line;
    if (saved.line && saved.line->number == line.number) {
        m_line.open = saved.line->open;
        m_line.deskLeft = saved.line->deskLeft;
    }
    for (const Call &call : saved.calls) {
        m_calls.put(call);
        index(call);
        m_untold.calls.insert(call.sid);
        if (call.hasEnded())
            noteOver(call.sid);
    }
    for (const Intent &intent : saved.intents) {
        m_intents.insert(intent.id, intent);
        if (!intent.sid.isEmpty())
            m_intentBySid.insert(intent.sid, intent.id);
    }
    for (const SeatPhone &phone : saved.phones) {
        m_phones.insert(phone.seat, phone);
        m_untold.phones.insert(phone.seat);
    }
    for (const Message &message : saved.messages) {
        m_messages.insert(message.recording, message);
        if (!message.talk)
            ++m_messagesBySid[message.sid];
    }
    for (const Ask &ask : saved.asks)
        m_asks.insert(ask.sid, ask);
    for (const HeardText &text : saved.heardTexts)
        m_heardTexts.insert(text.sid, text.at);
    for (const TextRefusal &refusal : saved.textRefusals)
        m_textRefusals.insert(refusal.number, refusal.since);
    for (const ListenerText &text : saved.listenerTexts) {
        m_listenerTexts.insert(text.sid, text);
        m_untold.texts.insert(text.sid);
    }
    m_messagesSought = saved.messagesSought;
    for (const MissedCall &missed : saved.missedCalls)
        m_missedCalls.insert(missed.sid, missed);
    for (const Apology &apology : saved.apologies)
        m_apologies.insert({apology.number, apology.day});
    for (const PinErrors &errors : saved.pinErrors)
        m_pinErrors.insert(errors.who, errors);
    m_closeOut = saved.closeOut.value_or(CloseOutStatus());
    m_untold.line = m_untold.closeOut = true;
    m_untoldLists = {.messages = true, .missed = true};
    tellSoon();
}

const Call *DeskBook::find(const QString &sid) const
{
    return m_calls.find(sid);
}

void DeskBook::index(const Call &call)
{
    if (call.standsInLine()) {
        m_queue.emplace(call.order, call.sid);
        m_standing[queueOf(call, m_line)].add(call);
    }
    if (!call.seat.isEmpty())
        m_bySeat[call.seat].insert(call.sid);
}

void DeskBook::unindex(const Call &call)
{
    if (call.standsInLine()) {
        m_queue.erase({call.order, call.sid});
        m_standing[queueOf(call, m_line)].remove(call);
    }
    if (!call.seat.isEmpty())
        m_bySeat[call.seat].remove(call.sid);
}

void DeskBook::put(Call call)
{
    const Call *known = find(call.sid);
    if (known && *known == call)
        return;
    if (call.standsInLine() && !(known && known->standsInLine() && known->order == call.order))
        call.order = freeOrder(call);
    if (known)
        unindex(*known);
    m_calls.put(call);
    index(call);
    if (call.hasEnded())
        noteOver(call.sid);
    m_unwritten.calls.insert(call.sid);
    m_untold.calls.insert(call.sid);
    tellSoon();
    Q_EMIT callChanged(call);
}

double DeskBook::freeOrder(const Call &call) const
{
    // Two who join in the same millisecond must stand in one order for everybody who looks.
    constexpr double step = 0.001;
    double order = call.order;
    while (true) {
        const auto same = m_queue.lower_bound({order, QString()});
        if (same == m_queue.end() || same->first != order || same->second == call.sid)
            return order;
        order = std::prev(m_queue.lower_bound({order + 1, QString()}))->first + step;
    }
}

void DeskBook::forget(const QString &sid)
{
    const Call *call = find(sid);
    if (!call)
        return;
    unindex(*call);
    m_calls.remove(sid);
    m_unwritten.calls.erase(sid);
    m_unwritten.forgotten.insert(sid);
    m_untold.calls.erase(sid);
    m_untold.removed.insert(sid);
    tellSoon();
}

QStringList DeskBook::callsOf(const QString &seat) const
{
    const QSet<QString> sids = m_bySeat.value(seat);
    return {sids.cbegin(), sids.cend()};
}

int DeskBook::standingIn(const QString &queue) const
{
    const auto standing = m_standing.constFind(queue);
    return standing == m_standing.cend() ? 0 : standing->count();
}

PlaceInLine DeskBook::placeOf(const Call &call, const QDateTime &now) const
{
    const auto standing = m_standing.constFind(queueOf(call, m_line));
    if (standing == m_standing.cend())
        return {};
    return {1 + standing->countBefore(call), standing->averageSeconds(now)};
}

double DeskBook::orderBefore(const QString &sid, double atEnd)
{
    if (m_queue.empty())
        return atEnd;
    const Call *next = find(sid);
    if (!next || !next->standsInLine())
        return std::max(atEnd, m_queue.rbegin()->first + 1);
    auto place = m_queue.find({next->order, next->sid});
    if (place == m_queue.begin())
        return next->order - 1000;
    const double above = std::prev(place)->first;
    const double middle = above + (next->order - above) / 2;
    if (middle > above && middle < next->order)
        return middle;
    // Too many halvings between these two: spread everybody out again, not later than the last one, so that
    // whoever arrives next still stands behind.
    const auto queue = m_queue;
    const double last = queue.rbegin()->first;
    double rank = last - 1000.0 * double(queue.size() - 1);
    for (const auto &entry : queue) {
        Call moved = m_calls.value(entry.second);
        moved.order = rank;
        rank += 1000;
        put(moved);
    }
    return m_calls.value(sid).order - 500;
}

void DeskBook::noteOver(const QString &sid)
{
    constexpr qsizetype enough = 4000;
    if (m_over.contains(sid))
        return;
    m_over.insert(sid);
    m_overInOrder.append(sid);
    while (m_overInOrder.size() > enough)
        m_over.remove(m_overInOrder.takeFirst());
}

const Intent *DeskBook::intent(const QString &id) const
{
    const auto intent = m_intents.constFind(id);
    return intent == m_intents.cend() ? nullptr : &*intent;
}

const Intent *DeskBook::intentOf(const QString &sid) const
{
    return sid.isEmpty() ? nullptr : intent(m_intentBySid.value(sid));
}

void DeskBook::put(const Intent &given)
{
    if (const Intent *known = intent(given.id)) {
        if (*known == given)
            return;
        if (known->sid != given.sid)
            m_intentBySid.remove(known->sid);
    }
    m_intents.insert(given.id, given);
    if (!given.sid.isEmpty())
        m_intentBySid.insert(given.sid, given.id);
    m_unwritten.intents.insert(given.id);
    tellSoon();
}

void DeskBook::settle(const QString &id)
{
    const auto settled = m_intents.constFind(id);
    if (settled == m_intents.cend())
        return;
    if (m_intentBySid.value(settled->sid) == id)
        m_intentBySid.remove(settled->sid);
    m_intents.erase(settled);
    m_unwritten.intents.erase(id);
    m_unwritten.settled.insert(id);
    tellSoon();
}

SeatPhone DeskBook::phone(const QString &seat) const
{
    SeatPhone &phone = m_phones[seat];
    if (phone.room.isEmpty()) {
        phone.seat = seat;
        phone.room = u"studio-"_s + QUuid::createUuid().toString(QUuid::Id128);
    }
    return phone;
}

QString DeskBook::seatOfLeg(const QString &leg) const
{
    for (const SeatPhone &phone : std::as_const(m_phones))
        if (!leg.isEmpty() && phone.leg == leg)
            return phone.seat;
    return {};
}

QString DeskBook::seatOfRoom(const QString &room) const
{
    for (const SeatPhone &phone : std::as_const(m_phones))
        if (!room.isEmpty() && phone.room == room)
            return phone.seat;
    return {};
}

void DeskBook::put(const SeatPhone &phone)
{
    if (m_phones.value(phone.seat) == phone)
        return;
    m_phones.insert(phone.seat, phone);
    m_unwritten.phones.insert(phone.seat);
    m_untold.phones.insert(phone.seat);
    tellSoon();
}

void DeskBook::put(const LineStatus &line)
{
    if (m_line == line)
        return;
    const bool renamed = m_line.queue != line.queue;
    m_line = line;
    if (renamed) {
        m_standing.clear();
        for (const auto &[order, sid] : m_queue) {
            const Call &call = *m_calls.find(sid);
            m_standing[queueOf(call, m_line)].add(call);
        }
    }
    m_unwritten.line = m_untold.line = true;
    tellSoon();
}

void DeskBook::put(const CloseOutStatus &status)
{
    m_closeOut = status;
    m_unwritten.closeOut = m_untold.closeOut = true;
    tellSoon();
}

const Message *DeskBook::message(const QString &recording) const
{
    const auto message = m_messages.constFind(recording);
    return message == m_messages.cend() ? nullptr : &*message;
}

bool DeskBook::hasMessageOf(const QString &sid) const
{
    return m_messagesBySid.value(sid) > 0;
}

bool DeskBook::hasLeftMessage(const QString &sid) const
{
    return hasMessageOf(sid) && std::ranges::any_of(m_messages, [&](const Message &message) {
               return message.sid == sid && !message.hangUp && !message.talk;
           });
}

void DeskBook::putMessagesSought(const QDateTime &until)
{
    if (m_messagesSought == until)
        return;
    m_messagesSought = until;
    m_unwritten.messagesSought = true;
    tellSoon();
}

void DeskBook::put(const Message &given)
{
    if (const Message *known = message(given.recording)) {
        if (*known == given)
            return;
    } else if (!given.talk) {
        ++m_messagesBySid[given.sid];
    }
    m_messages.insert(given.recording, given);
    m_unwritten.messages.insert(given.recording);
    m_untoldLists.messages = true;
    tellSoon();
}

void DeskBook::removeMessage(const QString &recording)
{
    const auto removed = m_messages.constFind(recording);
    if (removed == m_messages.cend())
        return;
    if (!removed->talk)
        --m_messagesBySid[removed->sid];
    m_messages.erase(removed);
    m_unwritten.messages.erase(recording);
    m_unwritten.deleted.insert(recording);
    m_untoldLists.messages = true;
    tellSoon();
}

const Ask *DeskBook::ask(const QString &sid) const
{
    const auto ask = m_asks.constFind(sid);
    return ask == m_asks.cend() ? nullptr : &*ask;
}

void DeskBook::put(const Ask &given)
{
    if (const Ask *known = ask(given.sid); known && *known == given)
        return;
    m_asks.insert(given.sid, given);
    m_unwritten.asks.insert(given.sid);
    m_unwritten.forgottenAsks.erase(given.sid);
    tellSoon();
}

void DeskBook::forgetAsk(const QString &sid)
{
    if (m_asks.remove(sid) == 0)
        return;
    m_unwritten.asks.erase(sid);
    m_unwritten.forgottenAsks.insert(sid);
    tellSoon();
}

bool DeskBook::noteHeard(const HeardText &text)
{
    constexpr qint64 longEnough =
        3; // days: no delivery is repeated that late, and no reading looks back so far
    if (text.sid.isEmpty() || m_heardTexts.contains(text.sid))
        return false;
    for (auto old = m_heardTexts.begin(); old != m_heardTexts.end();) {
        if (old->daysTo(text.at) < longEnough) {
            ++old;
            continue;
        }
        m_unwritten.heardTexts.erase(old.key());
        m_unwritten.forgottenTexts.insert(old.key());
        old = m_heardTexts.erase(old);
    }
    m_heardTexts.insert(text.sid, text.at);
    m_unwritten.heardTexts.insert(text.sid);
    tellSoon();
    return true;
}

void DeskBook::put(const TextRefusal &refusal)
{
    if (m_textRefusals.value(refusal.number) == refusal.since)
        return;
    if (refusal.since.isValid())
        m_textRefusals.insert(refusal.number, refusal.since);
    else
        m_textRefusals.remove(refusal.number);
    m_unwritten.textRefusals.insert(refusal.number);
    tellSoon();
}

const MissedCall *DeskBook::missedCall(const QString &sid) const
{
    const auto call = m_missedCalls.constFind(sid);
    return call == m_missedCalls.cend() ? nullptr : &*call;
}

void DeskBook::put(const MissedCall &call)
{
    if (const MissedCall *known = missedCall(call.sid); known && *known == call)
        return;
    m_missedCalls.insert(call.sid, call);
    m_unwritten.seenTo.erase(call.sid);
    m_unwritten.missed.insert(call.sid);
    m_untoldLists.missed = true;
    tellSoon();
}

void DeskBook::removeMissedCall(const QString &sid)
{
    if (m_missedCalls.remove(sid) == 0)
        return;
    m_unwritten.missed.erase(sid);
    m_unwritten.seenTo.insert(sid);
    m_untoldLists.missed = true;
    tellSoon();
}

const ListenerText *DeskBook::listenerText(const QString &sid) const
{
    const auto text = m_listenerTexts.constFind(sid);
    return text == m_listenerTexts.cend() ? nullptr : &*text;
}

void DeskBook::put(const ListenerText &text)
{
    if (const ListenerText *known = listenerText(text.sid); known && *known == text)
        return;
    m_listenerTexts.insert(text.sid, text);
    m_unwritten.removedTexts.erase(text.sid);
    m_unwritten.listenerTexts.insert(text.sid);
    m_untold.removedTexts.erase(text.sid);
    m_untold.texts.insert(text.sid);
    tellSoon();
}

void DeskBook::removeListenerText(const QString &sid)
{
    if (m_listenerTexts.remove(sid) == 0)
        return;
    m_unwritten.listenerTexts.erase(sid);
    m_unwritten.removedTexts.insert(sid);
    m_untold.texts.erase(sid);
    m_untold.removedTexts.insert(sid);
    tellSoon();
}

bool DeskBook::hasApology(const QString &number, const QDate &day) const
{
    return m_apologies.contains({number, day});
}

void DeskBook::put(const Apology &apology)
{
    m_apologies.insert({apology.number, apology.day});
    m_unwritten.apologies.append(apology);
    tellSoon();
}

void DeskBook::put(const PinErrors &errors)
{
    if (m_pinErrors.value(errors.who) == errors || (errors.at.isNull() && !m_pinErrors.contains(errors.who)))
        return;
    if (errors.at.isValid())
        m_pinErrors.insert(errors.who, errors);
    else
        m_pinErrors.remove(errors.who);
    m_unwritten.pinErrors.insert(errors.who);
    tellSoon();
}

bool DeskBook::Unwritten::isEmpty() const
{
    return asks.empty() && forgottenAsks.empty() && heardTexts.empty() && forgottenTexts.empty() &&
           textRefusals.empty() && pinErrors.empty() && listenerTexts.empty() && removedTexts.empty() &&
           calls.empty() && forgotten.empty() && intents.empty() && settled.empty() && phones.empty() &&
           messages.empty() && deleted.empty() && missed.empty() && seenTo.empty() && apologies.isEmpty() &&
           !line && !closeOut && !messagesSought;
}

quint64 DeskBook::commit()
{
    if (m_unwritten.isEmpty())
        return m_mark;
    const Unwritten changed = std::exchange(m_unwritten, {});
    JournalEntry entry;
    entry.revision = ++m_revision;
    for (const QString &sid : changed.calls)
        entry.calls.append(*m_calls.find(sid));
    entry.forgottenCalls = asList(changed.forgotten);
    for (const QString &id : changed.intents)
        entry.intents.append(m_intents.value(id));
    entry.settledIntents = asList(changed.settled);
    for (const QString &seat : changed.phones)
        entry.phones.append(m_phones.value(seat));
    if (changed.line)
        entry.line = m_line;
    if (changed.closeOut)
        entry.closeOut = m_closeOut;
    for (const QString &recording : changed.messages)
        entry.messages.append(m_messages.value(recording));
    entry.deletedMessages = asList(changed.deleted);
    for (const QString &sid : changed.asks)
        entry.asks.append(m_asks.value(sid));
    entry.forgottenAsks = asList(changed.forgottenAsks);
    for (const QString &sid : changed.heardTexts)
        entry.heardTexts.append({sid, m_heardTexts.value(sid)});
    entry.forgottenTexts = asList(changed.forgottenTexts);
    for (const QString &number : changed.textRefusals)
        entry.textRefusals.append({number, m_textRefusals.value(number)});
    for (const QString &sid : changed.listenerTexts)
        entry.listenerTexts.append(m_listenerTexts.value(sid));
    entry.removedListenerTexts = asList(changed.removedTexts);
    if (changed.messagesSought)
        entry.messagesSought = m_messagesSought;
    for (const QString &sid : changed.missed)
        entry.missedCalls.append(m_missedCalls.value(sid));
    entry.removedMissedCalls = asList(changed.seenTo);
    entry.apologies = changed.apologies;
    for (const QString &who : changed.pinErrors) {
        PinErrors errors = m_pinErrors.value(who);
        errors.who = who;
        entry.pinErrors.append(errors);
    }
    m_mark = m_journal.save(std::move(entry));
    return m_mark;
}

void DeskBook::tellSoon()
{
    if (std::exchange(m_tellPending, true))
        return;
    QMetaObject::invokeMethod(this, &DeskBook::tell, Qt::QueuedConnection);
}

void DeskBook::tellNow()
{
    if (m_tellPending)
        tell();
}

void DeskBook::tell()
{
    m_tellPending = false;
    commit(); // nothing stays unwritten for longer than a turn of the event loop
    const Untold news = std::exchange(m_untold, {});
    if (!news.calls.empty() || !news.removed.empty()) {
        QueueChange change;
        change.revision = m_revision;
        for (const QString &sid : news.calls)
            change.calls.append(*m_calls.find(sid));
        change.removed = asList(news.removed);
        Q_EMIT queueChanged(change);
    }
    for (const QString &seat : news.phones)
        Q_EMIT phoneChanged(m_phones.value(seat));
    if (news.line)
        Q_EMIT lineChanged(m_line);
    if (news.closeOut)
        Q_EMIT closeOutChanged(m_closeOut);
    if (!news.texts.empty() || !news.removedTexts.empty()) {
        TextsChange change;
        for (const QString &sid : news.texts)
            change.texts.append(*m_listenerTexts.constFind(sid));
        change.removed = asList(news.removedTexts);
        Q_EMIT textsChanged(change);
    }
    tellLists();
}

/// These are told whole: to copy a long one for each of a busy moment's callers would be most of the work.
void DeskBook::tellLists()
{
    constexpr qsizetype longList = 50;
    constexpr auto betweenLongLists = 50ms;
    if (m_listPause.isActive())
        return;
    const UntoldLists news = std::exchange(m_untoldLists, {});
    if (news.messages)
        Q_EMIT messagesChanged(messages());
    if (news.missed)
        Q_EMIT missedCallsChanged(m_missedCalls.values());
    if ((news.messages && m_messages.size() > longList) || (news.missed && m_missedCalls.size() > longList))
        m_listPause.start(betweenLongLists);
}

} // namespace anteroom::calls
