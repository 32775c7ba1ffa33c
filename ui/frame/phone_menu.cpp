// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/phone_menu.h"

#include "ui/frame/phone_dialog.h"
#include "ui/words/phone_numbers.h"
#include "ui/words/plain_text.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace {
constexpr int widestPhone = 200; // of an address; a number always fits
}

PhoneButton::PhoneButton(DeskMirror &mirror, QAction *keepPhoneOn, const Theme &theme, QWidget *parent)
    : QPushButton(parent),
      m_mirror(mirror),
      m_keepPhoneOn(keepPhoneOn),
      m_theme(theme),
      m_menu(new QMenu(this))
{
    setObjectName("myPhone");
    setFocusPolicy(Qt::TabFocus);
    setFont(m_theme.font(TextSize::Normal, QFont::Medium));
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &PhoneButton::fillMenu);
    connect(&mirror, &DeskMirror::seatChanged, this, &PhoneButton::refresh);
    connect(&mirror, &DeskMirror::lineChanged, this, &PhoneButton::refresh);
    refresh();
}

void PhoneButton::setKnownPhones(const QStringList &phones)
{
    m_phones = phones;
}

void PhoneButton::refresh()
{
    const QString number = m_mirror.seat().phone;
    const SeatPhone phone = m_mirror.phone();
    const QString words = phoneWords(number, m_mirror.line().number);
    const auto textWith = [&](const QString &which) {
        if (phone.state == PhoneState::Ringing)
            return tr("My phone rings…");
        if (phone.state == PhoneState::InStudio && phone.keepOn)
            return tr("My phone is on: %1").arg(which);
        return number.isEmpty() ? tr("My phone: none") : tr("My phone: %1").arg(which);
    };
    setAccessibleName(textWith(words));
    const QString shown = fontMetrics().elidedText(words, Qt::ElideRight, widestPhone);
    setText(textWith(shown).replace(u'&', "&&"_L1) + u" ▾"_s);
    setToolTip(toolTipText(phone.remark.isEmpty() && shown != words ? words : phone.remark));
    setAccessibleDescription(phone.remark); // not the tool tip with its markup
}

void PhoneButton::fillMenu()
{
    m_menu->clear();
    const QString home = m_mirror.line().number;
    const QString current = m_mirror.seat().phone;
    QStringList offered = m_phones;
    if (!current.isEmpty() && !offered.contains(current))
        offered.prepend(current);
    for (const QString &number : std::as_const(offered)) {
        QAction *action = m_menu->addAction(phoneWords(number, home).replace(u'&', "&&"_L1));
        action->setCheckable(true);
        action->setChecked(number == current);
        connect(action, &QAction::triggered, this, [this, number] { m_mirror.setPhone(number); });
    }
    QAction *other = m_menu->addAction(tr("&Another phone…"));
    other->setObjectName("anotherNumber");
    connect(other, &QAction::triggered, this, &PhoneButton::askForNumber);
    m_menu->addSeparator();
    m_menu->addAction(m_keepPhoneOn);
}

void PhoneButton::askForNumber()
{
    auto *dialog = new PhoneDialog(m_mirror.line().number, window());
    connect(dialog, &PhoneDialog::chosen, this, [this](const QString &number) {
        m_mirror.setPhone(number);
        if (!m_phones.contains(number)) {
            m_phones << number;
            Q_EMIT phonesChanged(m_phones);
        }
    });
    dialog->open();
}

} // namespace anteroom::ui
