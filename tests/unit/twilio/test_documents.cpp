// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/form.h"
#include "twilio/caller_identity.h"
#include "twilio/error_sentences.h"
#include "twilio/hosted_documents.h"
#include "twilio/steps_to_twiml.h"
#include "twilio/written_documents.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::twilio;
using twiml::Document;
using twiml::Element;
using twiml::Place;

namespace {

QString findings(const Document &document, Place place)
{
    QStringList sentences;
    for (const twiml::Finding &finding : twiml::check(document, place))
        sentences.append(finding.sentence);
    return sentences.join(u'\n');
}

QStringList verbs(const Document &document)
{
    QStringList names;
    for (const Element &verb : document)
        names.append(verb.name);
    return names;
}

Document unpacked(const QString &hostedAddress)
{
    const QByteArray query = hostedAddress.section(u'?', 1).toUtf8();
    const auto document = twiml::read(http::Form::decode(query).value("Twiml"));
    return document ? *document : Document{{u"unreadable"_s}};
}

/// Everything that is hosted inside a document, to any depth, must be right where it will be used.
QString deepFindings(const Document &document, Place place)
{
    QString all = findings(document, place);
    for (const Element &verb : document) {
        for (const auto &[name, value] : verb.attributes) {
            if (isHosted(value))
                all +=
                    deepFindings(unpacked(value), name == "waitUrl"_L1 ? Place::WaitDocument : Place::Voice);
        }
    }
    return all;
}

Rendering asking()
{
    Rendering rendering;
    rendering.urls = CallbackUrls(QUrl(u"https://desk.example.com/radio/"_s));
    rendering.manners = calls::LineManners::defaults();
    return rendering;
}

Rendering alone()
{
    Rendering rendering = asking();
    rendering.urls = {};
    return rendering;
}

} // namespace

class TestDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rendersOnlyWhatIsAllowed_data()
    {
        QTest::addColumn<calls::Steps>("steps");
        QTest::newRow("nothing") << calls::Steps{};
        QTest::newRow("greeting") << calls::Steps{calls::Say{u"Hello & <welcome>"_s},
                                                  calls::AskAgain{u"greeted"_s}};
        QTest::newRow("music") << calls::Steps{calls::Say{u"Back"_s},
                                               calls::WaitInQueue{u"show & tell"_s, 10, u"left_queue"_s},
                                               calls::AskAgain{u"queue_failed"_s}};
        QTest::newRow("studio") << calls::Steps{calls::JoinStudio{u"room1"_s, false, u"left_studio"_s},
                                                calls::Say{u"Bye"_s}, calls::HangUp{}};
        QTest::newRow("seat") << calls::Steps{calls::JoinStudio{u"room1"_s, true, u"studio"_s}};
        QTest::newRow("voicemail") << calls::Steps{calls::Say{u"Speak"_s},
                                                   calls::RecordMessage{180, 10, u"recorded"_s},
                                                   calls::Say{u"Bye"_s}, calls::HangUp{}};
        QTest::newRow("voicemail last") << calls::Steps{calls::RecordMessage{0, 0, u"recorded"_s}};
        QTest::newRow("keys") << calls::Steps{calls::AskKeys{u"Press 1"_s, 1, 10, 2, u"key"_s},
                                              calls::HangUp{}};
        QTest::newRow("host's PIN") << calls::Steps{calls::AskKeys{u"Your PIN"_s, 6, 10, 2, u"host_pin"_s},
                                                    calls::Say{u"Bye"_s}, calls::HangUp{}};
        QTest::newRow("host's menu") << calls::Steps{calls::AskKeys{u"Press 1"_s, 1, 8, 1, u"host_key"_s},
                                                     calls::AskAgain{u"host_menu"_s}};
        QTest::newRow("host in the studio") << calls::Steps{
            calls::Say{u"Priya & Omar"_s}, calls::JoinStudio{u"room1"_s, true, u"host_left"_s, {}, true}};
        QTest::newRow("refused") << calls::Steps{calls::Refuse{true}};
        QTest::newRow("refused late") << calls::Steps{calls::Say{u"No"_s}, calls::Refuse{}};
        QTest::newRow("odd values") << calls::Steps{calls::Say{}, calls::Say{u" \u0001"_s}, calls::Pause{-3},
                                                    calls::AskKeys{{}, 0, -1, 0, {}}};
        QTest::newRow("long text") << calls::Steps{calls::Say{u"word "_s.repeated(3000)},
                                                   calls::Say{u"👍"_s.repeated(5000)}};
    }
    void rendersOnlyWhatIsAllowed()
    {
        QFETCH(calls::Steps, steps);
        for (Rendering rendering : {asking(), alone()}) {
            rendering.afterKeys = {calls::JoinStudio{u"room1"_s, true, u"studio"_s}};
            for (const bool isLeg : {false, true}) {
                rendering.isLeg = isLeg;
                const Document document = toDocument(steps, rendering);
                QCOMPARE(deepFindings(document, Place::Voice), QString());
                QVERIFY(twiml::read(twiml::write(document)));
            }
        }
    }

    void namesTheCueInTheAddress()
    {
        const Document document = toDocument({calls::AskAgain{u"a cue&x"_s}}, asking());
        QCOMPARE(document.first().text, u"https://desk.example.com/radio/twilio/call?cue=a%20cue%26x"_s);
        Rendering leg = asking();
        leg.isLeg = true;
        leg.intent = u"i1"_s;
        QCOMPARE(toDocument({calls::AskAgain{u"key"_s}}, leg).first().text,
                 u"https://desk.example.com/radio/twilio/leg?intent=i1&cue=key"_s);
    }

    /// Design section 3: chosen, because the defaults beep and play music into a lone host's ear.
    void setsEveryConferenceAttribute()
    {
        const Document seat = toDocument({calls::JoinStudio{u"r"_s, true, u"c"_s}}, asking());
        const Element host = seat.first().children.first();
        QCOMPARE(host.attribute(u"beep"), u"false"_s);
        QCOMPARE(host.attribute(u"waitUrl", u"missing"_s), QString());
        QCOMPARE(host.attribute(u"startConferenceOnEnter"), u"true"_s);
        QCOMPARE(host.attribute(u"endConferenceOnExit"), u"true"_s);
        QCOMPARE(seat.first().attribute(u"timeLimit"), u"86400"_s);
        QVERIFY(!seat.first().hasAttribute(u"hangupOnStar")); // a key may be meant for somebody else
        const Document star =
            toDocument({calls::JoinStudio{u"r"_s, true, u"host_left"_s, {}, true}}, asking());
        QCOMPARE(star.first().attribute(u"hangupOnStar"), u"true"_s);
        QCOMPARE(star.first().attribute(u"action"),
                 u"https://desk.example.com/radio/twilio/call?cue=host_left"_s);

        const Document caller = toDocument({calls::JoinStudio{u"r"_s, false, u"c"_s}}, asking());
        const Element guest = caller.first().children.first();
        QCOMPARE(guest.attribute(u"beep"), u"false"_s);
        QCOMPARE(guest.attribute(u"startConferenceOnEnter"), u"false"_s);
        QCOMPARE(guest.attribute(u"endConferenceOnExit"), u"false"_s);
        QVERIFY(guest.attribute(u"waitUrl").contains("holdmusic"_L1));
        QCOMPARE(caller.first().attribute(u"action"), u"https://desk.example.com/radio/twilio/call?cue=c"_s);
        // Which visit has ended, should the news of it come late.
        const Document named = toDocument({calls::JoinStudio{u"r"_s, false, u"c"_s, u"i1"_s}}, asking());
        QCOMPARE(named.first().attribute(u"action"),
                 u"https://desk.example.com/radio/twilio/call?cue=c&intent=i1"_s);
    }

    void boundsEveryHostedWait()
    {
        for (const int minutes : {0, 3, 5, 10, 60}) {
            const Document wait = hostedWait(minutes);
            QCOMPARE(findings(wait, Place::WaitDocument), QString());
            QCOMPARE(verbs(wait), (QStringList{u"Play"_s, u"Leave"_s}));
            QCOMPARE(wait.first().attribute(u"loop").toInt(), std::max(1, minutes / 5));
        }
    }

    void outlivesTheDesk()
    {
        const auto manners = calls::LineManners::defaults();
        const Document queue = hostedQueue(u"show"_s, manners);
        QCOMPARE(deepFindings(queue, Place::Voice), QString());
        QCOMPARE(verbs(queue), (QStringList{u"Enqueue"_s, u"Say"_s, u"Record"_s, u"Say"_s, u"Hangup"_s}));
        QVERIFY(!queue.first().hasAttribute(u"action")); // so that leaving the queue goes on to the voicemail
        QCOMPARE(unpacked(hostedAt(queue)), queue);
        QCOMPARE(deepFindings(hostedClosed(manners), Place::Voice), QString());
    }

    /// Where nobody can be asked the document goes on by itself, and asks nobody.
    void asksNobodyWithoutAnAddress()
    {
        Rendering rendering = alone();
        rendering.afterKeys = {calls::JoinStudio{u"room1"_s, true, {}}};
        const Document leg =
            toDocument({calls::AskKeys{u"Press 1"_s, 1, 10, 2, u"key"_s}, calls::HangUp{}}, rendering);
        QCOMPARE(verbs(leg), (QStringList{u"Gather"_s, u"Gather"_s, u"Hangup"_s}));
        QCOMPARE(verbs(unpacked(leg.first().attribute(u"action"))), QStringList{u"Dial"_s});
        const Document caller = toDocument(
            {calls::JoinStudio{u"r"_s, false, u"c"_s}, calls::Say{u"Bye"_s}, calls::HangUp{}}, rendering);
        QCOMPARE(verbs(caller), (QStringList{u"Dial"_s, u"Say"_s, u"Hangup"_s}));
        QVERIFY(!caller.first().hasAttribute(u"action"));
        const Document music =
            toDocument({calls::WaitInQueue{u"show"_s, 10, u"c"_s}, calls::AskAgain{u"f"_s}}, rendering);
        QCOMPARE(verbs(music), (QStringList{u"Enqueue"_s, u"Say"_s, u"Record"_s, u"Say"_s, u"Hangup"_s}));
    }

    void endsWhereNothingFollows()
    {
        QCOMPARE(verbs(toDocument({calls::HangUp{}, calls::Say{u"never"_s}}, asking())),
                 QStringList{u"Hangup"_s});
        QCOMPARE(verbs(toDocument({calls::Refuse{true}}, asking())), QStringList{u"Reject"_s});
    }

    /// What travels inside addresses gives way where it would make a request too long; what is said now
    /// stays.
    void longTextsForLaterGiveWay()
    {
        const QString longest(calls::longestText, QChar(0x65e5));
        Rendering rendering = alone();
        rendering.manners = calls::LineManners::defaults();
        const calls::Steps steps{calls::Say{longest}, calls::WaitInQueue{u"show"_s, 10, u"c"_s},
                                 calls::AskAgain{u"f"_s}};
        const QString usual = *toInline(steps, rendering);
        rendering.manners.goodbye = longest;
        rendering.manners.voicemailGreeting = longest;
        const auto shorter = toInline(steps, rendering);
        QVERIFY(shorter);
        QCOMPARE(*shorter, usual);
        QVERIFY(shorter->contains(longest));
    }

    void refusesWhatIsTooLongForARequest()
    {
        const auto fits = toInline({calls::Say{QString(3000, u'a')}, calls::HangUp{}}, asking());
        QVERIFY(fits);
        QVERIFY(fits->size() <= twiml::maximumInlineCharacters);
        const auto tooLong = toInline({calls::Say{QString(4000, u'a')}}, asking());
        QVERIFY(!tooLong);
        QCOMPARE(tooLong.error().code, 32018);
        QVERIFY(!tooLong.error().sentence.isEmpty());
    }

    void keepsUsualDocumentsInline()
    {
        const auto manners = calls::LineManners::defaults();
        for (const Rendering &rendering : {asking(), alone()}) {
            QVERIFY(toInline({calls::Say{manners.backInLine},
                              calls::WaitInQueue{QString(64, u'q'), 10, u"left_queue"_s},
                              calls::AskAgain{u"queue_failed"_s}},
                             rendering));
            QVERIFY(
                toInline({calls::Say{manners.voicemailGreeting}, calls::RecordMessage{180, 10, u"recorded"_s},
                          calls::Say{manners.goodbye}, calls::HangUp{}},
                         rendering));
        }
    }

    void knowsWithheldNumbers_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("number");
        for (const char *withheld : {"anonymous",
                                     "Anonymous",
                                     "unknown",
                                     "restricted",
                                     "private",
                                     "unavailable",
                                     "",
                                     "+",
                                     "+266696687",
                                     "+1266696687",
                                     "+7378742833",
                                     "+2562533",
                                     "+8656696",
                                     "+86282452253",
                                     "+7748283",
                                     "266696687",
                                     "client:ann",
                                     "sip:ann@example.com",
                                     "4155550100",
                                     "+12",
                                     "+1415555010012345",
                                     "+1415555O100",
                                     "+04155550100"})
            QTest::newRow(*withheld ? withheld : "empty") << QString::fromLatin1(withheld) << QString();
        for (const char *known : {"+14155550100", "+442071838750", "+2908123"})
            QTest::newRow(known) << QString::fromLatin1(known) << QString::fromLatin1(known);
    }
    void knowsWithheldNumbers()
    {
        QFETCH(QString, from);
        QFETCH(QString, number);
        QCOMPARE(knownNumber(from), number);
    }

    void readsTheCaller()
    {
        const auto caller =
            callerFrom(http::Form::decode("From=%2B12025550123&CallerName=Zo%C3%AB+O%27Neil+%3Cb%3E&FromCity="
                                          "SAN+FRANCISCO&FromState=CA&FromCountry=US"));
        QCOMPARE(caller.name, u"Zoë O'Neil <b>"_s);
        QCOMPARE(caller.number, u"+12025550123"_s);
        QCOMPARE(caller.city, u"SAN FRANCISCO"_s);
        QCOMPARE(caller.region, u"CA"_s);
        QCOMPARE(caller.country, u"US"_s);
        const auto withheld = callerFrom(http::Form::decode("From=%2B86282452253&FromCountry=CN"));
        QCOMPARE(withheld, calls::Caller{});
    }

    void writesTheSameStepsOnce()
    {
        WrittenDocuments documents(2);
        int written = 0;
        const auto of = [&](const QString &words) {
            return documents.of({calls::Say{words}}, [&] {
                ++written;
                return words.toUtf8();
            });
        };
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(of(u"hello"_s), "hello"_ba);
            QCOMPARE(of(u"music"_s), "music"_ba);
        }
        QCOMPARE(written, 2);
        QCOMPARE(of(u"goodbye"_s), "goodbye"_ba); // the third takes the place of the first
        QCOMPARE(of(u"music"_s), "music"_ba);
        QCOMPARE(written, 3);
        QCOMPARE(of(u"hello"_s), "hello"_ba);
        QCOMPARE(written, 4);
        documents.clear();
        QCOMPARE(of(u"hello"_s), "hello"_ba);
        QCOMPARE(written, 5);
    }

    /// Facts 3.3: every number that a user can meet has a sentence of its own, with what to do.
    void explainsEveryError_data()
    {
        QTest::addColumn<int>("code");
        for (const int code :
             {20003, 20004, 20005, 20006, 20008, 20404, 20409, 20422, 20426, 20500, 20503, 20429, 10004,
              20001, 20002, 21201, 21211, 21214, 21217, 21205, 21208, 21218, 21210, 21212, 21213, 21219,
              21215, 13227, 21216, 21220, 21221, 21222, 21223, 21224, 21225, 21234, 21262, 21626, 22001,
              22005, 32018, 21408, 21603, 21604, 21606, 21608, 21610, 21611, 21612, 21614, 21617, 30003,
              30004, 30005, 30006, 30007, 30008, 30032, 30034, 30035, 13214, 13216, 20009})
            QTest::newRow(qPrintable(QString::number(code))) << code;
    }
    void explainsEveryError()
    {
        QFETCH(int, code);
        const QString sentence = sentenceForCode(code);
        QVERIFY2(sentence.count(u'.') >= 2,
                 qPrintable(sentence)); // what happened, and what it means or what to do
        QVERIFY(sentence.endsWith(u'.'));
        QVERIFY(!sentence.contains(QString::number(code)));
    }

    void explainsUnknownErrorsByTheirStatus()
    {
        QVERIFY(sentenceForCode(99999).isEmpty());
        for (const int status : {301, 400, 401, 403, 404, 409, 410, 418, 429, 500, 502, 503, 504, 599})
            QVERIFY2(!sentenceForStatus(status).isEmpty(), qPrintable(QString::number(status)));
    }
};

QTEST_GUILESS_MAIN(TestDocuments)
#include "test_documents.moc"
