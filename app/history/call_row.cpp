// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/call_row.h"

#include "history/values.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborStreamWriter>

namespace anteroom::history {

using namespace Qt::StringLiterals;

namespace {

class RowWriter
{
public:
    explicit RowWriter(QByteArray *row) : m_writer(row) { m_writer.startMap(); }
    void finish() { m_writer.endMap(); }

    void put(QLatin1StringView name, const QString &value)
    {
        if (value.isEmpty())
            return;
        m_writer.append(name);
        m_writer.append(QStringView(value));
    }
    void put(QLatin1StringView name, qint64 value)
    {
        if (value == 0)
            return;
        m_writer.append(name);
        m_writer.append(value);
    }
    void put(QLatin1StringView name, const QDateTime &value)
    {
        if (!value.isValid())
            return;
        m_writer.append(name);
        m_writer.append(value.toMSecsSinceEpoch());
    }
    void put(QLatin1StringView name, double value)
    {
        if (value == 0)
            return;
        m_writer.append(name);
        m_writer.append(value);
    }
    void put(QLatin1StringView name, const QList<calls::EarlierCall> &earlier)
    {
        if (earlier.isEmpty())
            return;
        m_writer.append(name);
        m_writer.startArray(static_cast<quint64>(earlier.size()));
        for (const auto &call : earlier) {
            m_writer.startArray(4);
            if (call.at.isValid())
                m_writer.append(call.at.toMSecsSinceEpoch());
            else
                m_writer.appendNull();
            m_writer.append(QStringView(calls::toWord(call.outcome)));
            m_writer.append(call.seconds);
            m_writer.append(QStringView(call.topic));
            m_writer.endArray();
        }
        m_writer.endArray();
    }

private:
    QCborStreamWriter m_writer;
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
    QByteArray row;
    row.reserve(512);
    const auto &call = saved.call;
    RowWriter writer(&row);
    writer.put("sid"_L1, call.sid);
    writer.put("line"_L1, call.line);
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
    writer.put("times_called"_L1, qint64{call.timesCalled});
    writer.put("earlier"_L1, call.earlier);
    writer.put("waited"_L1, saved.spent.waited);
    writer.put("talked"_L1, saved.spent.talked);
    writer.put("recorded"_L1, saved.spent.recorded);
    writer.finish();
    return row;
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
    call.timesCalled = static_cast<int>(map.value("times_called"_L1).toInteger());
    call.earlier = earlierOf(map.value("earlier"_L1));
    saved.spent.waited = map.value("waited"_L1).toInteger();
    saved.spent.talked = map.value("talked"_L1).toInteger();
    saved.spent.recorded = map.value("recorded"_L1).toInteger();
    return saved;
}

} // namespace anteroom::history
