// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request_reader.h"

#include <QTest>

#include <vector>

using namespace anteroom::http;
using namespace Qt::StringLiterals;
using State = RequestReader::State;

namespace {

constexpr qsizetype headerBytes = 1024;
constexpr qsizetype bodyBytes = 256;

struct Outcome
{
    QList<Request> requests;
    int status = 0; ///< 0 unless refused
    State state = State::Head;
};

/// Offers pieces as a connection does: what was left is offered again with more behind it.
class Feeder
{
public:
    void add(QByteArrayView piece)
    {
        m_pending.append(piece);
        bool moved = true;
        while (moved && outcome.status == 0) {
            const State before = m_reader.state();
            const qsizetype taken = m_reader.read(m_pending);
            QVERIFY(taken >= 0 && taken <= m_pending.size());
            m_pending.remove(0, taken);
            moved = taken > 0 || m_reader.state() != before;
            if (m_reader.state() == State::Complete)
                outcome.requests.append(m_reader.take());
            else if (m_reader.state() == State::Failed)
                outcome.status = m_reader.status();
        }
        outcome.state = m_reader.state();
    }

    Outcome outcome;

private:
    RequestReader m_reader{headerBytes, bodyBytes};
    QByteArray m_pending;
};

Outcome readAll(QByteArrayView bytes)
{
    Feeder feeder;
    feeder.add(bytes);
    return feeder.outcome;
}

bool same(const Request &a, const Request &b)
{
    return a.method == b.method && a.target == b.target && a.headers == b.headers && a.body == b.body;
}

const QByteArray get =
    "GET /voice?From=%2B1408&x=%zz HTTP/1.1\r\nHost: desk.example\r\nAccept: */*\r\n\r\n"_ba;
const QByteArray post = "POST /voice HTTP/1.1\r\nhost: desk.example\r\nX-Twice: 1\r\nX-Twice:\t 2 \r\n"
                        "Content-Length: 11\r\n\r\nCallSid=CA1"_ba;
const QByteArray chunked = "POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                           "4\r\nCall\r\nA;name=\"va lue\"\r\n0123456789\r\n0\r\nX-Trailer: t\r\n\r\n"_ba;
const QByteArray emptyChunked =
    "POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"_ba;

} // namespace

