// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/account_question.h"
#include "desk/engine.h"
#include "desk/options.h"
#include "settings/secret_store.h"

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
    /// In rehearsal: the desk dies without a word to anybody, while the simulated phone company and its
    /// callers live on. Answered by gone(); until comeBack() there is no engine.
    void vanish();
    /// Starts again from what the journal holds, where it listened before. Answered by engineMade() and
    /// back().
    void comeBack();
    /// In rehearsal: these phones are asked about each caller, all at once and by text, instead of those in
    /// the settings. None: those in the settings again.
    void askInstead(const QStringList &phones);

    /// These open the account in this run, whatever the stores hold.
    void useSecrets(const settings::Secrets &secrets) { m_secrets = secrets; }
    bool hasSecrets() const { return !m_secrets.isEmpty(); } ///< entered in this run
    void rehearse(const RehearsalOptions &rehearsal) { m_options.rehearsal = rehearsal; } ///< before start()
    /// Stops, and starts with what the settings are now: another number, another account. Answered by
    /// engineMade() and back().
    void startAgain();
    /// What the desk at work was built from; nothing while there is none.
    std::optional<AccountQuestion> atWork() const;

    Engine *engine() const { return m_engine.get(); } ///< null before engineMade()
    bool isRehearsal() const { return m_options.rehearsal.has_value(); }
    Rehearsal *rehearsal() const { return m_rehearsal.get(); } ///< null unless in rehearsal
    QString queueName() const { return m_engineOptions.line.queue; }
    QString lineNumber() const { return m_engineOptions.line.number; }

Q_SIGNALS:
    void engineMade();                       ///< before it starts, so that nothing it says is missed
    void ready(const QString &listeningUrl); ///< once
    void failed(const QString &sentence);
    /// No account is known, so nothing was begun; if nobody listens for it, failed() says so.
    void accountMissing();
    void stopped();
    void gone();
    void back();

private:
    void startEngine();
    void onListening(const QString &url);
    void onStopped();
    void startRehearsal();
    void applySettings();
    calls::AskPlan askPlan() const;
    calls::HostPlan hostPlan() const;
    QCoro::Task<void> startWithAccount();

    Options m_options;
    settings::Settings &m_settings;
    std::unique_ptr<QTemporaryDir> m_rehearsalFolder; ///< unless a folder was named
    std::unique_ptr<Rehearsal> m_rehearsal;
    QStringList m_problems; ///< of the line's settings, as told last
    QTimer m_applySoon;     ///< somebody who types a text changes a setting with every letter
    EngineOptions m_engineOptions;
    QStringList m_askInstead;
    bool m_wasReady = false;
    settings::Secrets m_secrets; ///< entered in this run
    bool m_lineOpen = true;
    QString m_listening;
    bool m_vanishing = false;
    bool m_startingAgain = false;
    bool m_stopping = false;
    QThread m_engineThread;
    std::unique_ptr<Engine> m_engine;
    calls::TaskSet m_tasks;
};

} // namespace anteroom::desk
