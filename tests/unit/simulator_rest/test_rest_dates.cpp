// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/dates.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::simulator;
using namespace anteroom::simulator::rest;

namespace {

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text + u'Z', Qt::ISODate);
}

DateFilter filter(const QByteArray &query)
{
    const auto read = DateFilter::read(http::Form::decode(query), "StartTime"_ba);
    return read.value_or(DateFilter());
}

} // namespace

class TestRestDates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesRfc2822()
    {
        QCOMPARE(rfc2822(utc(u"2012-08-07T22:57:41"_s)), u"Tue, 07 Aug 2012 22:57:41 +0000"_s);
    }

    void writesUtcWhateverTheZone()
    {
        const QDateTime elsewhere(QDate(2026, 1, 1), QTime(1, 30), QTimeZone("Europe/Berlin"));
        QCOMPARE(rfc2822(elsewhere), u"Thu, 01 Jan 2026 00:30:00 +0000"_s);
    }

    void aMomentThatHasNotComeIsNull()
    {
        QVERIFY(rfc2822OrNull({}).isNull());
        QCOMPARE(rfc2822OrNull(utc(u"2026-11-20T00:00:00"_s)).toString(),
                 u"Fri, 20 Nov 2026 00:00:00 +0000"_s);
    }

    void filters_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("moment");
        QTest::addColumn<bool>("matches");

        QTest::newRow("none") << ""_ba << u"2026-01-02T03:04:05"_s << true;
        QTest::newRow("that day, first second")
            << "StartTime=2026-01-02"_ba << u"2026-01-02T00:00:00"_s << true;
        QTest::newRow("that day, last second")
            << "StartTime=2026-01-02"_ba << u"2026-01-02T23:59:59"_s << true;
        QTest::newRow("the day after") << "StartTime=2026-01-02"_ba << u"2026-01-03T00:00:00"_s << false;
        QTest::newRow("before, earlier") << "StartTime%3C=2026-01-02"_ba << u"2026-01-01T23:59:59"_s << true;
        QTest::newRow("before, that moment")
            << "StartTime%3C=2026-01-02"_ba << u"2026-01-02T00:00:00"_s << false;
        QTest::newRow("since, that moment")
            << "StartTime%3E=2026-01-02"_ba << u"2026-01-02T00:00:00"_s << true;
        QTest::newRow("since, earlier") << "StartTime%3E=2026-01-02"_ba << u"2026-01-01T23:59:59"_s << false;
        QTest::newRow("since a moment with zone")
            << "StartTime%3E=2026-01-02T10%3A00%3A00%2B02%3A00"_ba << u"2026-01-02T08:00:00"_s << true;
        QTest::newRow("a moment without zone is UTC")
            << "StartTime%3E=2026-01-02T10%3A00%3A00"_ba << u"2026-01-02T09:59:59"_s << false;
        QTest::newRow("both ends") << "StartTime%3E=2026-01-01&StartTime%3C=2026-01-03"_ba
                                   << u"2026-01-02T12:00:00"_s << true;
        QTest::newRow("both ends, outside")
            << "StartTime%3E=2026-01-01&StartTime%3C=2026-01-03"_ba << u"2026-01-03T12:00:00"_s << false;
        QTest::newRow("another field's filter")
            << "EndTime=2020-01-01"_ba << u"2026-01-02T03:04:05"_s << true;
    }

    void filters()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, moment);
        QFETCH(bool, matches);
        QCOMPARE(filter(query).matches(utc(moment)), matches);
    }

    void aCallThatNeverStartedMatchesOnlyWithoutFilter()
    {
        QVERIFY(filter({}).matches({}));
        QVERIFY(!filter("StartTime%3C=2030-01-01"_ba).matches({}));
    }

    void refusesWhatIsNoDate_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const char *text :
             {"StartTime=yesterday", "StartTime=2026-13-01", "StartTime%3E=", "StartTime%3C=1"})
            QTest::newRow(text) << QByteArray(text);
    }

    void refusesWhatIsNoDate()
    {
        QFETCH(QByteArray, query);
        const auto read = DateFilter::read(http::Form::decode(query), "StartTime"_ba);
        QVERIFY(!read);
        QCOMPARE(read.error().status, 400);
        QVERIFY(read.error().message.contains(u"StartTime"_s));
    }
};

QTEST_GUILESS_MAIN(TestRestDates)
#include "test_rest_dates.moc"
