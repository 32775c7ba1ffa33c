// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/sqlite_call_log.h"

#include "history/connection.h"
#include "history/sqlite_journal.h"
#include "history/values.h"

#include <QCoroFuture>
#include <QLoggingCategory>
#include <QPromise>
#include <QSqlQuery>

#include <algorithm>
#include <functional>
#include <optional>

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

qint64 sinceWhen(const QDateTime &since)
{
    return since.isValid() ? since.toMSecsSinceEpoch() : 0;
}

template <typename What> QList<std::pair<What, int>> mostFrequentFirst(const QMap<What, int> &counts)
{
    QList<std::pair<What, int>> sorted(counts.keyValueBegin(), counts.keyValueEnd());
    std::ranges::stable_sort(sorted, std::ranges::greater(), &std::pair<What, int>::second);
    return sorted;
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
        // Asked for every arrival: prepared once, and most people call for the first time.
        m_count->bindValue(0, number);
        if (run(*m_count) && m_count->next())
            history.timesCalled = m_count->value(0).toInt();
        m_count->finish();
        if (history.timesCalled == 0)
            return history;
        QSqlQuery &query = *m_earlier;
        query.bindValue(0, number);
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
        query.finish(); // or its reading would keep the journal's file from being tidied up
        return history;
    }

    std::optional<KnownNumbers::Keys> numbers()
    {
        if (!open())
            return {};
        QSqlQuery query(m_connection->database());
        query.setForwardOnly(true);
        query.prepare(u"SELECT DISTINCT number FROM past_calls"_s);
        if (!run(query))
            return {};
        KnownNumbers::Keys keys;
        while (query.next())
            keys.push_back(KnownNumbers::keyOf(query.value(0).toString()));
        return keys;
    }

    QList<calls::PastCall> pastCalls(const calls::PastCallQuery &wanted, int limit)
    {
        QList<calls::PastCall> found;
        if (!open())
            return found;
        QSqlQuery query(m_connection->database());
        query.prepare(
            u"SELECT sid, name, number, city, region, country, at, outcome, waited, talked, topic, notes, "
            "queue_results, notice, notice_at, consent, was_recorded FROM past_calls WHERE (name LIKE :text "
            "ESCAPE '\\' "
            "OR topic LIKE :text ESCAPE '\\' OR notes LIKE :text ESCAPE '\\' "
            "OR number LIKE :number ESCAPE '\\') AND at >= :since "
            "AND (:anyOutcome OR outcome = :outcome) "
            "AND (:anyResult OR instr(char(10) || queue_results || char(10), :result)) "
            "ORDER BY at DESC, sid LIMIT :limit"_s);
        const QString search = wanted.search.trimmed();
        query.bindValue(u":text"_s, anywhere(search));
        query.bindValue(u":number"_s, anywhere(asNumber(search)));
        query.bindValue(u":since"_s, sinceWhen(wanted.since));
        query.bindValue(u":anyOutcome"_s, !wanted.outcome.has_value());
        query.bindValue(u":outcome"_s, text(calls::toWord(wanted.outcome.value_or(calls::Outcome::None))));
        query.bindValue(u":anyResult"_s, wanted.queueResult.isEmpty());
        query.bindValue(u":result"_s, QString(u'\n' + wanted.queueResult + u'\n'));
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
            call.queueResults = linesFromText(query.value(12).toString());
            call.notice = query.value(13).toString();
            call.noticeAt = toInstant(query.value(14));
            call.consent = calls::consentFromWord(query.value(15).toString());
            call.wasRecorded = query.value(16).toBool();
            found.append(call);
        }
        return found;
    }

    calls::PastCallTally tally(const QDateTime &since)
    {
        calls::PastCallTally tally;
        if (!open())
            return tally;
        QSqlQuery query(m_connection->database());
        query.prepare(u"SELECT outcome, queue_results, count(*) FROM past_calls WHERE at >= ? "
                      "AND NOT outbound GROUP BY outcome, queue_results"_s);
        query.addBindValue(sinceWhen(since));
        QMap<calls::Outcome, int> outcomes;
        QMap<QString, int> results;
        for (bool more = run(query) && query.next(); more; more = query.next()) {
            const int count = query.value(2).toInt();
            tally.calls += count;
            outcomes[calls::outcomeFromWord(query.value(0).toString())] += count;
            for (const auto &result : linesFromText(query.value(1).toString()))
                results[result] += count;
        }
        tally.outcomes = mostFrequentFirst(outcomes);
        tally.queueResults = mostFrequentFirst(results);
        return tally;
    }

    bool knows(const QString &sid)
    {
        if (!open())
            return false;
        QSqlQuery query(m_connection->database());
        query.prepare(u"SELECT 1 FROM past_calls WHERE sid = ?"_s);
        query.addBindValue(sid);
        return run(query) && query.next();
    }

    int callsSince(const QDateTime &since)
    {
        if (!open())
            return 0;
        QSqlQuery query(m_connection->database());
        query.setForwardOnly(true);
        // An ended call stays in view for a while and is then in both. A UNION would sort everybody in view.
        query.prepare(u"SELECT (SELECT count(*) FROM past_calls WHERE at >= ? AND NOT outbound) + "
                      "(SELECT count(*) FROM calls WHERE begun >= ? "
                      "AND sid NOT IN (SELECT sid FROM past_calls WHERE at >= ?))"_s);
        for (int i = 0; i < 3; ++i)
            query.addBindValue(instant(since));
        return run(query) && query.next() ? query.value(0).toInt() : 0;
    }

    void close()
    {
        m_count.reset();
        m_earlier.reset();
        m_connection.reset();
    }

