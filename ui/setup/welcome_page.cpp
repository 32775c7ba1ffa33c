// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/welcome_page.h"

#include "ui/widgets/kind.h"
#include "ui/words/phone_numbers.h"

#include <QFrame>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace anteroom::ui {

namespace {

QFrame *choice(const QString &heading, const QString &explanation, QPushButton *button)
{
    auto *card = new QFrame;
    setKind(card, "card");
    auto *title = new QLabel(heading);
    setKind(title, "heading");
    auto *words = new QLabel(explanation);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    setKind(words, "dim");
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(words);
    layout->addWidget(button, 0, Qt::AlignLeft);
    return card;
}

} // namespace

WelcomePage::WelcomePage(const QString &connected, calls::AccountSetup &setup, SetupState &state,
                         QWidget *parent)
    : SetupPage(tr("Welcome"),
                tr("Callers wait at the phone company and hear music. Here you see who they are, and take "
                   "whom you like on any ordinary phone."),
                setup, state, parent),
      m_connected(connected)
{
    auto *real = new QPushButton(connected.isEmpty() ? tr("&Connect my number")
                                                     : tr("&Connect another number or account"));
    real->setObjectName("setupConnect");
    setKind(real, "primary");
    connect(real, &QPushButton::clicked, this, &SetupPage::done);
    content()->addWidget(choice(tr("For real callers"),
                                tr("You need an account at Twilio and one of its numbers. It takes a few "
                                   "minutes, and all of it can be undone."),
                                real));
    if (connected.isEmpty()) {
        auto *practice = new QPushButton(tr("&Try a rehearsal"));
        practice->setObjectName("setupRehearse");
        connect(practice, &QPushButton::clicked, this, &WelcomePage::rehearsalAsked);
        content()->addWidget(
            choice(tr("To look around"),
                   tr("Invented people call a phone company that is played on this computer. "
                      "No account, no costs, nobody is called."),
                   practice));
    } else {
        auto *back = new QPushButton(tr("&Give my number back…"));
        back->setObjectName("setupGiveBack");
        setKind(back, "danger");
        connect(back, &QPushButton::clicked, this, &WelcomePage::askToGiveBack);
        content()->addWidget(choice(tr("%1 is connected").arg(formattedNumber(connected, connected)),
                                    tr("Giving it back sets it to exactly what it was before. Calls then no "
                                       "longer come to this desk."),
                                    back));
        connect(&setup, &calls::AccountSetup::givenBack, this, [this](const QString &problem) {
            if (problem.isEmpty())
                Q_EMIT numberGivenBack();
            else
                tellProblem(problem);
        });
    }
    content()->addStretch(1);
}

void WelcomePage::askToGiveBack()
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Give the number back"),
                                tr("Give %1 back?").arg(formattedNumber(m_connected, m_connected)),
                                QMessageBox::Cancel, this);
    box->setObjectName("giveBackBox");
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("Its addresses are set to what they were before. Whoever waits now hears music "
           "until the phone company ends it."));
    QPushButton *give = box->addButton(tr("Give it back"), QMessageBox::DestructiveRole);
    setKind(give, "danger");
    connect(give, &QPushButton::clicked, this, [this] { setup().giveBack(); });
    box->setDefaultButton(QMessageBox::Cancel);
    box->open();
}

} // namespace anteroom::ui
