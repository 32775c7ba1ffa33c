// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/callback_urls.h"

#include "http/form.h"

namespace anteroom::twilio {

namespace {

constexpr auto folder = "/twilio/";

QByteArray field(const char *name, const QString &value)
{
    return QByteArray(name) + '=' + http::percentEncode(value.toUtf8());
}

} // namespace

QByteArrayView pathOf(Route route)
{
    switch (route) {
    case Route::Voice:
        return "/twilio/voice";
    case Route::Call:
        return "/twilio/call";
    case Route::CallStatus:
        return "/twilio/call-status";
    case Route::Leg:
        return "/twilio/leg";
    case Route::LegStatus:
        return "/twilio/leg-status";
    case Route::Recording:
        return "/twilio/recording";
    case Route::Studio:
        return "/twilio/studio";
    case Route::Text:
        return "/twilio/text";
    }
    return {};
}

CallbackUrls::CallbackUrls(const QUrl &publicUrl)
    : m_base(publicUrl.toEncoded(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment))
{
    while (m_base.endsWith('/')) // a bare host keeps its slash
        m_base.chop(1);
}

QString CallbackUrls::url(Route route, const QByteArray &query) const
{
    return QString::fromUtf8(m_base + pathOf(route).toByteArray() +
                             (query.isEmpty() ? QByteArray() : '?' + query));
}

QString CallbackUrls::call(const QString &cue, const QString &intent) const
{
    return url(Route::Call,
               field("cue", cue) + (intent.isEmpty() ? QByteArray() : '&' + field("intent", intent)));
}

QString CallbackUrls::leg(const QString &intent, const QString &cue) const
{
    return url(Route::Leg,
               field("intent", intent) + (cue.isEmpty() ? QByteArray() : '&' + field("cue", cue)));
}

QString CallbackUrls::legStatus(const QString &intent) const
{
    return url(Route::LegStatus, field("intent", intent));
}

QString CallbackUrls::talk(const QString &callSid) const
{
    return url(Route::Recording, field("talk", callSid));
}

QString CallbackUrls::studio(const QString &room) const
{
    return url(Route::Studio, field("room", room));
}

QString CallbackUrls::music(const QByteArray &path) const
{
    return canBeAsked() && !path.isEmpty() ? QString::fromUtf8(m_base + path) : QString();
}

bool CallbackUrls::isOurs(const QString &address) const
{
    return canBeAsked() && address.toUtf8().startsWith(m_base + folder);
}

} // namespace anteroom::twilio