class TestHttpRequestReader : public QObject
{
    Q_OBJECT
private slots:
    void readsARequest()
    {
        const Outcome outcome = readAll(post);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.requests.size(), 1);
        const Request &request = outcome.requests.first();
        QCOMPARE(request.method, "POST"_ba);
        QCOMPARE(request.target, "/voice"_ba);
        QCOMPARE(request.body, "CallSid=CA1"_ba);
        const QList<Header> headers{{"host"_ba, "desk.example"_ba},
                                    {"X-Twice"_ba, "1"_ba},
                                    {"X-Twice"_ba, "2"_ba},
                                    {"Content-Length"_ba, "11"_ba}};
        QCOMPARE(request.headers, headers);
    }

    void keepsTheTargetByteForByte_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("broken percent") << "/a%zz?b=%2&c=%2B"_ba;
        QTest::newRow("dots and slashes") << "//a/../b/./c//?d#e"_ba;
        QTest::newRow("eight bit") << "/caf\xc3\xa9?\xff"_ba;
        QTest::newRow("absolute") << "http://desk.example:80/voice?x=1"_ba;
        QTest::newRow("asterisk") << "*"_ba;
    }

    void keepsTheTargetByteForByte()
    {
        QFETCH(QByteArray, target);
        const Outcome outcome = readAll("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(outcome.requests.size(), 1);
        QCOMPARE(outcome.requests.first().target, target);
    }

    void joinsChunksAndDropsTrailers()
    {
        const Outcome outcome = readAll(chunked);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.requests.size(), 1);
        QCOMPARE(outcome.requests.first().body, "Call0123456789"_ba);
        QVERIFY(outcome.requests.first().header("X-Trailer").isNull());
    }

    void everySplitReadsTheSame_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("count");
        QTest::newRow("get") << get << 1;
        QTest::newRow("post") << post << 1;
        QTest::newRow("chunked") << chunked << 1;
        QTest::newRow("empty chunked") << emptyChunked << 1;
        QTest::newRow("pipelined") << get + post + chunked + emptyChunked + get << 5;
        QTest::newRow("empty lines between") << "\r\n\r\n" + post + "\r\n" + get << 2;
    }

    /// Every prefix is unfinished and no error; with the rest behind it, it reads as in one piece.
    void everySplitReadsTheSame()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, count);
        const Outcome whole = readAll(bytes);
        QCOMPARE(whole.status, 0);
        QCOMPARE(whole.requests.size(), count);
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            Feeder feeder;
            feeder.add(bytes.first(cut));
            QCOMPARE(feeder.outcome.status, 0);
            QVERIFY(cut == bytes.size() || feeder.outcome.requests.size() < count);
            feeder.add(bytes.sliced(cut));
            QCOMPARE(feeder.outcome.requests.size(), count);
            for (int i = 0; i < count; ++i)
                QVERIFY(same(feeder.outcome.requests[i], whole.requests[i]));
        }
        Feeder bytewise;
        for (const char &byte : bytes)
            bytewise.add(QByteArrayView(&byte, 1));
        QCOMPARE(bytewise.outcome.requests.size(), count);
        for (int i = 0; i < count; ++i)
            QVERIFY(same(bytewise.outcome.requests[i], whole.requests[i]));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray start = "POST / HTTP/1.1\r\nHost: a\r\n"_ba;
        const QByteArray chunks = start + "Transfer-Encoding: chunked\r\n\r\n";
        const auto row = [](const char *name, const QByteArray &bytes, int status) {
            QTest::newRow(name) << bytes << status;
        };
        row("not http", "\x16\x03\x01\x02 TLS\r\n\r\n"_ba, 400);
        row("empty target", "GET  HTTP/1.1\r\nHost: a\r\n\r\n"_ba, 400);
        row("blank in target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n"_ba, 400);
        row("http 2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n"_ba, 505);
        row("http 0.9", "GET /\r\n\r\n"_ba, 400);
        row("no host", "GET / HTTP/1.1\r\nAccept: a\r\n\r\n"_ba, 400);
        row("two hosts", start + "Host: b\r\n\r\n", 400);
        row("length and chunked", start + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400);
        row("chunked and length", start + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
            400);
        row("two lengths", start + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400);
        row("twice the same length", start + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400);
        row("list of lengths", start + "Content-Length: 3, 3\r\n\r\nabc", 400);
        row("signed length", start + "Content-Length: +3\r\n\r\nabc", 400);
        row("negative length", start + "Content-Length: -3\r\n\r\nabc", 400);
        row("empty length", start + "Content-Length:\r\n\r\n", 400);
        row("hexadecimal length", start + "Content-Length: 0x3\r\n\r\nabc", 400);
        row("length beyond 64 bits", start + "Content-Length: 18446744073709551617\r\n\r\na", 400);
        row("other coding", start + "Transfer-Encoding: gzip\r\n\r\n", 501);
        row("identity coding", start + "Transfer-Encoding: identity\r\n\r\n", 501);
        row("chunked not alone", start + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501);
        row("chunked twice",
            start + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
        row("disguised chunked", start + "Transfer-Encoding: \x0b"_ba + "chunked\r\n\r\n0\r\n\r\n", 400);
        row("chunked on 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"_ba, 400);
        row("folded line", start + "X-A: b\r\n c\r\n\r\n", 400);
        row("folded with tab", start + "X-A:\r\n\tc\r\n\r\n", 400);
        row("fold as first line", "GET / HTTP/1.1\r\n Host: a\r\n\r\n"_ba, 400);
        row("blank before colon", start + "Content-Length : 3\r\n\r\nabc", 400);
        row("no colon", start + "Content\r\n\r\n", 400);
        row("empty name", start + ": b\r\n\r\n", 400);
        row("NUL in value", start + QByteArray("X-A: b\0c\r\n\r\n", 12), 400);
        row("NUL in name", start + QByteArray("X-\0A: b\r\n\r\n", 11), 400);
        row("NUL in target", QByteArray("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 29), 400);
        row("CR in value", start + "X-A: b\rc\r\n\r\n", 400);
        row("LF in value", start + "X-A: b\nX-B: c\r\n\r\n", 400);
        row("lines end with LF", "GET / HTTP/1.1\nHost: a\n\n\r\n\r\n"_ba, 400);
        row("unknown expectation", start + "Expect: tea\r\nContent-Length: 1\r\n\r\na", 417);
        row("chunk size is no number", chunks + "x\r\nabc\r\n0\r\n\r\n", 400);
        row("chunk size negative", chunks + "-1\r\nabc\r\n0\r\n\r\n", 400);
        row("chunk size overflows", chunks + "10000000000000001\r\na\r\n0\r\n\r\n", 400);
        row("chunk longer than said", chunks + "3\r\nabcd\r\n0\r\n\r\n", 400);
        row("chunk without line end", chunks + "3\nabc\n0\n\n\r\n", 400);
        row("chunk extension broken", chunks + "3;=\r\nabc\r\n0\r\n\r\n", 400);
        row("length in trailer", chunks + "0\r\nContent-Length: 5\r\n\r\n", 400);
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        const Outcome outcome = readAll(bytes);
        QCOMPARE(outcome.status, status);
        QVERIFY(outcome.requests.isEmpty());
        Feeder bytewise;
        for (const char &byte : bytes)
            bytewise.add(QByteArrayView(&byte, 1));
        QCOMPARE(bytewise.outcome.status, status);
    }

    void limits_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray start = "POST / HTTP/1.1\r\nHost: a\r\n"_ba;
        const QByteArray end = "\r\n\r\n"_ba;
        const QByteArray fill = start + "X: "; // one header line up to exactly the limit, and one byte more
        const qsizetype room = headerBytes - fill.size() - end.size();
        QTest::newRow("head just fits") << fill + QByteArray(room, 'x') + end << 0;
        QTest::newRow("head one too long") << fill + QByteArray(room + 1, 'x') + end << 431;
        QByteArray lines;
        while (lines.size() <= headerBytes)
            lines += "X-Short: 1\r\n";
        QTest::newRow("many short lines") << start + lines + "\r\n" << 431;
        QTest::newRow("head without end") << start + lines << 431;
        QTest::newRow("target too long") << "GET /" + QByteArray(headerBytes, 'a') << 414;
        QTest::newRow("method too long") << QByteArray(headerBytes + 1, 'A') << 414;
        QTest::newRow("only empty lines") << QByteArray("\r\n").repeated(headerBytes) << 400;
        const auto sized = [&](qsizetype n) {
            return start + "Content-Length: " + QByteArray::number(n) + end + QByteArray(n, 'b');
        };
        QTest::newRow("body just fits") << sized(bodyBytes) << 0;
        QTest::newRow("body one too long") << sized(bodyBytes + 1) << 413;
        const QByteArray chunks = start + "Transfer-Encoding: chunked" + end;
        const auto inBytes = [&](qsizetype n) {
            return chunks + QByteArray("1\r\nb\r\n").repeated(n) + "0\r\n\r\n";
        };
        QTest::newRow("chunks just fit") << inBytes(bodyBytes) << 0;
        QTest::newRow("chunks one too long") << inBytes(bodyBytes + 1) << 413;
        QTest::newRow("chunk announces too much") << chunks + "FFFFFFFF\r\n" << 413;
        QTest::newRow("endless extension") << chunks + "1;" + QByteArray(headerBytes + 1, 'e') << 400;
        QTest::newRow("endless trailer") << chunks + "0\r\nX: " + QByteArray(headerBytes + 1, 'e') << 400;
        QTest::newRow("padded chunks")
            << chunks + ("1;e=" + QByteArray(100, 'e') + "\r\nb\r\n").repeated(bodyBytes / 2) << 413;
    }

    void limits()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QCOMPARE(readAll(bytes).status, status);
        QCOMPARE(readAll(bytes).requests.size(), status == 0 ? 1 : 0);
        Feeder bytewise;
        for (const char &byte : bytes)
            bytewise.add(QByteArrayView(&byte, 1));
        QCOMPARE(bytewise.outcome.status, status);
    }

    void saysWhatTheHeadAsksFor()
    {
        const auto head = [](const QByteArray &bytes, auto &&check) {
            RequestReader reader(headerBytes, bodyBytes);
            QCOMPARE(reader.read(bytes), bytes.size());
            check(reader);
        };
        head("GET / HTTP/1.1\r\nHost: a\r\n\r\n"_ba, [](RequestReader &reader) {
            QVERIFY(reader.keepAlive() && !reader.http10() && !reader.expectsContinue());
            QCOMPARE(reader.state(), State::Complete);
        });
        head("GET / HTTP/1.1\r\nHost: a\r\nConnection: x, Close\r\n\r\n"_ba,
             [](RequestReader &reader) { QVERIFY(!reader.keepAlive()); });
        head("GET / HTTP/1.0\r\n\r\n"_ba,
             [](RequestReader &reader) { QVERIFY(!reader.keepAlive() && reader.http10()); });
        head("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"_ba,
             [](RequestReader &reader) { QVERIFY(reader.keepAlive()); });
        head("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n"_ba,
             [](RequestReader &reader) {
                 QVERIFY(reader.expectsContinue());
                 QCOMPARE(reader.state(), State::HeadDone);
             });
    }

    void afterARefusalNothingIsTaken()
    {
        RequestReader reader(headerBytes, bodyBytes);
        reader.read("BAD\r\n\r\n");
        QCOMPARE(reader.state(), State::Failed);
        QCOMPARE(reader.read(get), 0);
        QCOMPARE(reader.state(), State::Failed);
    }
};

QTEST_GUILESS_MAIN(TestHttpRequestReader)
#include "test_http_request_reader.moc"
