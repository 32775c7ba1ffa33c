// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/host_dialog.h"

#include "calls/pin.h"
#include "ui/widgets/kind.h"
#include "ui/words/phone_numbers.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace anteroom::calls;

namespace anteroom::ui {

HostDialog::HostDialog(const Host &host, const QString &homeNumber, QWidget *parent)
    : QDialog(parent),
      m_host(host),
      m_homeNumber(homeNumber),
      m_name(new QLineEdit(host.name)),
      m_phone(new QLineEdit(host.phone.isEmpty() ? QString() : formattedNumber(host.phone, homeNumber))),
      m_pin(new QLineEdit),
      m_callsBack(new QCheckBox(tr("Call this phone &back instead of asking for the PIN"))),
      m_error(new QLabel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName("hostDialog");
    setWindowTitle(host.phone.isEmpty() ? tr("Add a host") : tr("Change a host"));
    setMinimumWidth(460);
    m_name->setObjectName("hostName");
    m_name->setMaxLength(60);
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("As the telephone greets them"));
    m_phone->setObjectName("hostPhone");
    m_phone->setAccessibleName(tr("Telephone number"));
    m_phone->setPlaceholderText(formattedNumber(QStringLiteral("+14155550177"), homeNumber));
    m_pin->setObjectName("hostPin");
    m_pin->setAccessibleName(tr("PIN, six digits"));
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaxLength(pinDigits);
    m_pin->setPlaceholderText(host.pin.isEmpty() ? tr("Six digits") : tr("Set; six digits change it"));
    m_callsBack->setObjectName("hostCallsBack");
    m_callsBack->setChecked(host.callsBack);
    m_callsBack->setToolTip(tr("Whoever dials from this number is hung up on, and the desk rings this phone. "
                               "Another phone needs the PIN."));
    m_error->setObjectName("hostError");
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    setKind(m_error, "error");
    m_error->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    setKind(buttons->button(QDialogButtonBox::Ok), "primary");
    connect(buttons, &QDialogButtonBox::accepted, this, &HostDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("Nu&mber"), m_phone);
    form->addRow(tr("&PIN"), m_pin);
    form->addRow(QString(), m_callsBack);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_error);
    layout->addStretch(1);
    layout->addWidget(buttons);
}

void HostDialog::complain(const QString &problem, QLineEdit *about)
{
    m_error->setText(problem);
    m_error->show();
    about->setFocus();
}

void HostDialog::check()
{
    Host host{m_name->text().simplified(), typedNumber(m_phone->text(), m_homeNumber), m_host.pin,
              m_callsBack->isChecked()};
    const QString pin = m_pin->text();
    if (host.name.isEmpty())
        return complain(tr("Who is it? The telephone greets them by name."), m_name);
    if (host.phone.isEmpty())
        return complain(
            tr("That is not a telephone number. Write it with its country code, such as +1 415 555 0177."),
            m_phone);
    if (m_taken.contains(host.phone))
        return complain(tr("This number is on the list already."), m_phone);
    if (!pin.isEmpty() && !isPin(pin))
        return complain(tr("A PIN has six digits."), m_pin);
    if (!pin.isEmpty() && isEasyPin(pin))
        return complain(tr("This PIN is one of the first that anybody tries. Choose another one."), m_pin);
    if (!pin.isEmpty())
        host.pin = hashedPin(pin);
    Q_EMIT chosen(host);
    accept();
}

} // namespace anteroom::ui
