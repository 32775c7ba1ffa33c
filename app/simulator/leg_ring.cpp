// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/leg.h"
#include "simulator/phones.h"
#include "simulator/recordings.h"
#include "simulator/run.h"
#include "simulator/sids.h"
#include "simulator/verbs/activity.h"
#include "simulator/webhooks.h"
#include "simulator/world.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom::simulator {

namespace {

constexpr auto ringingAfter = 500ms;   ///< from dialling to the first ring
constexpr int ringGraceSeconds = 5;    ///< facts 2.3 and 3.6: time-outs are about that much longer
constexpr int mailboxPatience = 120;   ///< seconds that a mailbox records
constexpr auto humanDetected = 1800ms; ///< time that machine detection takes
constexpr auto machineDetected = 3500ms;
constexpr auto greetingOver = 9000ms;

void addRegion(http::Form &form, const QByteArray &prefix, const Region &region)
{
    if (region == Region())
        return;
    form.add(prefix + "City", region.city.toUtf8());
    form.add(prefix + "State", region.state.toUtf8());
    form.add(prefix + "Zip", region.zip.toUtf8());
    form.add(prefix + "Country", region.country.toUtf8());
}

std::chrono::milliseconds inMilliseconds(double seconds)
{
    return std::chrono::milliseconds{qRound64(seconds * 1000)};
}

} // namespace

http::Form Leg::parameters() const
{
    http::Form form;
    form.add("CallSid"_ba, m_call.sid.toUtf8());
    form.add("AccountSid"_ba, m_world.account().sid.toUtf8());
    form.add("From"_ba, m_call.from.toUtf8());
    form.add("To"_ba, m_call.to.toUtf8());
    form.add("Caller"_ba, m_call.from.toUtf8());
    form.add("Called"_ba, m_call.to.toUtf8());
    form.add("CallStatus"_ba, text(m_call.status).toUtf8());
    form.add("ApiVersion"_ba, "2010-04-01"_ba);
    form.add("Direction"_ba, text(m_call.direction).toUtf8());
    addRegion(form, "From"_ba, m_call.fromRegion);
    addRegion(form, "To"_ba, m_call.toRegion);
    addRegion(form, "Caller"_ba, m_call.fromRegion);
    addRegion(form, "Called"_ba, m_call.toRegion);
    const auto addIfSet = [&form](const QByteArray &name, const QString &value) {
        if (!value.isEmpty())
            form.add(name, value.toUtf8());
    };
    addIfSet("ParentCallSid"_ba, m_call.parentSid);
    addIfSet("ForwardedFrom"_ba, m_call.forwardedFrom);
    addIfSet("CallerName"_ba, m_call.callerName);
    addIfSet("StirVerstat"_ba, m_call.stirVerstat);
    addIfSet("StirPassportToken"_ba, m_call.stirPassport);
    if (m_call.direction == Direction::Inbound)
        addIfSet("CallToken"_ba, m_call.callToken);
    return form;
}

void Leg::report(const QString &event)
{
    if (m_setup.statusCallback.url.isEmpty() || !m_setup.statusEvents.contains(event))
        return;
    http::Form form;
    const http::Form standard = parameters();
    for (const auto &[name, value] : standard.fields()) {
        // At the moment of dialling the call is "initiated", a status that only callbacks know.
        const bool initiated = name == "CallStatus" && event == "initiated"_L1;
        form.add(name, initiated ? "initiated"_ba : value);
    }
    const QDateTime now = m_world.clock().now();
    form.add("Timestamp"_ba, QLocale::c().toString(now, u"ddd, dd MMM yyyy HH:mm:ss '+0000'"_s).toUtf8());
    form.add("CallbackSource"_ba, "call-progress-events"_ba);
    form.add("SequenceNumber"_ba, QByteArray::number(m_sequence++));
    if (const auto seconds = m_call.durationSeconds()) {
        form.add("CallDuration"_ba, QByteArray::number(*seconds));
        form.add("Duration"_ba, QByteArray::number((*seconds + 59) / 60));
        if (const auto recording = m_world.recordings().get(m_recording)) {
            form.add("RecordingUrl"_ba, m_world.recordings().url(m_recording).toUtf8());
            form.add("RecordingSid"_ba, m_recording.toUtf8());
            // Its file is finished at the same moment, perhaps just after us.
            const qint64 length = recording->started.msecsTo(now);
            form.add(
                "RecordingDuration"_ba,
                QByteArray::number(recording->seconds >= 0 ? recording->seconds : (length + 999) / 1000));
        }
    }
    if (!m_call.answeredBy.isEmpty())
        form.add("AnsweredBy"_ba, m_call.answeredBy.toUtf8());
    m_world.webhooks().notify(
        {.kind = u"status"_s, .callSid = sid(), .address = m_setup.statusCallback, .parameters = form});
}

