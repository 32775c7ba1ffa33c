// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/believable_callers.h"
#include "simulator/situation.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace anteroom::simulator {

class World;

/// Lets one situation after the other happen in a world, and puts everything back as it was before. Whoever
/// has called by then stays.
class SituationPlayer : public QObject
{
    Q_OBJECT
public:
    SituationPlayer(World &world, quint32 seed, QObject *parent = nullptr);
    ~SituationPlayer() override;

    void begin(const Situation &situation, const SituationPlace &place); ///< ends the one before
    void end();                                                          ///< before its time
    bool isRunning() const { return m_life != nullptr; }

Q_SIGNALS:
    void ended();

private:
    void bringCallers(const Situation &situation, const SituationPlace &place);
    void leaveRoomFor(int more, const QString &queue);
    void bringSomebodyWhoHasWaited(const Situation &situation, const SituationPlace &place);
    void changePhone(const PhoneBehaviour &behaviour, const QString &phone);
    void makeTrouble(const Faults &faults);
    void letPhonesRace(const QString &answer, const QStringList &phones);

    World &m_world;
    const quint32 m_seed;
    quint32 m_played = 0;            ///< so that other people call each time
    std::unique_ptr<QObject> m_life; ///< context of everything that is still to come; null while nothing runs
    std::vector<std::function<void()>> m_putBack;
    struct Question
    {
        QString from;
        QString answer;
    };
    QHash<QString, Question> m_asked; ///< by phone: the first text that it has not answered
};

} // namespace anteroom::simulator
