// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twiml/document.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom::twiml;

namespace {

QByteArray body(const Document &document)
{
    const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"_ba;
    const QByteArray whole = write(document);
    return whole.startsWith(head) ? whole.sliced(head.size()).chopped(11) : "no declaration"_ba;
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheDeclarationFirst()
    {
        QCOMPARE(write({}), "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>"_ba);
    }

    void writesVerbsWithNounsAndAttributes()
    {
        const Document document{{u"Dial"_s,
                                 {{u"action"_s, u"https://a.example/x?a=1&b=2"_s}},
                                 {},
                                 {{u"Conference"_s, {}, u"room"_s}}},
                                {u"Hangup"_s}};
        QCOMPARE(body(document),
                 "<Dial action=\"https://a.example/x?a=1&amp;b=2\"><Conference>room</Conference></Dial>"
                 "<Hangup/>"_ba);
    }

    void escapes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("markup") << u"</Say><Hangup/>"_s << "&lt;/Say&gt;&lt;Hangup/&gt;"_ba;
        QTest::newRow("cdata end") << u"]]>"_s << "]]&gt;"_ba;
        QTest::newRow("entity") << u"&amp;"_s << "&amp;amp;"_ba;
        QTest::newRow("control") << u"a\u0000\u0001\u001b\u007f\u0085b"_s << "ab"_ba;
        QTest::newRow("kept whitespace") << u"a\tb\nc"_s << "a\tb\nc"_ba;
        QTest::newRow("carriage return") << u"a\rb"_s << "a&#13;b"_ba;
        QTest::newRow("not a character") << u"a\ufffe\uffffb"_s << "ab"_ba;
        QTest::newRow("emoji") << u"Zoë 👍"_s << "Zoë 👍"_ba;
        QTest::newRow("lone high surrogate") << u"a"_s + QChar(0xd83d) + u"b"_s << "ab"_ba;
        QTest::newRow("lone low surrogate") << u"a"_s + QChar(0xdc4d) + u"b"_s << "ab"_ba;
        QTest::newRow("two high surrogates") << QString(QChar(0xd83d)) + u"👍"_s << "👍"_ba;
        QTest::newRow("surrogate at the end") << u"a"_s + QChar(0xd83d) << "a"_ba;
    }
    void escapes()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, written);
        QCOMPARE(body({{u"Say"_s, {}, text}}), "<Say>" + written + "</Say>");
    }

    void escapesAttributes()
    {
        QCOMPARE(body({{u"Say"_s, {{u"voice"_s, u"\"<a>\n\t\u0002'&"_s}}, u"x"_s}}),
                 "<Say voice=\"&quot;&lt;a&gt;&#10;&#9;'&amp;\">x</Say>"_ba);
    }

    void leavesOutNamesThatAreNone()
    {
        QCOMPARE(
            body({{u"Say><Hangup"_s, {}, u"x"_s}, {u"Say"_s, {{u"a=\"1\" b"_s, u"v"_s}}, u"x"_s}, {u""_s}}),
            "<Say>x</Say>"_ba);
    }

    void readsBackWhatItWrote()
    {
        const Document document{{u"Say"_s,
                                 {{u"voice"_s, u"Polly.Joanna\t\"x\"\n"_s}, {u"loop"_s, u"2"_s}},
                                 u" Grüße, <b> & \r\n👍 "_s},
                                {u"Gather"_s,
                                 {{u"action"_s, u"https://desk.example.com/k?a=1&b=%20"_s}},
                                 {},
                                 {{u"Say"_s, {}, u"Press 1"_s}, {u"Pause"_s, {{u"length"_s, u"2"_s}}}}},
                                {u"Hangup"_s}};
        const auto again = read(write(document));
        QVERIFY2(again, qPrintable(again ? QString() : again.error().sentence));
        QCOMPARE(*again, document);
    }

    void readsWithoutDeclarationAndWithIndentation()
    {
        const auto document = read("<Response>\n  <Dial>\n    <Number>+15005550006</Number>\n  </Dial>\n  "
                                   "loose <!-- note -->\n</Response>\n");
        QVERIFY(document);
        const Document expected{{u"Dial"_s, {}, {}, {{u"Number"_s, {}, u"+15005550006"_s}}}};
        QCOMPARE(*document, expected);
    }

    void readsCharacterDataAndReferences()
    {
        const auto document = read("<Response><Say><![CDATA[a<b]]> &#x41;&amp;</Say></Response>");
        QVERIFY(document);
        QCOMPARE(document->first().text, u"a<b A&"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << ""_ba << 12100;
        QTest::newRow("text") << "Not found"_ba << 12100;
        QTest::newRow("cut") << "<Response><Say>a</Say>"_ba << 12100;
        QTest::newRow("crossed") << "<Response><Say>a</Response></Say>"_ba << 12100;
        QTest::newRow("two roots") << "<Response/><Response/>"_ba << 12100;
        QTest::newRow("bare ampersand") << "<Response><Say>a & b</Say></Response>"_ba << 12100;
        QTest::newRow("newline before declaration") << "\n<?xml version=\"1.0\"?><Response/>"_ba << 12100;
        QTest::newRow("broken UTF-8")
            << "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>\xc3\x28</Response>"_ba << 12100;
        QTest::newRow("control character") << "<Response><Say>\x01</Say></Response>"_ba << 12100;
        QTest::newRow("attribute twice") << "<Response><Say a=\"1\" a=\"2\">x</Say></Response>"_ba << 12100;
        QTest::newRow("DTD") << "<!DOCTYPE Response SYSTEM \"http://127.0.0.1/x\"><Response/>"_ba << 12100;
        QTest::newRow("entities") << "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                                     "<Response><Say>&b;</Say></Response>"_ba
                                  << 12100;
        QTest::newRow("unknown entity") << "<Response><Say>&nbsp;</Say></Response>"_ba << 12100;
        QTest::newRow("root misspelt") << "<response/>"_ba << 12102;
        QTest::newRow("other root") << "<html><body/></html>"_ba << 12102;
        QTest::newRow("too large") << "<Response><Say>"_ba + QByteArray(64 * 1024, 'a') +
                                          "</Say></Response>"_ba
                                   << 11750;
        QTest::newRow("too deep") << "<Response>" + QByteArray("<Say>").repeated(5000) +
                                         QByteArray("</Say>").repeated(5000) + "</Response>"
                                  << 12200;
    }
    void refuses()
    {
        QFETCH(QByteArray, xml);
        QFETCH(int, code);
        const auto document = read(xml);
        QVERIFY(!document);
        QCOMPARE(document.error().code, code);
        QVERIFY(!document.error().sentence.isEmpty());
    }

    void acceptsExactlyTheAllowedSize()
    {
        const QByteArray head = "<Response><Say>"_ba;
        const QByteArray tail = "</Say></Response>"_ba;
        const QByteArray full =
            head + QByteArray(maximumDocumentBytes - head.size() - tail.size(), 'a') + tail;
        QVERIFY(read(full));
        QVERIFY(!read(full + ' '));
    }

    void findsAttributes()
    {
        const Element say{u"Say"_s, {{u"loop"_s, u"0"_s}, {u"voice"_s, QString()}}};
        QCOMPARE(say.attribute(u"loop"), u"0"_s);
        QCOMPARE(say.attribute(u"language", u"en-US"_s), u"en-US"_s);
        QVERIFY(say.hasAttribute(u"voice"));
        QVERIFY(!say.hasAttribute(u"Voice"));
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "test_document.moc"
