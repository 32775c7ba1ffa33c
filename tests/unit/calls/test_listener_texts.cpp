// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/switchboard_story.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::calls;
using anteroom::test::FakeCarrier;
using anteroom::test::SwitchboardStory;

namespace {

const QString tess = u"+14085550177"_s;
const QString uma = u"+14085550178"_s;
const AskPhone bob{u"Bob"_s, u"+14155550161"_s, AskBy::Text};

/// A show that listeners write to.
class TextStory : public SwitchboardStory
{
public:
    /// Somebody writes, and the phone company tells of it.
    QString writes(const QString &from, const QString &body)
    {
        const QString sid = writesUntold(from, body);
        retell(sid);
        return sid;
    }
    QString writesUntold(const QString &from, const QString &body)
    {
        return carrier.receiveText(from, options.line.number, body);
    }
    void retell(const QString &sid)
    {
        for (const TextRecord &text : carrier.textList)
            if (text.sid == sid)
                return void(tell(TextCame{sid, text.from, text.to, text.body}));
    }
    QList<ListenerText> texts() const
    {
        QList<ListenerText> all = desk->texts().texts;
        std::ranges::sort(all, [](const ListenerText &a, const ListenerText &b) {
            return std::tie(a.at, a.sid) < std::tie(b.at, b.sid);
        });
        return all;
    }
    ListenerText text(const QString &sid) const
    {
        for (const ListenerText &each : texts())
            if (each.sid == sid)
                return each;
        return {};
    }
    QStringList bodies() const
    {
        QStringList all;
        for (const ListenerText &each : texts())
            all << each.body;
        return all;
    }
    TextAnswer answerTo(const QString &sid) const
    {
        return text(sid).answers.isEmpty() ? TextAnswer() : text(sid).answers.last();
    }
    /// The phone company says of the newest text that went out what became of it.
    void undelivered(bool lasting)
    {
        carrier.textList.last().failed = true;
        carrier.textList.last().lasting = lasting;
    }
};

} // namespace

class TestListenerTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTextIsListedOnce()
    {
        TextStory story;
        story.open();
        QSignalSpy told(story.desk.get(), &Switchboard::textsChanged);
        const QString sid = story.writes(tess, u"Play more <b>jazz</b> 🎷"_s);
        QCOMPARE(told.size(), 1);
        const ListenerText text = story.text(sid);
        QCOMPARE(text.from, tess);
        QCOMPARE(text.body, u"Play more <b>jazz</b> 🎷"_s);
        QCOMPARE(text.at, story.clock.now());
        QVERIFY(!text.read && !text.marked && text.answers.isEmpty());
        story.retell(sid); // the webhook again
        story.pass(6min);  // and the look at the list
        QVERIFY(story.carrier.countOf(u"listTexts"_s) > 0);
        QCOMPARE(story.texts().size(), 1);
        QCOMPARE(told.size(), 1);
    }

    void reorderedTextsStandByTheirTime()
    {
        TextStory story;
        story.open();
        const QString first = story.writesUntold(tess, u"one"_s);
        story.pass(1s);
        const QString second = story.writesUntold(tess, u"two"_s);
        story.retell(second);
        story.pass(100ms);
        story.retell(first);
        QCOMPARE(story.texts().size(), 2);
        story.retell(second);
        QCOMPARE(story.texts().size(), 2);
    }

    void foundByLookingWhereNobodyTells()
    {
        TextStory story;
        story.options.publicUrl.clear();
        story.open();
        story.pass(2s);
        const QString sid = story.writesUntold(tess, u"Hello?"_s);
        const QDateTime at = story.clock.now();
        story.pass(16s);
        QCOMPARE(story.text(sid).body, u"Hello?"_s);
        QCOMPARE(story.text(sid).at, at);
        story.pass(60s);
        QCOMPARE(story.texts().size(), 1);
    }

    void whatCameWhileTheDeskWasAwayIsFound()
    {
        TextStory story;
        story.open();
        const QString before = story.writes(tess, u"before"_s);
        story.close();
        story.clock.advance(20min);
        const QString meanwhile = story.writesUntold(uma, u"meanwhile"_s);
        story.clock.advance(20min);
        story.open();
        story.pass(2s);
        QCOMPARE(story.bodies(), (QStringList{u"before"_s, u"meanwhile"_s}));
        QVERIFY(!story.text(before).sid.isEmpty());
        QVERIFY(!story.text(meanwhile).sid.isEmpty());
    }

    /// They command; and nobody answers what they texted yesterday.
    void textsOfListedPhonesAreNoFeedback()
    {
        TextStory story;
        story.options.asking.phones = {bob};
        story.writesUntold(bob.number, u"take"_s);
        story.clock.advance(10min);
        story.open();
        story.pass(2min);
        QVERIFY(story.carrier.texts.isEmpty());
        const QString caller = story.waits();
        story.pass(5s);
        QCOMPARE(story.call(caller).state, CallState::Waiting);
        story.writesUntold(bob.number, u"take"_s);
        story.writesUntold(tess, u"take"_s);
        story.pass(60s);
        QCOMPARE(story.call(caller).seat, u"Bob"_s);
        QCOMPARE(story.bodies(), QStringList{u"take"_s});
        QCOMPARE(story.texts().first().from, tess);
    }

    void wordsForTheNetworkAreNoFeedback()
    {
        TextStory story;
        story.open();
        const QString first = story.writes(tess, u"Hi"_s);
        for (const QString &word : {u"STOP"_s, u" Unsubscribe "_s, u"help"_s, u"START"_s})
            story.writes(tess, word);
        QCOMPARE(story.bodies(), QStringList{u"Hi"_s});
        story.writes(tess, u"Stop the music please"_s);
        QCOMPARE(story.texts().size(), 2);

        story.writes(tess, u"stop"_s);
        const auto refusal = story.ask(story.ann, AnswerText{first, u"Why?"_s});
        QVERIFY(refusal && refusal->sentence.contains(u"Nothing was sent"_s));
        QVERIFY(story.carrier.texts.isEmpty());
        story.writes(tess, u"Yes"_s); // welcomes texts again, and is an answer
        QCOMPARE(story.texts().size(), 3);
        QVERIFY(!story.ask(story.ann, AnswerText{first, u"Why?"_s}));
        QCOMPARE(story.carrier.textsTo(tess), QStringList{u"Why?"_s});
    }

    void theNameComesFromTheirCalls()
    {
        TextStory story;
        story.open();
        const QString early = story.writes(tess, u"I will call you"_s);
        QVERIFY(story.text(early).name.isEmpty());
        story.dials(u"Tess Moreau"_s, tess);
        QCOMPARE(story.text(early).name, u"Tess Moreau"_s);
        const QString late = story.writes(tess, u"I am calling you"_s);
        QCOMPARE(story.text(late).name, u"Tess Moreau"_s);
        QVERIFY(story.text(story.writes(uma, u"Who is that?"_s)).name.isEmpty());
    }

    void markedAndRead()
    {
        TextStory story;
        story.open();
        const QString sid = story.writes(tess, u"Great show"_s);
        QVERIFY(!story.ask(story.ben, MarkText{sid, true}));
        QVERIFY(!story.ask(story.ben, ReadText{sid, true}));
        story.killAndRestart();
        QVERIFY(story.text(sid).marked && story.text(sid).read);
        story.ask(story.ben, MarkText{sid, false});
        story.ask(story.ben, ReadText{sid, false});
        QVERIFY(!story.text(sid).marked && !story.text(sid).read);
        for (const Command &command :
             {Command(MarkText{sid}), Command(ReadText{sid}), Command(AnswerText{sid, u"Hi"_s})})
            QVERIFY(story.ask(story.vic, command)->code == RefusalCode::NotAllowed);
        QVERIFY(story.ask(story.ann, MarkText{u"SMnone"_s})->code == RefusalCode::WrongState);
    }

    void anAnswerIsSentOnce()
    {
        TextStory story;
        story.open();
        const QString sid = story.writes(tess, u"Who is on?"_s);
        story.journal.slow = true;
        QVERIFY(!story.ask(story.ann, AnswerText{sid, u" Ruth, until nine \n"_s}));
        QVERIFY(story.carrier.texts.isEmpty()); // written down first
        QVERIFY(story.text(sid).isBeingAnswered());
        QVERIFY(story.ask(story.ben, AnswerText{sid, u"Me, too"_s})); // the second click
        story.journal.writeDown();
        story.turn();
        story.journal.slow = false;
        QCOMPARE(story.carrier.textsTo(tess), QStringList{u"Ruth, until nine"_s});
        const TextAnswer answer = story.answerTo(sid);
        QVERIFY(answer.state == AnswerState::Sent);
        QCOMPARE(answer.seat, u"Ann"_s);
        QVERIFY(story.text(sid).isAnswered() && story.text(sid).read);
        story.pass(5min);
        QCOMPARE(story.carrier.texts.size(), 1);
        QVERIFY(story.journal.saved().intents.isEmpty());
        QVERIFY(!story.ask(story.ben, AnswerText{sid, u"And me"_s}));
        QCOMPARE(story.text(sid).answers.size(), 2);
    }

    void whatCannotBeAnsweredIsSaidSo_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("body");
        QTest::addColumn<bool>("textsOn");
        QTest::newRow("texts are off") << tess << u"Hi"_s << false;
        QTest::newRow("nothing to say") << tess << u" \n"_s << true;
        QTest::newRow("too long") << tess << QString(1601, u'x') << true;
        QTest::newRow("a short code") << u"22333"_s << u"Hi"_s << true;
        QTest::newRow("a word") << u"PIZZA"_s << u"Hi"_s << true;
    }
    void whatCannotBeAnsweredIsSaidSo()
    {
        QFETCH(QString, from);
        QFETCH(QString, body);
        QFETCH(bool, textsOn);
        TextStory story;
        story.options.manners.textsOn = textsOn;
        story.open();
        const QString sid = story.writes(from, u"Hello"_s);
        const auto refusal = story.ask(story.ann, AnswerText{sid, body});
        QVERIFY(refusal && !refusal->sentence.isEmpty());
        QVERIFY(story.text(sid).answers.isEmpty());
        story.pass(30s);
        QVERIFY(story.carrier.texts.isEmpty());
    }

    void aRefusedAnswerSaysWhy()
    {
        TextStory story;
        story.open();
        const QString sid = story.writes(tess, u"Hello"_s);
        FakeCarrier::Fault landline{CarrierTrouble::Refused};
        landline.lasting = true;
        story.carrier.faults[u"sendText"_s].append(landline);
        story.ask(story.ann, AnswerText{sid, u"Hi"_s});
        QVERIFY(story.answerTo(sid).state == AnswerState::Failed);
        QVERIFY(!story.answerTo(sid).why.isEmpty());
        QVERIFY(!story.text(sid).isAnswered());
        story.pass(5min);
        QVERIFY(story.carrier.texts.isEmpty());
        QVERIFY(story.ask(story.ann, AnswerText{sid, u"Hi"_s})); // remembered
    }

    void acceptedAndRefusedLater()
    {
        TextStory story;
        story.open();
        const QString sid = story.writes(tess, u"Hello"_s);
        story.ask(story.ann, AnswerText{sid, u"Hi"_s});
        QVERIFY(story.answerTo(sid).state == AnswerState::Sent);
        story.undelivered(true);
        story.pass(10s);
        QVERIFY(story.answerTo(sid).state == AnswerState::Failed);
        QVERIFY(story.ask(story.ann, AnswerText{sid, u"Hi"_s}));
        QCOMPARE(story.carrier.texts.size(), 1);
    }

    void aLostAnswerIsSettledByReading_data()
    {
        QTest::addColumn<bool>("acts");
        QTest::newRow("it went out") << true;
        QTest::newRow("it did not") << false;
    }
    void aLostAnswerIsSettledByReading()
    {
        QFETCH(bool, acts);
        TextStory story;
        story.open();
        const QString sid = story.writes(tess, u"Hello"_s);
        story.carrier.faults[u"sendText"_s].append({CarrierTrouble::Unclear, acts});
        story.ask(story.ann, AnswerText{sid, u"Hi"_s});
        QVERIFY(story.answerTo(sid).state == AnswerState::Sending);
        QVERIFY(story.ask(story.ann, AnswerText{sid, u"Hi"_s})); // nobody knows yet
        story.pass(10s);
        QVERIFY(story.answerTo(sid).state == (acts ? AnswerState::Sent : AnswerState::Failed));
        QCOMPARE(story.carrier.texts.size(), acts ? 1 : 0);
        if (!acts) {
            QVERIFY(!story.ask(story.ann, AnswerText{sid, u"Hi"_s}));
            QCOMPARE(story.carrier.texts.size(), 1);
        }
    }

    void killedWhileAnAnswerWasOnItsWay_data() { aLostAnswerIsSettledByReading_data(); }
    void killedWhileAnAnswerWasOnItsWay()
    {
        QFETCH(bool, acts);
        TextStory story;
        story.open();
        const QString sid = story.writes(tess, u"Hello"_s);
        story.carrier.faults[u"sendText"_s].append({CarrierTrouble::Unclear, acts});
        story.ask(story.ann, AnswerText{sid, u"Hi"_s});
        story.killAndRestart();
        story.pass(10s);
        QVERIFY(story.answerTo(sid).state == (acts ? AnswerState::Sent : AnswerState::Failed));
        QCOMPARE(story.carrier.texts.size(), acts ? 1 : 0); // never by itself a second time
        QVERIFY(story.journal.saved().intents.isEmpty());
    }

    void nothingIsKeptForEver()
    {
        TextStory story;
        story.open();
        const QString old = story.writes(tess, u"old"_s);
        const QString kept = story.writes(tess, u"marked"_s);
        story.ask(story.ann, MarkText{kept});
        story.close();
        story.clock.advance(24h * 91);
        story.open();
        QCOMPARE(story.bodies(), QStringList{u"marked"_s});
        QCOMPARE(story.journal.saved().listenerTexts.size(), 1);
        for (int i = 0; i < 2001; ++i) {
            const QString sid = u"SMmany%1"_s.arg(i);
            story.desk->handle(TextCame{sid, uma, story.options.line.number, u"%1"_s.arg(i)});
        }
        story.turn();
        QCOMPARE(story.texts().size(), 2000);
        QVERIFY(!story.text(kept).sid.isEmpty());
        QVERIFY(story.text(old).sid.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestListenerTexts)
#include "test_listener_texts.moc"
