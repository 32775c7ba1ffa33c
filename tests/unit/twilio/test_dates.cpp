// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/dates.h"
#include "twilio/json_fields.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom::twilio;

class TestDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("iso");
        QTest::newRow("usual") << u"Tue, 07 Aug 2012 22:57:41 +0000"_s << u"2012-08-07T22:57:41Z"_s;
        QTest::newRow("one-digit day") << u"Mon, 4 Feb 2012 09:01:02 +0000"_s << u"2012-02-04T09:01:02Z"_s;
        QTest::newRow("wrong weekday") << u"Wed, 07 Aug 2012 22:57:41 +0000"_s << u"2012-08-07T22:57:41Z"_s;
        QTest::newRow("no weekday") << u"07 Aug 2012 22:57:41 +0000"_s << u"2012-08-07T22:57:41Z"_s;
        QTest::newRow("west") << u"Tue, 07 Aug 2012 22:57:41 -0730"_s << u"2012-08-08T06:27:41Z"_s;
        QTest::newRow("header") << u"Sat, 31 Jan 2026 10:20:30 GMT"_s << u"2026-01-31T10:20:30Z"_s;
        QTest::newRow("leap second") << u"Sat, 31 Dec 2016 23:59:60 +0000"_s << u"2016-12-31T23:59:59Z"_s;
        QTest::newRow("ISO") << u"2026-01-31T10:20:30Z"_s << u"2026-01-31T10:20:30Z"_s;
        QTest::newRow("ISO, zone") << u"2026-01-31T10:20:30+02:00"_s << u"2026-01-31T08:20:30Z"_s;
        QTest::newRow("ISO without zone") << u"2026-01-31T10:20:30"_s << u"2026-01-31T10:20:30Z"_s;
        QTest::newRow("spaces") << u"  Tue,  07 Aug 2012 22:57:41 +0000 "_s << u"2012-08-07T22:57:41Z"_s;
        for (const char *bad :
             {"", "null", "yesterday", "Tue, 32 Aug 2012 22:57:41 +0000", "Tue, 07 Foo 2012 22:57:41 +0000",
              "Tue, 07 Aug 2012 25:57:41 +0000", "Tue, 07 Aug 2012 22:57 +0000",
              "Tue, 07 Aug 2012 22:57:41 +9900", "Tue, 07 Aug 2012 22:57:41", "2026-13-31T10:20:30Z",
              "99999-01-31T10:20:30Z", "Tue, -7 Aug 2012 22:57:41 +0000"})
            QTest::newRow(*bad ? bad : "empty") << QString::fromLatin1(bad) << QString();
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, iso);
        const QDateTime date = parseDate(text);
        QCOMPARE(date.isValid() ? date.toString(Qt::ISODate) : QString(), iso);
    }

    void filtersByUtcDay()
    {
        QCOMPARE(filterDate(QDateTime(QDate(2026, 1, 31), QTime(23, 59), Qt::UTC)),
                 u"2026-01-31T00:00:00Z"_s);
        QCOMPARE(filterDate(QDateTime::fromString(u"2026-02-01T01:00:00+02:00"_s, Qt::ISODate)),
                 u"2026-01-31T00:00:00Z"_s);
    }

    void readsFieldsInEitherType()
    {
        const QJsonObject o =
            QJsonDocument::fromJson(
                "{\"a\":3,\"b\":\"4\",\"c\":null,\"d\":\"x\",\"e\":true,\"f\":\"true\",\"g\":1e300,\"h\":-1}")
                .object();
        QCOMPARE(numberField(o, "a"_L1), 3);
        QCOMPARE(numberField(o, "b"_L1), 4);
        QCOMPARE(numberField(o, "c"_L1, 7), 7);
        QCOMPARE(numberField(o, "d"_L1, 7), 7);
        QCOMPARE(numberField(o, "g"_L1, 7), 7);
        QCOMPARE(numberField(o, "h"_L1), -1);
        QCOMPARE(numberField(o, "none"_L1), 0);
        QCOMPARE(textField(o, "a"_L1), u"3"_s);
        QCOMPARE(textField(o, "c"_L1), QString());
        QVERIFY(flagField(o, "e"_L1));
        QVERIFY(flagField(o, "f"_L1));
        QVERIFY(!flagField(o, "a"_L1));
        QVERIFY(!dateField(o, "a"_L1).isValid());
    }
};

QTEST_GUILESS_MAIN(TestDates)
#include "test_dates.moc"
