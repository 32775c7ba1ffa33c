// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/call_requests.h"

#include "twiml/document.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

namespace {

constexpr int longestTimeout = 600;
constexpr int longestCall = 24 * 3600;

WebAddress address(Parameters &parameters, QByteArrayView urlName, QByteArrayView methodName, int code)
{
    WebAddress result;
    result.url = parameters.url(urlName, code).value_or(QString());
    if (const std::optional<QByteArray> method = parameters.method(methodName))
        result.method = QString::fromLatin1(*method);
    return result;
}

std::optional<QString> inlineTwiml(Parameters &parameters)
{
    const std::optional<QString> twiml = parameters.text("Twiml");
    if (twiml && twiml->size() > twiml::maximumInlineCharacters)
        parameters.refuse({400, 32018, u"Twiml size exceeded maximum allowed value of 4000 characters"_s});
    return twiml;
}

MachineDetection readMachineDetection(Parameters &parameters)
{
    MachineDetection detection;
    const int badParameter = 21234;
    detection.mode = parameters.oneOf("MachineDetection", {u"Enable"_s, u"DetectMessageEnd"_s}, badParameter)
                         .value_or(QString());
    detection.timeoutSeconds =
        parameters.integer("MachineDetectionTimeout", 3, 60, badParameter).value_or(30);
    parameters.integer("MachineDetectionSpeechThreshold", 1000, 6000, badParameter);
    parameters.integer("MachineDetectionSpeechEndThreshold", 500, 5000, badParameter);
    parameters.integer("MachineDetectionSilenceTimeout", 2000, 10000, badParameter);
    return detection;
}

} // namespace

void readLeg(Parameters &parameters, CreateCall &call)
{
    call.to = parameters.text("To").value_or(QString());
    call.from = parameters.text("From").value_or(QString());
    if (call.to.isEmpty())
        parameters.refuse({400, 21201, u"No 'To' number is specified"_s});
    else if (!isEndpoint(call.to) || call.to == call.from)
        parameters.refuse(
            {400, 21211, u"The phone number you are attempting to call, %1, is not valid."_s.arg(call.to)});
    if (call.from.isEmpty())
        parameters.refuse({400, 21213, u"'From' phone number is required"_s});
    else if (!isEndpoint(call.from))
        parameters.refuse(
            {400, 21212, u"The source phone number provided, %1, is not valid."_s.arg(call.from)});

    call.timeoutSeconds = parameters.integer("Timeout", 1, longestTimeout, 21208).value_or(60);
    call.timeLimitSeconds = parameters.integer("TimeLimit", 1, longestCall, 13216).value_or(4 * 3600);
    call.statusCallback = address(parameters, "StatusCallback", "StatusCallbackMethod", 21205);
    call.statusCallbackEvents = parameters.list("StatusCallbackEvent");
    call.callerId = parameters.text("CallerId").value_or(QString());
    call.recordingChannels =
        parameters.oneOf("RecordingChannels", {u"mono"_s, u"dual"_s}).value_or(QString());
    call.recordingStatusCallback =
        address(parameters, "RecordingStatusCallback", "RecordingStatusCallbackMethod", 21205);
    call.recordingStatusCallbackEvents = parameters.list("RecordingStatusCallbackEvent");
    call.machineDetection = readMachineDetection(parameters);
}

Result<CreateCall> readCreateCall(const http::Form &form)
{
    Parameters parameters(form);
    CreateCall call;
    readLeg(parameters, call);
    call.url = address(parameters, "Url", "Method", 21205);
    call.twiml = inlineTwiml(parameters).value_or(QString());
    call.applicationSid = parameters.text("ApplicationSid").value_or(QString());
    call.fallback = address(parameters, "FallbackUrl", "FallbackMethod", 21205);
    call.record = parameters.boolean("Record").value_or(false);
    call.sendDigits = parameters.text("SendDigits").value_or(QString());
    if (call.sendDigits.size() > 32)
        parameters.refuse(invalidParameter(u"SendDigits may hold 32 characters"_s));
    call.machineDetection.async = parameters.text("AsyncAmd") == u"true"_s;
    call.machineDetection.callback =
        address(parameters, "AsyncAmdStatusCallback", "AsyncAmdStatusCallbackMethod", 21205);
    if (call.url.url.isEmpty() && call.twiml.isEmpty() && call.applicationSid.isEmpty())
        parameters.refuse({400, 21205, u"Url parameter is required."_s});
    if (parameters.refusal())
        return std::unexpected(*parameters.refusal());
    return call;
}

Result<UpdateCall> readUpdateCall(const http::Form &form)
{
    Parameters parameters(form);
    UpdateCall update;
    update.twiml = inlineTwiml(parameters);
    // A bare method without its address is passed on: it resets the stored one (facts 3.6).
    const auto given = [&](QByteArrayView urlName, QByteArrayView methodName) -> std::optional<WebAddress> {
        if (!parameters.has(urlName) && !parameters.has(methodName))
            return std::nullopt;
        return address(parameters, urlName, methodName, 21205);
    };
    update.url = given("Url", "Method");
    update.fallback = given("FallbackUrl", "FallbackMethod");
    update.statusCallback = given("StatusCallback", "StatusCallbackMethod");
    update.status = parameters.oneOf("Status", {u"canceled"_s, u"completed"_s});
    update.timeLimitSeconds = parameters.integer("TimeLimit", 1, longestCall, 13216);
    if (update.twiml && parameters.has("Url"))
        parameters.refuse(invalidParameter(u"Url and Twiml exclude each other"_s));
    if (parameters.refusal())
        return std::unexpected(*parameters.refusal());
    return update;
}

} // namespace anteroom::simulator::rest