private:
    /// Late, because the journal makes the file.
    bool open()
    {
        if (m_connection)
            return true;
        auto opened = Connection::open(m_file, Connection::Mode::Reading);
        if (!opened)
            return false;
        m_connection = *std::move(opened);
        if (prepare(m_count, u"SELECT count(*) FROM past_calls WHERE number = ? AND NOT outbound"_s) &&
            prepare(m_earlier, u"SELECT at, outcome, waited, talked, recorded, topic FROM past_calls "
                               "WHERE number = ? ORDER BY at DESC LIMIT %1"_s.arg(earlierCalls)))
            return true;
        close(); // no table yet; whoever asks next tries again
        return false;
    }

    bool prepare(std::optional<QSqlQuery> &query, const QString &sql)
    {
        query.emplace(m_connection->database());
        query->setForwardOnly(true); // keeps no copy of the rows
        return query->prepare(sql);
    }

    const QString m_file;
    std::unique_ptr<Connection> m_connection;
    std::optional<QSqlQuery> m_count;
    std::optional<QSqlQuery> m_earlier;
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

void SqliteCallLog::follow(const SqliteJournal &journal)
{
    QObject::connect(&journal, &SqliteJournal::callEnded, &m_here,
                     [this](const QString &number) { m_known.note(number); });
    m_reading = ask<std::optional<KnownNumbers::Keys>>([](Reader &reader) { return reader.numbers(); });
}

bool SqliteCallLog::mayHaveCalled(const QString &number)
{
    if (m_reading && m_reading->isFinished()) {
        if (auto keys = m_reading->result())
            m_known.setPast(*std::move(keys));
        m_reading.reset();
    }
    return !number.isEmpty() && m_known.mayHaveCalled(number);
}

QCoro::Task<calls::NumberHistory> SqliteCallLog::historyOf(QString number)
{
    if (!mayHaveCalled(number))
        co_return {};
    auto answer = ask<calls::NumberHistory>([number](Reader &reader) { return reader.historyOf(number); });
    co_return co_await answer;
}

QCoro::Task<QList<calls::PastCall>> SqliteCallLog::pastCalls(calls::PastCallQuery query, int limit)
{
    auto answer = ask<QList<calls::PastCall>>(
        [query, limit](Reader &reader) { return reader.pastCalls(query, limit); });
    co_return co_await answer;
}

QCoro::Task<calls::PastCallTally> SqliteCallLog::tally(QDateTime since)
{
    auto answer = ask<calls::PastCallTally>([since](Reader &reader) { return reader.tally(since); });
    co_return co_await answer;
}

QCoro::Task<bool> SqliteCallLog::knows(QString sid)
{
    auto answer = ask<bool>([sid](Reader &reader) { return reader.knows(sid); });
    co_return co_await answer;
}

QCoro::Task<int> SqliteCallLog::callsSince(QDateTime since)
{
    auto answer = ask<int>([since](Reader &reader) { return reader.callsSince(since); });
    co_return co_await answer;
}

} // namespace anteroom::history
