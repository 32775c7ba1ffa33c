// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/web/answer_document.h"

using namespace Qt::StringLiterals;

namespace anteroom::simulator {

std::expected<twiml::Document, twiml::ReadError> documentOf(const WebhookAnswer &answer, twiml::Place place)
{
    const QByteArray type = answer.contentType.split(';').constFirst().trimmed().toLower();
    if (type == "text/xml" || type == "application/xml" || type == "text/html")
        return twiml::read(answer.body);
    if (type == "text/plain") {
        if (auto document = twiml::read(answer.body))
            return document;
        const auto verb = place == twiml::Place::Messaging ? u"Message"_s : u"Say"_s;
        return twiml::Document{{.name = verb, .text = QString::fromUtf8(answer.body)}};
    }
    if (type.startsWith("audio/") && place != twiml::Place::Messaging)
        return twiml::Document{{.name = u"Play"_s, .text = answer.url}};
    return std::unexpected(twiml::ReadError{
        12300, u"Invalid Content-Type: \"%1\""_s.arg(QString::fromUtf8(answer.contentType))});
}

} // namespace anteroom::simulator
