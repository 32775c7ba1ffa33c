// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/verbs/dial_queue.h"

#include "simulator/queues.h"
#include "simulator/verbs/enqueue.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

void DialQueue::start()
{
    const QString name = noun().text.trimmed();
    leg().setWhere({.place = u"dial"_s, .name = name});
    if (!world().queues().await(name, *this)) {
        finish(u"failed"_s);
        return;
    }
    clock().after(std::chrono::seconds{number(u"timeout", 30)}, life(), [this] {
        if (!m_caller)
            finish(u"no-answer"_s);
    });
}

void DialQueue::take(Enqueue &caller, const QString &queueSid)
{
    m_caller = &caller;
    m_callerSid = caller.caller().sid();
    m_queueSid = queueSid;
    caller.takenBy(*this, nounAddress(noun(), u"url", u"method"));
    m_queueTime = caller.secondsWaited();
}

void DialQueue::connected()
{
    m_bridged = clock().now();
    leg().setWhere(
        {.place = u"dial"_s, .sid = m_queueSid, .name = noun().text.trimmed(), .with = m_callerSid});
    leg().answer();
    limitTime();
    beginRecording(u"answer"_s);
}

void DialQueue::key(QChar digit)
{
    if (digit == u'*' && flag(u"hangupOnStar", false) && m_bridged.isValid())
        timeUp();
}

void DialQueue::timeUp()
{
    if (Enqueue *caller = std::exchange(m_caller, nullptr))
        caller->bridgeOver();
    finish(u"answered"_s);
}

void DialQueue::callerLeft()
{
    m_caller = nullptr;
    finish(u"completed"_s);
}

void DialQueue::queueGone()
{
    finish(u"failed"_s);
}

http::Form DialQueue::outcome(const QString &status) const
{
    http::Form form = result(status, m_bridged.isValid());
    if (!m_callerSid.isEmpty()) {
        form.add("DialCallSid"_ba, m_callerSid.toUtf8());
        form.add("DequeuedCallSid"_ba, m_callerSid.toUtf8());
        form.add("DequeuedCallQueueTime"_ba, QByteArray::number(m_queueTime));
        form.add("DequeueResult"_ba, m_bridged.isValid() ? "bridged"_ba : "hangup"_ba);
        form.add("QueueSid"_ba, m_queueSid.toUtf8());
    }
    return form;
}

void DialQueue::finish(const QString &status)
{
    if (isOver())
        return;
    world().queues().stopAwaiting(*this);
    endRecording();
    http::Form form = outcome(status);
    if (m_bridged.isValid()) {
        const auto seconds = QByteArray::number(m_bridged.secsTo(clock().now()));
        form.add("DialCallDuration"_ba, seconds);
        form.add("DequeuedCallDuration"_ba, seconds);
    }
    over();
    proceed(form);
}

std::optional<Farewell> DialQueue::leave(Leaving)
{
    if (isOver())
        return std::nullopt;
    world().queues().stopAwaiting(*this);
    if (Enqueue *caller = std::exchange(m_caller, nullptr))
        caller->bridgeOver();
    endRecording();
    http::Form form = outcome(m_bridged.isValid() ? u"completed"_s : u"canceled"_s);
    if (m_bridged.isValid())
        form.add("DialCallDuration"_ba, QByteArray::number(m_bridged.secsTo(clock().now())));
    over();
    return action(form);
}

} // namespace anteroom::simulator
