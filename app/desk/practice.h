// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/practice_situations.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace anteroom::desk {

class Desk;

/// Lets a producer learn the desk: plays one situation at a time in a rehearsal, until it is over by itself
/// or is ended. Lives in the main thread, and shorter than the desk.
class Practice : public QObject
{
    Q_OBJECT
public:
    /// The desk must be in rehearsal and ready.
    Practice(Desk &desk, QList<PracticeSituation> situations = practiceSituations(),
             QObject *parent = nullptr);

    const QList<PracticeSituation> &situations() const { return m_situations; }
    /// Ends the one that runs first; answered by begun(). `seatPhone` belongs to whoever learns.
    void play(const QString &id, const QString &seatPhone);
    void end(); ///< everything back to normal; answered by ended()
    QString running() const { return m_running ? m_running->id : QString(); }

Q_SIGNALS:
    void begun(const QString &id);
    void ended(const QString &id); ///< by itself, too

private:
    struct Wish
    {
        PracticeSituation situation;
        QString seatPhone;
    };
    void begin(const Wish &wish);
    void playAtCompany();
    void over();

    Desk &m_desk;
    const QList<PracticeSituation> m_situations;
    std::optional<PracticeSituation> m_running;
    QString m_seatPhone;
    std::optional<Wish> m_next;
    int m_atCompany = 0;     ///< the number of the situation that runs there
    bool m_cutShort = false; ///< the desk shall come back as soon as it has gone
    QTimer m_deskAway;
};

} // namespace anteroom::desk
