// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/hosted_documents.h"

#include "http/form.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;
using twiml::Document;
using twiml::Element;

namespace {

constexpr auto echo = "http://twimlets.com/echo?Twiml="_L1;
constexpr auto studioMusic = "http://twimlets.com/holdmusic?Bucket=com.twilio.music.soft-rock"_L1;
struct Piece
{
    QLatin1StringView style;
    QLatin1StringView address;
};
/// One of each of the phone company's own kinds; the first where none is named.
constexpr std::array pieces{
    Piece{"classical"_L1, "http://com.twilio.music.classical.s3.amazonaws.com/BusyStrings.mp3"_L1},
    Piece{"ambient"_L1, "http://com.twilio.music.ambient.s3.amazonaws.com/gurdonark_-_Plains.mp3"_L1},
    Piece{"electronica"_L1,
          "http://com.twilio.music.electronica.s3.amazonaws.com/teru_-_110_Downtempo_Electronic_4.mp3"_L1},
    Piece{"guitars"_L1, "http://com.twilio.music.guitars.s3.amazonaws.com/Pitx_-_Long_Winter.mp3"_L1},
    Piece{"rock"_L1, "http://com.twilio.music.rock.s3.amazonaws.com/"
                     "nickleus_-_original_guitar_song_200907251723.mp3"_L1},
    Piece{"soft-rock"_L1,
          "http://com.twilio.music.soft-rock.s3.amazonaws.com/_ghost_-_promo_2_sample_pack.mp3"_L1},
};
// No piece of the phone company's own music is longer; counting each as five minutes keeps a pass within its
// bound.
constexpr int longestPieceMinutes = 5;
constexpr int hostedSilenceSeconds = 10;
constexpr int secondsOfUnknownFile = 180;
constexpr int mostLoops = 600; // of a jingle of a few seconds
constexpr qsizetype longestAddress = 6000;

QString pieceOf(const QString &style)
{
    const auto found = std::ranges::find_if(pieces, [&](const Piece &piece) { return style == piece.style; });
    return found == pieces.end() ? pieces.front().address : found->address;
}

Element play(const QString &address, int loops)
{
    return {.name = u"Play"_s,
            .attributes = {{u"loop"_s, QString::number(std::clamp(loops, 1, mostLoops))}},
            .text = address};
}

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

Document spoken(const calls::SpokenText &text)
{
    return spoken(text.text, text.voice, text.language);
}

Document hostedWait(int minutes)
{
    return hostedWait(calls::WaitMusic(), minutes * 60);
}

Document hostedWait(const calls::WaitMusic &music, int seconds, const QString &fileUrl)
{
    const Element leave{.name = u"Leave"_s};
    if (music.kind == calls::WaitMusic::Kind::Silence)
        return {{.name = u"Pause"_s, .attributes = {{u"length"_s, QString::number(std::max(1, seconds))}}},
                leave};
    if (music.kind == calls::WaitMusic::Kind::File && !fileUrl.isEmpty()) {
        const int piece = music.pieceSeconds > 0 ? music.pieceSeconds : secondsOfUnknownFile;
        return {play(fileUrl, seconds / piece), leave};
    }
    return {play(pieceOf(music.style), seconds / (longestPieceMinutes * 60)), leave};
}

calls::LineManners fitForAddresses(const calls::LineManners &manners, const QString &queue)
{
    const auto fits = [](const Document &document) { return hostedAt(document).size() <= longestAddress; };
    const auto own = calls::LineManners::defaults();
    calls::LineManners fitting = manners;
    if (!fits(hostedClosed(fitting)))
        fitting.closedMessage = own.closedMessage;
    if (!fits(hostedQueue(queue, fitting)))
        fitting.goodbye = own.goodbye; // written twice, once inside an address inside the address
    if (!fits(hostedQueue(queue, fitting)))
        fitting.voicemailGreeting = own.voicemailGreeting;
    if (!fits(hostedWelcome(queue, fitting)))
        fitting.greeting = {}; // the notice, that the call may be recorded, matters more
    if (!fits(hostedWelcome(queue, fitting))) {
        fitting.goodbye = own.goodbye;
        fitting.voicemailGreeting = own.voicemailGreeting;
    }
    return fitting;
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
    document.append(
        {.name = u"Enqueue"_s,
         .attributes = {{u"waitUrl"_s, hostedAt(hostedWait(manners.music, manners.hostedMusicMinutes * 60))},
                        {u"waitUrlMethod"_s, u"GET"_s}},
         .text = queue});
    return document + hostedVoicemail(manners);
}

Document hostedWelcome(const QString &queue, const calls::LineManners &manners)
{
    return spoken(manners.greeting) + spoken(manners.notice) + hostedQueue(queue, manners);
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
