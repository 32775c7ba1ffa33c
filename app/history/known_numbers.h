// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QStringView>

#include <optional>
#include <vector>

namespace anteroom::history {

/// Which numbers stand in the list of past calls. Most people call for the first time, and whoever is not
/// known here needs no look-up. Keeps a hash of each number instead of its text, so it may take a stranger
/// for somebody known, which costs a look-up, but never the other way round.
class KnownNumbers
{
public:
    using Keys = std::vector<std::size_t>;
    static std::size_t keyOf(QStringView number) { return qHash(number, 0); }

    void setPast(Keys keys); ///< of every number in the file
    void note(QStringView number)
    {
        m_since.insert(keyOf(number));
    }                                             ///< also one that the file gets meanwhile
    bool mayHaveCalled(QStringView number) const; ///< always, as long as the file's are not known

private:
    std::optional<Keys> m_past; ///< sorted: a set would take several times the memory for years of callers
    QSet<std::size_t> m_since;
};

} // namespace anteroom::history
