// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/account_office.h"

#include "desk/account_clerk.h"
#include "desk/logging.h"
#include "settings/keys.h"
#include "settings/paths.h"
#include "settings/settings.h"

#include <QJsonObject>

namespace anteroom::desk {

namespace keys = settings::keys;
using namespace Qt::StringLiterals;
using calls::LineChoice;

AccountOffice::AccountOffice(Options options, settings::Settings &settings, settings::SecretStore &given,
                             settings::SecretStore &kept, AtWork atWork, QObject *parent)
    : AccountSetup(parent),
      m_options(std::move(options)),
      m_settings(settings),
      m_given(given),
      m_kept(kept),
      m_atWork(std::move(atWork)),
      m_clerk(new AccountClerk)
{
    m_thread.setObjectName(u"account"_s);
    m_clerk->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_clerk, &QObject::deleteLater);
    connect(m_clerk, &AccountClerk::checked, this, &AccountOffice::checked);
    connect(m_clerk, &AccountClerk::phoneTried, this, &AccountOffice::phoneTried);
    connect(m_clerk, &AccountClerk::numbersListed, this, &AccountOffice::numbersListed);
    connect(m_clerk, &AccountClerk::planned, this, &AccountOffice::planned);
    connect(m_clerk, &AccountClerk::keysTried, this, &AccountOffice::onKeysTried);
    connect(m_clerk, &AccountClerk::connected, this, &AccountOffice::onConnected);
    connect(m_clerk, &AccountClerk::released, this, &AccountOffice::onReleased);
    m_thread.start();
}

AccountOffice::~AccountOffice()
{
    m_thread.quit();
    m_thread.wait();
}

AccountQuestion AccountOffice::question() const
{
    if (const auto work = m_atWork ? m_atWork() : std::nullopt)
        return *work;
    return accountQuestion(m_options, m_settings, m_secrets);
}

AccountQuestion AccountOffice::question(const LineChoice &choice) const
{
    AccountQuestion asked = question();
    if (!m_secrets.isEmpty()) // entered since the desk began to work
        asked.account = accountQuestion(m_options, m_settings, m_secrets).account;
    asked.desk.line = choice.number;
    asked.desk.phone = choice.phone;
    asked.places.publicUrl = QUrl(choice.publicUrl);
    return asked;
}

template <typename... Arguments>
void AccountOffice::ask(void (AccountClerk::*method)(Arguments...), const AccountQuestion &question)
{
    QMetaObject::invokeMethod(
        m_clerk, [clerk = m_clerk, method, question] { (clerk->*method)(question); }, Qt::QueuedConnection);
}

void AccountOffice::check()
{
    ask(&AccountClerk::check, question());
}

void AccountOffice::ringPhone(const LineChoice &choice)
{
    ask(&AccountClerk::ring, question(choice));
}

void AccountOffice::stopRinging()
{
    QMetaObject::invokeMethod(m_clerk, &AccountClerk::stopRinging, Qt::QueuedConnection);
}

void AccountOffice::listNumbers()
{
    ask(&AccountClerk::listNumbers, question(draft()));
}

void AccountOffice::plan(const LineChoice &choice)
{
    ask(&AccountClerk::plan, question(choice));
}

void AccountOffice::recall()
{
    m_tasks.keep(readStores());
}

QCoro::Task<void> AccountOffice::readStores()
{
    auto found = co_await m_given.read();
    m_fromElsewhere = found && !found->isEmpty();
    if (found && found->isEmpty())
        found = co_await m_kept.read();
    if (!found || found->isEmpty()) {
        Q_EMIT entered({}); // a keychain that does not open is told of when something is to be kept in it
        co_return;
    }
    m_trying = *found;
    m_tryingKnown = true;
    AccountQuestion asked = question();
    asked.account = accountQuestion(m_options, m_settings, m_trying).account;
    ask(&AccountClerk::tryKeys, asked);
}

void AccountOffice::enter(const calls::AccountKeys &typed)
{
    m_trying = {typed.account.trimmed(), typed.token.trimmed(), typed.key.trimmed(),
                typed.keySecret.trimmed()};
    m_tryingKnown = false;
    m_fromElsewhere = false;
    keepOutOfLogs(m_trying.authToken.toUtf8());
    keepOutOfLogs(m_trying.apiSecret.toUtf8());
    QString problem;
    if (!m_trying.accountSid.startsWith("AC"_L1))
        problem = tr("The account SID begins with AC. It stands on the first page of Twilio's console.");
    else if (m_trying.apiKey.isEmpty() != m_trying.apiSecret.isEmpty())
        problem = tr("An API key needs its secret, which Twilio shows once, when the key is made.");
    else if (m_trying.authToken.isEmpty() && m_trying.apiKey.isEmpty())
        problem = tr("The auth token is missing. It stands below the account SID in Twilio's console.");
    if (!problem.isEmpty()) {
        calls::EnteredAccount refused;
        refused.problem = problem;
        QMetaObject::invokeMethod(
            this, [this, refused] { Q_EMIT entered(refused); }, Qt::QueuedConnection);
        return;
    }
    AccountQuestion asked = question();
    asked.account = accountQuestion(m_options, m_settings, m_trying).account;
    ask(&AccountClerk::tryKeys, asked);
}

