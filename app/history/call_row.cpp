// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/call_row.h"

#include "history/values.h"

#include <QCborArray>
#include <QCborMap>
#include <QVarLengthArray>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace anteroom::history {

using namespace Qt::StringLiterals;

namespace {

/// Writes a map of CBOR (RFC 8949) piece by piece. By hand, because QCborStreamWriter hands each of its
/// pieces to a QIODevice, which is most of what a row then costs.
class RowWriter
{
public:
    RowWriter() { m_row.append(mapWithoutCount); }
    QByteArray finish()
    {
        m_row.append(end);
        return QByteArray(m_row.constData(), m_row.size());
    }

    void put(QLatin1StringView name, const QString &value)
    {
        if (value.isEmpty())
            return;
        append(name);
        append(value);
    }
    void put(QLatin1StringView name, qint64 value)
    {
        if (value == 0)
            return;
        append(name);
        append(value);
    }
    void put(QLatin1StringView name, const QDateTime &value)
    {
        if (!value.isValid())
            return;
        append(name);
        append(value.toMSecsSinceEpoch());
    }
    void put(QLatin1StringView name, double value)
    {
        if (value == 0)
            return;
        append(name);
        m_row.append(doubleFollows);
        appendBytes(std::bit_cast<quint64>(value));
    }
    void put(QLatin1StringView name, const QList<calls::EarlierCall> &earlier)
    {
        if (earlier.isEmpty())
            return;
        append(name);
        appendHead(Array, static_cast<quint64>(earlier.size()));
        for (const auto &call : earlier) {
            appendHead(Array, 4);
            if (call.at.isValid())
                append(call.at.toMSecsSinceEpoch());
            else
                m_row.append(null);
            append(calls::toWord(call.outcome));
            append(qint64{call.seconds});
            append(call.topic);
        }
    }

private:
    enum Kind : quint8 { Unsigned = 0 << 5, Negative = 1 << 5, Text = 3 << 5, Array = 4 << 5 };
    static constexpr qsizetype usualRow = 1024;
    static constexpr char16_t lastAscii = 0x7f;
    static constexpr char mapWithoutCount = '\xbf';
    static constexpr char end = '\xff';
    static constexpr char null = '\xf6';
    static constexpr char doubleFollows = '\xfb';

    template <typename Number> void appendBytes(Number number)
    {
        std::array<char, sizeof number> bytes;
        qToBigEndian(number, bytes.data());
        m_row.append(bytes.data(), bytes.size());
    }

    /// Small numbers stand in the byte that says what follows; larger ones behind it, in as few bytes as do.
    void appendHead(Kind kind, quint64 number)
    {
        constexpr quint8 one = 24;
        constexpr quint8 two = 25;
        constexpr quint8 four = 26;
        constexpr quint8 eight = 27;
        const auto first = [&](quint64 low) { m_row.append(static_cast<char>(kind | low)); };
        if (number < one) {
            first(number);
        } else if (number <= std::numeric_limits<quint8>::max()) {
            first(one);
            appendBytes(static_cast<quint8>(number));
        } else if (number <= std::numeric_limits<quint16>::max()) {
            first(two);
            appendBytes(static_cast<quint16>(number));
        } else if (number <= std::numeric_limits<quint32>::max()) {
            first(four);
            appendBytes(static_cast<quint32>(number));
        } else {
            first(eight);
            appendBytes(number);
        }
    }

    void append(qint64 value)
    {
        // A negative number is written as -1 minus itself, which is its bits turned over.
        appendHead(value < 0 ? Negative : Unsigned, static_cast<quint64>(value < 0 ? ~value : value));
    }
    void append(QLatin1StringView ascii)
    {
        appendHead(Text, static_cast<quint64>(ascii.size()));
        m_row.append(ascii.data(), ascii.size());
    }
    void append(const QString &text)
    {
        char16_t allBits = 0;
        for (const QChar c : text)
            allBits |= c.unicode();
        if (allBits > lastAscii) {
            const QByteArray bytes = text.toUtf8();
            appendHead(Text, static_cast<quint64>(bytes.size()));
            m_row.append(bytes.constData(), bytes.size());
            return;
        }
        // Most of a row: its letters are their own UTF-8, and need no piece of memory in between.
        appendHead(Text, static_cast<quint64>(text.size()));
        const qsizetype begin = m_row.size();
        m_row.resize(begin + text.size());
        std::transform(text.cbegin(), text.cend(), m_row.begin() + begin,
                       [](QChar c) { return static_cast<char>(c.unicode()); });
    }

    QVarLengthArray<char, usualRow> m_row;
};

QDateTime instantOf(const QCborValue &value)
{
    return value.isInteger() ? QDateTime::fromMSecsSinceEpoch(value.toInteger()).toUTC() : QDateTime();
}

QList<calls::EarlierCall> earlierOf(const QCborValue &value)
{
    QList<calls::EarlierCall> earlier;
    for (const QCborArray all = value.toArray(); const auto &each : all) {
        const auto fields = each.toArray();
        calls::EarlierCall call;
        call.at = instantOf(fields.at(0));
        call.outcome = calls::outcomeFromWord(fields.at(1).toString());
        call.seconds = static_cast<int>(fields.at(2).toInteger());
        call.topic = fields.at(3).toString();
        earlier.append(call);
    }
    return earlier;
}

} // namespace

