// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/web/hosted.h"

#include "twiml/document.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

namespace {

using twiml::Document;
using twiml::Element;

bool isAddress(const QString &text)
{
    return text.startsWith("http://"_L1) || text.startsWith("https://"_L1);
}

Element sayOrPlay(const QString &text)
{
    return {.name = isAddress(text) ? u"Play"_s : u"Say"_s, .text = text};
}

Document holdMusic(const http::Form &query)
{
    const QString bucket = query.contains("Bucket") ? query.text("Bucket") : u"com.twilio.music.classical"_s;
    Document document;
    if (query.contains("Message"))
        document.append(sayOrPlay(query.text("Message")));
    for (int track = 1; track <= 4; ++track)
        document.append(
            {.name = u"Play"_s, .text = u"http://%1.s3.amazonaws.com/track%2.mp3"_s.arg(bucket).arg(track)});
    document.append({.name = u"Redirect"_s});
    return document;
}

Document message(const http::Form &query)
{
    Document document;
    for (const auto &[name, value] : query.fields()) {
        if (name.startsWith("Message"))
            document.append(sayOrPlay(QString::fromUtf8(value)));
    }
    return document;
}

Document voicemail(const http::Form &query, const http::Form &parameters, const QString &url)
{
    if (!parameters.value("RecordingUrl").isEmpty())
        return {{.name = u"Say"_s, .text = u"Thanks for your message. Good-bye."_s}, {.name = u"Hangup"_s}};
    const QString greeting = query.text("Message");
    return {sayOrPlay(greeting.isEmpty() ? u"Please leave a message after the beep."_s : greeting),
            {.name = u"Record"_s, .attributes = {{u"action"_s, url}, {u"maxLength"_s, u"120"_s}}},
            {.name = u"Hangup"_s}};
}

Document forward(const http::Form &query)
{
    Element dial{.name = u"Dial"_s, .text = query.text("PhoneNumber")};
    if (query.contains("Timeout"))
        dial.attributes.append({u"timeout"_s, query.text("Timeout")});
    return {dial};
}

WebhookAnswer xml(const QString &url, const QByteArray &body)
{
    return {.status = 200, .contentType = "text/xml"_ba, .body = body, .url = url};
}

} // namespace

std::optional<WebhookAnswer> hostedAnswer(const QString &address, const http::Form &parameters)
{
    const QUrl url = QUrl::fromEncoded(address.toUtf8());
    const QString host = url.host();
    const bool twimlets = host == "twimlets.com"_L1 || host == "www.twimlets.com"_L1;
    const bool sample = host == "demo.twilio.com"_L1;
    if (!twimlets && !sample)
        return std::nullopt;
    const http::Form query = http::Form::decode(url.query(QUrl::FullyEncoded).toUtf8());
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    if (sample)
        return xml(address, twiml::write({{.name = u"Say"_s, .text = u"Thank you for calling."_s}}));
    if (path == "/echo"_L1)
        return xml(address, query.value("Twiml"));
    if (path == "/holdmusic"_L1)
        return xml(address, twiml::write(holdMusic(query)));
    if (path == "/message"_L1)
        return xml(address, twiml::write(message(query)));
    if (path == "/voicemail"_L1)
        return xml(address, twiml::write(voicemail(query, parameters, address)));
    if (path == "/forward"_L1)
        return xml(address, twiml::write(forward(query)));
    return WebhookAnswer{.status = 404,
                         .contentType = "text/html"_ba,
                         .url = address,
                         .errorCode = 11200,
                         .problem = u"Got HTTP 404"_s};
}

} // namespace anteroom::simulator
