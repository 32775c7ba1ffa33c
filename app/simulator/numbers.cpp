// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/numbers.h"

#include "simulator/places.h"
#include "simulator/sids.h"
#include "simulator/world.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

Numbers::Numbers(World &world) : m_world(world)
{
    const QDateTime now = world.clock().now();
    Application app;
    app.sid = world.sids().make(u"AP");
    app.friendlyName = u"Front office"_s;
    app.created = now;
    m_applications.append(app);

    const auto add = [&](const QString &number, const QString &name, bool sms, const QString &owner) {
        PhoneNumber entry;
        entry.sid = world.sids().make(u"PN");
        entry.number = number;
        entry.friendlyName = name;
        entry.region = regionOfNumber(number);
        entry.sms = sms;
        entry.mms = sms;
        entry.voiceApplicationSid = owner;
        entry.created = entry.updated = now;
        m_numbers.append(entry);
    };
    add(u"+14155550100"_s, u"(415) 555-0100"_s, true, {});
    add(u"+12125550110"_s, u"(212) 555-0110"_s, false, {});
    add(u"+13125550120"_s, u"(312) 555-0120"_s, true, app.sid);
    // As a desk wants it. The others are as the real ones are sold: without, no caller has a name.
    m_numbers.first().callerIdLookup = true;
}

Result<PhoneNumber> Numbers::get(const QString &sid) const
{
    for (const PhoneNumber &each : m_numbers) {
        if (each.sid == sid)
            return each;
    }
    return std::unexpected(notFound(sid));
}

Result<Application> Numbers::application(const QString &sid) const
{
    for (const Application &each : m_applications) {
        if (each.sid == sid)
            return each;
    }
    return std::unexpected(notFound(sid));
}

std::optional<PhoneNumber> Numbers::byNumber(const QString &e164) const
{
    for (const PhoneNumber &each : m_numbers) {
        if (each.number == e164)
            return each;
    }
    return std::nullopt;
}

namespace {

bool isWebUrl(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    return url.isEmpty() || (parsed.isValid() && !parsed.host().isEmpty() &&
                             (parsed.scheme() == "http"_L1 || parsed.scheme() == "https"_L1));
}

void take(QString &field, const std::optional<QString> &value)
{
    if (value)
        field = *value;
}

} // namespace

Result<PhoneNumber> Numbers::update(const QString &sid, const UpdateNumber &update)
{
    const auto found = std::ranges::find(m_numbers, sid, &PhoneNumber::sid);
    if (found == m_numbers.end())
        return std::unexpected(notFound(sid));
    struct UrlField
    {
        const std::optional<QString> &value;
        const char *name;
    };
    const UrlField urls[] = {{update.voiceUrl, "VoiceUrl"},
                             {update.voiceFallbackUrl, "VoiceFallbackUrl"},
                             {update.statusCallback, "StatusCallback"},
                             {update.smsUrl, "SmsUrl"},
                             {update.smsFallbackUrl, "SmsFallbackUrl"}};
    for (const UrlField &each : urls) {
        if (each.value && !isWebUrl(*each.value))
            return std::unexpected(ApiError{
                400, 21502, u"%1 is not valid: %2"_s.arg(QLatin1StringView(each.name), *each.value)});
    }
    for (const auto *method : {&update.voiceMethod, &update.voiceFallbackMethod, &update.statusCallbackMethod,
                               &update.smsMethod, &update.smsFallbackMethod}) {
        if (*method && **method != "GET"_L1 && **method != "POST"_L1)
            return std::unexpected(ApiError{400, 21403, u"Invalid HTTP method: %1"_s.arg(**method)});
    }
    for (const auto *owner : {&update.voiceApplicationSid, &update.smsApplicationSid}) {
        if (*owner && !(*owner)->isEmpty() && !application(**owner))
            return std::unexpected(ApiError{400, 21218, u"Invalid ApplicationSid: %1"_s.arg(**owner)});
    }

    take(found->friendlyName, update.friendlyName);
    take(found->voiceUrl.url, update.voiceUrl);
    take(found->voiceUrl.method, update.voiceMethod);
    take(found->voiceFallback.url, update.voiceFallbackUrl);
    take(found->voiceFallback.method, update.voiceFallbackMethod);
    take(found->statusCallback.url, update.statusCallback);
    take(found->statusCallback.method, update.statusCallbackMethod);
    take(found->voiceApplicationSid, update.voiceApplicationSid);
    take(found->trunkSid, update.trunkSid);
    take(found->smsUrl.url, update.smsUrl);
    take(found->smsUrl.method, update.smsMethod);
    take(found->smsFallback.url, update.smsFallbackUrl);
    take(found->smsFallback.method, update.smsFallbackMethod);
    take(found->smsApplicationSid, update.smsApplicationSid);
    if (update.callerIdLookup)
        found->callerIdLookup = *update.callerIdLookup;
    found->updated = m_world.clock().now();
    return *found;
}

Numbers::Voice Numbers::voiceOf(const PhoneNumber &number) const
{
    if (!number.trunkSid.isEmpty())
        return {}; // the trunk takes the call; no document is asked for
    if (!number.voiceApplicationSid.isEmpty()) {
        if (const auto app = application(number.voiceApplicationSid))
            return {app->voiceUrl, app->voiceFallback, app->statusCallback};
    }
    return {number.voiceUrl, number.voiceFallback, number.statusCallback};
}

Numbers::Voice Numbers::messagingOf(const PhoneNumber &number) const
{
    if (!number.smsApplicationSid.isEmpty()) {
        if (const auto app = application(number.smsApplicationSid))
            return {app->smsUrl, app->smsFallback, {}};
    }
    return {number.smsUrl, number.smsFallback, {}};
}

Region Numbers::regionOf(const QString &number)
{
    return regionOfNumber(number);
}

} // namespace anteroom::simulator