void Leg::ringIn()
{
    m_call.started = m_world.clock().now();
    setStatus(CallStatus::Ringing);
    if (m_person.hangsUpAfter) {
        // Whoever gives up before being answered leaves a call that nobody answered.
        m_patience = m_world.clock().after(std::chrono::seconds{*m_person.hangsUpAfter}, this, [this] {
            hangUp(m_call.answered.isValid() ? CallStatus::Completed : CallStatus::NoAnswer, Leaving::HungUp);
        });
    }
    if (!m_setup.twiml.isEmpty())
        perform(m_setup.twiml);
    else if (m_setup.document.url.isEmpty())
        fail(11100, {});
    else
        run(m_setup.document, u"voice"_s);
}

void Leg::ringOut()
{
    setStatus(CallStatus::Ringing);
    report(u"initiated"_s);
    const PhoneBehaviour behaviour = m_world.phones().of(m_call.to);
    m_world.clock().after(ringingAfter, this, [this, behaviour] {
        if (m_call.status != CallStatus::Ringing)
            return;
        report(u"ringing"_s);
        dialled(behaviour);
    });
}

void Leg::dialled(const PhoneBehaviour &behaviour)
{
    using Kind = PhoneBehaviour::Kind;
    const int limit = m_setup.ringSeconds + ringGraceSeconds;
    const bool tooLate = behaviour.afterSeconds > limit;
    const auto wait =
        inMilliseconds(tooLate || behaviour.kind == Kind::NoAnswer ? limit : behaviour.afterSeconds);
    m_world.clock().after(wait, this, [this, behaviour, tooLate] {
        if (m_call.status != CallStatus::Ringing)
            return;
        if (tooLate || behaviour.kind == Kind::NoAnswer) {
            hangUp(CallStatus::NoAnswer, Leaving::Failed);
        } else if (behaviour.kind == Kind::Busy) {
            hangUp(CallStatus::Busy, Leaving::Failed);
        } else if (behaviour.kind == Kind::Failed) {
            hangUp(CallStatus::Failed, Leaving::Failed);
        } else {
            m_person.mailbox = behaviour.kind == Kind::Voicemail;
            m_person.presses = m_person.mailbox ? QString() : behaviour.press;
            auto stays = behaviour.hangUpAfterSeconds;
            if (m_person.mailbox && !stays)
                stays = mailboxPatience;
            if (stays) {
                m_patience = m_world.clock().after(
                    inMilliseconds(*stays), this, [this] { hangUp(CallStatus::Completed, Leaving::HungUp); });
            }
            answer();
        }
    });
}

void Leg::detectMachine(std::function<void(const QString &answeredBy)> done)
{
    const MachineDetection &how = m_setup.machineDetection;
    const bool toEnd = how.mode == "DetectMessageEnd"_L1;
    std::chrono::milliseconds takes = humanDetected;
    QString result = u"human"_s;
    if (m_person.mailbox) {
        takes = toEnd ? greetingOver : machineDetected;
        result = toEnd ? u"machine_end_beep"_s : u"machine_start"_s;
    }
    const std::chrono::milliseconds limit = std::chrono::seconds{how.timeoutSeconds};
    if (takes > limit) {
        takes = limit;
        result = u"unknown"_s;
    }
    const auto callback = how.async ? how.callback : WebAddress();
    m_world.clock().after(takes, this, [this, result, takes, callback, done = std::move(done)] {
        if (!isLiving())
            return;
        m_call.answeredBy = result;
        if (!callback.url.isEmpty()) {
            http::Form form;
            form.add("CallSid"_ba, sid().toUtf8());
            form.add("AccountSid"_ba, m_world.account().sid.toUtf8());
            form.add("AnsweredBy"_ba, result.toUtf8());
            form.add("MachineDetectionDuration"_ba, QByteArray::number(qint64(takes.count())));
            m_world.webhooks().notify(
                {.kind = u"amd"_s, .callSid = sid(), .address = callback, .parameters = form});
        }
        if (done)
            done(result);
    });
}

void Leg::beginDocument()
{
    const auto begin = [this](const QString &answeredBy) {
        http::Form extra;
        if (!answeredBy.isEmpty())
            extra.add("AnsweredBy"_ba, answeredBy.toUtf8());
        if (!m_setup.document.url.isEmpty()) {
            run(m_setup.document, u"voice"_s, extra);
            return;
        }
        perform(m_setup.twiml);
    };
    if (m_setup.machineDetection.mode.isEmpty()) {
        begin({});
    } else if (m_setup.machineDetection.async) {
        detectMachine({});
        begin({});
    } else {
        detectMachine(begin);
    }
}

} // namespace anteroom::simulator
