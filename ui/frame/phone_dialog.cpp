// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/phone_dialog.h"

#include "calls/phone_address.h"
#include "ui/widgets/kind.h"
#include "ui/words/phone_numbers.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace anteroom::ui {

PhoneDialog::PhoneDialog(const QString &homeNumber, QWidget *parent)
    : QDialog(parent), m_homeNumber(homeNumber), m_number(new QLineEdit), m_error(new QLabel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("My phone"));
    setMinimumWidth(400);
    auto *explanation = new QLabel(
        tr("Callers are pulled to this phone. Any phone will do; it rings, and you press 1 to take "
           "the caller. A SIP phone is written sip:ana@pbx.example.com, an app client:ana."));
    explanation->setWordWrap(true);
    explanation->setBuddy(m_number);
    m_number->setObjectName("phoneNumber");
    m_number->setAccessibleName(tr("Telephone number or address"));
    m_number->setPlaceholderText(formattedNumber(QStringLiteral("+14155550177"), homeNumber));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    setKind(m_error, "error");
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Use this phone"));
    setKind(buttons->button(QDialogButtonBox::Ok), "primary");
    connect(buttons, &QDialogButtonBox::accepted, this, &PhoneDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(explanation);
    layout->addWidget(m_number);
    layout->addWidget(m_error);
    layout->addStretch(1);
    layout->addWidget(buttons);
}

std::expected<QString, QString> PhoneDialog::typed() const
{
    if (calls::isPhoneAddress(m_number->text()))
        return calls::phoneAddress(m_number->text());
    if (const QString number = typedNumber(m_number->text(), m_homeNumber); !number.isEmpty())
        return number;
    return std::unexpected(
        tr("That is not a telephone number. Write it with its country code, such as +1 415 555 0177."));
}

void PhoneDialog::check()
{
    const auto phone = typed();
    if (!phone) {
        m_error->setText(phone.error());
        m_number->setFocus();
        return;
    }
    Q_EMIT chosen(*phone);
    accept();
}

} // namespace anteroom::ui
