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
class SituationPlayer;
struct Situation;
struct SituationPlace;
class TextArrivals;
} // namespace anteroom::simulator

namespace anteroom::desk {

/// A simulated phone company in a thread of its own, with people who call and text. Lives in the main thread.
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
    /// Something happens at the phone company, on its line and until its time is over. Once started().
    /// Answered by situationEnded() with the number that this answers.
    int play(const simulator::Situation &situation, const simulator::SituationPlace &place);
    void endSituation(); ///< before its time

    settings::Secrets secrets() const; ///< of the invented account
    static QString phone();            ///< the seat's: answers and presses 1
    static QStringList colleagues(); ///< phones of two others, who do the same; mobile ones, which read texts

Q_SIGNALS:
    void started(const QString &origin, const QString &line);
    void failed(const QString &sentence);
    void situationEnded(int number);

private:
    RehearsalOptions m_options;
    QThread m_thread;
    QObject m_inside; ///< lives in m_thread: what is asked of the company is asked there
    simulator::PhoneCompany *m_company = nullptr;       ///< made in m_thread and ends with it
    simulator::Arrivals *m_arrivals = nullptr;          ///< child of m_company
    simulator::TextArrivals *m_texts = nullptr;         ///< child of m_company
    simulator::SituationPlayer *m_situations = nullptr; ///< child of m_company
    int m_played = 0;
    int m_playing = 0; ///< of the company's thread
};

} // namespace anteroom::desk
