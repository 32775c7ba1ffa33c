// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/verbs/dial_number.h"

#include "simulator/calls.h"
#include "simulator/notifications.h"
#include "simulator/numbers.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom::simulator {

namespace {
constexpr int invalidCallerId = 13214;
constexpr int mostNumbers = 10;
constexpr auto childCloses = 170ms; ///< after its parent was redirected (facts 9.2)
} // namespace

bool DialNumber::mayShow(const QString &callerId)
{
    const Call &call = leg().call();
    return callerId.isEmpty() || callerId == call.from || callerId == call.to ||
           world().numbers().byNumber(callerId);
}

void DialNumber::start()
{
    if (!mayShow(attribute(u"callerId"))) {
        world().notifications().add(invalidCallerId, u"Dial: Invalid callerId value"_s, leg().sid(),
                                    {run().url()}, true);
        finish(u"failed"_s);
        return;
    }
    m_numbers = verb().children;
    if (m_numbers.isEmpty())
        m_numbers.append({.name = u"Number"_s, .text = text()});
    if (m_numbers.size() > mostNumbers)
        m_numbers.resize(mostNumbers);
    leg().setWhere({.place = u"dial"_s, .name = text()});
    beginRecording(u"ringing"_s);
    if (flag(u"sequential", false)) {
        ring(m_numbers.at(m_next++));
        return;
    }
    m_next = m_numbers.size();
    for (const twiml::Element &each : std::as_const(m_numbers))
        ring(each);
}

void DialNumber::ring(const twiml::Element &number)
{
    const Call &parent = leg().call();
    ChildCall request;
    request.parentSid = parent.sid;
    request.to = number.text.trimmed();
    request.from = attribute(u"callerId", parent.direction == Direction::Inbound ? parent.from : parent.to);
    request.setup.ringSeconds = this->number(u"timeout", 30);
    if (const auto callback = nounAddress(number, u"statusCallback", u"statusCallbackMethod"))
        request.setup.statusCallback = *callback;
    if (const QString events = number.attribute(u"statusCallbackEvent"); !events.isEmpty())
        request.setup.statusEvents = events.split(u' ', Qt::SkipEmptyParts);
    if (const QString mode = number.attribute(u"machineDetection"); !mode.isEmpty()) {
        MachineDetection &detection = request.setup.machineDetection;
        detection.mode = mode;
        detection.async = true;
        detection.timeoutSeconds = std::max(1, number.attribute(u"machineDetectionTimeout", u"30"_s).toInt());
        if (const auto callback = nounAddress(number, u"amdStatusCallback", u"amdStatusCallbackMethod"))
            detection.callback = *callback;
    }
    Leg *child = world().calls().addChild(request);
    m_children.append(child);
    m_lastSid = child->sid();
    QObject::connect(child, &Leg::answered, life(), [this, child, number] { childAnswered(child, number); });
    QObject::connect(child, &Leg::ended, life(), [this, child] { childEnded(child); });
    QObject::connect(child, &Leg::departing, life(), [this, child](Leaving why) {
        if (why == Leaving::Redirected)
            childRedirected(child);
    });
    world().calls().ringChild(*child);
}

void DialNumber::childAnswered(Leg *child, const twiml::Element &number)
{
    if (m_chosen)
        return;
    m_chosen = child;
    m_lastSid = child->sid();
    for (const QPointer<Leg> &each : std::exchange(m_children, {child})) {
        if (each && each != child)
            release(each, CallStatus::Canceled);
    }
    if (!child->setup().machineDetection.mode.isEmpty())
        child->detectMachine({});
    const auto whisper = nounAddress(number, u"url", u"method");
    if (!whisper) {
        bridge();
        return;
    }
    m_whisper =
        std::make_shared<Run>(*child, twiml::Place::NumberWhisper, [this](Run::End end) { whispered(end); });
    child->adopt(m_whisper);
    m_whisper->fetch(*whisper, u"whisper"_s);
}