QByteArray toRow(const SavedCall &saved)
{
    const auto &call = saved.call;
    RowWriter writer;
    writer.put("sid"_L1, call.sid);
    writer.put("line"_L1, call.line);
    writer.put("queue"_L1, call.queue);
    writer.put("name"_L1, call.caller.name);
    writer.put("number"_L1, call.caller.number);
    writer.put("city"_L1, call.caller.city);
    writer.put("region"_L1, call.caller.region);
    writer.put("country"_L1, call.caller.country);
    writer.put("state"_L1, calls::toWord(call.state));
    writer.put("outcome"_L1, calls::toWord(call.outcome));
    writer.put("begun"_L1, call.begun);
    writer.put("arrival"_L1, call.arrival);
    writer.put("state_since"_L1, call.stateSince);
    writer.put("order"_L1, call.order);
    writer.put("screening"_L1, calls::toWord(call.screening));
    writer.put("screening_by"_L1, call.screeningBy);
    writer.put("topic"_L1, call.topic);
    writer.put("notes"_L1, call.notes);
    writer.put("say_it_like"_L1, call.sayItLike);
    writer.put("seat"_L1, call.seat);
    writer.put("remark"_L1, call.remark);
    writer.put("asking"_L1, call.asking);
    if (call.doing != calls::Doing::Nothing)
        writer.put("doing"_L1, word(call.doing));
    writer.put("call_back"_L1, qint64{call.callBackWanted});
    writer.put("times_called"_L1, qint64{call.timesCalled});
    writer.put("earlier"_L1, call.earlier);
    writer.put("outbound"_L1, qint64{call.outbound});
    writer.put("for_next_show"_L1, qint64{call.forNextShow});
    writer.put("own_wait"_L1, call.ownWait);
    writer.put("joining"_L1, call.joining);
    writer.put("given_by"_L1, call.givenBy);
    writer.put("giving_to"_L1, call.givingTo);
    writer.put("giving_asks"_L1, qint64{call.givingAsks});
    writer.put("queue_results"_L1, linesToText(call.queueResults));
    writer.put("notice"_L1, call.notice);
    writer.put("notice_at"_L1, call.noticeAt);
    writer.put("consent"_L1, calls::toWord(call.consent));
    writer.put("record"_L1, qint64{call.record});
    if (call.recording != calls::TalkRecording::Off)
        writer.put("recording"_L1, calls::toWord(call.recording));
    writer.put("recording_sid"_L1, call.recordingSid);
    writer.put("was_recorded"_L1, qint64{call.wasRecorded});
    writer.put("waited"_L1, saved.spent.waited);
    writer.put("talked"_L1, saved.spent.talked);
    writer.put("recorded"_L1, saved.spent.recorded);
    return writer.finish();
}

std::optional<SavedCall> fromRow(const QByteArray &row)
{
    QCborParserError error;
    const auto value = QCborValue::fromCbor(row, &error);
    if (error.error != QCborError::NoError || !value.isMap())
        return {};
    const QCborMap map = value.toMap();
    const auto text = [&map](QLatin1StringView name) { return map.value(name).toString(); };
    SavedCall saved;
    auto &call = saved.call;
    call.sid = text("sid"_L1);
    call.line = text("line"_L1);
    call.queue = text("queue"_L1);
    call.caller = {text("name"_L1), text("number"_L1), text("city"_L1), text("region"_L1),
                   text("country"_L1)};
    call.state = calls::callStateFromWord(text("state"_L1));
    call.outcome = calls::outcomeFromWord(text("outcome"_L1));
    call.begun = instantOf(map.value("begun"_L1));
    call.arrival = instantOf(map.value("arrival"_L1));
    call.stateSince = instantOf(map.value("state_since"_L1));
    call.order = map.value("order"_L1).toDouble();
    call.screening = calls::screeningFromWord(text("screening"_L1));
    call.screeningBy = text("screening_by"_L1);
    call.topic = text("topic"_L1);
    call.notes = text("notes"_L1);
    call.sayItLike = text("say_it_like"_L1);
    call.seat = text("seat"_L1);
    call.remark = text("remark"_L1);
    call.asking = text("asking"_L1);
    call.doing = toDoing(text("doing"_L1));
    call.callBackWanted = map.value("call_back"_L1).toInteger() != 0;
    call.timesCalled = static_cast<int>(map.value("times_called"_L1).toInteger());
    call.earlier = earlierOf(map.value("earlier"_L1));
    call.outbound = map.value("outbound"_L1).toInteger() != 0;
    call.forNextShow = map.value("for_next_show"_L1).toInteger() != 0;
    call.ownWait = instantOf(map.value("own_wait"_L1));
    call.joining = text("joining"_L1);
    call.givenBy = text("given_by"_L1);
    call.givingTo = text("giving_to"_L1);
    call.givingAsks = map.value("giving_asks"_L1).toInteger() != 0;
    call.queueResults = linesFromText(text("queue_results"_L1));
    call.notice = text("notice"_L1);
    call.noticeAt = instantOf(map.value("notice_at"_L1));
    call.consent = calls::consentFromWord(text("consent"_L1));
    call.record = map.value("record"_L1).toInteger() != 0;
    call.recording = calls::talkRecordingFromWord(text("recording"_L1));
    call.recordingSid = text("recording_sid"_L1);
    call.wasRecorded = map.value("was_recorded"_L1).toInteger() != 0;
    saved.spent.waited = map.value("waited"_L1).toInteger();
    saved.spent.talked = map.value("talked"_L1).toInteger();
    saved.spent.recorded = map.value("recorded"_L1).toInteger();
    return saved;
}

} // namespace anteroom::history
