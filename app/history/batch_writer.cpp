// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/batch_writer.h"

#include "history/answer_row.h"
#include "history/ask_row.h"
#include "history/values.h"

#include <algorithm>

namespace anteroom::history {

using namespace Qt::StringLiterals;

const char *BatchWriter::sql(std::size_t statement)
{
    switch (statement) {
    case Begin:
        return "BEGIN IMMEDIATE";
    case Commit:
        return "COMMIT";
    case Rollback:
        return "ROLLBACK";
    case SaveRevision:
        return "UPDATE desk SET revision = ?";
    case SaveLine:
        return "UPDATE desk SET has_line = 1, line_number = ?, queue = ?, show_name = ?, line_open = ?, "
               "desk_left = ?";
    case PointToCloseOut:
        return "UPDATE desk SET close_out = ?";
    case SaveCall:
        return "INSERT OR REPLACE INTO calls VALUES (?,?,?)";
    case ForgetCall:
        return "DELETE FROM calls WHERE sid = ?";
    case SavePastCall:
        return "INSERT OR REPLACE INTO past_calls (sid, line, name, number, city, region, country, at, "
               "ended, "
               "outcome, waited, talked, recorded, topic, notes, outbound, queue_results, notice, notice_at, "
               "consent, was_recorded) "
               "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    case SaveIntent:
        return "INSERT OR REPLACE INTO intents VALUES (?,?,?,?,?,?,?,?,?)";
    case SettleIntent:
        return "DELETE FROM intents WHERE id = ?";
    case SavePhone:
        return "INSERT OR REPLACE INTO seat_phones VALUES (?,?,?,?,?,?,?)";
    case SaveCloseOut:
        return "INSERT OR REPLACE INTO close_outs (begun, ended, phase, treatment, text, sids, done, failed, "
               "total, queue_deleted) VALUES (?,?,?,?,?,?,?,?,?,?)";
    case SaveCloseOutCall:
        return "INSERT OR REPLACE INTO close_out_calls (close_out, place, sid, name, number, city, region, "
               "country, treated, remark, treatment, text) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)";
    case TrimCloseOutCalls:
        return "DELETE FROM close_out_calls WHERE close_out = ? AND place >= ?";
    case SaveMessage:
        return "INSERT OR REPLACE INTO messages (recording, sid, name, number, city, region, country, at, "
               "seconds, "
               "heard, audio_file, show_name, notes, hang_up, for_next_show, deleted, talk) "
               "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    case DeleteMessage:
        return "DELETE FROM messages WHERE recording = ?";
    case SaveAsk:
        return "INSERT OR REPLACE INTO asks VALUES (?,?,?,?,?,?,?)";
    case ForgetAsk:
        return "DELETE FROM asks WHERE sid = ?";
    case SaveHeardText:
        return "INSERT OR REPLACE INTO heard_texts VALUES (?,?)";
    case ForgetHeardText:
        return "DELETE FROM heard_texts WHERE sid = ?";
    case SaveTextRefusal:
        return "INSERT OR REPLACE INTO text_refusals VALUES (?,?)";
    case ForgetTextRefusal:
        return "DELETE FROM text_refusals WHERE number = ?";
    case SaveListenerText:
        return "INSERT OR REPLACE INTO listener_texts (sid, number, name, body, at, read, marked, answers) "
               "VALUES (?,?,?,?,?,?,?,?)";
    case RemoveListenerText:
        return "DELETE FROM listener_texts WHERE sid = ?";
    case SaveMessagesSought:
        return "UPDATE desk SET messages_sought = ?";
    case SaveMissedCall:
        return "INSERT OR REPLACE INTO missed_calls (sid, line, name, number, city, region, country, at, "
               "why, "
               "waited, ended, ended_at, apologised) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)";
    case RemoveMissedCall:
        return "DELETE FROM missed_calls WHERE sid = ?";
    case SaveApology:
        return "INSERT OR REPLACE INTO apologies (number, day, at, sid) VALUES (?,?,?,?)";
    case TrimApologies:
        return "DELETE FROM apologies WHERE day < ?";
    case SavePinErrors:
        return "INSERT OR REPLACE INTO pin_errors (who, errors, at, locked_until) VALUES (?,?,?,?)";
    case ForgetPinErrors:
        return "DELETE FROM pin_errors WHERE who = ?";
    default:
        break;
    }
    Q_UNREACHABLE();
}

QString BatchWriter::placeholder(qsizetype place)
{
    while (m_placeholders.size() <= place)
        m_placeholders.append(u":v%1"_s.arg(m_placeholders.size()));
    return m_placeholders.at(place);
}

std::expected<void, DiskError> BatchWriter::prepare()
{
    for (std::size_t i = 0; i < StatementCount; ++i) {
        QString named;
        qsizetype place = 0;
        for (const QChar c : QString::fromLatin1(sql(i)))
            named += c == u'?' ? placeholder(place++) : QString(c);
        auto &query = m_queries.emplace_back(m_database);
        if (!query.prepare(named))
            return std::unexpected(toDiskError(query.lastError()));
    }
    return {};
}

bool BatchWriter::run(Statement statement, const QVariantList &values)
{
    auto &query = m_queries[statement];
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(m_placeholders.at(i), values.at(i));
    ++m_statements;
    const bool done = query.exec();
    if (!done)
        m_error = query.lastError();
    query.finish();
    return done;
}

std::expected<void, DiskError> BatchWriter::write(const Batch &batch)
{
    if (run(Begin) && writeAll(batch) && run(Commit)) {
        if (!batch.closeOuts().isEmpty())
            m_written = batch.closeOuts().last();
        return {};
    }
    const auto error = toDiskError(m_error);
    // Fails harmlessly where SQLite has rolled back by itself, or where nothing had begun.
    run(Rollback);
    return std::unexpected(error);
}

bool BatchWriter::writeAll(const Batch &batch)
{
    const auto writeEach = [](const auto &values, auto write) {
        return std::all_of(values.cbegin(), values.cend(), write);
    };
    const auto &line = batch.line();
    return run(SaveRevision, {batch.revision()}) &&
           (!line || run(SaveLine, {text(line->number), text(line->queue), text(line->showName), line->open,
                                    line->deskLeft})) &&
           writeEach(batch.calls(), [this](const auto &saved) { return writeCall(saved); }) &&
           writeEach(batch.pastCalls(), [this](const auto &saved) { return writePastCall(saved); }) &&
           writeEach(batch.forgottenCalls(),
                     [this](const auto &sid) { return run(ForgetCall, {text(sid)}); }) &&
           writeEach(batch.intents(),
                     [this](const calls::Intent &intent) {
                         return run(SaveIntent,
                                    {text(intent.id), calls::toWord(intent.kind), text(intent.sid),
                                     text(intent.seat), text(intent.leg), text(intent.phone),
                                     text(intent.room), instant(intent.begun), intent.answered});
                     }) &&
           writeEach(batch.settledIntents(),
                     [this](const auto &id) { return run(SettleIntent, {text(id)}); }) &&
           writeEach(batch.phones(),
                     [this](const calls::SeatPhone &phone) {
                         return run(SavePhone,
                                    {text(phone.seat), word(phone.state), phone.keepOn, text(phone.room),
                                     text(phone.leg), instant(phone.since), text(phone.remark)});
                     }) &&
           writeEach(batch.closeOuts(), [this](const auto &status) { return writeCloseOut(status); }) &&
           writeEach(batch.messages(),
                     [this](const calls::Message &message) {
                         const auto &who = message.caller;
                         return run(SaveMessage, {text(message.recording), text(message.sid), text(who.name),
                                                  text(who.number), text(who.city), text(who.region),
                                                  text(who.country), instant(message.at), message.seconds,
                                                  message.heard, text(message.audioFile), text(message.show),
                                                  text(message.notes), message.hangUp, message.forNextShow,
                                                  instant(message.deleted), message.talk});
                     }) &&
           writeEach(batch.deletedMessages(),
                     [this](const auto &recording) { return run(DeleteMessage, {text(recording)}); }) &&
           (!batch.messagesSought() || run(SaveMessagesSought, {instant(*batch.messagesSought())})) &&
           writeEach(batch.missedCalls(), [this](const auto &missed) { return writeMissedCall(missed); }) &&
           writeEach(batch.removedMissedCalls(),
                     [this](const auto &sid) { return run(RemoveMissedCall, {text(sid)}); }) &&
           writeEach(batch.apologies(), [this](const auto &apology) { return writeApology(apology); }) &&
           writeEach(batch.pinErrors(), [this](const auto &errors) { return writePinErrors(errors); }) &&
           writeAsking(batch) && writeListenerTexts(batch);
}

bool BatchWriter::writeAsking(const Batch &batch)
{
    const auto writeEach = [](const auto &values, auto write) {
        return std::all_of(values.cbegin(), values.cend(), write);
    };
    return writeEach(batch.asks(),
                     [this](const calls::Ask &ask) {
                         return run(SaveAsk, {text(ask.sid), ask.number, text(ask.who), instant(ask.due),
                                              instant(ask.gone), ask.over, toRow(ask.phones)});
                     }) &&
           writeEach(batch.forgottenAsks(),
                     [this](const auto &sid) { return run(ForgetAsk, {text(sid)}); }) &&
           writeEach(batch.heardTexts(),
                     [this](const calls::HeardText &heard) {
                         return run(SaveHeardText, {text(heard.sid), instant(heard.at)});
                     }) &&
           writeEach(batch.forgottenTexts(),
                     [this](const auto &sid) { return run(ForgetHeardText, {text(sid)}); }) &&
           writeEach(batch.textRefusals(), [this](const calls::TextRefusal &refusal) {
               return refusal.since.isValid()
                          ? run(SaveTextRefusal, {text(refusal.number), instant(refusal.since)})
                          : run(ForgetTextRefusal, {text(refusal.number)});
           });
}

bool BatchWriter::writeListenerTexts(const Batch &batch)
{
    const auto &texts = batch.listenerTexts();
    const auto &removed = batch.removedListenerTexts();
    return std::all_of(texts.cbegin(), texts.cend(),
                       [this](const calls::ListenerText &each) {
                           return run(SaveListenerText,
                                      {text(each.sid), text(each.from), text(each.name), text(each.body),
                                       instant(each.at), each.read, each.marked, toRow(each.answers)});
                       }) &&
           std::all_of(removed.cbegin(), removed.cend(),
                       [this](const QString &sid) { return run(RemoveListenerText, {text(sid)}); });
}

bool BatchWriter::writeCall(const SavedCall &saved)
{
    return run(SaveCall, {text(saved.call.sid), instant(saved.call.begun), toRow(saved)});
}

bool BatchWriter::writePastCall(const SavedCall &saved)
{
    const auto &call = saved.call;
    const auto &who = call.caller;
    const auto &at = call.begun.isValid() ? call.begun : call.stateSince;
    return run(SavePastCall, {text(call.sid),
                              text(call.line),
                              text(who.name),
                              text(who.number),
                              text(who.city),
                              text(who.region),
                              text(who.country),
                              instant(at),
                              instant(call.stateSince),
                              text(calls::toWord(call.outcome)),
                              saved.spent.waited,
                              saved.spent.talked,
                              saved.spent.recorded,
                              text(call.topic),
                              text(call.notes),
                              call.outbound,
                              text(linesToText(call.queueResults)),
                              text(call.notice),
                              instant(call.noticeAt),
                              text(calls::toWord(call.consent)),
                              call.wasRecorded});
}

bool BatchWriter::writeMissedCall(const calls::MissedCall &call)
{
    const auto &who = call.caller;
    return run(SaveMissedCall,
               {text(call.sid), text(call.line), text(who.name), text(who.number), text(who.city),
                text(who.region), text(who.country), instant(call.at), word(call.why), call.waitedSeconds,
                word(call.end), instant(call.endAt), call.apologised});
}

bool BatchWriter::writeApology(const calls::Apology &apology)
{
    constexpr int days = 7; // today's count; the others are for looking at
    return run(SaveApology, {text(apology.number), apology.day.toString(Qt::ISODate), instant(apology.at),
                             text(apology.sid)}) &&
           run(TrimApologies, {apology.day.addDays(-days).toString(Qt::ISODate)});
}

bool BatchWriter::writePinErrors(const calls::PinErrors &errors)
{
    return errors.at.isValid() ? run(SavePinErrors, {text(errors.who), errors.errors, instant(errors.at),
                                                     instant(errors.lockedUntil)})
                               : run(ForgetPinErrors, {text(errors.who)});
}

bool BatchWriter::writeCloseOut(const calls::CloseOutStatus &status)
{
    const qint64 key = status.begun.isValid() ? status.begun.toMSecsSinceEpoch() : 0;
    const bool same = m_written && m_written->begun == status.begun;
    if (!run(SaveCloseOut, {key, instant(status.ended), word(status.phase), word(status.request.treatment),
                            text(status.request.text), text(sidsToText(status.request.sids)), status.done,
                            status.failed, status.total, status.queueDeleted})) {
        return false;
    }
    for (qsizetype place = 0; place < status.calls.size(); ++place) {
        const auto &call = status.calls.at(place);
        if (same && place < m_written->calls.size() && m_written->calls.at(place) == call)
            continue;
        const auto &who = call.caller;
        if (!run(SaveCloseOutCall, {key, place, text(call.sid), text(who.name), text(who.number),
                                    text(who.city), text(who.region), text(who.country), word(call.treated),
                                    text(call.remark), word(call.treatment), text(call.text)})) {
            return false;
        }
    }
    if (!same || m_written->calls.size() > status.calls.size()) {
        if (!run(TrimCloseOutCalls, {key, status.calls.size()}))
            return false;
    }
    return run(PointToCloseOut, {key});
}

} // namespace anteroom::history
