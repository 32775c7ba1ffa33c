// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/setup_wizard.h"

#include "ui/setup/account_page.h"
#include "ui/setup/connect_page.h"
#include "ui/setup/done_page.h"
#include "ui/setup/number_page.h"
#include "ui/setup/phone_page.h"
#include "ui/setup/welcome_page.h"
#include "ui/widgets/kind.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace anteroom::ui {

SetupWizard::SetupWizard(calls::AccountSetup &setup, const QString &connected, QWidget *parent)
    : QDialog(parent),
      m_setup(setup),
      m_state{setup.draft(), {}},
      m_step(new QLabel),
      m_title(new QLabel),
      m_pages(new QStackedWidget),
      m_later(new QPushButton(tr("&Later"))),
      m_back(new QPushButton(tr("&Back"))),
      m_next(new QPushButton)
{
    setObjectName("setupWizard");
    setWindowTitle(tr("Set up Anteroom"));
    setKind(m_step, "dim");
    m_title->setObjectName("setupTitle");
    m_title->setTextFormat(Qt::PlainText);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_later->setObjectName("setupLater");
    m_later->setToolTip(tr("Nothing is lost: the next start goes on here"));
    m_back->setObjectName("setupBack");
    m_next->setObjectName("setupNext");
    setKind(m_next, "primary");
    m_next->setDefault(true);

    auto *welcome = new WelcomePage(connected, setup, m_state);
    connect(welcome, &WelcomePage::rehearsalAsked, this, &SetupWizard::rehearsalAsked);
    connect(welcome, &WelcomePage::numberGivenBack, this, &SetupWizard::numberGivenBack);
    add(welcome);
    add(new AccountPage(setup, m_state));
    add(new NumberPage(setup, m_state));
    add(new PhonePage(setup, m_state));
    add(new ConnectPage(setup, m_state));
    add(new DonePage(setup, m_state));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_later);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 20);
    layout->setSpacing(8);
    layout->addWidget(m_step);
    layout->addWidget(m_title);
    layout->addSpacing(8);
    layout->addWidget(m_pages, 1);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    connect(m_later, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(m_pages->currentIndex() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { page()->goOn(); });
    connect(this, &QDialog::rejected, this, [this] {
        page()->leave();
        keep();
    });
    resize(720, 560);
    goTo(0);
}

void SetupWizard::add(SetupPage *page)
{
    m_pages->addWidget(page);
    connect(page, &SetupPage::changed, this, &SetupWizard::refresh);
    connect(page, &SetupPage::done, this, &SetupWizard::next);
}

SetupPage *SetupWizard::page() const
{
    return static_cast<SetupPage *>(m_pages->currentWidget());
}

void SetupWizard::showAccount()
{
    goTo(1);
}

void SetupWizard::goTo(int index)
{
    page()->leave();
    m_pages->setCurrentIndex(index);
    m_title->setText(page()->title());
    m_step->setText(index == 0 ? QString() : tr("Step %1 of %2").arg(index).arg(m_pages->count() - 1));
    page()->begin();
    refresh();
}

void SetupWizard::next()
{
    if (sender() != page())
        return; // somebody has gone back meanwhile
    const int index = m_pages->currentIndex();
    if (index + 1 == m_pages->count()) {
        Q_EMIT deskAsked();
        accept();
        return;
    }
    if (index + 2 == m_pages->count()) {
        m_connected = true; // kept by whoever connected it
        Q_EMIT numberConnected();
    } else {
        keep();
    }
    goTo(index + 1);
}

void SetupWizard::keep()
{
    if (!m_connected && m_pages->currentIndex() > 0)
        m_setup.keepDraft(m_state.choice);
}

void SetupWizard::refresh()
{
    const int index = m_pages->currentIndex();
    const bool isLast = index + 1 == m_pages->count();
    m_next->setText(page()->nextText());
    m_next->setVisible(!page()->nextText().isEmpty());
    // What cannot be pressed any more must not hand the focus to the button that leaves.
    const bool ready = page()->isReady();
    if (!ready && m_next->hasFocus())
        setFocus();
    m_next->setEnabled(ready);
    if (ready && hasFocus())
        m_next->setFocus();
    m_back->setVisible(index > 0 && !isLast);
    m_later->setVisible(!isLast);
    m_later->setText(index == 0 ? tr("&Close") : tr("&Later"));
}

} // namespace anteroom::ui
