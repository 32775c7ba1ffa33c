// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/verbs/dial.h"

#include "simulator/recordings.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

namespace {
constexpr int longestDial = 14400;
}

void Dial::limitTime()
{
    const auto limit = std::chrono::seconds{number(u"timeLimit", longestDial)};
    clock().after(limit, life(), [this] { timeUp(); });
}

void Dial::beginRecording(const QString &when)
{
    const QString mode = attribute(u"record", u"do-not-record"_s);
    const bool wanted = mode == "true"_L1 ? when == "answer"_L1 : mode.startsWith("record-from-"_L1 + when);
    if (!wanted || !m_recording.isEmpty())
        return;
    RecordingRequest request;
    request.callSid = leg().sid();
    request.source = u"DialVerb"_s;
    request.channels = mode.endsWith("-dual"_L1) ? 2 : 1;
    if (const auto callback = address(u"recordingStatusCallback", u"recordingStatusCallbackMethod"))
        request.statusCallback = *callback;
    if (const QString events = attribute(u"recordingStatusCallbackEvent"); !events.isEmpty())
        request.statusEvents = events.split(u' ', Qt::SkipEmptyParts);
    m_recording = world().recordings().begin(request);
    m_recordingBegan = clock().now();
}

void Dial::endRecording()
{
    if (m_recording.isEmpty() || !m_recordingUrl.isEmpty())
        return;
    const qint64 length = m_recordingBegan.msecsTo(clock().now());
    world().recordings().finish(m_recording, int((length + 999) / 1000), {{0, length}});
    m_recordingUrl = world().recordings().url(m_recording);
}

http::Form Dial::result(const QString &status, bool bridged) const
{
    http::Form form;
    form.add("DialCallStatus"_ba, status.toUtf8());
    form.add("DialBridged"_ba, bridged ? "true"_ba : "false"_ba);
    if (!m_recordingUrl.isEmpty())
        form.add("RecordingUrl"_ba, m_recordingUrl.toUtf8());
    return form;
}

std::optional<WebAddress> Dial::nounAddress(const twiml::Element &noun, QStringView name, QStringView method)
{
    if (!noun.hasAttribute(name))
        return std::nullopt;
    const QString reference = noun.attribute(name).trimmed();
    return WebAddress{reference.isEmpty() ? QString() : run().absolute(reference),
                      noun.attribute(method, u"POST"_s)};
}

} // namespace anteroom::simulator
