// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/form.h"

#include <QTest>

using namespace anteroom::http;
using namespace Qt::StringLiterals;

class TestHttpForm : public QObject
{
    Q_OBJECT
private slots:
    void decodes_data()
    {
        QTest::addColumn<QByteArray>("encoded");
        QTest::addColumn<QList<Form::Field>>("fields");
        using Fields = QList<Form::Field>;
        QTest::newRow("nothing") << ""_ba << Fields{};
        QTest::newRow("plain") << "a=1&b=2"_ba << Fields{{"a"_ba, "1"_ba}, {"b"_ba, "2"_ba}};
        QTest::newRow("order and repetition")
            << "b=2&a=1&b=3"_ba << Fields{{"b"_ba, "2"_ba}, {"a"_ba, "1"_ba}, {"b"_ba, "3"_ba}};
        QTest::newRow("plus is a space")
            << "FromCity=SAN+JOSE+"_ba << Fields{{"FromCity"_ba, "SAN JOSE "_ba}};
        QTest::newRow("percent") << "From=%2B1408%2b"_ba << Fields{{"From"_ba, "+1408+"_ba}};
        QTest::newRow("name is decoded") << "a+b%5B%5D=1"_ba << Fields{{"a b[]"_ba, "1"_ba}};
        QTest::newRow("utf-8") << "n=J%C3%BCrgen%F0%9F%93%9E"_ba
                               << Fields{{"n"_ba, "J\xc3\xbcrgen\xf0\x9f\x93\x9e"_ba}};
        QTest::newRow("broken percent stays")
            << "a=100%&b=%4&c=%zz&d=%%41"_ba
            << Fields{{"a"_ba, "100%"_ba}, {"b"_ba, "%4"_ba}, {"c"_ba, "%zz"_ba}, {"d"_ba, "%A"_ba}};
        QTest::newRow("NUL is a byte") << "a=%00b"_ba << Fields{{"a"_ba, QByteArray("\0b", 2)}};
        QTest::newRow("no value") << "a&b=&=c&&"_ba << Fields{{"a"_ba, {}}, {"b"_ba, {}}, {{}, "c"_ba}};
        QTest::newRow("equals in value") << "a=b=c"_ba << Fields{{"a"_ba, "b=c"_ba}};
        QTest::newRow("semicolon separates nothing") << "a=1;b=2"_ba << Fields{{"a"_ba, "1;b=2"_ba}};
    }

    void decodes()
    {
        QFETCH(QByteArray, encoded);
        QFETCH(QList<Form::Field>, fields);
        QCOMPARE(Form::decode(encoded).fields(), fields);
    }

    void encodedTextDecodesToItself()
    {
        QByteArray everyByte;
        for (int i = 0; i < 256; ++i)
            everyByte.append(static_cast<char>(i));
        Form form;
        form.add("a b"_ba, everyByte);
        form.add("a b"_ba, "second"_ba);
        QCOMPARE(Form::decode(form.encode()).fields(), form.fields());
        QCOMPARE(Form({{"To"_ba, "+1 408"_ba}, {"x"_ba, ""_ba}}).encode(), "To=%2B1+408&x="_ba);
    }

    /// Names and values share one piece of memory; none may run into its neighbour, empty ones neither.
    void viewsAreTheFields()
    {
        Form form = Form::decode("a=1&=&b&%41+=x%00y&a=");
        form.add("", "added");
        const QList<Form::Field> expected{{"a"_ba, "1"_ba},     {""_ba, ""_ba},  {"b"_ba, ""_ba},
                                          {"A "_ba, "x\0y"_ba}, {"a"_ba, ""_ba}, {""_ba, "added"_ba}};
        QCOMPARE(form.fields(), expected);
        const QList<Form::FieldView> views = form.views();
        QCOMPARE(views.size(), expected.size());
        for (qsizetype i = 0; i < views.size(); ++i) {
            QCOMPARE(views.at(i).first.toByteArray(), expected.at(i).first);
            QCOMPARE(views.at(i).second.toByteArray(), expected.at(i).second);
        }
        QVERIFY(Form().isEmpty() && Form().views().isEmpty() && !form.isEmpty());
    }

    void findsByName()
    {
        const Form form = Form::decode("a=1&b=%C3%A4&a=2");
        QCOMPARE(form.value("a"), "1"_ba);
        QCOMPARE(form.values("a"), (QList<QByteArray>{"1"_ba, "2"_ba}));
        QCOMPARE(form.text("b"), u"\u00e4"_s);
        QVERIFY(form.contains("b"));
        QVERIFY(!form.contains("B"));
        QVERIFY(form.value("c").isEmpty());
        QVERIFY(form.values("c").isEmpty());
    }

    void percentEncodesAllButUnreserved()
    {
        QCOMPARE(percentEncode("aZ09-._~"), "aZ09-._~"_ba);
        QCOMPARE(percentEncode("+1 (408)/?&=\xc3\xa4"), "%2B1%20%28408%29%2F%3F%26%3D%C3%A4"_ba);
    }
};

QTEST_GUILESS_MAIN(TestHttpForm)
#include "test_http_form.moc"
