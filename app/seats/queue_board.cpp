// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seats/queue_board.h"

#include "seats/wire.h"

#include <algorithm>
#include <vector>

namespace anteroom::seats {

using namespace Qt::StringLiterals;

namespace {

std::optional<int> rankOf(const QHash<QString, int> &ranks, const QString &sid)
{
    const auto found = ranks.constFind(sid);
    return found == ranks.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace

QueueBoard::QueueBoard(const calls::QueueChange &everything) : m_revision(everything.revision)
{
    for (const auto &call : everything.calls)
        m_calls.insert(call.sid, call);
    m_told = ranks();
}

void QueueBoard::apply(const calls::QueueChange &change)
{
    m_revision = change.revision;
    for (const auto &call : change.calls) {
        m_calls.insert(call.sid, call);
        m_changed.insert(call.sid);
        m_removed.remove(call.sid);
    }
    for (const auto &sid : change.removed) {
        m_calls.remove(sid);
        m_changed.remove(sid);
        m_removed.insert(sid);
    }
}

QHash<QString, int> QueueBoard::ranks() const
{
    std::vector<const calls::Call *> waiting;
    for (const auto &call : m_calls) {
        if (call.state == calls::CallState::Waiting)
            waiting.push_back(&call);
    }
    std::sort(waiting.begin(), waiting.end(), [](const auto *left, const auto *right) {
        return left->order != right->order ? left->order < right->order : left->sid < right->sid;
    });
    QHash<QString, int> ranks;
    ranks.reserve(static_cast<qsizetype>(waiting.size()));
    int rank = 0;
    for (const auto *call : waiting)
        ranks.insert(call->sid, ++rank);
    return ranks;
}

std::optional<QJsonObject> QueueBoard::takeNews()
{
    if (m_changed.isEmpty() && m_removed.isEmpty())
        return {};
    auto now = ranks();
    for (auto it = now.cbegin(); it != now.cend(); ++it) {
        if (m_told.value(it.key()) != it.value())
            m_changed.insert(it.key());
    }
    QJsonArray calls;
    for (const auto &sid : std::as_const(m_changed))
        calls.append(toWire(m_calls.value(sid), rankOf(now, sid)));
    QJsonArray removed;
    for (const auto &sid : std::as_const(m_removed))
        removed.append(sid);
    m_told = std::move(now);
    m_changed.clear();
    m_removed.clear();
    return QJsonObject{
        {u"revision"_s, static_cast<qint64>(m_revision)}, {u"calls"_s, calls}, {u"removed"_s, removed}};
}

QJsonArray QueueBoard::calls() const
{
    std::vector<const calls::Call *> sorted;
    sorted.reserve(static_cast<std::size_t>(m_calls.size()));
    for (const auto &call : m_calls)
        sorted.push_back(&call);
    std::sort(sorted.begin(), sorted.end(), [](const auto *left, const auto *right) {
        return left->order != right->order ? left->order < right->order : left->sid < right->sid;
    });
    const auto now = ranks();
    QJsonArray all;
    for (const auto *call : sorted)
        all.append(toWire(*call, rankOf(now, call->sid)));
    return all;
}

} // namespace anteroom::seats
