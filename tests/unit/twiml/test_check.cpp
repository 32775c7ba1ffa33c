// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twiml/document.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom::twiml;

namespace {

QList<int> codes(const QByteArray &verbs, Place place)
{
    const auto document = read("<Response>" + verbs + "</Response>");
    if (!document)
        return {-1};
    QList<int> result;
    for (const Finding &finding : check(*document, place)) {
        result.append(finding.sentence.isEmpty() ? -2 : finding.code);
    }
    return result;
}

const QList<Place> places{Place::Voice,        Place::WaitDocument,  Place::ConferenceWait,
                          Place::QueueWhisper, Place::NumberWhisper, Place::Messaging};

} // namespace

class TestCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The table of facts 2.1 to 2.3: V voice, W wait document, C conference wait, Q queue whisper, N number
    /// whisper, M messaging.
    void allowsVerbsWhereTheyBelong_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("allowed");
        QTest::newRow("Say") << "<Say>x</Say>"_ba
                             << "VWCQN"_ba;
        QTest::newRow("Play") << "<Play>https://a.example/b.mp3</Play>"_ba
                              << "VWCQN"_ba;
        QTest::newRow("Pause") << "<Pause length=\"2\"/>"_ba
                               << "VWCQN"_ba;
        QTest::newRow("Hangup") << "<Hangup/>"_ba
                                << "VWN"_ba;
        QTest::newRow("Redirect") << "<Redirect>/next</Redirect>"_ba
                                  << "VWCQM"_ba;
        QTest::newRow("Leave") << "<Leave/>"_ba
                               << "W"_ba;
        QTest::newRow("Gather") << "<Gather numDigits=\"1\"><Say>x</Say></Gather>"_ba
                                << "VWN"_ba;
        QTest::newRow("Reject") << "<Reject reason=\"busy\"/>"_ba
                                << "V"_ba;
        QTest::newRow("Record") << "<Record action=\"/r\" maxLength=\"180\"/>"_ba
                                << "V"_ba;
        QTest::newRow("Enqueue") << "<Enqueue waitUrl=\"\">show</Enqueue>"_ba
                                 << "V"_ba;
        QTest::newRow("Dial") << "<Dial><Number>+15005550006</Number></Dial>"_ba
                              << "V"_ba;
        QTest::newRow("Sms") << "<Sms to=\"+15005550006\">x</Sms>"_ba
                             << "V"_ba;
        QTest::newRow("Message") << "<Message><Body>x</Body></Message>"_ba
                                 << "M"_ba;
        QTest::newRow("unknown") << "<Sing>x</Sing>"_ba
                                 << ""_ba;
        QTest::newRow("noun as verb") << "<Number>+15005550006</Number>"_ba
                                      << ""_ba;
        QTest::newRow("wrong case") << "<say>x</say>"_ba
                                    << ""_ba;
    }
    void allowsVerbsWhereTheyBelong()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QByteArray, allowed);
        const QByteArray letters = "VWCQNM"_ba;
        for (qsizetype i = 0; i < places.size(); ++i)
            QVERIFY2(codes(verb, places.at(i)).isEmpty() == allowed.contains(letters.at(i)),
                     letters.mid(i, 1).constData());
    }

    void finds_data()
    {
        QTest::addColumn<QByteArray>("verbs");
        QTest::addColumn<QList<int>>("expected");
        const auto row = [](const char *name, const QByteArray &verbs, const QList<int> &expected) {
            QTest::newRow(name) << verbs << expected;
        };
        row("nothing to say", "<Say> </Say>", {13520});
        row("4096 characters", "<Say>" + QByteArray(4096, 'a') + "</Say>", {});
        row("4097 characters", "<Say>" + QByteArray(4097, 'a') + "</Say>", {13520});
        row("queue name of 64", "<Enqueue>" + QByteArray(64, 'q') + "</Enqueue>", {});
        row("queue name of 65", "<Enqueue>" + QByteArray(65, 'q') + "</Enqueue>", {14205});
        row("queue without name", "<Enqueue/>", {14204});
        row("queue method", "<Enqueue method=\"PUT\">q</Enqueue>", {14201});
        row("queue wait address", "<Enqueue waitUrl=\"ftp://a/b\">q</Enqueue>", {14202});
        row("queue action", "<Enqueue action=\"javascript:1\">q</Enqueue>", {14203});
        row("queue wait method", "<Enqueue waitUrlMethod=\"get\">q</Enqueue>", {14206});
        row("task", "<Enqueue workflowSid=\"WW1\"><Task>{\"a\":1}</Task></Enqueue>", {});
        row("task that is no object", "<Enqueue workflowSid=\"WW1\"><Task>[]</Task></Enqueue>", {14221});
        row("task without workflow", "<Enqueue>q<Task>{}</Task></Enqueue>", {12200});
        row("workflow and name", "<Enqueue workflowSid=\"WW1\">q</Enqueue>", {14204});
        row("reject second", "<Pause/><Reject/>", {12200});
        row("reject reason", "<Reject reason=\"bored\"/>", {12200});
        row("unknown attribute", "<Say loud=\"yes\">x</Say>", {12200});
        row("attribute case", "<Record maxlength=\"3\"/>", {12200});
        row("gather with dial", "<Gather><Dial>+15005550006</Dial></Gather>", {12200});
        row("dial with say", "<Dial><Say>x</Say></Dial>", {12200});
        row("dial nobody", "<Dial/>", {12200});
        row("dial two ways", "<Dial>+15005550006<Number>+15005550006</Number></Dial>", {12200});
        row("dial eleven", "<Dial>" + QByteArray("<Number>+15005550006</Number>").repeated(11) + "</Dial>",
            {12200});
        row("dial a conference and a number",
            "<Dial><Conference>c</Conference><Number>+15005550006</Number></Dial>", {12200});
        row("dial time-out", "<Dial timeout=\"4\">+15005550006</Dial>", {12200});
        row("dial time limit", "<Dial timeLimit=\"0\">+15005550006</Dial>", {13216});
        row("dial a whole day", "<Dial timeLimit=\"86400\">+15005550006</Dial>", {});
        row("answer on bridge late", "<Say>x</Say><Dial answerOnBridge=\"true\">+15005550006</Dial>",
            {12200});
        row("queue noun without name", "<Dial><Queue/></Dial>", {14212});
        row("queue noun long", "<Dial><Queue>" + QByteArray(65, 'q') + "</Queue></Dial>", {14213});
        row("queue noun by reservation", "<Dial><Queue reservationSid=\"WR1\"/></Dial>", {});
        row("call events",
            "<Dial><Number statusCallbackEvent=\"ringing answered\">+15005550006</Number></Dial>", {});
        row("call events with a comma",
            "<Dial><Number statusCallbackEvent=\"ringing,answered\">+15005550006</Number></Dial>", {21626});
        row("conference",
            "<Dial><Conference beep=\"onEnter\" maxParticipants=\"250\" waitUrl=\"\">c</Conference></Dial>",
            {});
        row("conference beep", "<Dial><Conference beep=\"loud\">c</Conference></Dial>", {12200});
        row("conference size", "<Dial><Conference maxParticipants=\"251\">c</Conference></Dial>", {12200});
        row("conference label",
            "<Dial><Conference participantLabel=\"" + QByteArray(129, 'a') + "\">c</Conference></Dial>",
            {16025});
        row("play nothing", "<Play/>", {12200});
        row("play keys", "<Play digits=\"ww1\"/>", {});
        row("play a file", "<Play>file:///etc/passwd</Play>", {11100});
        row("redirect nowhere", "<Redirect/>", {11100});
        row("text in hangup", "<Hangup>now</Hangup>", {12200});
        row("record length", "<Record maxLength=\"0\"/>", {12200});
        row("two faults", "<Say/><Hangup a=\"b\"/>", {13520, 12200});
        row("colon in a query", "<Redirect>/a?b=c:d</Redirect>", {});
    }
    void finds()
    {
        QFETCH(QByteArray, verbs);
        QFETCH(QList<int>, expected);
        QCOMPARE(codes(verbs, Place::Voice), expected);
    }

    void neverDialsOutOfAWhisper()
    {
        QCOMPARE(codes("<Dial>+15005550006</Dial>", Place::NumberWhisper), QList<int>{13201});
    }

    void limitsTheAnswersToAText()
    {
        const QByteArray one = "<Message>x</Message>"_ba;
        QCOMPARE(codes(one.repeated(10), Place::Messaging), QList<int>{});
        QCOMPARE(codes(one.repeated(11), Place::Messaging), QList<int>{14109});
        QCOMPARE(codes("<Message/>", Place::Messaging), QList<int>{14103});
        QCOMPARE(codes("<Message>" + QByteArray(1601, 'a') + "</Message>", Place::Messaging),
                 QList<int>{14103});
        QCOMPARE(codes("", Place::Messaging), QList<int>{});
    }
};

QTEST_GUILESS_MAIN(TestCheck)
#include "test_check.moc"
