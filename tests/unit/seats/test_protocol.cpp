// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the samples of PROTOCOL.md: what it promises is what the desk does.
#include "seats/dispatcher.h"
#include "seats/wire.h"

#include "fake_seat_desk.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace anteroom;
using namespace anteroom::seats;
using namespace Qt::StringLiterals;

namespace {

struct Sample
{
    QByteArray kind; ///< request, answer or notification
    QByteArray json;
};

QList<Sample> readSamples()
{
    QFile file(QStringLiteral(ANTEROOM_SOURCE_DIR "/app/seats/PROTOCOL.md"));
    QList<Sample> samples;
    if (!file.open(QIODevice::ReadOnly))
        return samples;
    bool inside = false;
    while (!file.atEnd()) {
        const auto line = file.readLine();
        if (line.startsWith("```json ")) {
            samples.append({line.sliced(8).trimmed(), {}});
            inside = true;
        } else if (line.startsWith("```")) {
            inside = false;
        } else if (inside) {
            samples.last().json += line;
        }
    }
    return samples;
}

} // namespace

class TestProtocol : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void samplesAreJson();
    void answersAreAsWritten();
    void notificationsAreAsWritten();
    void everyRequestInTheTableExists();

private:
    QList<Sample> m_samples;
    tests::FakeSeatDesk m_desk;
    const calls::Seat m_seat{u"Sam"_s, calls::Role::Screener, {}};
};

void TestProtocol::initTestCase()
{
    m_samples = readSamples();
    QVERIFY(m_samples.size() >= 14);
    auto priya = tests::waitingCall(u"CA00000000000000000000000000000001"_s, 1);
    priya.caller = {u"Priya Raman"_s, u"+14085550142"_s, u"San Jose"_s, u"CA"_s, u"US"_s};
    priya.arrival = QDateTime::fromString(u"2026-11-20T18:00:02.250Z"_s, Qt::ISODateWithMs);
    priya.screening = calls::Screening::Ready;
    priya.screeningBy = u"Sam"_s;
    priya.topic = u"Rents"_s;
    priya.notes = u"Speaks slowly"_s;
    auto withheld = tests::waitingCall(u"CA00000000000000000000000000000002"_s, 2);
    withheld.arrival = QDateTime::fromString(u"2026-11-20T18:00:07.000Z"_s, Qt::ISODateWithMs);
    m_desk.everything = {41, {withheld, priya}, {}};
    m_desk.lineStatus.number = u"+14155550100"_s;
    m_desk.lineStatus.showName = u"Night Talk"_s;
    m_desk.names = {u"Bob Ortega"_s, u"Carol Lindqvist"_s};
    calls::ListenerText older;
    older.sid = u"SM00000000000000000000000000000000"_s;
    older.at = QDateTime::fromString(u"2026-11-20T18:00:00.000Z"_s, Qt::ISODateWithMs);
    calls::ListenerText text = older;
    text.sid = u"SM00000000000000000000000000000001"_s;
    text.from = u"+14085550142"_s;
    text.name = u"Priya Raman"_s;
    text.body = u"Who sang that?"_s;
    text.at = older.at.addSecs(60);
    text.read = true;
    text.answers = {{u"Nina Simone"_s, u"Sam"_s, older.at.addSecs(120), calls::AnswerState::Sent}};
    m_desk.kept.texts = {older, text};
    m_desk.refusals.insert(u"CA0000000000000000000000000000taken"_s,
                           {calls::RefusalCode::Taken, u"Host has this call."_s, u"Host"_s, 0});
}

void TestProtocol::samplesAreJson()
{
    for (const auto &sample : std::as_const(m_samples)) {
        QVERIFY(sample.kind == "request" || sample.kind == "answer" || sample.kind == "notification");
        QJsonParseError error;
        QJsonDocument::fromJson(sample.json, &error);
        QVERIFY2(error.error == QJsonParseError::NoError, sample.json.constData());
    }
}

void TestProtocol::answersAreAsWritten()
{
    const QueueBoard board(m_desk.snapshot());
    Dispatcher dispatcher(m_desk, board);
    std::optional<QByteArray> answer;
    int compared = 0;
    for (const auto &sample : std::as_const(m_samples)) {
        if (sample.kind == "request") {
            answer = dispatcher.answer(m_seat, sample.json);
        } else if (sample.kind == "answer") {
            QVERIFY2(answer, sample.json.constData());
            QCOMPARE(QJsonDocument::fromJson(*answer), QJsonDocument::fromJson(sample.json));
            answer.reset();
            ++compared;
        }
    }
    QVERIFY(compared >= 6);
    QVERIFY(m_desk.commands.size() >= 6);
    QCOMPARE(m_desk.seats.first(), m_seat);
}

void TestProtocol::notificationsAreAsWritten()
{
    QueueBoard board(m_desk.snapshot());
    board.apply({42, {}, {u"CA00000000000000000000000000000001"_s}});
    calls::CloseOutStatus closeOut;
    closeOut.phase = calls::CloseOutStatus::Phase::Running;
    closeOut.done = 1;
    closeOut.total = 2;
    auto closed = m_desk.lineStatus;
    closed.open = false;
    calls::ListenerText text;
    text.sid = u"SM00000000000000000000000000000002"_s;
    text.from = u"22333"_s;
    text.at = QDateTime::fromString(u"2026-11-20T18:03:00.000Z"_s, Qt::ISODateWithMs);
    QHash<QString, QJsonObject> ours{
        {u"texts.changed"_s, toWire(calls::TextsChange{{text}, {u"SM00000000000000000000000000000000"_s}})},
        {u"queue.changed"_s, board.takeNews().value_or(QJsonObject())},
        {u"closeOut.progress"_s, toWire(closeOut)},
        {u"line.changed"_s, toWire(closed)},
        {u"seat.notice"_s,
         {{u"sentence"_s, u"Your phone did not answer. The caller still waits. Pull again."_s}}},
    };
    for (const auto &sample : std::as_const(m_samples)) {
        if (sample.kind != "notification")
            continue;
        const auto written = QJsonDocument::fromJson(sample.json);
        const auto method = written.object().value("method"_L1).toString();
        QVERIFY2(ours.contains(method), qPrintable(method));
        QCOMPARE(QJsonDocument::fromJson(notification(method, ours.take(method))), written);
    }
    QVERIFY(ours.isEmpty());
}

void TestProtocol::everyRequestInTheTableExists()
{
    QFile file(QStringLiteral(ANTEROOM_SOURCE_DIR "/app/seats/PROTOCOL.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QueueBoard board(m_desk.snapshot());
    Dispatcher dispatcher(m_desk, board);
    int found = 0;
    while (!file.atEnd()) {
        const auto line = QString::fromUtf8(file.readLine());
        if (!line.startsWith("| `"_L1))
            continue;
        for (const auto cells = line.section(u'|', 1, 1).split(u','); const auto &cell : cells) {
            const auto method = cell.trimmed().chopped(1).sliced(1);
            if (!method.contains(u'.'))
                continue;
            const auto answer = dispatcher.answer(
                m_seat,
                QJsonDocument(QJsonObject{{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, 1}, {u"method"_s, method}})
                    .toJson());
            QVERIFY2(answer && !answer->contains("-32601"), qPrintable(method));
            ++found;
        }
    }
    QCOMPARE(found, 20);
}

QTEST_GUILESS_MAIN(TestProtocol)
#include "test_protocol.moc"
