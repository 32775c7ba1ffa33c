// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/verbs/dial.h"

#include <QPointer>

namespace anteroom::simulator {

/// Dial with one or several numbers: they ring together (or in turn), the first to answer wins; a whisper may
/// decline.
class DialNumber : public Dial
{
public:
    using Dial::Dial;
    void start() override;
    void key(QChar digit) override;
    std::optional<Farewell> leave(Leaving why) override;

protected:
    void timeUp() override;

private:
    bool mayShow(const QString &callerId);
    void ring(const twiml::Element &number);
    void childAnswered(Leg *child, const twiml::Element &number);
    void childEnded(Leg *child);
    void childRedirected(Leg *child);
    void whispered(Run::End end);
    void bridge();
    void release(Leg *child, CallStatus status);
    void finish(const QString &status, bool withDuration = true);
    http::Form outcome(const QString &status, bool withDuration) const;

    QList<twiml::Element> m_numbers;
    qsizetype m_next = 0; ///< of those dialled in turn
    QList<QPointer<Leg>> m_children;
    QPointer<Leg> m_chosen;
    std::shared_ptr<Run> m_whisper;
    QString m_lastSid;
    QString m_lastStatus = QStringLiteral("failed");
    QDateTime m_bridged;
};

} // namespace anteroom::simulator
