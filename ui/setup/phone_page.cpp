// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/phone_page.h"

#include "calls/phone_address.h"
#include "ui/widgets/kind.h"
#include "ui/words/phone_numbers.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace anteroom::calls;

namespace anteroom::ui {

PhonePage::PhonePage(AccountSetup &setup, SetupState &state, QWidget *parent)
    : SetupPage(tr("My phone"),
                tr("Callers whom you take come to this phone: a mobile, a landline, or a SIP phone written "
                   "sip:ana@pbx.example.com. It is rung once, and you press 1, so that you know it works."),
                setup, state, parent),
      m_phone(new QLineEdit),
      m_ring(new QPushButton(tr("&Ring it now")))
{
    m_phone->setObjectName("setupPhone");
    m_phone->setAccessibleName(tr("Telephone number or address"));
    m_ring->setObjectName("setupRing");
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_phone, 1);
    row->addWidget(m_ring);
    auto *cost =
        new QLabel(tr("The call costs as much as any call of this account to that phone. You may go on "
                      "without it and ring the phone later."));
    cost->setWordWrap(true);
    setKind(cost, "dim");
    content()->addLayout(row);
    content()->addWidget(cost);
    content()->addStretch(1);
    connect(m_ring, &QPushButton::clicked, this, &PhonePage::ring);
    connect(m_phone, &QLineEdit::textEdited, this, &PhonePage::take);
    connect(&setup, &AccountSetup::phoneTried, this, &PhonePage::onTried);
}

void PhonePage::begin()
{
    const LineChoice &choice = state().choice;
    m_phone->setPlaceholderText(formattedNumber(QStringLiteral("+14155550177"), choice.number));
    if (m_phone->text().isEmpty() && !choice.phone.isEmpty())
        m_phone->setText(isPhoneAddress(choice.phone) ? choice.phone
                                                      : formattedNumber(choice.phone, choice.number));
    if (choice.phoneConfirmed)
        tellNews(tr("This phone has been confirmed."));
    else if (state().account.trial)
        tellNews(tr("This is a trial account: it rings only phones that are verified at Twilio, and says so "
                    "first. Your own phone is usually verified already."));
    m_phone->setFocus();
    Q_EMIT changed();
}

void PhonePage::leave()
{
    if (m_ringing)
        setup().stopRinging();
}

void PhonePage::take()
{
    const QString typed = m_phone->text();
    LineChoice &choice = state().choice;
    choice.phone =
        isPhoneAddress(typed) ? phoneAddress(typed).value_or(QString()) : typedNumber(typed, choice.number);
    choice.phoneConfirmed = false;
    tellProblem(choice.phone == choice.number && !choice.phone.isEmpty()
                    ? tr("This is the number that callers dial; it cannot ring itself.")
                    : QString());
    Q_EMIT changed();
}

bool PhonePage::isReady() const
{
    const LineChoice &choice = state().choice;
    const bool usable = !choice.phone.isEmpty() && choice.phone != choice.number;
    m_ring->setEnabled(usable && !m_ringing);
    return usable && !m_ringing;
}

void PhonePage::ring()
{
    m_ringing = true;
    m_phone->setFocus(); // from the button, which goes
    tellNews(tr("Your phone is being called…"));
    Q_EMIT changed();
    setup().ringPhone(state().choice);
}

void PhonePage::onTried(const PhoneTrial &trial)
{
    if (!m_ringing)
        return; // rung by somebody else
    if (trial.stage == PhoneTrial::Stage::Failed)
        tellProblem(trial.sentence);
    else
        tellNews(trial.sentence);
    if (trial.stage == PhoneTrial::Stage::Ringing)
        return;
    m_ringing = false;
    state().choice.phoneConfirmed = trial.stage == PhoneTrial::Stage::Confirmed;
    Q_EMIT changed();
}

} // namespace anteroom::ui
