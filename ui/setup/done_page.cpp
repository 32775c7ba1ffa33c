// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/done_page.h"

#include "ui/words/phone_numbers.h"

#include <QLabel>
#include <QVBoxLayout>

namespace anteroom::ui {

DonePage::DonePage(calls::AccountSetup &setup, SetupState &state, QWidget *parent)
    : SetupPage(tr("Ready"), tr("Your number is connected."), setup, state, parent), m_words(new QLabel)
{
    m_words->setObjectName("setupDone");
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    content()->addWidget(m_words);
    content()->addStretch(1);
}

QString DonePage::nextText() const
{
    return tr("&Open Anteroom");
}

void DonePage::begin()
{
    const QString number = formattedNumber(state().choice.number, state().choice.number);
    m_words->setText(
        tr("Open Anteroom, and call %1 from any other phone: you hear music, and appear in the list within a "
           "few "
           "seconds. Choose the row and press Enter; your own phone rings, and you press 1.\n\n"
           "“Check before the show” in the menu Line looks at everything a show depends on. “Set up” there "
           "brings you back here, and gives the number back.")
            .arg(number));
}

} // namespace anteroom::ui
