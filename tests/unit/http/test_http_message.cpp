// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/date_line.h"
#include "http/message.h"
#include "http/response_writer.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTest>

using namespace anteroom::http;
using namespace Qt::StringLiterals;

class TestHttpMessage : public QObject
{
    Q_OBJECT
private slots:
    void splitsTheTarget_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("query");
        const auto row = [](const char *target, const char *path, const char *query) {
            QTest::newRow(target) << QByteArray(target) << QByteArray(path) << QByteArray(query);
        };
        row("/", "/", "");
        row("/voice?a=%20b&c", "/voice", "a=%20b&c");
        row("/a%2Fb?x?y", "/a%2Fb", "x?y");
        row("/go?to=http://elsewhere/x", "/go", "to=http://elsewhere/x");
        row("http://desk.example:80/voice?x=1", "/voice", "x=1");
        row("http://desk.example", "/", "");
        row("http://desk.example?x=/y", "/", "x=/y");
        row("*", "*", "");
        row("desk.example:443", "desk.example:443", "");
    }

    void splitsTheTarget()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, query);
        Request request;
        request.target = target;
        QCOMPARE(request.path(), path);
        QCOMPARE(request.query(), query);
    }

    void findsHeadersWithoutCase()
    {
        Request request;
        request.headers = {
            {"X-Twilio-Signature"_ba, "abc="_ba}, {"empty"_ba, {}}, {"x-twilio-signature"_ba, "second"_ba}};
        QCOMPARE(request.header("x-TWILIO-signature"), "abc="_ba);
        QVERIFY(!request.header("Empty").isNull());
        QVERIFY(request.header("Empty").isEmpty());
        QVERIFY(request.header("X-Twilio").isNull());
    }

    void writesAResponse()
    {
        Response response;
        response.contentType = "text/xml"_ba;
        response.body = "<Response/>"_ba;
        response.headers = {{"X-A"_ba, "b"_ba}};
        QCOMPARE(
            writeResponse(response, {}, "Date: d\r\n"),
            "HTTP/1.1 200 OK\r\nDate: d\r\nContent-Type: text/xml\r\nX-A: b\r\nContent-Length: 11\r\n\r\n<Response/>"_ba);
        QCOMPARE(
            writeResponse(response, {.headOnly = true, .close = true}, ""),
            "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nX-A: b\r\nConnection: close\r\nContent-Length: 11\r\n\r\n"_ba);
        QCOMPARE(writeResponse(Response{.status = 404}, {.http10 = true}, ""),
                 "HTTP/1.1 404 Not Found\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n"_ba);
        QCOMPARE(writeResponse(Response{.status = 204, .body = "x"_ba}, {}, ""),
                 "HTTP/1.1 204 No Content\r\n\r\n"_ba);
    }

    void headersCannotBreakOut()
    {
        Response response;
        response.status = 302;
        response.contentType = "a\r\nX-Evil: 1"_ba;
        response.headers = {{"Location"_ba, "/x\r\n\r\n<script>"_ba},
                            {"X\nY"_ba, QByteArray("a\0b", 3)},
                            {"content-LENGTH"_ba, "99"_ba},
                            {""_ba, "nameless"_ba}};
        QCOMPARE(
            writeResponse(response, {}, ""),
            "HTTP/1.1 302 Found\r\nContent-Type: a  X-Evil: 1\r\nLocation: /x    <script>\r\nX Y: a b\r\n"
            "Content-Length: 0\r\n\r\n"_ba);
    }

    void theDateIsInImfFixdate()
    {
        DateLine line;
        const QRegularExpression form(u"^Date: ((Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{2} [A-Z][a-z]{2} \\d{4} "
                                      "\\d{2}:\\d{2}:\\d{2} GMT)\r\n$"_s);
        const qint64 before = QDateTime::currentSecsSinceEpoch();
        const auto match = form.match(QString::fromLatin1(line.now()));
        QVERIFY(match.hasMatch());
        const auto time =
            QDateTime::fromString(match.captured(1).replace(u"GMT"_s, u"+0000"_s), Qt::RFC2822Date);
        QVERIFY(time.isValid());
        QVERIFY(time.toSecsSinceEpoch() >= before);
        QVERIFY(time.toSecsSinceEpoch() <= QDateTime::currentSecsSinceEpoch());
    }
};

QTEST_GUILESS_MAIN(TestHttpMessage)
#include "test_http_message.moc"
