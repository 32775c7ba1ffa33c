// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/account_setup.h"
#include "calls/task_set.h"
#include "desk/account_question.h"
#include "history/data_folder_lock.h"
#include "settings/secret_store.h"

#include <QThread>

#include <functional>
#include <optional>

namespace anteroom::settings {
class Settings;
}

namespace anteroom::desk {

class AccountClerk;

/// Set-up and check at this computer: what is typed goes to the keychain or holds for this run, what is
/// chosen becomes settings once the number is connected, and a clerk in another thread does the asking. Lives
/// in the main thread.
class AccountOffice final : public calls::AccountSetup
{
    Q_OBJECT
public:
    /// What a desk at work has been built from; nothing while there is none.
    using AtWork = std::function<std::optional<AccountQuestion>()>;

    AccountOffice(Options options, settings::Settings &settings, settings::SecretStore &given,
                  settings::SecretStore &kept, AtWork atWork, QObject *parent = nullptr);
    ~AccountOffice() override;

    void check() override;
    void pointNumber() override;
    void ringPhone(const calls::LineChoice &choice) override;
    void stopRinging() override;
    void recall() override;
    void enter(const calls::AccountKeys &keys) override;
    void listNumbers() override;
    void plan(const calls::LineChoice &choice) override;
    void connectLine(const calls::LineChoice &choice) override;
    void giveBack() override;
    calls::LineChoice draft() const override;
    void keepDraft(const calls::LineChoice &choice) override;

    /// Those that open the account now; also such as could not be kept.
    settings::Secrets secrets() const { return m_secrets; }

private:
    AccountQuestion question() const;
    AccountQuestion question(const calls::LineChoice &choice) const;
    template <typename... Arguments>
    void ask(void (AccountClerk::*method)(Arguments...), const AccountQuestion &question);
    QCoro::Task<void> readStores();
    QCoro::Task<void> keepSecrets(calls::EnteredAccount account);
    void onKeysTried(calls::EnteredAccount account);
    void onConnected(const QString &problem);
    void onReleased(const QString &problem);
    bool takeFolder();

    Options m_options;
    settings::Settings &m_settings;
    settings::SecretStore &m_given;
    settings::SecretStore &m_kept;
    AtWork m_atWork;
    settings::Secrets m_secrets;
    settings::Secrets m_trying;
    bool m_tryingKnown = false; ///< they are kept already, or come from the environment
    bool m_fromElsewhere = false;
    std::optional<calls::LineChoice> m_connecting; ///< nothing: only pointed
    std::optional<history::DataFolderLock> m_lock; ///< while a number is written and no desk holds it
    bool m_isGivingBack = false;
    QThread m_thread;
    AccountClerk *m_clerk; ///< lives in m_thread and ends with it
    calls::TaskSet m_tasks;
};

} // namespace anteroom::desk
