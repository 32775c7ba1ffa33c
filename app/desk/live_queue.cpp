// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/live_queue.h"

#include <QCoreApplication>

#include <algorithm>

namespace anteroom::desk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct QueueWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::desk::LiveQueue)
};

QString minutes(qint64 seconds)
{
    return u"%1:%2"_s.arg(std::max<qint64>(0, seconds) / 60)
        .arg(std::max<qint64>(0, seconds) % 60, 2, 10, QChar(u'0'));
}

/// Control characters in a caller's name must not steer the terminal.
QString plain(QString text)
{
    text.removeIf(
        [](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    return text;
}

QString placeOf(const calls::Caller &caller)
{
    QStringList parts;
    for (const QString &part : {caller.city, caller.region, caller.country})
        if (!part.isEmpty())
            parts << plain(part);
    return parts.isEmpty() ? QueueWords::tr("unknown") : parts.join(u", "_s);
}

QString rowOf(const calls::Call &call, int position, const QDateTime &now)
{
    const QDateTime since = call.hearsMusic() && call.arrival.isValid() ? call.arrival : call.stateSince;
    return u"%1  %2  %3  %4  %5  %6\n"_s.arg(position > 0 ? QString::number(position) : QString(), 4)
        .arg(minutes(since.secsTo(now)), 7)
        .arg(call.hasEnded() ? calls::toWord(call.outcome) : calls::toWord(call.state), -15)
        .arg(call.caller.name.isEmpty() ? QueueWords::tr("Unknown name") : plain(call.caller.name), -28)
        .arg(call.isWithheld() ? QueueWords::tr("withheld") : calls::shortened(call.caller.number), -16)
        .arg(placeOf(call.caller));
}

} // namespace

QString queueAsText(const calls::DeskMirror &mirror, const QDateTime &now)
{
    QList<calls::Call> all = mirror.calls().values();
    const auto rank = [](const calls::Call &call) { return call.hearsMusic() ? 1 : call.hasEnded() ? 2 : 0; };
    std::ranges::sort(all, [&](const calls::Call &a, const calls::Call &b) {
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        return a.hearsMusic() ? a.order < b.order : a.stateSince < b.stateSince;
    });
    const auto waiting = std::ranges::count_if(
        all, [](const calls::Call &call) { return call.state == calls::CallState::Waiting; });
    QString text = QueueWords::tr("%1 — %2, %3 waiting\n")
                       .arg(now.toString(u"HH:mm:ss"_s), mirror.line().open ? QueueWords::tr("lines open")
                                                                            : QueueWords::tr("lines closed"))
                       .arg(waiting);
    int position = 0;
    for (const calls::Call &call : std::as_const(all))
        text += rowOf(call, call.state == calls::CallState::Waiting ? ++position : 0, now);
    return text;
}

LiveQueue::LiveQueue(calls::DeskMirror &mirror, std::FILE *out, QObject *parent)
    : QObject(parent), m_mirror(mirror), m_out(out)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(1s);
    connect(&m_soon, &QTimer::timeout, this, &LiveQueue::print);
    const auto changed = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&mirror, &calls::DeskMirror::queueChanged, this, changed);
    connect(&mirror, &calls::DeskMirror::lineChanged, this, changed);
    changed();
}

void LiveQueue::print()
{
    const QByteArray text = queueAsText(m_mirror, QDateTime::currentDateTimeUtc()).toUtf8() + '\n';
    std::fwrite(text.constData(), 1, std::size_t(text.size()), m_out);
    std::fflush(m_out);
}

} // namespace anteroom::desk
