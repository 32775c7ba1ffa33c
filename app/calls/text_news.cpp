// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/text_news.h"

#include <algorithm>

namespace anteroom::calls {

using namespace std::chrono_literals;

namespace {
constexpr qint64 textsClockDiffers = -5; // seconds
constexpr qint64 textsComeLate = -300;   // seconds: into the list, after they were sent
} // namespace

TextNews::TextNews(DeskCore &core, People &people, Asking &asking, Replies &replies, ListenerTexts &listeners,
                   ConnectionWatch &watch)
    : m_core(core), m_people(people), m_replies(replies), m_listeners(listeners), m_watch(watch)
{
    connect(&asking, &Asking::began, this, &TextNews::lookSoon);
}

void TextNews::start()
{
    // Not further back than heard texts are known by their SIDs.
    m_begun = m_core.clock.now();
    m_since = m_begun.addDays(-1);
    if (!m_core.book.listenerTexts().isEmpty()) {
        QDateTime newest = m_begun.addDays(-2);
        for (const ListenerText &text : m_core.book.listenerTexts())
            newest = std::max(newest, text.at);
        m_since = std::min(newest.addSecs(textsComeLate), m_begun);
    }
    lookIn(1s);
}

void TextNews::came(const TextCame &news)
{
    m_areTold = true;
    hear({news.sid, news.from, news.to, news.body, m_core.clock.now()});
}

bool TextNews::hear(const TextRecord &text)
{
    if (!m_core.book.noteHeard({text.sid, m_core.clock.now()}))
        return false;
    if (const AskPhone *known = m_people.find(text.from)) {
        const AskPhone who = *known;
        m_replies.hear(who, text.body);
    } else {
        m_listeners.came(text);
    }
    return true;
}

std::chrono::milliseconds TextNews::pause() const
{
    if (m_core.book.asks().isEmpty()) {
        if (m_areTold)
            return 5min; // for the odd one that was not told
        return m_watch.hearsWebhooks() ? 1min : m_core.options.pollTexts;
    }
    const bool anybodyWaits =
        std::ranges::any_of(m_core.book.asks(), [](const Ask &ask) { return !ask.gone.isValid(); });
    return m_areTold ? 30s : anybodyWaits ? 4s : 10s;
}

void TextNews::lookSoon()
{
    lookIn(pause());
}

void TextNews::lookIn(std::chrono::milliseconds pause)
{
    const QDateTime due = m_core.clock.now().addMSecs(pause.count());
    if (m_core.stopping || m_looking || (m_due.isValid() && m_due <= due))
        return;
    m_due = due;
    m_core.clock.after(pause, this, [this, due] {
        if (m_core.stopping || m_due != due)
            return;
        m_due = {};
        m_core.tasks.keep(look());
    });
}

/// Null while nobody is asked.
QDateTime TextNews::firstAsked() const
{
    QDateTime first;
    for (const Ask &ask : m_core.book.asks())
        for (const AskedPhone &phone : ask.phones)
            first = first.isValid() ? std::min(first, phone.at) : phone.at;
    return first.isValid() ? first.addSecs(textsClockDiffers) : first;
}

QCoro::Task<void> TextNews::look()
{
    constexpr qint64 webhooksTake = 15; // seconds
    m_looking = true;
    const QDateTime begun = m_core.clock.now();
    const QDateTime asked = firstAsked();
    const QDateTime since = asked.isValid() ? std::min(asked, m_since) : m_since;
    const CarrierResult<QList<TextRecord>> texts =
        co_await m_core.carrier.listTexts({}, m_core.book.line().number, since);
    m_looking = false;
    if (m_core.stopping)
        co_return;
    if (texts)
        m_since = begun.addSecs(textsComeLate);
    QList<TextRecord> found = texts.value_or(QList<TextRecord>());
    std::ranges::reverse(found); // oldest first
    for (const TextRecord &text : std::as_const(found)) {
        const bool isAnswer = m_people.find(text.from) != nullptr;
        // What somebody on the list has texted before anybody was asked is no answer.
        if (isAnswer && (asked.isNull() || text.at < asked))
            continue;
        const bool isUntold = !m_watch.status().publicUrl.isEmpty() && !m_areTold && text.at >= m_begun &&
                              text.at.secsTo(m_core.clock.now()) >= webhooksTake;
        if (hear(text) && isAnswer && isUntold)
            m_replies.noteFoundLate();
    }
    m_core.book.commit();
    lookSoon();
}

} // namespace anteroom::calls
