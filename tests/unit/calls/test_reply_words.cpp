// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/ask_words.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

class TestReplyWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsMeanWhatTheTableSays_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("wish"); // empty: not understood
        QTest::addColumn<int>("number");
        QTest::newRow("take") << u"take"_s << u"take"_s << 0;
        QTest::newRow("yes as it did") << u"yes"_s << u"take"_s << 0;
        QTest::newRow("no as it did") << u"no"_s << u"voicemail"_s << 0;
        QTest::newRow("case, blanks, a full stop") << u"  Yes. \n"_s << u"take"_s << 0;
        QTest::newRow("with a number") << u"TAKE 2"_s << u"take"_s << 2;
        QTest::newRow("number first") << u"3 vm!"_s << u"voicemail"_s << 3;
        QTest::newRow("number sign") << u"thank #12"_s << u"thank"_s << 12;
        QTest::newRow("later") << u"Later 1"_s << u"later"_s << 1;
        QTest::newRow("a question") << u"what?"_s << QString() << 0;
        QTest::newRow("busy") << u"busy"_s << QString() << 0;
        QTest::newRow("a sentence with the word") << u"I can't take it"_s << QString() << 0;
        QTest::newRow("don't take") << u"don't take 2"_s << QString() << 0;
        QTest::newRow("a number alone") << u"2"_s << QString() << 0;
        QTest::newRow("a number below one") << u"take 0"_s << QString() << 0;
        QTest::newRow("two numbers") << u"take 2 3"_s << QString() << 0;
        QTest::newRow("nothing") << QString() << QString() << 0;
        QTest::newRow("markup") << u"<b>take</b>"_s << QString() << 0;
    }
    void wordsMeanWhatTheTableSays()
    {
        QFETCH(QString, body);
        QFETCH(QString, wish);
        QFETCH(int, number);
        const auto reply = understood(body, defaultReplyWords());
        QCOMPARE(reply ? toWord(reply->wish) : QString(), wish);
        QCOMPARE(reply ? reply->number : 0, number);
    }

    void theTableCanBeExtended()
    {
        QList<ReplyWord> words = defaultReplyWords();
        words.append({u"Put through"_s, AskWish::Take});
        words.append({u"1"_s, AskWish::Take});
        QCOMPARE(understood(u"put  through 4"_s, words), (Reply{AskWish::Take, 4}));
        QCOMPARE(understood(u"1"_s, words), (Reply{AskWish::Take, 0}));
        QCOMPARE(wordsFromJson(wordsToJson(words)), words);
    }

    void noDefaultIsANetworkWord()
    {
        for (const ReplyWord &word : defaultReplyWords())
            QVERIFY2(mayBeReplyWord(word.word), qPrintable(word.word));
        for (const QString &word :
             {u"STOP"_s, u"stopall"_s, u"Unsubscribe"_s, u"CANCEL"_s, u"end"_s, u"quit"_s, u"revoke"_s,
              u"optout"_s, u"start"_s, u"unstop"_s, u"help"_s, u"info"_s, u" stop! "_s, u""_s})
            QVERIFY2(!mayBeReplyWord(word), qPrintable(word));
        QCOMPARE(networkWord(u" Stop\n"_s), NetworkWord::OptOut);
        QCOMPARE(networkWord(u"stop please"_s), NetworkWord::None);
    }

    void theListIsKeptAndRepaired()
    {
        const QList<AskPhone> phones{{u"Bob"_s, u"+14155550111"_s, AskBy::Text},
                                     {u"Carol"_s, u"+14155550122"_s, AskBy::Call},
                                     {u"Dan"_s, u"+14155550133"_s, AskBy::Automatic}};
        QCOMPARE(phonesFromJson(phonesToJson(phones)), phones);
        AskPlan plan;
        plan.phones = {{u"Bob"_s, u"+1 (415) 555-0111"_s, AskBy::Text}};
        QVERIFY(plan.phone(u"+14155550111"_s));
        QVERIFY(!plan.phone(u"+14155550112"_s));
        QVERIFY(!plan.phone(QString()));
        QVERIFY(phonesFromJson(QJsonObject{{u"phones"_s, 3}}).isEmpty());
    }

    void textsSayWhoFromWhereAndWhatToAnswer()
    {
        const AskPlan plan = AskPlan::defaults();
        const Caller priya{u"Priya Raman"_s, u"+14085550142"_s, u"San Jose"_s, u"CA"_s, u"US"_s};
        QCOMPARE(textFor(priya, 0, plan),
                 u"You have a call from Priya Raman, San Jose, CA. Reply TAKE, VM, THANK or LATER."_s);
        QCOMPARE(
            textFor(priya, 2, plan),
            u"You have a call from Priya Raman, San Jose, CA. Reply TAKE 2, VM 2, THANK 2 or LATER 2."_s);
        QVERIFY(spokenFor(priya, plan).contains("Priya Raman, San Jose, CA"_L1));
    }

    /// PB9
    void PB9_whatIsMissingIsUnknown()
    {
        const AskPlan plan = AskPlan::defaults();
        QCOMPARE(textFor({}, 0, plan),
                 u"You have a call from Unknown, Unknown. Reply TAKE, VM, THANK or LATER."_s);
        QCOMPARE(nameForAsking({{}, u"+14085550142"_s, {}, {}, {}}), u"+14085550142"_s);
    }

    void ownWordingStillCarriesTheNumber()
    {
        AskPlan plan = AskPlan::defaults();
        plan.text = u"{ NAME } ({number}) calls {nobody}"_s;
        const Caller caller{u"{take}"_s, u"+14085550142"_s, {}, {}, {}};
        QCOMPARE(textFor(caller, 0, plan), u"{take} (+14085550142) calls {nobody}"_s);
        QVERIFY(textFor(caller, 7, plan).contains("TAKE 7"_L1));
        plan.text = u"x"_s.repeated(5000);
        QVERIFY(textFor(caller, 7, plan).size() <= 1600);
        QVERIFY(textFor(caller, 7, plan).contains("TAKE 7"_L1));
    }

    void aNameIsOneLine()
    {
        const Caller caller{u"A\nB\tC\u0007"_s + u"x"_s.repeated(200), {}, {}, {}, {}};
        QVERIFY(nameForAsking(caller).startsWith("A B C"_L1));
        QVERIFY(nameForAsking(caller).size() <= 60);
    }
};

QTEST_GUILESS_MAIN(TestReplyWords)
#include "test_reply_words.moc"
