// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/believable_desk.h"

#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::tests {

QDateTime theMoment()
{
    return QDateTime(QDate(2026, 3, 17), QTime(16, 41), QTimeZone::utc());
}

Call waitingCall(const QString &sid, const QString &name, int waitedSeconds)
{
    Call call;
    call.sid = sid;
    call.line = u"+14155550100"_s;
    call.caller.name = name;
    call.caller.country = u"US"_s;
    call.state = CallState::Waiting;
    call.arrival = theMoment().addSecs(-waitedSeconds);
    call.begun = call.arrival.addSecs(-6);
    call.stateSince = call.arrival;
    call.order = static_cast<double>(call.arrival.toMSecsSinceEpoch());
    return call;
}

namespace {

Call caller(const QString &sid, const QString &name, const QString &number, const QString &city,
            const QString &region, int waited, int before)
{
    Call call = waitingCall(sid, name, waited);
    call.caller.number = number;
    call.caller.city = city;
    call.caller.region = region;
    call.timesCalled = before;
    return call;
}

EarlierCall earlier(const QDate &day, Outcome outcome, int seconds, const QString &topic = {})
{
    return {QDateTime(day, QTime(17, 20), QTimeZone::utc()), outcome, seconds, topic};
}

} // namespace

QList<Call> sevenCallers()
{
    QList<Call> calls{
        caller(u"CA01"_s, u"Ruth Okafor"_s, u"+15105550142"_s, u"Berkeley"_s, u"CA"_s, 401, 3),
        caller(u"CA02"_s, u"Tom Brandt"_s, u"+17075550119"_s, u"Napa"_s, u"CA"_s, 252, 1),
        caller(u"CA03"_s, u"WIRELESS CALLER"_s, u"+16285550190"_s, u"San Francisco"_s, u"CA"_s, 183, 0),
        caller(u"CA04"_s, u"Priya Raman"_s, u"+14085550155"_s, u"San Jose"_s, u"CA"_s, 87, 5),
        caller(u"CA05"_s, {}, {}, {}, {}, 62, 0),
        caller(u"CA06"_s, u"Jean-Luc Dubois"_s, u"+33199001234"_s, u"Paris"_s, {}, 40, 0),
        caller(u"CA07"_s, u"Sam Whitfield"_s, u"+19255550137"_s, u"Concord"_s, u"CA"_s, 9, 1),
    };
    calls[0].screening = Screening::Ready;
    calls[0].screeningBy = u"Ana"_s;
    calls[0].topic = u"Rent control — was a landlord"_s;
    calls[0].sayItLike = u"“oh-KAH-for”"_s;
    calls[0].notes =
        u"Clear line. Sold her duplex last year. Keep it under 3 min, wants to thank the food bank."_s;
    calls[0].earlier = {earlier({2026, 3, 3}, Outcome::Talked, 250, u"Transit tax"_s),
                        earlier({2026, 1, 20}, Outcome::Voicemail, 38),
                        earlier({2026, 1, 6}, Outcome::Abandoned, 135)};
    calls[1].screening = Screening::Ready;
    calls[1].topic = u"Wildfire insurance"_s;
    calls[2].screening = Screening::Screening;
    calls[2].screeningBy = u"Ana"_s;
    calls[4].caller.country.clear();
    calls[5].caller.country = u"FR"_s;
    return calls;
}

Call callerOnAir()
{
    Call call = caller(u"CA08"_s, u"Maria Lopez"_s, u"+15105550161"_s, u"Oakland"_s, u"CA"_s, 600, 2);
    call.state = CallState::Connected;
    call.seat = u"Ana"_s;
    call.stateSince = theMoment().addSecs(-151);
    return call;
}

Call callerRinging()
{
    Call call = caller(u"CA09"_s, u"Dev Patel"_s, u"+16505550183"_s, u"Palo Alto"_s, u"CA"_s, 300, 0);
    call.state = CallState::Connecting;
    call.doing = Doing::RingingPhone;
    call.seat = u"Ana"_s;
    call.stateSince = theMoment().addSecs(-4);
    return call;
}

