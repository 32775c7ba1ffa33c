// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call.h"

#include <ranges>
#include <unordered_map>

namespace anteroom::calls {

/// Calls by their SID. Each stays where it is until it is removed, and the hash of its SID is kept beside it:
/// a QHash that grows moves all fields of every call and reads every SID again, which are scattered all over
/// the memory.
class CallTable
{
public:
    /// Mostly asked for a call that is new: in a roomy table such a question ends at an empty place, without
    /// a look at other calls that the processor has not at hand.
    CallTable() { m_calls.max_load_factor(0.25F); }

    const Call *find(const QString &sid) const
    {
        const auto found = m_calls.find(sid);
        return found == m_calls.end() ? nullptr : &found->second;
    }
    Call value(const QString &sid) const
    {
        const Call *call = find(sid);
        return call ? *call : Call();
    }
    auto begin() const { return std::views::values(m_calls).begin(); }
    auto end() const { return std::views::values(m_calls).end(); }
    QList<Call> values() const
    {
        QList<Call> all;
        all.reserve(static_cast<qsizetype>(m_calls.size()));
        for (const auto &[sid, call] : m_calls)
            all.append(call);
        return all;
    }

    void put(const Call &call) { m_calls.insert_or_assign(call.sid, call); }
    void remove(const QString &sid) { m_calls.erase(sid); }

private:
    /// Not noexcept on purpose: the standard library of GCC keeps only such hashes as may throw.
    struct Hash
    {
        std::size_t operator()(const QString &sid) const { return qHash(sid); }
    };
    std::unordered_map<QString, Call, Hash> m_calls;
};

} // namespace anteroom::calls
