// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace anteroom::ui {

/// One field that two people may write at the same time: what somebody types here is neither lost nor
/// overwritten by news that are older than the typing. Knows no widget.
class Draft
{
public:
    explicit Draft(QString shared = {}) : m_shared(std::move(shared)), m_text(m_shared) {}

    QString text() const { return m_text; }
    bool isDirty() const { return m_dirty; } ///< typed and not sent yet
    bool isSettled() const { return !m_dirty && !m_sent; }

    void type(const QString &text)
    {
        m_text = text;
        m_dirty = true;
    }

    /// What must be sent now, if anything.
    std::optional<QString> take()
    {
        if (!m_dirty)
            return {};
        m_dirty = false;
        if (m_text == m_shared && !m_sent)
            return {};
        m_sent = m_text;
        return m_text;
    }

    /// The switchboard's value has come (perhaps as an echo, perhaps from another seat, perhaps older than
    /// what was sent).
    void receive(const QString &shared)
    {
        if (shared == m_shared)
            return; // old news: says nothing about what was typed since
        m_shared = shared;
        m_sent.reset();
        if (!m_dirty)
            m_text = shared;
    }

    /// The switchboard did not take what was sent: it is still to be sent.
    void refuse()
    {
        if (m_sent) {
            m_sent.reset();
            m_dirty = true;
        }
    }

private:
    QString m_shared;
    QString m_text;
    std::optional<QString> m_sent;
    bool m_dirty = false;
};

} // namespace anteroom::ui
