// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calls.h"
#include "simulator/notifications.h"
#include "simulator/numbers.h"
#include "simulator/recordings.h"
#include "simulator/sids.h"
#include "simulator/world.h"
#include "twiml/document.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom::simulator {

namespace {

bool isCallable(const QString &address)
{
    static const QRegularExpression e164(u"^\\+[1-9][0-9]{6,14}$"_s);
    return e164.match(address).hasMatch() || address.startsWith("client:"_L1) ||
           address.startsWith("sip:"_L1);
}

std::unexpected<ApiError> refuse(int code, const QString &message)
{
    return std::unexpected(ApiError{400, code, message});
}

bool areEvents(const QStringList &events)
{
    static const QStringList known{u"initiated"_s, u"ringing"_s, u"answered"_s, u"completed"_s};
    for (const QString &each : events) {
        if (!known.contains(each))
            return false;
    }
    return true;
}

} // namespace

Result<void> Calls::check(const CreateCall &request) const
{
    if (request.to.isEmpty())
        return refuse(21201, u"No 'To' number is specified"_s);
    if (request.from.isEmpty())
        return refuse(21213, u"'From' phone number is required"_s);
    if (!isCallable(request.to) || request.to == request.from)
        return refuse(21211,
                      u"The phone number you are attempting to call, %1, is not valid."_s.arg(request.to));
    if (!isCallable(request.from))
        return refuse(21212, u"The source phone number provided, %1, is not valid."_s.arg(request.from));
    const auto own = m_world.numbers().byNumber(request.from);
    if (!own || !own->voice)
        return refuse(21210,
                      u"The source phone number provided, %1, is not yet verified for your account."_s.arg(
                          request.from));
    if (m_world.account().refusesAsTrial(request.to))
        return refuse(21219, u"The number %1 is unverified. Trial accounts may only make calls to verified "
                             "numbers."_s.arg(request.to));
    if (request.timeoutSeconds < 1 || request.timeoutSeconds > 600)
        return refuse(21208, u"Timeout must be between 1 and 600"_s);
    if (request.timeLimitSeconds < 1 || request.timeLimitSeconds > 86'400)
        return refuse(13216, u"Invalid timeLimit value"_s);
    const MachineDetection &detection = request.machineDetection;
    const bool knownMode =
        detection.mode.isEmpty() || detection.mode == "Enable"_L1 || detection.mode == "DetectMessageEnd"_L1;
    if (!knownMode || detection.timeoutSeconds < 3 || detection.timeoutSeconds > 60)
        return refuse(21234, u"Invalid machine detection parameters"_s);
    for (const WebAddress *each : {&request.statusCallback, &request.fallback, &detection.callback}) {
        if (!each->url.isEmpty()) {
            if (auto ok = checkUrl(each->url); !ok)
                return ok;
        }
    }
    return {};
}

Result<Call> Calls::create(const CreateCall &request)
{
    if (auto ok = check(request); !ok)
        return std::unexpected(ok.error());
    CreateCall call = request;
    if (!request.url.url.isEmpty()) {
        if (auto ok = checkUrl(request.url.url); !ok)
            return std::unexpected(ok.error());
        call.twiml.clear();
    } else if (!request.twiml.isEmpty()) {
        if (request.twiml.size() > twiml::maximumInlineCharacters)
            return refuse(32018, u"Twiml is longer than 4000 characters"_s);
    } else if (!request.applicationSid.isEmpty()) {
        const auto application = m_world.numbers().application(request.applicationSid);
        if (!application)
            return refuse(21218, u"Invalid ApplicationSid: %1"_s.arg(request.applicationSid));
        call.url = application->voiceUrl;
        call.fallback = application->voiceFallback;
        call.statusCallback = application->statusCallback;
    } else {
        return refuse(21205, u"Url, Twiml or ApplicationSid is required"_s);
    }
    const auto leg = createLeg(call, [](Leg &answered) { answered.beginDocument(); });
    if (!leg)
        return std::unexpected(leg.error());
    return (*leg)->call();
}

Result<Leg *> Calls::createLeg(const CreateCall &request, const std::function<void(Leg &)> &whenAnswered)
{
    if (auto ok = check(request); !ok)
        return std::unexpected(ok.error());
    if (isFull())
        return refuse(10004, u"Call concurrency limit exceeded"_s);
    Call call;
    call.from = request.callerId.isEmpty() ? request.from : request.callerId;
    call.to = request.to;
    call.fromRegion = Numbers::regionOf(request.from);
    call.toRegion = Numbers::regionOf(request.to);
    call.direction = Direction::OutboundApi;
    if (const auto number = m_world.numbers().byNumber(request.from))
        call.phoneNumberSid = number->sid;
    LegSetup setup;
    setup.document = request.url;
    setup.twiml = request.twiml;
    setup.fallback = request.fallback;
    setup.statusCallback = request.statusCallback;
    if (!request.statusCallbackEvents.isEmpty())
        setup.statusEvents = request.statusCallbackEvents;
    setup.ringSeconds = request.timeoutSeconds;
    setup.timeLimitSeconds = request.timeLimitSeconds;
    if (request.sendDigits.isEmpty())
        setup.machineDetection = request.machineDetection; // keys to send switch it off
    const bool eventsUsable = areEvents(setup.statusEvents);
    if (!eventsUsable)
        setup.statusCallback = {};

    Leg &leg = add(std::move(call), std::move(setup), {});
    if (!eventsUsable)
        m_world.notifications().add(21626, u"Invalid StatusCallbackEvent: no callbacks will be sent"_s,
                                    leg.sid(), {}, true);
    connect(&leg, &Leg::answered, this, [this, &leg, request, whenAnswered] {
        if (request.record) {
            RecordingRequest recording;
            recording.callSid = leg.sid();
            recording.source = u"OutboundAPI"_s;
            recording.channels = request.recordingChannels == "dual"_L1 ? 2 : 1;
            recording.statusCallback = request.recordingStatusCallback;
            if (!request.recordingStatusCallbackEvents.isEmpty())
                recording.statusEvents = request.recordingStatusCallbackEvents;
            leg.setRecording(m_world.recordings().beginUntilEnd(leg, recording));
        }
        whenAnswered(leg);
    });
    queueForSlot(leg);
    return &leg;
}

void Calls::queueForSlot(Leg &leg)
{
    const QDateTime now = m_world.clock().now();
    const QDateTime slot = m_nextSlot.isValid() && m_nextSlot > now ? m_nextSlot : now;
    const double rate = std::max(0.01, m_world.account().callsPerSecond);
    m_nextSlot = slot.addMSecs(qint64(1000. / rate));
    const auto wait = std::chrono::milliseconds{now.msecsTo(slot)};
    leg.setQueueTime(int(wait.count()));
    m_world.clock().after(wait, &leg, [&leg] {
        if (leg.call().status == CallStatus::Queued)
            leg.ringOut();
    });
}

} // namespace anteroom::simulator
