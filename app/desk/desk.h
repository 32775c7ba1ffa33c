// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/engine.h"
#include "desk/options.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>

namespace anteroom::settings {
class Settings;
}

class QTemporaryDir;

namespace anteroom::desk {

class Rehearsal;

/// Name and version as the platform's folders and windows want them. Call once, after the application object
/// exists.
void prepareApplication();

/// Builds the parts and starts their threads: the engine, and in rehearsal the simulated phone company. Lives
/// in the main thread.
class Desk : public QObject
{
    Q_OBJECT
public:
    Desk(Options options, settings::Settings &settings, QObject *parent = nullptr);
    ~Desk() override; ///< stops everything that still runs

    /// Reads secrets and settings, then starts. Answered by ready() or failed().
    void start();
    /// Answered by stopped(), within 5 s; touches no call.
    void stop();

    Engine *engine() const { return m_engine.get(); } ///< null before engineMade()
    bool isRehearsal() const { return m_options.rehearsal.has_value(); }

Q_SIGNALS:
    void engineMade(); ///< before it starts, so that nothing it says is missed
    void ready(const QString &listeningUrl);
    void failed(const QString &sentence);
    void stopped();

private:
    void startEngine(EngineOptions options);
    void startRehearsal();
    void applySettings();
    QCoro::Task<void> startWithAccount();

    Options m_options;
    settings::Settings &m_settings;
    std::unique_ptr<QTemporaryDir> m_rehearsalFolder; ///< unless a folder was named
    std::unique_ptr<Rehearsal> m_rehearsal;
    QTimer m_applySoon; ///< somebody who types a text changes a setting with every letter
    QThread m_engineThread;
    std::unique_ptr<Engine> m_engine;
    calls::TaskSet m_tasks;
};

} // namespace anteroom::desk
