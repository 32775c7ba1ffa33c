// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/paging.h"

#include <QTest>
#include <QUrl>
#include <QUrlQuery>

#include <limits>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::simulator;
using namespace anteroom::simulator::rest;

namespace {

const QByteArray path = "/2010-04-01/Accounts/AC0/Queues.json"_ba;

QByteArrayList sids(int count)
{
    QByteArrayList list;
    for (int i = 0; i < count; ++i)
        list.append("QU" + QByteArray::number(i));
    return list;
}

QJsonObject page(const QByteArray &query, const QByteArrayList &list)
{
    const http::Form form = http::Form::decode(query);
    const auto request = PageRequest::read(form);
    if (!request)
        return {};
    return envelope(u"queues"_s, path, form, *request, list, [&](qsizetype index) {
        return QJsonObject{{u"sid"_s, QString::fromLatin1(list.at(index))}};
    });
}

QByteArrayList shown(const QJsonObject &page)
{
    QByteArrayList list;
    for (const QJsonValue &item : page[u"queues"].toArray())
        list.append(item[u"sid"].toString().toLatin1());
    return list;
}

/// The query of an address that a page gave.
QByteArray queryOf(const QJsonValue &uri)
{
    return uri.toString().section(u'?', 1).toLatin1();
}

} // namespace

class TestRestPaging : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsWithFifty()
    {
        const QJsonObject first = page({}, sids(120));
        QCOMPARE(shown(first), sids(120).first(50));
        QCOMPARE(first[u"page"].toInt(-1), 0);
        QCOMPARE(first[u"page_size"].toInt(), 50);
        QCOMPARE(first[u"start"].toInt(-1), 0);
        QCOMPARE(first[u"end"].toInt(), 49);
        QVERIFY(first[u"previous_page_uri"].isNull());
        QVERIFY(first[u"next_page_uri"].toString().startsWith(QString::fromLatin1(path) + u'?'));
    }

    void everyItemIsShownOnceByFollowingNext_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("size");
        QTest::newRow("empty") << 0 << 5;
        QTest::newRow("less than a page") << 3 << 5;
        QTest::newRow("exactly a page") << 5 << 5;
        QTest::newRow("exactly two") << 10 << 5;
        QTest::newRow("a rest") << 11 << 5;
        QTest::newRow("one by one") << 4 << 1;
    }

    void everyItemIsShownOnceByFollowingNext()
    {
        QFETCH(int, count);
        QFETCH(int, size);
        const QByteArrayList all = sids(count);
        QByteArrayList seen;
        QByteArray query = "PageSize=" + QByteArray::number(size);
        int pages = 0;
        while (!query.isEmpty()) {
            const QJsonObject current = page(query, all);
            QCOMPARE(current[u"page"].toInt(-1), pages);
            seen += shown(current);
            ++pages;
            QVERIFY(pages <= count + 1);
            query = queryOf(current[u"next_page_uri"]);
        }
        QCOMPARE(seen, all);
    }

    void previousLeadsBack()
    {
        const QByteArrayList all = sids(9);
        const QJsonObject second = page(queryOf(page("PageSize=4", all)[u"next_page_uri"]), all);
        QCOMPARE(shown(second), all.sliced(4, 4));
        QCOMPARE(shown(page(queryOf(second[u"previous_page_uri"]), all)), all.first(4));
    }

    void aListThatGrowsAtItsHeadShowsNothingTwice()
    {
        const QByteArrayList before = sids(6);
        const QByteArray next = queryOf(page("PageSize=3", before)[u"next_page_uri"]);
        const QByteArrayList after = QByteArrayList{"QUnew1"_ba, "QUnew2"_ba} + before;
        QCOMPARE(shown(page(next, after)), before.sliced(3));
    }

    void anAnchorThatHasGoneFallsBackToTheNumber()
    {
        const QByteArrayList all = sids(6);
        QCOMPARE(shown(page("PageSize=2&Page=1&PageToken=PAQUgone", all)), all.sliced(2, 2));
    }

    void filtersTravelWithTheAddresses()
    {
        const QJsonObject first = page("PageSize=1&Status=in-progress&StartTime%3E=2026-01-01", sids(3));
        const http::Form next = http::Form::decode(queryOf(first[u"next_page_uri"]));
        QCOMPARE(next.value("Status"), "in-progress"_ba);
        QCOMPARE(next.value("StartTime>"), "2026-01-01"_ba);
        QCOMPARE(next.value("PageToken"), "PAQU0"_ba);
        QCOMPARE(next.values("PageSize").size(), 1);
    }

    void aPageFarBehindTheEndIsEmpty()
    {
        const QJsonObject far = page("PageSize=1000&Page=2147483647", sids(3));
        QVERIFY(shown(far).isEmpty());
        QVERIFY(far[u"next_page_uri"].isNull());
        QCOMPARE(far[u"start"].toDouble(), 1000. * std::numeric_limits<int>::max());
    }

    void refusesBadNumbers_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("code");
        QTest::newRow("too large") << "PageSize=1001"_ba << 20007;
        QTest::newRow("zero") << "PageSize=0"_ba << 20422;
        QTest::newRow("words") << "PageSize=many"_ba << 20422;
        QTest::newRow("negative page") << "Page=-1"_ba << 20422;
        QTest::newRow("page too long for a number") << "Page=99999999999"_ba << 20422;
    }

    void refusesBadNumbers()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, code);
        const auto request = PageRequest::read(http::Form::decode(query));
        QVERIFY(!request);
        QCOMPARE(request.error().status, 400);
        QCOMPARE(request.error().code, code);
    }
};

QTEST_GUILESS_MAIN(TestRestPaging)
#include "test_rest_paging.moc"