QList<Call> awkwardCallers()
{
    QList<Call> calls{
        caller(u"CA11"_s, u"Maximiliana Theodora Featherstonehaugh-Cholmondeley III"_s, u"+15105550111"_s,
               u"Llanfairpwllgwyngyllgogerychwyrndrobwll"_s, u"CA"_s, 3725, 0),
        caller(u"CA12"_s, u"🎙️ Zoë 👩‍👩‍👧‍👦 Ōkubo"_s, u"+17075550112"_s,
               u"São Paulo"_s, {}, 500, 11),
        caller(u"CA13"_s, u"מרים כהן"_s, u"+97225550113"_s, u"ירושלים"_s, {}, 340, 0),
        caller(u"CA14"_s, u"<b>Bold</b> <img src=x> & Söhne"_s, u"+14085550114"_s, u"<i>Nowhere</i>"_s,
               u"CA"_s, 200, 21),
        caller(u"CA15"_s, u"Line\nbreak\tand \u202Eesrever"_s, u"+14085550115"_s, u"Fresno"_s, u"CA"_s, 100,
               2),
        caller(u"CA16"_s, u"王小明"_s, u"+862150550116"_s, u"上海"_s, {}, 50, 0),
    };
    calls[0].topic =
        u"Why the county’s new ordinance about short-term holiday lets is bad for absolutely everybody but me"_s;
    calls[0].screening = Screening::Screening;
    calls[0].screeningBy = u"Bartholomew the Screener"_s;
    calls[1].caller.country = u"BR"_s;
    calls[2].caller.country = u"IL"_s;
    calls[3].topic = u"<script>alert(1)</script>"_s;
    calls[3].notes = u"<h1>Not a heading</h1>"_s;
    calls[5].caller.country = u"CN"_s;
    return calls;
}

QList<Call> manyCallers(int count)
{
    static const std::array names{u"Ana Silva"_s,  u"Ben Carter"_s, u"Chloé Martin"_s, u"Deepa Iyer"_s,
                                  u"Elif Kaya"_s,  u"Fred Olsen"_s, u"Grace Kim"_s,    u"Hugo Meyer"_s,
                                  u"Ines Rocha"_s, u"Jack Ryan"_s};
    static const std::array cities{u"Oakland"_s,   u"Fresno"_s, u"San Jose"_s, u"Napa"_s,
                                   u"Daly City"_s, u"Chico"_s,  u"Davis"_s};
    QList<Call> calls;
    calls.reserve(count);
    for (int i = 0; i < count; ++i) {
        Call call =
            caller(u"CA%1"_s.arg(i, 5, 10, QLatin1Char('0')), names[i % names.size()],
                   u"+1415%1"_s.arg(2000000 + i), cities[i % cities.size()], u"CA"_s, (count - i) * 3, i % 4);
        call.screening = i % 5 == 0 ? Screening::Ready : Screening::New;
        calls.append(call);
    }
    return calls;
}

QList<Message> threeMessages()
{
    const QList<Call> callers = sevenCallers();
    return {
        {u"RE01"_s,
         u"CA21"_s,
         callers[1].caller,
         theMoment().addSecs(-1200),
         48,
         false,
         {},
         u"Morning Talk"_s},
        {u"RE02"_s,
         u"CA22"_s,
         callers[4].caller,
         theMoment().addSecs(-5200),
         12,
         false,
         {},
         u"Morning Talk"_s},
        {u"RE03"_s,
         u"CA23"_s,
         callers[3].caller,
         theMoment().addSecs(-9200),
         131,
         false,
         {},
         u"Morning Talk"_s},
        {u"RE04"_s, u"CA24"_s, callers[0].caller, theMoment().addDays(-1), 75, true, {}, u"Morning Talk"_s},
    };
}

QList<Message> manyMessages(int count)
{
    const QList<Call> callers = sevenCallers() + awkwardCallers();
    QList<Message> messages;
    for (int i = 0; i < count; ++i) {
        Message message;
        message.recording = u"RE%1"_s.arg(i, 3, 10, QChar(u'0'));
        message.sid = u"CAm%1"_s.arg(i);
        message.caller = callers.at(i % callers.size()).caller;
        message.at = theMoment().addSecs(-1700 * (i + 1));
        message.seconds = i % 5 == 3 ? i % 3 : 9 + (i * 37) % 170;
        message.hangUp = message.seconds <= 2;
        message.heard = i % 3 == 1;
        message.show = i % 7 == 6 ? QString() : u"Morning Talk"_s;
        message.forNextShow = i % 4 == 2;
        message.notes = i % 6 == 0 ? u"Good story about the buses; play it at eight"_s : QString();
        messages << message;
    }
    return messages;
}

QList<PastCall> pastCalls()
{
    const QList<Call> callers = sevenCallers();
    return {
        {u"CA31"_s,
         callers[6].caller,
         theMoment().addSecs(-900),
         Outcome::Talked,
         310,
         252,
         u"School buses"_s,
         {}},
        {u"CA32"_s, callers[1].caller, theMoment().addSecs(-1300), Outcome::Voicemail, 95, 0, {}, {}},
        {u"CA33"_s, callers[4].caller, theMoment().addSecs(-2000), Outcome::Abandoned, 135, 0, {}, {}},
        {u"CA34"_s, callers[0].caller, theMoment().addDays(-14), Outcome::Talked, 410, 250, u"Transit tax"_s,
         u"Good on air, comes to the point."_s},
        {u"CA35"_s,
         callers[5].caller,
         theMoment().addDays(-15),
         Outcome::Thanked,
         720,
         0,
         u"Elections in France"_s,
         {}},
        {u"CA36"_s, callers[3].caller, theMoment().addDays(-20), Outcome::QueueFull, 0, 0, {}, {}},
    };
}

