// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/control_fields.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom::simulator::rest;

class TestRestControlFields : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatIsThere()
    {
        ControlFields fields(R"({"from":"+1","seconds":2.5,"n":3,"on":true,"when":"after"})");
        QCOMPARE(fields.text(u"from"_s), u"+1"_s);
        QCOMPARE(fields.number(u"seconds"_s, 0, 10), 2.5);
        QCOMPARE(fields.maybeInteger(u"n"_s, 0, 10), 3);
        QCOMPARE(fields.maybeBoolean(u"on"_s), true);
        QCOMPARE(fields.maybeOneOf(u"when"_s, {u"before"_s, u"after"_s}), u"after"_s);
        QVERIFY(!fields.maybeText(u"absent"_s));
        QVERIFY(!fields.complaint());
    }

    void anEmptyBodyIsAnEmptyObject()
    {
        QVERIFY(!ControlFields("").complaint());
        QVERIFY(!ControlFields("  {} ").complaint());
    }

    void complains_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("about");
        QTest::newRow("no JSON") << "{from"_ba << u"not JSON"_s;
        QTest::newRow("a list") << "[]"_ba << u"object"_s;
        QTest::newRow("missing") << "{}"_ba << u"from"_s;
        QTest::newRow("empty") << R"({"from":""})"_ba << u"from"_s;
        QTest::newRow("wrong type") << R"({"from":1})"_ba << u"must be a text"_s;
        QTest::newRow("unknown") << R"({"from":"x","form":"y"})"_ba << u"\"form\""_s;
        QTest::newRow("not whole") << R"({"from":"x","n":1.5})"_ba << u"whole"_s;
        QTest::newRow("out of range") << R"({"from":"x","n":11})"_ba << u"from 0 to 10"_s;
        QTest::newRow("no boolean") << R"({"from":"x","on":"yes"})"_ba << u"true or false"_s;
        QTest::newRow("none of these") << R"({"from":"x","when":"later"})"_ba << u"before, after"_s;
    }

    void complains()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, about);
        ControlFields fields(body);
        fields.text(u"from"_s);
        fields.maybeInteger(u"n"_s, 0, 10);
        fields.maybeBoolean(u"on"_s);
        fields.maybeOneOf(u"when"_s, {u"before"_s, u"after"_s});
        const auto complaint = fields.complaint();
        QVERIFY(complaint);
        QVERIFY2(complaint->contains(about), qPrintable(*complaint));
    }
};

QTEST_GUILESS_MAIN(TestRestControlFields)
#include "test_rest_control_fields.moc"
