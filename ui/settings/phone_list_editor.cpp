// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/phone_list_editor.h"

#include "calls/desk_mirror.h"
#include "settings/keys.h"
#include "settings/settings.h"
#include "ui/paint/empty_text.h"
#include "ui/settings/ask_phone_dialog.h"
#include "ui/theme/theme.h"
#include "ui/words/phone_numbers.h"
#include "ui/words/plain_text.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace keys = settings::keys;

namespace {

constexpr int rowsShown = 5;

QString howWords(AskBy by)
{
    switch (by) {
    case AskBy::Text:
        return PhoneListEditor::tr("by text");
    case AskBy::Call:
        return PhoneListEditor::tr("by a short call");
    case AskBy::Automatic:
        break;
    }
    return PhoneListEditor::tr("by text where it can");
}

} // namespace

PhoneListEditor::PhoneListEditor(settings::Settings &settings, const DeskMirror &mirror, const Theme &theme,
                                 QWidget *parent)
    : QWidget(parent), m_settings(settings), m_mirror(mirror), m_theme(theme), m_table(new QTableWidget(0, 3))
{
    m_table->setObjectName("askPhones");
    m_table->setAccessibleName(tr("Phones to be asked, in order"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Number"), tr("Asked")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    const int rowHeight = m_table->fontMetrics().height() + 14;
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->setFixedHeight((rowsShown + 1) * rowHeight + 8);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    auto *fresh = makeButton(u"addPhone"_s, tr("&Add…"), &PhoneListEditor::add);
    m_change = makeButton(u"changePhone"_s, tr("C&hange…"), &PhoneListEditor::change);
    m_remove = makeButton(u"removePhone"_s, tr("&Remove"), &PhoneListEditor::remove);
    m_up = makeButton(u"phoneUp"_s, tr("Move &up"), &PhoneListEditor::moveUp);
    m_down = makeButton(u"phoneDown"_s, tr("Move &down"), &PhoneListEditor::moveDown);
    for (QPushButton *button : {fresh, m_change, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_table);
    layout->addLayout(buttons);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &PhoneListEditor::follow);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &PhoneListEditor::open);
    connect(&m_settings, &settings::Settings::changed, this, [this](const QString &key) {
        if (key == keys::askPhones.key && phonesFromJson(m_settings.value(keys::askPhones)) != m_phones)
            show();
    });
    show();
}

QPushButton *PhoneListEditor::makeButton(const QString &name, const QString &text,
                                         void (PhoneListEditor::*act)())
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

bool PhoneListEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport()) {
        if (event->type() == QEvent::Paint && m_phones.isEmpty()) {
            drawEmptyText(m_table->viewport(), m_theme, tr("Nobody is asked"),
                          tr("Callers are announced at the desk only. Add a phone to have its owner asked."));
            return true;
        }
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool alt = key->modifiers() & Qt::AltModifier;
    if (key->key() == Qt::Key_Delete)
        remove();
    else if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        change();
    else if (alt && key->key() == Qt::Key_Up)
        moveUp();
    else if (alt && key->key() == Qt::Key_Down)
        moveDown();
    else
        return false;
    return true;
}

QString PhoneListEditor::homeNumber() const
{
    const QString line = m_mirror.line().number;
    return line.isEmpty() ? m_settings.value(keys::lineNumber) : line;
}

int PhoneListEditor::row() const
{
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    return chosen.isEmpty() ? -1 : chosen.first().row();
}

void PhoneListEditor::show()
{
    m_phones = phonesFromJson(m_settings.value(keys::askPhones));
    m_table->setRowCount(int(m_phones.size()));
    for (int i = 0; i < m_phones.size(); ++i) {
        const AskPhone &phone = m_phones.at(i);
        const QStringList cells{oneLine(phone.name.isEmpty() ? tr("No name") : phone.name),
                                formattedNumber(phone.number, homeNumber()), howWords(phone.by)};
        for (int column = 0; column < cells.size(); ++column) {
            auto *item = new QTableWidgetItem(cells.at(column));
            item->setToolTip(toolTipText(cells.at(column)));
            m_table->setItem(i, column, item);
        }
    }
    m_table->viewport()->update();
    follow();
}

void PhoneListEditor::follow()
{
    const int chosen = row();
    m_change->setEnabled(chosen >= 0);
    m_remove->setEnabled(chosen >= 0);
    m_up->setEnabled(chosen > 0);
    m_down->setEnabled(chosen >= 0 && chosen + 1 < m_phones.size());
}

void PhoneListEditor::keep(const QList<AskPhone> &phones, int chosen)
{
    m_settings.set(keys::askPhones, phonesToJson(phones));
    show();
    if (chosen >= 0 && chosen < m_phones.size())
        m_table->selectRow(chosen);
    follow();
}

void PhoneListEditor::add()
{
    open(-1);
}

void PhoneListEditor::change()
{
    if (row() >= 0)
        open(row());
}

void PhoneListEditor::open(int changed)
{
    auto *dialog = new AskPhoneDialog(changed < 0 ? AskPhone() : m_phones.value(changed), homeNumber(), this);
    QStringList others;
    for (int i = 0; i < m_phones.size(); ++i)
        if (i != changed)
            others.append(m_phones.at(i).number);
    dialog->setTaken(others);
    connect(dialog, &AskPhoneDialog::chosen, this, [this, changed](const AskPhone &phone) {
        QList<AskPhone> phones = m_phones;
        if (changed < 0 || changed >= phones.size())
            phones.append(phone);
        else
            phones[changed] = phone;
        keep(phones, changed < 0 ? int(phones.size()) - 1 : changed);
    });
    dialog->open();
}

void PhoneListEditor::remove()
{
    const int chosen = row();
    if (chosen < 0)
        return;
    QList<AskPhone> phones = m_phones;
    phones.removeAt(chosen);
    keep(phones, std::min(chosen, int(phones.size()) - 1));
}

void PhoneListEditor::move(int by)
{
    const int chosen = row();
    if (chosen < 0 || chosen + by < 0 || chosen + by >= m_phones.size())
        return;
    QList<AskPhone> phones = m_phones;
    phones.move(chosen, chosen + by);
    keep(phones, chosen + by);
}

} // namespace anteroom::ui
