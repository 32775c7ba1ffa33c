// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/message.h"
#include "twiml/document.h"

#include <QObject>
#include <QSet>

namespace anteroom::simulator {

class World;

/// Texts in both directions, with the opt-out words that the phone company handles itself (facts 4).
class Messages : public QObject
{
    Q_OBJECT
public:
    explicit Messages(World &world);

    Result<Message> create(const CreateMessage &request,
                           const QString &direction = QStringLiteral("outbound-api"));
    /// Somebody texts one of our numbers; its webhook is called and its answer carried out.
    Result<Message> receive(const QString &from, const QString &to, const QString &body);
    Result<Message> get(const QString &sid) const;
    Result<Message> redact(const QString &sid); ///< empties the body
    Result<void> remove(const QString &sid);
    QList<Message> list() const; ///< newest first, both directions

signals:
    void sent(const QString &sid); ///< went out to somebody

private:
    void advance(const QString &sid, const WebAddress &callback, int step);
    void carryOut(const Message &inbound, const twiml::Document &document, const QString &base, int depth);
    void ask(const Message &inbound, const WebAddress &address, const WebAddress &fallback, int depth);
    bool keyword(const Message &inbound);
    Message *find(const QString &sid);

    World &m_world;
    QList<Message> m_messages; ///< oldest first
    QSet<QString> m_optedOut;  ///< "ours>theirs" pairs that are blocked
};

} // namespace anteroom::simulator
