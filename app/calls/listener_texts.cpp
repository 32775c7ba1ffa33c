// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/listener_texts.h"

#include "calls/reply_words.h"

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype mostKept = 2000;
constexpr qint64 daysKept = 90;
constexpr qsizetype mostAnswers = 20; // to one text
constexpr auto untilFirstLook = 8s;   // texts are accepted first and refused later
constexpr auto untilNextLook = 20s;
constexpr qint64 lookedAfter = 20; // seconds: what has not failed by then has arrived, as far as we ask

} // namespace

ListenerTexts::ListenerTexts(DeskCore &core, Texting &texting) : m_core(core), m_texting(texting)
{
    connect(&core.book, &DeskBook::callChanged, this, &ListenerTexts::noteName);
}

void ListenerTexts::takeUp()
{
    makeRoom();
    for (const ListenerText &text : m_core.book.listenerTexts().values()) {
        if (text.name.isEmpty())
            m_nameless.insert(text.from);
        if (text.answers.isEmpty())
            continue;
        const TextAnswer &last = text.answers.last();
        const bool isFresh = last.at.secsTo(m_core.clock.now()) < lookedAfter;
        if (last.state == AnswerState::Sending || (last.state == AnswerState::Sent && isFresh))
            m_core.tasks.keep(check(text.sid, last.at));
    }
}

void ListenerTexts::came(const TextRecord &news)
{
    const NetworkWord word = networkWord(news.body);
    const bool isYes = plainWord(news.body) == "yes"_L1; // also a way to agree with the host
    if (word == NetworkWord::OptOut)
        m_core.book.put(TextRefusal{news.from, m_core.clock.now()});
    else if (word == NetworkWord::OptIn)
        m_core.book.put(TextRefusal{news.from, {}});
    if ((word != NetworkWord::None && !isYes) || m_core.book.listenerText(news.sid))
        return; // for the phone network, which answers them
    ListenerText text;
    text.sid = news.sid;
    text.from = news.from;
    text.name = nameHere(news.from);
    text.body = news.body;
    text.at = news.at;
    m_core.book.put(text);
    if (text.name.isEmpty()) {
        m_nameless.insert(text.from);
        if (m_core.log.mayHaveCalled(text.from))
            m_core.tasks.keep(findName(text.sid));
    }
    makeRoom();
}

QString ListenerTexts::nameHere(const QString &number) const
{
    for (const Call &call : m_core.book.calls())
        if (call.caller.number == number && !call.caller.name.isEmpty())
            return call.caller.name;
    return {};
}

QCoro::Task<void> ListenerTexts::findName(QString sid)
{
    constexpr int enough = 10; // the search finds the number in notes and topics, too
    const QString number = m_core.book.listenerText(sid)->from;
    PastCallQuery query;
    query.search = number;
    const QList<PastCall> past = co_await m_core.log.pastCalls(query, enough);
    const auto found = std::ranges::find_if(past, [&](const PastCall &call) {
        return call.caller.number == number && !call.caller.name.isEmpty();
    });
    if (found != past.end() && !m_core.stopping)
        change(sid, [&](ListenerText &text) { text.name = found->caller.name; });
}

void ListenerTexts::noteName(const Call &call)
{
    if (m_nameless.isEmpty() || call.caller.name.isEmpty() || !m_nameless.remove(call.caller.number))
        return;
    QStringList theirs;
    for (const ListenerText &text : m_core.book.listenerTexts())
        if (text.from == call.caller.number && text.name.isEmpty())
            theirs.append(text.sid);
    for (const QString &sid : std::as_const(theirs))
        change(sid, [&](ListenerText &text) { text.name = call.caller.name; });
}

void ListenerTexts::change(const QString &sid, const std::function<void(ListenerText &)> &how)
{
    const ListenerText *known = m_core.book.listenerText(sid);
    if (!known)
        return;
    ListenerText text = *known;
    how(text);
    m_core.book.put(text);
}

void ListenerTexts::makeRoom()
{
    QStringList tooOld;
    for (const ListenerText &text : m_core.book.listenerTexts())
        if (!text.marked && !text.isBeingAnswered() && text.at.daysTo(m_core.clock.now()) > daysKept)
            tooOld.append(text.sid);
    for (const QString &sid : std::as_const(tooOld))
        m_core.book.removeListenerText(sid);
    while (m_core.book.listenerTexts().size() > mostKept) {
        const auto leastNeeded =
            std::ranges::min_element(m_core.book.listenerTexts(), {}, [](const ListenerText &text) {
                return std::pair(text.marked || text.isBeingAnswered(), text.at);
            });
        m_core.book.removeListenerText(QString(leastNeeded->sid));
    }
}

void ListenerTexts::read(const QString &sid, bool read)
{
    change(sid, [read](ListenerText &text) { text.read = read; });
}

void ListenerTexts::mark(const QString &sid, bool marked)
{
    change(sid, [marked](ListenerText &text) { text.marked = marked; });
}

