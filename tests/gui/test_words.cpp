// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/believable_desk.h"
#include "ui/caller/draft.h"
#include "ui/plots/trend.h"
#include "ui/theme/contrast.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/tokens.h"
#include "ui/words/call_words.h"
#include "ui/words/connection_words.h"
#include "ui/words/durations.h"
#include "ui/words/phone_numbers.h"
#include "ui/words/places.h"
#include "ui/words/plain_text.h"

#include <QFile>
#include <QTest>
#include <QTextDocument>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;
using namespace anteroom::tests;
using namespace anteroom::ui;

class TestWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void everyTextIsLegible_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("back");
        for (const auto &[name, look] : {std::pair("light", Look::Light), std::pair("dark", Look::Dark)}) {
            const Tokens &t = tokensFor(look);
            const auto add = [name = QByteArray(name)](const char *pair, const QColor &text,
                                                       const QColor &back) {
                QTest::newRow((name + " " + pair).constData()) << text << back;
            };
            add("text on window", t.text, t.window);
            add("text on panel", t.text, t.panel);
            add("text on selection", t.text, t.selection);
            add("text on hover", t.text, t.hover);
            add("dim on window", t.dim, t.window);
            add("dim on panel", t.dim, t.panel);
            add("dim on selection, as painted", legible(t.dim, t.selection), t.selection);
            add("dim on hover, as painted", legible(t.dim, t.hover), t.hover);
            add("primary button", t.onAccent, t.accent);
            add("accent on panel", legible(t.accent, t.panel), t.panel);
            add("alert on panel", t.alert, t.panel);
            for (const QColor &wait : {t.waitOk, t.waitLong, t.waitTooLong}) {
                add("wait on panel", legible(wait, t.panel), t.panel);
                add("wait on selection", legible(wait, t.selection), t.selection);
            }
            for (const ChipColours &chip : {t.neutral, t.good, t.busy, t.warning, t.bad})
                add("chip", chip.text, chip.back);
        }
    }
    void everyTextIsLegible()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, back);
        QVERIFY2(contrast(text, back) >= legibleContrast, qPrintable(QString::number(contrast(text, back))));
    }

    void tokensAreThoseOfTheDesign()
    {
        const Tokens &light = tokensFor(Look::Light);
        QCOMPARE(light.window.name(), u"#f6f7f9"_s);
        QCOMPARE(light.accent.name(), u"#0b6bcb"_s);
        QCOMPARE(light.alert.name(), u"#d1242f"_s);
        const Tokens &dark = tokensFor(Look::Dark);
        QCOMPARE(dark.window.name(), u"#16191d"_s);
        QCOMPARE(dark.accent.name(), u"#4a9eff"_s);
        QCOMPARE(dark.waitTooLong.name(), u"#ff6b6b"_s);
    }

    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void styleSheetKnowsAllItsNames()
    {
        for (const Look look : {Look::Light, Look::Dark})
            QVERIFY(!styleSheet(tokensFor(look)).contains(u'@'));
        // A name that is not known leaves nothing where a colour should be.
        QVERIFY(!styleSheet(tokensFor(Look::Light)).contains(u": ;"_s));
    }

    void durations()
    {
        QCOMPARE(clockText(-3), u"0:00"_s);
        QCOMPARE(clockText(9), u"0:09"_s);
        QCOMPARE(clockText(401), u"6:41"_s);
        QCOMPARE(clockText(3723), u"1:02:03"_s);
        QCOMPARE(spokenDuration(59), u"less than a minute"_s);
        QCOMPARE(spokenDuration(60), u"one minute"_s);
        QCOMPARE(spokenDuration(240), u"4 minutes"_s);
        QCOMPARE(spokenDuration(3660), u"one hour one minute"_s);
    }

    void numbers()
    {
        const QString home = u"+14155550100"_s;
        QCOMPARE(formattedNumber(u"+15105550142"_s, home), u"(510) 555-0142"_s);
        QCOMPARE(formattedNumber(u"+15105550142"_s, u"+4930123456"_s), u"+1 (510) 555-0142"_s);
        QCOMPARE(formattedNumber(u"sip:a@b"_s, home), u"sip:a@b"_s);
        QCOMPARE(formattedNumber({}, home), QString());
        QCOMPARE(phoneWords(u"+15105550142"_s, home), u"(510) 555-0142"_s);
        QCOMPARE(phoneWords(u"sip:ana@pbx.example.com"_s, home), u"ana@pbx.example.com (SIP)"_s);
        QCOMPARE(phoneWords(u"client:ana"_s, home), u"ana (app)"_s);
        QCOMPARE(typedNumber(u"(415) 555-0177"_s, home), u"+14155550177"_s);
        QCOMPARE(typedNumber(u"+49 30 123456"_s, home), u"+4930123456"_s);
        QCOMPARE(typedNumber(u"0049 30 123456"_s, home), u"+4930123456"_s);
        QCOMPARE(typedNumber(u"hello"_s, home), QString());
        QCOMPARE(typedNumber(u"12"_s, home), QString());
        QCOMPARE(typedNumber({}, home), QString());
    }

    void places()
    {
        const QList<Call> calls = sevenCallers();
        QCOMPARE(placeOf(calls[0].caller), u"Berkeley, CA"_s);
        QCOMPARE(placeOf(calls[5].caller), u"Paris, France"_s);
        QCOMPARE(placeOf(calls[4].caller), QString());
        QCOMPARE(localTimeOf(calls[0].caller, theMoment()), u"9:41 am there"_s);
        QCOMPARE(localTimeOf(calls[5].caller, theMoment()), u"5:41 pm there"_s);
        QCOMPARE(localTimeOf(calls[4].caller, theMoment()), QString());
        Caller russian;
        russian.country = u"RU"_s; // eleven time zones
        QCOMPARE(localTimeOf(russian, theMoment()), QString());
    }

    void rowsAreSpokenWhole()
    {
        QCOMPARE(spokenRow(sevenCallers()[3], theMoment()),
                 u"Priya Raman, San Jose, waiting one minute, new"_s);
    }

    void numberLines()
    {
        QList<Call> calls = sevenCallers();
        const QString home = calls[0].line;
        QCOMPARE(numberLine(calls[2], home), u"(628) 555-0190 · first call"_s);
        QCOMPARE(numberLine(calls[3], home), u"(408) 555-0155 · 6th call"_s);
        QCOMPARE(numberLine(calls[6], home), u"(925) 555-0137 · 2nd call"_s);
        QCOMPARE(numberLine(calls[4], home), u"Number withheld"_s);
        calls[3].timesCalled = 10;
        QVERIFY(numberLine(calls[3], home).endsWith("11th call"_L1));
        calls[3].timesCalled = 21;
        QVERIFY(numberLine(calls[3], home).endsWith("22nd call"_L1));
    }

    void callerTextIsNeverMarkup()
    {
        const QString hostile = u"<b>Bold</b> & <img src=x>"_s;
        QTextDocument shown;
        shown.setHtml(toolTipText(hostile));
        QCOMPARE(shown.toPlainText(), hostile);
        QVERIFY(!notificationText(hostile).contains(u'<'));
        QVERIFY(!notificationText(hostile).contains(u'&'));
        QCOMPARE(oneLine(u"Line\nbreak \u202Eesrever"_s), u"Line break esrever"_s);
        QVERIFY(oneLine(QString(5000, u'x')).size() <= 201);
    }

    void typingIsNeitherLostNorOverwritten()
    {
        Draft draft(u"old"_s);
        draft.type(u"new"_s);
        draft.receive(u"somebody else's"_s);
        QCOMPARE(draft.text(), u"new"_s); // while typing
        QCOMPARE(draft.take(), std::optional(u"new"_s));
        draft.receive(u"somebody else's"_s); // an unrelated change of the call, older than ours
        QCOMPARE(draft.text(), u"new"_s);
        QVERIFY(!draft.isSettled());
        draft.receive(u"new"_s);
        QVERIFY(draft.isSettled());
        draft.receive(u"later, by another seat"_s);
        QCOMPARE(draft.text(), u"later, by another seat"_s);
    }

    void refusedTypingIsOfferedAgain()
    {
        Draft draft(u"old"_s);
        draft.type(u"new"_s);
        QVERIFY(draft.take());
        draft.refuse();
        QCOMPARE(draft.text(), u"new"_s);
        QCOMPARE(draft.take(), std::optional(u"new"_s));
    }

    void typedBackAgainSendsNothing()
    {
        Draft draft(u"old"_s);
        draft.type(u"older"_s);
        draft.type(u"old"_s);
        QCOMPARE(draft.take(), std::nullopt);
        QVERIFY(draft.isSettled());
    }

    void staleViewSaysSo()
    {
        ConnectionStatus status = goodConnection();
        QCOMPARE(hearingWords(status), u"Receiving calls at hooks.example.org"_s);
        QVERIFY(staleWords(status, theMoment()).isEmpty());
        status.hearing = ConnectionStatus::Hearing::Stale;
        QVERIFY(staleWords(status, theMoment().addSecs(43)).contains(u"0:45"_s));
    }

    void theWayTheDeskIsReachedIsSaid()
    {
        using Way = ConnectionStatus::Way;
        ConnectionStatus status = goodConnection();
        QVERIFY(failedAddressWords(status).isEmpty());
        status.hearing = ConnectionStatus::Hearing::Polling;
        status.way = Way::AddressFailed;
        status.pollEveryMs = 2500;
        status.failedSince = QDateTime(QDate(2026, 3, 14), QTime(20, 14)).toUTC();
        const QString at = QLocale().toString(QTime(20, 14), QLocale::ShortFormat);
        QCOMPARE(failedAddressWords(status),
                 u"The public address failed at %1: callers are kept by the phone company, everything still "
                 "works, positions are not spoken"_s.arg(at));
        QCOMPARE(hearingWords(status), failedAddressWords(status));
        status.way = Way::Polling;
        status.publicUrl.clear();
        QCOMPARE(hearingWords(status), u"Not reached from outside: polling every 3 s"_s);
        status.pollEveryMs = 7000;
        QCOMPARE(hearingWords(status), u"Not reached from outside: polling every 7 s"_s);
        status.pollEveryMs = 150;
        QCOMPARE(hearingWords(status), u"Not reached from outside: polling every 1 s"_s);
        status.way = Way::PublicAddress;
        status.publicUrl = u"https://hooks.example.org"_s;
        QCOMPARE(hearingWords(status), u"Nobody has come in at hooks.example.org yet: polling every 1 s"_s);
        status.lastProbe = theMoment();
        QCOMPARE(hearingWords(status),
                 u"Reached at hooks.example.org, no call there yet: polling every 1 s"_s);
    }

    void germanIsWhole()
    {
        QFile file(QStringLiteral(ANTEROOM_SOURCE_DIR) + u"/resources/translations/anteroom_de.ts"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString source;
        int count = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == "source"_L1)
                source = xml.readElementText();
            if (!xml.isStartElement() || xml.name() != "translation"_L1)
                continue;
            QVERIFY2(!xml.attributes().hasAttribute(u"type"_s), qPrintable(source)); // unfinished
            const QString translated = xml.readElementText();
            QVERIFY2(!translated.isEmpty(), qPrintable(source));
            for (const auto &place : {u"%1"_s, u"%2"_s, u"%3"_s, u"%4"_s})
                QVERIFY2(source.contains(place) == translated.contains(place), qPrintable(source));
            ++count;
        }
        QVERIFY(!xml.hasError());
        QVERIFY(count > 200);
    }

    void trendKeepsHalfAnHour()
    {
        Trend trend;
        for (int i = 0; i < 200; ++i)
            trend.note(theMoment().addSecs(i * Trend::seconds), i);
        QCOMPARE(trend.values().size(), Trend::length);
        QCOMPARE(trend.values().last(), 199);
        trend.note(theMoment().addDays(3), 5); // a laptop that slept
        QVERIFY(trend.values().size() <= Trend::length);
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "test_words.moc"
