// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/options.h"
#include "settings/secret_store.h"

#include <QObject>
#include <QThread>

namespace anteroom::simulator {
class Arrivals;
class PhoneCompany;
} // namespace anteroom::simulator

namespace anteroom::desk {

/// A simulated phone company in a thread of its own, with people who call. Lives in the main thread.
class Rehearsal : public QObject
{
    Q_OBJECT
public:
    explicit Rehearsal(RehearsalOptions options, QObject *parent = nullptr);
    ~Rehearsal() override;

    /// Answered by started() or failed().
    void start();
    /// The number is connected: people begin to call it.
    void letPeopleCall();

    settings::Secrets secrets() const; ///< of the invented account
    static QString phone();            ///< the seat's: answers and presses 1

Q_SIGNALS:
    void started(const QString &origin, const QString &line);
    void failed(const QString &sentence);

private:
    RehearsalOptions m_options;
    QThread m_thread;
    QObject m_inside; ///< lives in m_thread: what is asked of the company is asked there
    simulator::PhoneCompany *m_company = nullptr; ///< made in m_thread and ends with it
    simulator::Arrivals *m_arrivals = nullptr;    ///< child of m_company
};

} // namespace anteroom::desk
