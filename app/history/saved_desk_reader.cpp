// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/saved_desk_reader.h"

#include "history/answer_row.h"
#include "history/ask_row.h"
#include "history/call_row.h"
#include "history/values.h"

#include <QSqlQuery>

#include <functional>

namespace anteroom::history {

using namespace Qt::StringLiterals;

namespace {

/// Hands out the columns of a row from left to right.
class Row
{
public:
    explicit Row(const QSqlQuery &query) : m_query(query) {}
    QVariant value() { return m_query.value(m_column++); }
    QString text() { return value().toString(); }
    QDateTime instant() { return toInstant(value()); }
    int number() { return value().toInt(); }
    bool flag() { return value().toBool(); }
    calls::Caller caller()
    {
        calls::Caller caller;
        caller.name = text();
        caller.number = text();
        caller.city = text();
        caller.region = text();
        caller.country = text();
        return caller;
    }

private:
    const QSqlQuery &m_query;
    int m_column = 0;
};

class Reader
{
public:
    Reader(const QSqlDatabase &database, TimeBook &times) : m_database(database), m_times(times) {}

    std::expected<calls::SavedDesk, DiskError> read()
    {
        const bool done = readDesk() && readCalls() && readIntents() && readPhones() && readMessages() &&
                          readMissedCalls() && readApologies() && readPinErrors() && readAsking() &&
                          readListenerTexts() && (!m_closeOut || readCloseOut());
        if (!done)
            return std::unexpected(m_error);
        return std::move(m_desk);
    }

private:
    bool each(QLatin1StringView sql, const std::function<void(Row)> &take)
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (query.exec(sql)) {
            while (query.next())
                take(Row(query));
        }
        if (query.lastError().isValid()) {
            m_error = toDiskError(query.lastError());
            return false;
        }
        return true;
    }

    bool readDesk()
    {
        return each(
            "SELECT revision, has_line, line_number, queue, show_name, line_open, desk_left, close_out, "
            "messages_sought FROM desk"_L1,
            [this](Row row) {
                m_desk.revision = row.value().toULongLong();
                const bool hasLine = row.flag();
                calls::LineStatus line;
                line.number = row.text();
                line.queue = row.text();
                line.showName = row.text();
                line.open = row.flag();
                line.deskLeft = row.flag();
                if (hasLine)
                    m_desk.line = line;
                if (const auto key = row.value(); !key.isNull())
                    m_closeOut = key.toLongLong();
                m_desk.messagesSought = row.instant();
            });
    }

    bool readCalls()
    {
        bool whole = true;
        const bool read = each("SELECT value FROM calls ORDER BY begun, sid"_L1, [this, &whole](Row row) {
            const auto saved = fromRow(row.value().toByteArray());
            whole = whole && saved;
            if (!saved)
                return;
            m_times.resume(saved->call, saved->spent);
            m_desk.calls.append(saved->call);
        });
        if (read && !whole)
            m_error = {DiskTrouble::Damaged, u"a row of calls cannot be read"_s};
        return read && whole;
    }

    bool readIntents()
    {
        return each("SELECT * FROM intents ORDER BY begun, id"_L1, [this](Row row) {
            calls::Intent intent;
            intent.id = row.text();
            intent.kind = toIntentKind(row.text());
            intent.sid = row.text();
            intent.seat = row.text();
            intent.leg = row.text();
            intent.phone = row.text();
            intent.room = row.text();
            intent.begun = row.instant();
            intent.answered = row.flag();
            m_desk.intents.append(intent);
        });
    }

    bool readPhones()
    {
        return each("SELECT * FROM seat_phones"_L1, [this](Row row) {
            calls::SeatPhone phone;
            phone.seat = row.text();
            phone.state = toPhoneState(row.text());
            phone.keepOn = row.flag();
            phone.room = row.text();
            phone.leg = row.text();
            phone.since = row.instant();
            phone.remark = row.text();
            m_desk.phones.append(phone);
        });
    }

    bool readMessages()
    {
        return each(
            "SELECT recording, sid, name, number, city, region, country, at, seconds, heard, audio_file, "
            "show_name, notes, hang_up, for_next_show, deleted, talk FROM messages ORDER BY at, recording"_L1,
            [this](Row row) {
                calls::Message message;
                message.recording = row.text();
                message.sid = row.text();
                message.caller = row.caller();
                message.at = row.instant();
                message.seconds = row.number();
                message.heard = row.flag();
                message.audioFile = row.text();
                message.show = row.text();
                message.notes = row.text();
                message.hangUp = row.flag();
                message.forNextShow = row.flag();
                message.deleted = row.instant();
                message.talk = row.flag();
                m_desk.messages.append(message);
            });
    }

