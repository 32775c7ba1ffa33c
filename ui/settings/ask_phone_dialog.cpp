// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ask_phone_dialog.h"

#include "ui/widgets/kind.h"
#include "ui/words/phone_numbers.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace anteroom::calls;

namespace anteroom::ui {

AskPhoneDialog::AskPhoneDialog(const AskPhone &phone, const QString &homeNumber, QWidget *parent)
    : QDialog(parent),
      m_homeNumber(homeNumber),
      m_name(new QLineEdit(phone.name)),
      m_number(new QLineEdit(phone.number.isEmpty() ? QString() : formattedNumber(phone.number, homeNumber))),
      m_by(new QComboBox),
      m_error(new QLabel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName("askPhoneDialog");
    setWindowTitle(phone.number.isEmpty() ? tr("Add a phone") : tr("Change a phone"));
    setMinimumWidth(460);
    m_name->setObjectName("askPhoneName");
    m_name->setMaxLength(60);
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("Whose phone it is"));
    m_number->setObjectName("askPhoneNumber");
    m_number->setAccessibleName(tr("Telephone number"));
    m_number->setPlaceholderText(formattedNumber(QStringLiteral("+14155550177"), homeNumber));
    m_by->setObjectName("askPhoneBy");
    m_by->setAccessibleName(tr("How it is asked"));
    m_by->addItem(tr("By text where it can, else by a short call"), int(AskBy::Automatic));
    m_by->addItem(tr("By text; called only if texts are refused"), int(AskBy::Text));
    m_by->addItem(tr("By a short call"), int(AskBy::Call));
    m_by->setCurrentIndex(m_by->findData(int(phone.by)));
    m_error->setObjectName("askPhoneError");
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    setKind(m_error, "error");
    m_error->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    setKind(buttons->button(QDialogButtonBox::Ok), "primary");
    connect(buttons, &QDialogButtonBox::accepted, this, &AskPhoneDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("Nu&mber"), m_number);
    form->addRow(tr("&Asked"), m_by);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_error);
    layout->addStretch(1);
    layout->addWidget(buttons);
}

void AskPhoneDialog::check()
{
    const AskPhone phone{m_name->text().simplified(), typedNumber(m_number->text(), m_homeNumber),
                         AskBy(m_by->currentData().toInt())};
    QString problem;
    if (phone.number.isEmpty())
        problem =
            tr("That is not a telephone number. Write it with its country code, such as +1 415 555 0177.");
    else if (m_taken.contains(phone.number))
        problem = tr("This number is on the list already.");
    else if (phone.number == m_homeNumber)
        problem = tr("This is the number that callers dial; it cannot be asked about them.");
    if (!problem.isEmpty()) {
        m_error->setText(problem);
        m_error->show();
        m_number->setFocus();
        return;
    }
    Q_EMIT chosen(phone);
    accept();
}

} // namespace anteroom::ui