PastCallTally tallyOfCalls()
{
    PastCallTally tally;
    tally.calls = 148;
    tally.outcomes = {{Outcome::Talked, 81},  {Outcome::Abandoned, 34}, {Outcome::Voicemail, 17},
                      {Outcome::Thanked, 12}, {Outcome::QueueFull, 3},  {Outcome::Refused, 1}};
    tally.queueResults = {{u"redirected"_s, 110},
                          {u"hangup"_s, 34},
                          {u"leave"_s, 9},
                          {u"queue-full"_s, 3},
                          {u"sent-to-the-moon"_s, 1}};
    return tally;
}

QList<MissedCall> missedCalls()
{
    const QList<Call> callers = sevenCallers();
    Caller withheld;
    withheld.city = u"Reno"_s;
    withheld.region = u"NV"_s;
    withheld.country = u"US"_s;
    const auto missed = [](const QString &sid, const Caller &caller, int ago, MissedWhy why, int waited) {
        MissedCall call;
        call.sid = sid;
        call.line = u"+14155550100"_s;
        call.caller = caller;
        call.at = theMoment().addSecs(-ago);
        call.why = why;
        call.waitedSeconds = waited;
        return call;
    };
    QList<MissedCall> calls{missed(u"CA51"_s, callers[0].caller, 400, MissedWhy::HungUp, 185),
                            missed(u"CA52"_s, callers[4].caller, 1300, MissedWhy::QueueFull, 0),
                            missed(u"CA53"_s, withheld, 2600, MissedWhy::HungUp, 61),
                            missed(u"CA54"_s, callers[2].caller, 9000, MissedWhy::AfterHours, 0),
                            missed(u"CA55"_s, callers[5].caller, 9900, MissedWhy::TurnedAway, 44),
                            missed(u"CA56"_s, callers[6].caller, 12000, MissedWhy::HungUp, 502)};
    calls[0].apologised = calls[1].apologised = true;
    calls[4].end = MissedEnd::ByHand;
    calls[4].endAt = theMoment().addSecs(-9000);
    calls[5].end = MissedEnd::CalledAgain;
    calls[5].endAt = theMoment().addSecs(-9600);
    return calls;
}

QList<ListenerText> listenerTexts()
{
    const QList<Call> callers = sevenCallers() + awkwardCallers();
    const auto text = [](const QString &sid, const Caller &from, int ago, const QString &body) {
        ListenerText each;
        each.sid = sid;
        each.from = from.number;
        each.name = from.name;
        each.body = body;
        each.at = theMoment().addSecs(-ago);
        return each;
    };
    Caller unknown;
    unknown.number = u"+14155550167"_s;
    QList<ListenerText> texts{
        text(u"SM01"_s, callers[3].caller, 40, u"Ask him about the bus lanes on Geary, please!"_s),
        text(u"SM02"_s, unknown, 130, u"Great show 🎉 Who sang that last song?"_s),
        text(u"SM03"_s, callers[0].caller, 260,
             u"On hold with you now. I was a landlord for twenty years and I can tell you what rent control "
             u"did "
             u"to our street, the good and the bad of it."_s),
        text(u"SM04"_s, callers[9].caller, 900, u"שלום! אני מקשיבה כל בוקר. תודה רבה"_s),
        text(u"SM05"_s, callers[10].caller, 1500, u"<b>Not bold</b> & <img src=x>\nsecond line"_s),
        text(u"SM06"_s, callers[6].caller, 2400, u"Can I get on tomorrow?"_s),
        text(u"SM07"_s, callers[5].caller, 90000, {}),
    };
    texts[2].read = texts[2].marked = true;
    texts[4].read = true;
    texts[5].read = true;
    texts[5].answers = {{u"Yes, call at ten past seven. We will put you first."_s, u"Ana"_s,
                         theMoment().addSecs(-2300), AnswerState::Sent}};
    texts[6].read = true;
    texts[6].answers = {{u"Merci !"_s, u"Ana"_s, theMoment().addSecs(-89000), AnswerState::Failed,
                         u"The phone company could not deliver this answer, so they have not heard from you. "
                         u"Call them back instead."_s}};
    return texts;
}

ConnectionStatus goodConnection()
{
    ConnectionStatus status;
    status.hearing = ConnectionStatus::Hearing::Webhooks;
    status.publicUrl = u"https://hooks.example.org"_s;
    status.lastPoll = theMoment().addSecs(-2);
    status.lastWebhook = theMoment().addSecs(-9);
    status.roundTripMs = 38;
    return status;
}

void openDesk(FakeDeskMirror &mirror)
{
    mirror.tellLine({u"+14155550100"_s, u"morning-talk"_s, u"Morning Talk"_s, true});
    mirror.tellSeat({u"Ana"_s, Role::Host, u"+14155550177"_s});
    mirror.tellConnection(goodConnection());
    mirror.tellCallsToday(31);
}

} // namespace anteroom::tests
