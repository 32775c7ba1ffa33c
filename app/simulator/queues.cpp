// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/queues.h"

#include "simulator/calls.h"
#include "simulator/leg.h"
#include "simulator/sids.h"
#include "simulator/verbs/dial_queue.h"
#include "simulator/verbs/enqueue.h"
#include "simulator/world.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom::simulator {

namespace {

constexpr int largestQueue = 5000;
constexpr int longestName = 64;
constexpr auto lag = 1000ms; ///< how long somebody who left may still be listed

std::expected<void, ApiError> checkName(const QString &name)
{
    if (name.isEmpty() || name.size() > longestName)
        return std::unexpected(ApiError{400, 20002, u"FriendlyName must be between 1 and 64 characters"_s});
    return {};
}

std::expected<void, ApiError> checkSize(int size)
{
    if (size < 1 || size > largestQueue)
        return std::unexpected(ApiError{400, 20001, u"MaxSize must be between 1 and 5000"_s});
    return {};
}

} // namespace

Queues::Queues(World &world) : m_world(world)
{
}
Queues::~Queues() = default;

Queues::Line *Queues::lineOf(const QString &sid) const
{
    for (const auto &each : m_lines) {
        if (each->queue.sid == sid)
            return each.get();
    }
    return nullptr;
}

Queues::Line *Queues::lineNamed(const QString &name) const
{
    for (const auto &each : m_lines) {
        if (each->queue.friendlyName == name)
            return each.get();
    }
    return nullptr;
}

QList<QueueMember> Queues::listed(const Line &line) const
{
    const QDateTime now = m_world.clock().now();
    QList<QueueMember> result;
    result.reserve(line.waiting.size() + line.gone.size());
    for (const QList<Waiting> *group : {&line.gone, &line.waiting}) {
        for (const Waiting &each : *group)
            result.append({each.callSid, line.queue.sid, each.enqueued, int(result.size()) + 1,
                           int(each.enqueued.secsTo(now))});
    }
    return result;
}

Queue Queues::current(const Line &line) const
{
    Queue queue = line.queue;
    queue.currentSize = int(line.waiting.size());
    if (!line.waiting.isEmpty()) {
        const qint64 now = m_world.clock().now().toMSecsSinceEpoch();
        queue.averageWaitTime = int((now - line.enqueuedSum / line.waiting.size()) / 1000);
    }
    return queue;
}

Result<Queue> Queues::create(const QString &friendlyName, int maxSize)
{
    if (auto ok = checkName(friendlyName); !ok)
        return std::unexpected(ok.error());
    if (auto ok = checkSize(maxSize); !ok)
        return std::unexpected(ok.error());
    if (lineNamed(friendlyName))
        return std::unexpected(
            ApiError{409, 20409, u"A queue named \"%1\" already exists"_s.arg(friendlyName)});
    auto line = std::make_shared<Line>();
    line->queue = {.sid = m_world.sids().make(u"QU"), .friendlyName = friendlyName, .maxSize = maxSize};
    line->queue.created = line->queue.updated = m_world.clock().now();
    m_lines.append(line);
    return current(*line);
}

Result<Queue> Queues::get(const QString &sid) const
{
    const Line *line = lineOf(sid);
    if (!line)
        return std::unexpected(notFound(u"Queues/"_s + sid));
    return current(*line);
}

Result<Queue> Queues::update(const QString &sid, const std::optional<QString> &friendlyName,
                             const std::optional<int> &maxSize)
{
    Line *line = lineOf(sid);
    if (!line)
        return std::unexpected(notFound(u"Queues/"_s + sid));
    if (friendlyName) {
        if (auto ok = checkName(*friendlyName); !ok)
            return std::unexpected(ok.error());
        const Line *other = lineNamed(*friendlyName);
        if (other && other != line)
            return std::unexpected(
                ApiError{409, 20409, u"A queue named \"%1\" already exists"_s.arg(*friendlyName)});
    }
    if (maxSize) {
        if (auto ok = checkSize(*maxSize); !ok)
            return std::unexpected(ok.error());
        line->queue.maxSize = *maxSize;
    }
    if (friendlyName)
        line->queue.friendlyName = *friendlyName;
    line->queue.updated = m_world.clock().now();
    return current(*line);
}

Result<void> Queues::remove(const QString &sid)
{
    const auto found =
        std::ranges::find_if(m_lines, [&](const auto &line) { return line->queue.sid == sid; });
    if (found == m_lines.end())
        return std::unexpected(notFound(u"Queues/"_s + sid));
    if (!(*found)->waiting.isEmpty()) {
        const bool as400 = m_world.guesses().deleteNonEmpty400;
        return std::unexpected(ApiError{as400 ? 400 : 409, as400 ? 20001 : 20409, u"Queue is not empty"_s});
    }
    for (DialQueue *dialler : std::exchange((*found)->diallers, {}))
        dialler->queueGone();
    m_lines.erase(found);
    return {};
}

QList<Queue> Queues::list() const
{
    QList<Queue> result;
    for (auto each = m_lines.crbegin(); each != m_lines.crend(); ++each)
        result.append(current(**each));
    return result;
}

Result<QList<QueueMember>> Queues::members(const QString &queueSid) const
{
    const Line *line = lineOf(queueSid);
    if (!line)
        return std::unexpected(notFound(u"Queues/%1/Members"_s.arg(queueSid)));
    return listed(*line);
}