void AccountOffice::onKeysTried(calls::EnteredAccount account)
{
    account.fromElsewhere = m_fromElsewhere;
    if (!account.problem.isEmpty()) {
        Q_EMIT entered(account);
        return;
    }
    m_secrets = m_trying;
    if (m_tryingKnown)
        Q_EMIT entered(account);
    else
        m_tasks.keep(keepSecrets(account));
}

QCoro::Task<void> AccountOffice::keepSecrets(calls::EnteredAccount account)
{
    const auto written = co_await m_kept.write(m_secrets);
    if (!written)
        account.notKept =
            tr("They hold until Anteroom ends, and are asked for again then: nothing is kept in a "
               "plain file. %1")
                .arg(written.error());
    Q_EMIT entered(account);
}

bool AccountOffice::takeFolder()
{
    if (m_atWork && m_atWork())
        return true; // the desk of this program holds it
    auto lock = history::DataFolderLock::take(m_options.dataDir.isEmpty() ? settings::dataFolder()
                                                                          : m_options.dataDir);
    if (!lock) {
        const QString problem = lock.error();
        const bool givesBack = std::exchange(m_isGivingBack, false);
        QMetaObject::invokeMethod(
            this,
            [this, problem, givesBack] {
                if (givesBack)
                    Q_EMIT givenBack(problem);
                else
                    Q_EMIT connected(problem);
            },
            Qt::QueuedConnection);
        return false;
    }
    m_lock = *std::move(lock);
    return true;
}

void AccountOffice::pointNumber()
{
    m_connecting.reset();
    if (takeFolder())
        ask(&AccountClerk::connectLine, question());
}

void AccountOffice::connectLine(const LineChoice &choice)
{
    m_connecting = choice;
    if (takeFolder())
        ask(&AccountClerk::connectLine, question(choice));
}

/// Only now does anything become a setting: until here nothing has happened, and from here on all of it has.
void AccountOffice::onConnected(const QString &problem)
{
    if (!problem.isEmpty() || !m_connecting) {
        m_lock.reset();
        Q_EMIT connected(problem);
        return;
    }
    const LineChoice choice = *m_connecting;
    const QString before = m_settings.value(keys::lineNumber);
    m_settings.set(keys::lineNumber, choice.number);
    m_settings.set(keys::publicUrl, choice.publicUrl);
    m_settings.set(keys::myPhone, choice.phone);
    m_settings.set(keys::setupDraft, QJsonObject());
    if (const auto saved = m_settings.save(); !saved) {
        m_lock.reset();
        Q_EMIT connected(saved.error());
        return;
    }
    if (!before.isEmpty() && before != choice.number) {
        LineChoice old = choice;
        old.number = before;
        ask(&AccountClerk::release, question(old));
        return;
    }
    m_lock.reset();
    Q_EMIT connected({});
}

void AccountOffice::giveBack()
{
    LineChoice line;
    line.number = m_settings.value(keys::lineNumber);
    line.publicUrl = question().places.publicUrl.toString();
    m_isGivingBack = true;
    if (takeFolder())
        ask(&AccountClerk::release, question(line));
}

void AccountOffice::onReleased(const QString &problem)
{
    m_lock.reset();
    if (!std::exchange(m_isGivingBack, false)) { // the number before, after another was connected
        Q_EMIT connected(problem.isEmpty()
                             ? QString()
                             : tr("The new number is connected, but the one before could not be "
                                  "given back: %1")
                                   .arg(problem));
        return;
    }
    if (problem.isEmpty()) {
        m_settings.set(keys::lineNumber, QString());
        static_cast<void>(m_settings.save()); // Settings say so themselves
    }
    Q_EMIT givenBack(problem);
}

LineChoice AccountOffice::draft() const
{
    const QJsonObject kept = m_settings.value(keys::setupDraft);
    const auto text = [&](QLatin1StringView name, const settings::TextSetting &otherwise) {
        return kept.contains(name) ? kept.value(name).toString() : m_settings.value(otherwise);
    };
    return {text("number"_L1, keys::lineNumber), text("public_url"_L1, keys::publicUrl),
            text("phone"_L1, keys::myPhone), kept.value("phone_confirmed"_L1).toBool()};
}

void AccountOffice::keepDraft(const LineChoice &choice)
{
    m_settings.set(keys::setupDraft, QJsonObject{{u"number"_s, choice.number},
                                                 {u"public_url"_s, choice.publicUrl},
                                                 {u"phone"_s, choice.phone},
                                                 {u"phone_confirmed"_s, choice.phoneConfirmed}});
}

} // namespace anteroom::desk
