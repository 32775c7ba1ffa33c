// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/hosted_documents.h"

#include "http/form.h"

#include <QCoreApplication>

#include <algorithm>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;
using twiml::Document;
using twiml::Element;

namespace {

constexpr auto echo = "http://twimlets.com/echo?Twiml="_L1;
constexpr auto studioMusic = "http://twimlets.com/holdmusic?Bucket=com.twilio.music.soft-rock"_L1;
constexpr auto waitMusic = "http://com.twilio.music.classical.s3.amazonaws.com/BusyStrings.mp3"_L1;
// No piece of the phone company's own music is longer; counting each as five minutes keeps a pass within its
// bound.
constexpr int longestPieceMinutes = 5;
constexpr int hostedSilenceSeconds = 10;

Element hangup()
{
    return {.name = u"Hangup"_s};
}

} // namespace

QString hostedAt(const Document &document)
{
    return echo + QString::fromLatin1(http::percentEncode(twiml::write(document)));
}

bool isHosted(const QString &address)
{
    return address.startsWith(echo);
}

QString studioMusicUrl()
{
    return studioMusic;
}

Document spoken(const QString &text, const QString &voice, const QString &language)
{
    Document document;
    QStringView rest = QStringView(text).trimmed();
    while (!rest.isEmpty()) {
        qsizetype length = std::min<qsizetype>(rest.size(), twiml::maximumSayCharacters);
        if (length < rest.size()) {
            // Between two words, or at least not inside one character.
            if (const qsizetype space = rest.first(length).lastIndexOf(u' '); space > 0)
                length = space;
            else if (rest.at(length - 1).isHighSurrogate())
                --length;
        }
        Element say{.name = u"Say"_s, .text = rest.first(length).toString()};
        if (!voice.isEmpty())
            say.attributes.append({u"voice"_s, voice});
        if (!language.isEmpty())
            say.attributes.append({u"language"_s, language});
        document.append(say);
        rest = rest.sliced(length).trimmed();
    }
    return document;
}

Document hostedWait(int minutes)
{
    const int pieces = std::max(1, minutes / longestPieceMinutes);
    return {{.name = u"Play"_s, .attributes = {{u"loop"_s, QString::number(pieces)}}, .text = waitMusic},
            {.name = u"Leave"_s}};
}

Document hostedGoodbye(const calls::LineManners &manners)
{
    return spoken(manners.goodbye) << hangup();
}

Document hostedVoicemail(const calls::LineManners &manners)
{
    Document document = spoken(manners.voicemailGreeting);
    document.append(
        {.name = u"Record"_s,
         .attributes = {{u"action"_s, hostedAt(hostedGoodbye(manners))},
                        {u"method"_s, u"GET"_s},
                        {u"maxLength"_s, QString::number(std::max(1, manners.longestMessageSeconds))},
                        {u"timeout"_s, QString::number(hostedSilenceSeconds)},
                        {u"finishOnKey"_s, u"#"_s}}});
    return document + hostedGoodbye(manners); // for those who stay silent
}

Document hostedQueue(const QString &queue, const calls::LineManners &manners)
{
    Document document;
    document.append({.name = u"Enqueue"_s,
                     .attributes = {{u"waitUrl"_s, hostedAt(hostedWait(manners.hostedMusicMinutes))},
                                    {u"waitUrlMethod"_s, u"GET"_s}},
                     .text = queue});
    return document + hostedVoicemail(manners);
}

Document hostedClosed(const calls::LineManners &manners)
{
    return spoken(manners.closedMessage) << hangup();
}

Document hostedNoDesk()
{
    return spoken(QCoreApplication::translate(
               "anteroom::twilio",
               "No desk is running, so the show can't be run from this number now. Callers "
               "are looked after and may leave a message. Start the desk, then call "
               "again. Goodbye."))
           << hangup();
}

} // namespace anteroom::twilio
