// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/caller/notes_desk.h"

#include <QTimer>

#include <algorithm>

using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

constexpr int pauseAfterTypingMs = 500;

} // namespace

NotesDesk::NotesDesk(DeskMirror &mirror, QObject *parent)
    : QObject(parent), m_mirror(mirror), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(pauseAfterTypingMs);
    connect(m_timer, &QTimer::timeout, this, &NotesDesk::flush);
    connect(&mirror, &DeskMirror::queueChanged, this, &NotesDesk::onQueueChanged);
    connect(&mirror, &DeskMirror::refused, this, &NotesDesk::onRefused);
}

bool NotesDesk::Page::isSettled() const
{
    return std::ranges::all_of(fields, &Draft::isSettled);
}

QString NotesDesk::shared(const Call &call, Field field)
{
    switch (field) {
    case Topic:
        return call.topic;
    case SayItLike:
        return call.sayItLike;
    default:
        return call.notes;
    }
}

QString NotesDesk::text(const QString &sid, Field field) const
{
    const auto page = m_pages.constFind(sid);
    return page != m_pages.constEnd() ? page->fields[field].text()
                                      : shared(m_mirror.calls().value(sid), field);
}

NotesDesk::Page &NotesDesk::pageOf(const QString &sid)
{
    const auto found = m_pages.find(sid);
    if (found != m_pages.end())
        return *found;
    const Call call = m_mirror.calls().value(sid);
    Page page;
    for (const Field field : {Topic, SayItLike, Notes})
        page.fields[field] = Draft(shared(call, field));
    return *m_pages.insert(sid, page);
}

void NotesDesk::type(const QString &sid, Field field, const QString &text)
{
    pageOf(sid).fields[field].type(text);
    m_timer->start();
}

void NotesDesk::flush()
{
    m_timer->stop();
    const QStringList sids = m_pages.keys();
    for (const QString &sid : sids) {
        Page &page = m_pages[sid];
        Annotate note;
        note.sid = sid;
        note.topic = page.fields[Topic].take();
        note.sayItLike = page.fields[SayItLike].take();
        note.notes = page.fields[Notes].take();
        if (note.topic || note.sayItLike || note.notes)
            m_requests.insert(m_mirror.submit(note), sid);
        if (m_pages.value(sid).isSettled()) // typed and typed back again
            m_pages.remove(sid);
    }
}

void NotesDesk::onQueueChanged(const QueueChange &change)
{
    for (const Call &call : change.calls) {
        const auto page = m_pages.find(call.sid);
        for (const Field field : {Topic, SayItLike, Notes}) {
            if (page != m_pages.end())
                page->fields[field].receive(shared(call, field));
            Q_EMIT textChanged(call.sid, field);
        }
        if (page != m_pages.end() && page->isSettled())
            m_pages.erase(page);
    }
    // A call that is no longer shown cannot be annotated any more; what was sent for it has been taken or
    // refused by now.
    for (const QString &sid : change.removed)
        m_pages.remove(sid);
    if (m_pages.isEmpty())
        m_requests.clear();
}

void NotesDesk::onRefused(quint64 request)
{
    const auto page = m_pages.find(m_requests.take(request));
    if (page == m_pages.end())
        return;
    for (Draft &field : page->fields)
        field.refuse();
}

} // namespace anteroom::ui
