// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/sqlite_call_log.h"

#include "history/connection.h"
#include "history/values.h"

#include <QCoroFuture>
#include <QLoggingCategory>
#include <QPromise>
#include <QSqlQuery>

namespace anteroom::history {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "anteroom.history")

constexpr int earlierCalls = 5;

bool run(QSqlQuery &query)
{
    if (query.exec())
        return true;
    qCWarning(log) << "past calls cannot be read:" << query.lastError().databaseText();
    return false;
}

/// A LIKE pattern that finds `search` anywhere, its own wildcards taken as they are.
QString anywhere(QString search)
{
    for (const auto wildcard : {u'\\', u'%', u'_'})
        search.replace(QChar(wildcard), u"\\"_s + QChar(wildcard));
    return u'%' + search + u'%';
}

/// People write numbers with blanks, dashes and brackets; we keep them without.
QString asNumber(const QString &search)
{
    QString digits;
    for (const QChar c : search) {
        if (c.isDigit() || (c == u'+' && digits.isEmpty()))
            digits += c;
        else if (!c.isSpace() && !u"()-./"_s.contains(c))
            return search;
    }
    return digits.size() < 3 ? search : digits;
}

int toSeconds(const QVariant &milliseconds)
{
    return static_cast<int>((milliseconds.toLongLong() + 500) / 1000);
}

} // namespace

/// Lives in the reading thread.
class SqliteCallLog::Reader : public QObject
{
public:
    explicit Reader(QString file) : m_file(std::move(file)) {}

    calls::NumberHistory historyOf(const QString &number)
    {
        calls::NumberHistory history;
        if (number.isEmpty() || !open())
            return history;
        QSqlQuery count(m_connection->database());
        count.prepare(u"SELECT count(*) FROM past_calls WHERE number = ? AND NOT outbound"_s);
        count.addBindValue(number);
        if (run(count) && count.next())
            history.timesCalled = count.value(0).toInt();
        QSqlQuery query(m_connection->database());
        query.prepare(u"SELECT at, outcome, waited, talked, recorded, topic FROM past_calls WHERE number = ? "
                      "ORDER BY at DESC LIMIT ?"_s);
        query.addBindValue(number);
        query.addBindValue(earlierCalls);
        for (bool more = run(query) && query.next(); more; more = query.next()) {
            calls::EarlierCall call;
            call.at = toInstant(query.value(0));
            call.outcome = calls::outcomeFromWord(query.value(1).toString());
            const bool talked = call.outcome == calls::Outcome::Talked;
            const bool recorded = call.outcome == calls::Outcome::Voicemail;
            call.seconds = toSeconds(query.value(talked ? 3 : recorded ? 4 : 2));
            call.topic = query.value(5).toString();
            history.earlier.append(call);
        }
        return history;
    }

    QList<calls::PastCall> pastCalls(const QString &search, int limit)
    {
        QList<calls::PastCall> found;
        if (!open())
            return found;
        QSqlQuery query(m_connection->database());
        query.prepare(
            u"SELECT sid, name, number, city, region, country, at, outcome, waited, talked, topic, notes "
            "FROM past_calls WHERE name LIKE :text ESCAPE '\\' OR topic LIKE :text ESCAPE '\\' "
            "OR notes LIKE :text ESCAPE '\\' OR number LIKE :number ESCAPE '\\' "
            "ORDER BY at DESC, sid LIMIT :limit"_s);
        query.bindValue(u":text"_s, anywhere(search.trimmed()));
        query.bindValue(u":number"_s, anywhere(asNumber(search.trimmed())));
        query.bindValue(u":limit"_s, limit);
        for (bool more = run(query) && query.next(); more; more = query.next()) {
            calls::PastCall call;
            call.sid = query.value(0).toString();
            call.caller.name = query.value(1).toString();
            call.caller.number = query.value(2).toString();
            call.caller.city = query.value(3).toString();
            call.caller.region = query.value(4).toString();
            call.caller.country = query.value(5).toString();
            call.at = toInstant(query.value(6));
            call.outcome = calls::outcomeFromWord(query.value(7).toString());
            call.waitedSeconds = toSeconds(query.value(8));
            call.talkedSeconds = toSeconds(query.value(9));
            call.topic = query.value(10).toString();
            call.notes = query.value(11).toString();
            found.append(call);
        }
        return found;
    }

    int callsSince(const QDateTime &since)
    {
        if (!open())
            return 0;
        QSqlQuery query(m_connection->database());
        query.prepare(u"SELECT count(*) FROM (SELECT sid FROM past_calls WHERE at >= ? AND NOT outbound "
                      "UNION SELECT sid FROM calls WHERE begun >= ?)"_s);
        query.addBindValue(instant(since));
        query.addBindValue(instant(since));
        return run(query) && query.next() ? query.value(0).toInt() : 0;
    }

    void close() { m_connection.reset(); }

private:
    /// Late, because the journal makes the file.
    bool open()
    {
        if (!m_connection) {
            if (auto opened = Connection::open(m_file, Connection::Mode::Reading))
                m_connection = *std::move(opened);
        }
        return m_connection != nullptr;
    }

    const QString m_file;
    std::unique_ptr<Connection> m_connection;
};

SqliteCallLog::SqliteCallLog(QString file) : m_reader(std::make_unique<Reader>(std::move(file)))
{
    m_thread.setObjectName(u"history reader"_s);
    m_reader->moveToThread(&m_thread);
    m_thread.start();
}

SqliteCallLog::~SqliteCallLog()
{
    // Behind every question that was asked: nobody is left waiting for an answer.
    QMetaObject::invokeMethod(
        m_reader.get(),
        [this] {
            m_reader->close();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

template <typename Answer, typename Read> QFuture<Answer> SqliteCallLog::ask(Read read)
{
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    QFuture<Answer> answer = promise->future();
    QMetaObject::invokeMethod(
        m_reader.get(),
        [promise, read = std::move(read), reader = m_reader.get()] {
            promise->addResult(read(*reader));
            promise->finish();
        },
        Qt::QueuedConnection);
    return answer;
}

QCoro::Task<calls::NumberHistory> SqliteCallLog::historyOf(QString number)
{
    auto answer = ask<calls::NumberHistory>([number](Reader &reader) { return reader.historyOf(number); });
    co_return co_await answer;
}

QCoro::Task<QList<calls::PastCall>> SqliteCallLog::pastCalls(QString search, int limit)
{
    auto answer = ask<QList<calls::PastCall>>(
        [search, limit](Reader &reader) { return reader.pastCalls(search, limit); });
    co_return co_await answer;
}

QCoro::Task<int> SqliteCallLog::callsSince(QDateTime since)
{
    auto answer = ask<int>([since](Reader &reader) { return reader.callsSince(since); });
    co_return co_await answer;
}

} // namespace anteroom::history
