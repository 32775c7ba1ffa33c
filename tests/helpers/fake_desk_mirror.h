// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"

#include <QList>

namespace anteroom::tests {

/// A desk on paper: tests say what the switchboard would tell, and read what the window asked for.
class FakeDeskMirror final : public calls::DeskMirror
{
public:
    using calls::DeskMirror::DeskMirror;

    QList<calls::Command> commands;
    QStringList phonesSet;
    QStringList searches;
    QList<calls::PastCallQuery> queries;
    QList<calls::PastCall> pastCalls;
    calls::PastCallTally tally;
    std::optional<calls::Refusal> refuseNext; ///< the next command is refused with this

    quint64 submit(calls::Command command) override
    {
        commands.append(std::move(command));
        const quint64 request = ++m_request;
        if (const auto refusal = std::exchange(refuseNext, {})) {
            // As at home: a refusal never comes before submit() has returned.
            QMetaObject::invokeMethod(
                this, [this, request, refusal = *refusal] { Q_EMIT refused(request, refusal); },
                Qt::QueuedConnection);
        }
        return request;
    }
    void setPhone(const QString &number) override
    {
        phonesSet.append(number);
        calls::Seat changed = seat();
        changed.phone = number;
        applySeat(changed);
    }
    void requestPastCalls(const calls::PastCallQuery &query) override
    {
        searches.append(query.search);
        queries.append(query);
        Q_EMIT pastCallsReady(query, pastCalls, tally);
    }

    /// The last command, if it is of this kind.
    template <typename T> std::optional<T> last() const
    {
        if (commands.isEmpty() || !std::holds_alternative<T>(commands.last()))
            return {};
        return std::get<T>(commands.last());
    }

    void tell(const QList<calls::Call> &changed, const QStringList &removed = {})
    {
        applyQueue({revision() + 1, changed, removed});
    }
    void tell(const calls::Call &changed) { tell(QList<calls::Call>{changed}); }
    void tellLine(const calls::LineStatus &line) { applyLine(line); }
    void tellConnection(const calls::ConnectionStatus &status) { applyConnection(status); }
    void tellCloseOut(const calls::CloseOutStatus &status) { applyCloseOut(status); }
    void tellMessages(const QList<calls::Message> &messages) { applyMessages(messages); }
    void tellMissedCalls(const QList<calls::MissedCall> &calls) { applyMissedCalls(calls); }
    void tellPeople(const QList<calls::AskPhone> &people) { applyPeople(people); }
    void tellTexts(const QList<calls::ListenerText> &texts, const QStringList &removed = {})
    {
        applyTexts({texts, removed});
    }
    void tellSeat(const calls::Seat &seat) { applySeat(seat); }
    void tellPhone(const calls::SeatPhone &phone) { applyPhone(phone); }
    void tellCallsToday(int count) { applyCallsToday(count); }

private:
    quint64 m_request = 0;
};

} // namespace anteroom::tests