Result<QueueMember> Queues::member(const QString &queueSid, const QString &member) const
{
    const Line *line = lineOf(queueSid);
    const ApiError gone = notFound(u"Queues/%1/Members/%2"_s.arg(queueSid, member));
    if (!line)
        return std::unexpected(gone);
    const QList<QueueMember> members = listed(*line);
    if (member == "Front"_L1) {
        if (!members.isEmpty())
            return members.constFirst();
        if (m_world.guesses().frontEmpty400)
            return std::unexpected(ApiError{400, 20001, u"Queue is empty"_s});
        return std::unexpected(gone);
    }
    const auto found = std::ranges::find(members, member, &QueueMember::callSid);
    if (found == members.end())
        return std::unexpected(gone);
    return *found;
}

Result<QueueMember> Queues::dequeue(const QString &queueSid, const QString &member, const WebAddress &target)
{
    Line *line = lineOf(queueSid);
    if (!line)
        return std::unexpected(notFound(u"Queues/%1/Members/%2"_s.arg(queueSid, member)));
    if (auto ok = Calls::checkUrl(target.url); !ok)
        return std::unexpected(ok.error());
    const auto found = member == "Front"_L1 ? line->waiting.begin()
                                            : std::ranges::find(line->waiting, member, &Waiting::callSid);
    if (found == line->waiting.end()) {
        if (m_world.guesses().dequeueGone400)
            return std::unexpected(ApiError{400, 21220, u"Call is not in the queue. Cannot dequeue."_s});
        return std::unexpected(notFound(u"Queues/%1/Members/%2"_s.arg(queueSid, member)));
    }
    QueueMember result{found->callSid, queueSid, found->enqueued, m_world.guesses().dequeuedPosition0 ? 0 : 1,
                       int(found->enqueued.secsTo(m_world.clock().now()))};
    if (Leg *leg = m_world.calls().leg(found->callSid))
        leg->redirect(target);
    return result;
}

Queues::Entrance Queues::enter(const QString &name, Enqueue &caller, const QString &callSid)
{
    Line *line = lineNamed(name);
    if (!line) {
        if (const auto created = create(name))
            line = lineOf(created->sid);
        else
            return {.full = true};
    }
    if (line->waiting.size() >= line->queue.maxSize)
        return {.queueSid = line->queue.sid, .full = true};
    Waiting entry{&caller, callSid, m_world.clock().now()};
    const QDateTime before = m_firstTime.value(line->queue.sid + callSid);
    auto place = line->waiting.end();
    QDateTime since = m_earlier.take(callSid);
    if (m_world.guesses().putBackKeepsPlace && before.isValid())
        since = before;
    if (since.isValid()) {
        entry.enqueued = since;
        place =
            std::ranges::find_if(line->waiting, [&](const Waiting &each) { return each.enqueued > since; });
    }
    if (!before.isValid())
        m_firstTime.insert(line->queue.sid + callSid, entry.enqueued);
    line->waiting.insert(place, entry);
    line->enqueuedSum += entry.enqueued.toMSecsSinceEpoch();
    const QString sid = line->queue.sid;
    if (!line->diallers.isEmpty())
        m_world.clock().after(0ms, &m_life, [this, sid] { match(sid); });
    return {.queueSid = sid, .enqueued = entry.enqueued};
}

void Queues::leave(const QString &queueSid, const Enqueue &caller)
{
    Line *line = lineOf(queueSid);
    if (!line)
        return;
    const auto found = std::ranges::find(line->waiting, &caller, &Waiting::caller);
    if (found == line->waiting.end())
        return;
    if (m_world.guesses().memberLags) {
        const QString callSid = found->callSid;
        line->gone.append({nullptr, callSid, found->enqueued});
        m_world.clock().after(lag, &m_life, [this, queueSid, callSid] {
            if (Line *later = lineOf(queueSid))
                later->gone.removeIf([&](const Waiting &each) { return each.callSid == callSid; });
        });
    }
    line->enqueuedSum -= found->enqueued.toMSecsSinceEpoch();
    line->waiting.erase(found);
}

int Queues::position(const QString &queueSid, const Enqueue &caller) const
{
    const Line *line = lineOf(queueSid);
    if (!line)
        return 0;
    const auto found = std::ranges::find(line->waiting, &caller, &Waiting::caller);
    return found == line->waiting.end() ? 0 : int(found - line->waiting.begin()) + 1;
}

bool Queues::await(const QString &name, DialQueue &dialler)
{
    Line *line = lineNamed(name);
    if (!line)
        return false;
    line->diallers.append(&dialler);
    const QString sid = line->queue.sid;
    m_world.clock().after(0ms, &m_life, [this, sid] { match(sid); });
    return true;
}

void Queues::stopAwaiting(DialQueue &dialler)
{
    for (const auto &each : m_lines)
        each->diallers.removeAll(&dialler);
}

void Queues::match(const QString &queueSid)
{
    Line *line = lineOf(queueSid);
    while (line && !line->diallers.isEmpty() && !line->waiting.isEmpty()) {
        DialQueue *dialler = line->diallers.takeFirst();
        const Waiting front = line->waiting.constFirst();
        leave(queueSid, *front.caller);
        dialler->take(*front.caller, queueSid);
    }
}

} // namespace anteroom::simulator
