// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/account_page.h"

#include "ui/widgets/kind.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

QLineEdit *field(const char *name, const QString &spoken, bool secret)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(spoken);
    if (secret)
        edit->setEchoMode(QLineEdit::Password);
    return edit;
}

QFormLayout *form()
{
    auto *layout = new QFormLayout;
    layout->setHorizontalSpacing(16);
    layout->setVerticalSpacing(8);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return layout;
}

} // namespace

AccountPage::AccountPage(AccountSetup &setup, SetupState &state, QWidget *parent)
    : SetupPage(
          tr("Your account at Twilio"),
          tr("Log in at console.twilio.com. Account SID and Auth Token stand together on its first page, "
             "under “Account Info”; the token shows when you click on it."),
          setup, state, parent),
      m_account(field("setupAccount", tr("Account SID"), false)),
      m_token(field("setupToken", tr("Auth token"), true)),
      m_withKey(new QCheckBox(tr("Use an API &key"))),
      m_keys(new QWidget),
      m_key(field("setupKey", tr("API key SID"), false)),
      m_secret(field("setupSecret", tr("API key secret"), true))
{
    m_account->setPlaceholderText(QStringLiteral("AC…"));
    m_key->setPlaceholderText(QStringLiteral("SK…"));
    m_withKey->setObjectName("setupWithKey");
    auto *token = form();
    token->addRow(tr("&Account SID"), m_account);
    token->addRow(tr("Auth &token"), m_token);
    auto *key = form();
    key->setContentsMargins(0, 0, 0, 0);
    key->addRow(tr("API key &SID"), m_key);
    key->addRow(tr("Se&cret"), m_secret);
    m_keys->setLayout(key);
    m_keys->hide();
    auto *keeping =
        new QLabel(tr("Token and secret go into this computer's keychain and nowhere else. With a key "
                      "and no token, Anteroom cannot tell who sends it news, so it looks for "
                      "callers by itself every few seconds."));
    keeping->setWordWrap(true);
    setKind(keeping, "dim");
    content()->addLayout(token);
    content()->addWidget(m_withKey);
    content()->addWidget(m_keys);
    content()->addWidget(keeping);
    content()->addStretch(1);
    connect(m_withKey, &QCheckBox::toggled, m_keys, &QWidget::setVisible);
    connect(m_withKey, &QCheckBox::toggled, this, &SetupPage::changed);
    for (QLineEdit *edit : {m_account, m_token, m_key, m_secret})
        connect(edit, &QLineEdit::textEdited, this, [this] {
            m_told = false;
            tellProblem({});
            Q_EMIT changed();
        });
    connect(&setup, &AccountSetup::entered, this, &AccountPage::onEntered);
}

QString AccountPage::nextText() const
{
    return m_asking ? tr("Checking…") : tr("&Next");
}

AccountKeys AccountPage::typed() const
{
    AccountKeys keys{m_account->text(), m_token->text(), {}, {}};
    if (m_withKey->isChecked()) {
        keys.key = m_key->text();
        keys.keySecret = m_secret->text();
    }
    return keys;
}

bool AccountPage::isReady() const
{
    if (m_asking)
        return false;
    const AccountKeys keys = typed();
    const bool nothing = keys.account.isEmpty() && keys.token.isEmpty() && keys.key.isEmpty();
    return nothing ? !state().account.account.isEmpty()
                   : !keys.account.isEmpty() && (!keys.token.isEmpty() || !keys.key.isEmpty());
}

void AccountPage::begin()
{
    m_account->setFocus();
    if (m_recalled)
        return;
    m_recalling = true;
    m_asking = true;
    Q_EMIT changed();
    setup().recall();
}

void AccountPage::showKnown()
{
    const EnteredAccount &known = state().account;
    if (known.account.isEmpty())
        return;
    m_account->setPlaceholderText(known.account);
    m_token->setPlaceholderText(known.fromElsewhere ? tr("handed over in the environment")
                                                    : tr("in the keychain"));
    tellNews(
        known.fromElsewhere
            ? tr("The account %1 was handed over when Anteroom was started. Go on with it, or enter another.")
                  .arg(known.account)
            : tr("The account %1 is known already. Go on with it, or enter another.").arg(known.account));
}

void AccountPage::goOn()
{
    const AccountKeys keys = typed();
    if (m_told || (keys.account.isEmpty() && keys.token.isEmpty())) {
        m_token->clear(); // nobody else needs it
        m_secret->clear();
        m_account->clear();
        m_told = false;
        Q_EMIT done();
        return;
    }
    m_asking = true;
    tellNews(tr("Asking the phone company…"));
    Q_EMIT changed();
    setup().enter(keys);
}

void AccountPage::onEntered(const EnteredAccount &account)
{
    if (!m_asking)
        return;
    m_asking = false;
    m_recalled = true;
    const bool recalled = std::exchange(m_recalling, false);
    if (!account.problem.isEmpty()) {
        tellProblem(account.problem);
        Q_EMIT changed();
        return;
    }
    state().account = account;
    if (!account.canBeCalled)
        state().choice.publicUrl.clear();
    tellNews({});
    if (recalled)
        showKnown();
    Q_EMIT changed();
    if (recalled)
        return;
    m_told = true;
    if (!account.notKept.isEmpty()) {
        tellProblem(account.notKept);
        Q_EMIT changed();
        return;
    }
    goOn();
}

} // namespace anteroom::ui