void DialNumber::whispered(Run::End end)
{
    m_whisper.reset();
    if (end == Run::End::OutOfVerbs) {
        m_chosen->dropRun(Leaving::Program);
        bridge();
        return;
    }
    // Declined (or its document failed): the caller hears of it by the status only.
    const bool declined = end == Run::End::HungUp;
    const QString status = !declined                             ? u"failed"_s
                           : world().guesses().declinedCompleted ? u"completed"_s
                                                                 : u"no-answer"_s;
    release(m_chosen, CallStatus::Completed);
    finish(status);
}

void DialNumber::bridge()
{
    m_bridged = clock().now();
    m_chosen->setWhere({.place = u"dial"_s, .name = m_chosen->call().from, .with = leg().sid()});
    leg().setWhere({.place = u"dial"_s, .name = m_chosen->call().to, .with = m_chosen->sid()});
    leg().answer(); // where answerOnBridge kept it ringing
    limitTime();
    beginRecording(u"answer"_s);
}

/// Lets a child go without hearing of its end any more.
void DialNumber::release(Leg *child, CallStatus status)
{
    if (!child)
        return;
    if (life())
        QObject::disconnect(child, nullptr, life(), nullptr);
    if (child->isLiving())
        child->hangUp(child->call().status == CallStatus::InProgress ? CallStatus::Completed : status,
                      Leaving::Program);
}

void DialNumber::childEnded(Leg *child)
{
    m_lastSid = child->sid();
    m_lastStatus = simulator::text(child->call().status);
    m_children.removeAll(child);
    if (child == m_chosen) {
        const bool bridged = m_bridged.isValid();
        finish(bridged                               ? u"completed"_s
               : world().guesses().declinedCompleted ? u"completed"_s
                                                     : u"no-answer"_s);
        return;
    }
    if (!m_children.isEmpty() || m_chosen)
        return;
    if (m_next < m_numbers.size())
        ring(m_numbers.at(m_next++));
    else
        finish(m_lastStatus);
}

void DialNumber::childRedirected(Leg *child)
{
    if (child != m_chosen)
        return;
    m_children.clear();
    finish(u"completed"_s, false);
}

void DialNumber::key(QChar digit)
{
    if (digit == u'*' && flag(u"hangupOnStar", false) && m_bridged.isValid())
        timeUp();
}

void DialNumber::timeUp()
{
    release(m_chosen, CallStatus::Completed);
    finish(u"answered"_s);
}

http::Form DialNumber::outcome(const QString &status, bool withDuration) const
{
    http::Form form = result(status, m_bridged.isValid());
    if (!m_lastSid.isEmpty())
        form.add("DialCallSid"_ba, m_lastSid.toUtf8());
    if (withDuration && m_bridged.isValid())
        form.add("DialCallDuration"_ba, QByteArray::number((m_bridged.msecsTo(now()) + 999) / 1000));
    return form;
}

void DialNumber::finish(const QString &status, bool withDuration)
{
    if (isOver())
        return;
    endRecording();
    const http::Form form = outcome(status, withDuration);
    over();
    proceed(form);
}

std::optional<Farewell> DialNumber::leave(Leaving why)
{
    if (isOver())
        return std::nullopt;
    endRecording();
    const http::Form form = outcome(m_bridged.isValid() ? u"completed"_s : u"canceled"_s, true);
    over();
    for (const QPointer<Leg> &child : std::exchange(m_children, {})) {
        if (!child)
            continue;
        // A ringing phone stops at once; a bridged leg closes a moment after its parent was taken away.
        const auto delay =
            why == Leaving::Redirected && child->call().status == CallStatus::InProgress ? childCloses : 0ms;
        clock().after(delay, child, [child] {
            if (child->isLiving())
                child->hangUp(child->call().status == CallStatus::InProgress ? CallStatus::Completed
                                                                             : CallStatus::Canceled,
                              Leaving::Program);
        });
    }
    return action(form);
}

} // namespace anteroom::simulator
