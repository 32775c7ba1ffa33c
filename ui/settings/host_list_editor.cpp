// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/host_list_editor.h"

#include "calls/desk_mirror.h"
#include "settings/keys.h"
#include "settings/settings.h"
#include "ui/paint/empty_text.h"
#include "ui/settings/host_dialog.h"
#include "ui/theme/theme.h"
#include "ui/words/phone_numbers.h"
#include "ui/words/plain_text.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace keys = settings::keys;

namespace {

constexpr int hostRowsShown = 4;

QString lettingIn(const Host &host)
{
    if (host.callsBack)
        return host.pin.isEmpty() ? HostListEditor::tr("Call back")
                                  : HostListEditor::tr("Call back, elsewhere PIN");
    return host.pin.isEmpty() ? HostListEditor::tr("No PIN: not let in") : HostListEditor::tr("PIN");
}

} // namespace

HostListEditor::HostListEditor(settings::Settings &settings, const DeskMirror &mirror, const Theme &theme,
                               QWidget *parent)
    : QWidget(parent), m_settings(settings), m_mirror(mirror), m_theme(theme), m_table(new QTableWidget(0, 3))
{
    m_table->setObjectName("hosts");
    m_table->setAccessibleName(tr("Hosts who may run the show from a telephone"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Number"), tr("Let in by")});
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
    m_table->setFixedHeight((hostRowsShown + 1) * rowHeight + 8);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    auto *fresh = makeButton(u"addHost"_s, tr("&Add…"), &HostListEditor::add);
    m_change = makeButton(u"changeHost"_s, tr("C&hange…"), &HostListEditor::change);
    m_clear = makeButton(u"clearPin"_s, tr("Clear &PIN"), &HostListEditor::clearPin);
    m_remove = makeButton(u"removeHost"_s, tr("&Remove"), &HostListEditor::remove);
    for (QPushButton *button : {fresh, m_change, m_clear, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_table);
    layout->addLayout(buttons);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &HostListEditor::follow);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &HostListEditor::open);
    connect(&m_settings, &settings::Settings::changed, this, [this](const QString &key) {
        if (key == keys::hostPeople.key && hostsFromJson(m_settings.value(keys::hostPeople)) != m_people)
            show();
    });
    show();
}

QPushButton *HostListEditor::makeButton(const QString &name, const QString &text,
                                        void (HostListEditor::*act)())
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

bool HostListEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport()) {
        if (event->type() == QEvent::Paint && m_people.isEmpty()) {
            drawEmptyText(m_table->viewport(), m_theme, tr("Nobody is let in"),
                          tr("Add a host, who may then run the show from any phone."));
            return true;
        }
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Delete)
        remove();
    else if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        change();
    else
        return false;
    return true;
}

QString HostListEditor::homeNumber() const
{
    const QString line = m_mirror.line().number;
    return line.isEmpty() ? m_settings.value(keys::lineNumber) : line;
}

int HostListEditor::row() const
{
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    return chosen.isEmpty() ? -1 : chosen.first().row();
}

void HostListEditor::show()
{
    m_people = hostsFromJson(m_settings.value(keys::hostPeople));
    m_table->setRowCount(int(m_people.size()));
    for (int i = 0; i < m_people.size(); ++i) {
        const Host &host = m_people.at(i);
        const QStringList cells{oneLine(host.name.isEmpty() ? tr("No name") : host.name),
                                formattedNumber(host.phone, homeNumber()), lettingIn(host)};
        for (int column = 0; column < cells.size(); ++column) {
            auto *item = new QTableWidgetItem(cells.at(column));
            item->setToolTip(toolTipText(cells.at(column)));
            m_table->setItem(i, column, item);
        }
    }
    m_table->viewport()->update();
    follow();
}

void HostListEditor::follow()
{
    const int chosen = row();
    m_change->setEnabled(chosen >= 0);
    m_remove->setEnabled(chosen >= 0);
    m_clear->setEnabled(chosen >= 0 && !m_people.value(chosen).pin.isEmpty());
}

void HostListEditor::keep(const QList<Host> &people, int chosen)
{
    m_settings.set(keys::hostPeople, hostsToJson(people));
    show();
    if (chosen >= 0 && chosen < m_people.size())
        m_table->selectRow(chosen);
    follow();
}

void HostListEditor::change()
{
    if (row() >= 0)
        open(row());
}

void HostListEditor::open(int changed)
{
    auto *dialog = new HostDialog(changed < 0 ? Host() : m_people.value(changed), homeNumber(), this);
    QStringList others;
    for (int i = 0; i < m_people.size(); ++i)
        if (i != changed)
            others.append(m_people.at(i).phone);
    dialog->setTaken(others);
    connect(dialog, &HostDialog::chosen, this, [this, changed](const Host &host) {
        QList<Host> people = m_people;
        if (changed < 0 || changed >= people.size())
            people.append(host);
        else
            people[changed] = host;
        keep(people, changed < 0 ? int(people.size()) - 1 : changed);
    });
    dialog->open();
}

void HostListEditor::clearPin()
{
    const int chosen = row();
    if (chosen < 0)
        return;
    QList<Host> people = m_people;
    people[chosen].pin.clear();
    keep(people, chosen);
}

void HostListEditor::remove()
{
    const int chosen = row();
    if (chosen < 0)
        return;
    QList<Host> people = m_people;
    people.removeAt(chosen);
    keep(people, std::min(chosen, int(people.size()) - 1));
}

} // namespace anteroom::ui