    bool readMissedCalls()
    {
        return each(
            "SELECT sid, line, name, number, city, region, country, at, why, waited, ended, ended_at, "
            "apologised FROM missed_calls ORDER BY at, sid"_L1,
            [this](Row row) {
                calls::MissedCall missed;
                missed.sid = row.text();
                missed.line = row.text();
                missed.caller = row.caller();
                missed.at = row.instant();
                missed.why = toMissedWhy(row.text());
                missed.waitedSeconds = row.number();
                missed.end = toMissedEnd(row.text());
                missed.endAt = row.instant();
                missed.apologised = row.flag();
                m_desk.missedCalls.append(missed);
            });
    }

    bool readApologies()
    {
        return each("SELECT number, day, at, sid FROM apologies ORDER BY day, number"_L1, [this](Row row) {
            calls::Apology apology;
            apology.number = row.text();
            apology.day = QDate::fromString(row.text(), Qt::ISODate);
            apology.at = row.instant();
            apology.sid = row.text();
            m_desk.apologies.append(apology);
        });
    }

    bool readPinErrors()
    {
        return each("SELECT who, errors, at, locked_until FROM pin_errors ORDER BY who"_L1, [this](Row row) {
            calls::PinErrors errors;
            errors.who = row.text();
            errors.errors = row.number();
            errors.at = row.instant();
            errors.lockedUntil = row.instant();
            m_desk.pinErrors.append(errors);
        });
    }

    bool readAsking()
    {
        return each("SELECT * FROM asks ORDER BY sid"_L1,
                    [this](Row row) {
                        calls::Ask ask;
                        ask.sid = row.text();
                        ask.number = row.number();
                        ask.who = row.text();
                        ask.due = row.instant();
                        ask.gone = row.instant();
                        ask.over = row.flag();
                        ask.phones = askedFromRow(row.value().toByteArray());
                        m_desk.asks.append(ask);
                    }) &&
               each("SELECT sid, at FROM heard_texts ORDER BY at, sid"_L1,
                    [this](Row row) {
                        calls::HeardText heard;
                        heard.sid = row.text();
                        heard.at = row.instant();
                        m_desk.heardTexts.append(heard);
                    }) &&
               each("SELECT number, since FROM text_refusals ORDER BY number"_L1, [this](Row row) {
                   calls::TextRefusal refusal;
                   refusal.number = row.text();
                   refusal.since = row.instant();
                   m_desk.textRefusals.append(refusal);
               });
    }

    bool readListenerTexts()
    {
        return each("SELECT sid, number, name, body, at, read, marked, answers FROM listener_texts "
                    "ORDER BY at, sid"_L1,
                    [this](Row row) {
                        calls::ListenerText text;
                        text.sid = row.text();
                        text.from = row.text();
                        text.name = row.text();
                        text.body = row.text();
                        text.at = row.instant();
                        text.read = row.flag();
                        text.marked = row.flag();
                        text.answers = answersFromRow(row.value().toByteArray());
                        m_desk.listenerTexts.append(text);
                    });
    }

    bool readCloseOut()
    {
        calls::CloseOutStatus status;
        // Zero stands for "not known when": the key cannot be NULL.
        if (const auto key = m_closeOut.value_or(0); key != 0)
            status.begun = toInstant(key);
        const bool done =
            each("SELECT ended, phase, treatment, text, sids, done, failed, total, queue_deleted "
                 "FROM close_outs JOIN desk ON close_outs.begun = desk.close_out"_L1,
                 [&status](Row row) {
                     status.ended = row.instant();
                     status.phase = toPhase(row.text());
                     status.request.treatment = toTreatment(row.text());
                     status.request.text = row.text();
                     status.request.sids = sidsFromText(row.text());
                     status.done = row.number();
                     status.failed = row.number();
                     status.total = row.number();
                     status.queueDeleted = row.flag();
                 }) &&
            each("SELECT sid, name, number, city, region, country, treated, remark, treatment, text "
                 "FROM close_out_calls JOIN desk USING (close_out) ORDER BY place"_L1,
                 [&status](Row row) {
                     calls::CloseOutCall call;
                     call.sid = row.text();
                     call.caller = row.caller();
                     call.treated = toTreated(row.text());
                     call.remark = row.text();
                     const QVariant own = row.value();
                     call.treatment = own.isNull() ? status.request.treatment : toTreatment(own.toString());
                     call.text = own.isNull() ? status.request.text : row.text();
                     status.calls.append(call);
                 });
        m_desk.closeOut = status;
        return done;
    }

    QSqlDatabase m_database;
    TimeBook &m_times;
    calls::SavedDesk m_desk;
    std::optional<qint64> m_closeOut;
    DiskError m_error;
};

} // namespace

std::expected<calls::SavedDesk, DiskError> readSavedDesk(const QSqlDatabase &database, TimeBook &times)
{
    return Reader(database, times).read();
}

} // namespace anteroom::history
