// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/asset.h"

#include <QTest>

using namespace anteroom::http;

namespace {

const Asset letters{"abcdefghij", "audio/wav", "\"tag\""};

Response ask(const QList<Header> &headers = {}, const QByteArray &method = "GET")
{
    Request request;
    request.method = method;
    request.headers = headers;
    return answerWith(letters, request);
}

QByteArray headerOf(const Response &response, const QByteArray &name)
{
    for (const auto &[key, value] : response.headers)
        if (key == name)
            return value;
    return {};
}

} // namespace

class TestHttpAsset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranges_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("contentRange");
        const auto row = [](const char *range, int status, const char *body, const char *contentRange) {
            QTest::newRow(range) << QByteArray(range) << status << QByteArray(body)
                                 << QByteArray(contentRange);
        };
        row("", 200, "abcdefghij", "");
        row("bytes=0-3", 206, "abcd", "bytes 0-3/10");
        row("bytes=4-", 206, "efghij", "bytes 4-9/10");
        row("bytes=-2", 206, "ij", "bytes 8-9/10");
        row("bytes=-20", 206, "abcdefghij", "bytes 0-9/10");
        row("bytes=8-99", 206, "ij", "bytes 8-9/10");
        row("bytes=10-", 416, "", "bytes */10");
        row("bytes=-0", 416, "", "bytes */10");
        row("bytes=5-2", 200, "abcdefghij", "");
        row("bytes=0-1,4-5", 200, "abcdefghij", "");
        row("bytes=a-b", 200, "abcdefghij", "");
        row("bytes=99999999999999999999-", 200, "abcdefghij", "");
        row("lines=1-2", 200, "abcdefghij", "");
    }
    void ranges()
    {
        QFETCH(QByteArray, range);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, contentRange);
        const Response response = ask(range.isEmpty() ? QList<Header>() : QList<Header>{{"Range", range}});
        QCOMPARE(response.status, status);
        QCOMPARE(response.body, body);
        QCOMPARE(headerOf(response, "Content-Range"), contentRange);
    }

    void knownOnesAreNotSentAgain()
    {
        QCOMPARE(headerOf(ask(), "ETag"), "\"tag\"");
        QCOMPARE(ask({{"If-None-Match", "\"other\", W/\"tag\""}}).status, 304);
        QCOMPARE(ask({{"If-None-Match", "\"other\""}}).status, 200);
        QCOMPARE(ask({{"Range", "bytes=0-1"}, {"If-Range", "\"tag\""}}).status, 206);
        QCOMPARE(ask({{"Range", "bytes=0-1"}, {"If-Range", "\"other\""}}).status, 200);
        QCOMPARE(ask({}, "HEAD").status, 200);
        QCOMPARE(ask({{"Range", "bytes=0-1"}}, "HEAD").status, 200);
        QCOMPARE(ask({}, "POST").status, 405);
    }
};

QTEST_GUILESS_MAIN(TestHttpAsset)
#include "test_http_asset.moc"