std::expected<void, Refusal> ListenerTexts::mayAnswer(const AnswerText &command) const
{
    if (!m_core.options.manners.textsOn)
        return std::unexpected(
            Refusal{RefusalCode::WrongState,
                    tr("This desk sends no texts, so nothing was sent. Allow it in the settings under “After "
                       "the call”, or call them back.")});
    const ListenerText *text = m_core.book.listenerText(command.sid);
    if (text && m_texting.refuses(text->from))
        return std::unexpected(
            Refusal{RefusalCode::WrongState,
                    tr("No text from this line reaches this phone: its owner has asked for none, it takes "
                       "none, or the line is not registered for texts. Nothing was sent. Call them back "
                       "instead.")});
    return {};
}

void ListenerTexts::answer(const Seat &seat, const AnswerText &command)
{
    QDateTime at = m_core.clock.now();
    change(command.sid, [&](ListenerText &text) {
        if (!text.answers.isEmpty())
            at = std::max(at, text.answers.last().at.addMSecs(1));
        text.answers.append({command.body.trimmed(), seat.name, at});
        if (text.answers.size() > mostAnswers)
            text.answers.removeFirst();
        text.read = true;
    });
    m_core.tasks.keep(send(command.sid, at));
}

const TextAnswer *ListenerTexts::find(const QString &sid, const QDateTime &at) const
{
    const ListenerText *text = m_core.book.listenerText(sid);
    if (!text)
        return nullptr;
    const auto found = std::ranges::find(text->answers, at, &TextAnswer::at);
    return found == text->answers.end() ? nullptr : &*found;
}

void ListenerTexts::changeAnswer(const QString &sid, const QDateTime &at, AnswerState state,
                                 const QString &why)
{
    change(sid, [&](ListenerText &text) {
        for (TextAnswer &answer : text.answers) {
            if (answer.at != at)
                continue;
            answer.state = state;
            answer.why = why;
        }
    });
}

QCoro::Task<void> ListenerTexts::send(QString sid, QDateTime at)
{
    const QString to = m_core.book.listenerText(sid)->from;
    const QString body = find(sid, at)->body;
    const CarrierResult<void> sent = co_await m_texting.send(to, body);
    const CarrierTrouble trouble = sent ? CarrierTrouble::Unclear : sent.error().trouble;
    if (trouble == CarrierTrouble::Canceled)
        co_return; // shutting down; looked up at the next start
    if (!sent && sent.error().lasting)
        m_core.book.put(TextRefusal{to, m_core.clock.now()});
    if (sent)
        changeAnswer(sid, at, AnswerState::Sent);
    else if (trouble != CarrierTrouble::Unclear)
        changeAnswer(sid, at, AnswerState::Failed, sent.error().sentence);
    if (trouble == CarrierTrouble::Unclear)
        checkIn(sid, at, untilFirstLook);
    m_core.book.commit();
}

void ListenerTexts::checkIn(const QString &sid, const QDateTime &at, std::chrono::milliseconds pause)
{
    m_core.clock.after(pause, this, [this, sid, at] {
        if (!m_core.stopping)
            m_core.tasks.keep(check(sid, at));
    });
}

/// What has become of an answer: is it in the phone company's list, and has it failed on its way?
QCoro::Task<void> ListenerTexts::check(QString sid, QDateTime at)
{
    constexpr qint64 clocksDiffer = -5;
    const TextAnswer *answer = find(sid, at);
    if (!answer || answer->state == AnswerState::Failed)
        co_return;
    const QString body = answer->body;
    const QString to = m_core.book.listenerText(sid)->from;
    const CarrierResult<QList<TextRecord>> texts =
        co_await m_core.carrier.listTexts(m_core.book.line().number, to, at.addSecs(clocksDiffer));
    answer = find(sid, at);
    if (m_core.stopping || !answer || answer->state == AnswerState::Failed)
        co_return;
    if (!texts) {
        checkIn(sid, at, untilNextLook);
        co_return;
    }
    const auto found = std::ranges::find(*texts, body, &TextRecord::body);
    if (found == texts->end()) {
        // One that was accepted is somewhere; of the others it is certain now.
        if (answer->state == AnswerState::Sending)
            changeAnswer(sid, at, AnswerState::Failed,
                         tr("This answer did not get to the phone company, so they have not heard from you. "
                            "Send it again."));
    } else if (found->failed) {
        if (found->lasting)
            m_core.book.put(TextRefusal{to, m_core.clock.now()});
        changeAnswer(sid, at, AnswerState::Failed,
                     tr("The phone company could not deliver this answer, so they have not heard from you. "
                        "Call them back instead."));
    } else {
        changeAnswer(sid, at, AnswerState::Sent);
        if (at.secsTo(m_core.clock.now()) < lookedAfter)
            checkIn(sid, at, untilNextLook);
    }
    m_core.book.commit();
}

} // namespace anteroom::calls
