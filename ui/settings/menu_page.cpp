// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/menu_page.h"

#include "calls/line_json.h"
#include "settings/keys.h"
#include "ui/widgets/kind.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTableWidget>
#include <QVBoxLayout>

namespace anteroom::ui {

namespace keys = settings::keys;
using namespace Qt::StringLiterals;

namespace {

enum Column { KeyColumn, QueueColumn, LabelColumn, ColumnCount };
constexpr int mostChoices = 10;
constexpr int tableHeight = 240;
constexpr int keyWidth = 64;

} // namespace

MenuPage::MenuPage(settings::Settings &settings, QWidget *parent)
    : SettingsPage(tr("Menu"), settings, parent),
      m_table(new QTableWidget(0, ColumnCount)),
      m_add(new QPushButton(tr("&Add a key"))),
      m_remove(new QPushButton(tr("&Remove"))),
      m_problem(new QLabel)
{
    auto *form =
        addSection(tr("Menu"), tr("Each key leads into a queue of its own. Another key, or silence, is asked "
                                  "again; who stays silent comes into the line's own queue. Without keys "
                                  "nobody is asked. The words stand under \"What callers hear\"."));
    m_table->setObjectName("menuKeys");
    m_table->setAccessibleName(tr("Keys of the menu"));
    m_table->setHorizontalHeaderLabels({tr("Key"), tr("Queue"), tr("Name on the desk")});
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(KeyColumn, QHeaderView::Fixed);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(KeyColumn, keyWidth);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->setFixedHeight(tableHeight);
    form->addRow(m_table);
    m_problem->setObjectName("menuProblem");
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    setKind(m_problem, "error");
    m_problem->hide();
    form->addRow(m_problem);
    m_add->setObjectName("addMenuKey");
    m_remove->setObjectName("removeMenuKey");
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_add, m_remove}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    form->addRow(buttons);
    const auto menu = calls::menuFromJson(settings.value(keys::menu)).value_or(calls::Menu());
    for (const calls::MenuChoice &choice : menu.choices)
        add(choice);
    m_remove->setEnabled(false);
    static_cast<QVBoxLayout *>(layout())->addStretch(1); // or the words above the table would float
    connect(m_table, &QTableWidget::itemChanged, this, &MenuPage::keep);
    connect(m_table, &QTableWidget::currentCellChanged, this,
            [this](int row) { m_remove->setEnabled(row >= 0); });
    connect(m_add, &QPushButton::clicked, this, &MenuPage::addNext);
    connect(m_remove, &QPushButton::clicked, this, &MenuPage::remove);
}

void MenuPage::add(const calls::MenuChoice &choice)
{
    const QScopedValueRollback filling(m_filling, true);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, KeyColumn, new QTableWidgetItem(choice.key));
    m_table->setItem(row, QueueColumn, new QTableWidgetItem(choice.queue));
    m_table->setItem(row, LabelColumn, new QTableWidgetItem(choice.label));
    m_add->setEnabled(m_table->rowCount() < mostChoices);
}

void MenuPage::addNext()
{
    const calls::Menu menu = shown();
    int key = 1;
    while (menu.choiceOf(QString::number(key % mostChoices)))
        ++key;
    const QString number = QString::number(key % mostChoices);
    add({number, tr("queue %1").arg(number), QString()});
    m_table->setFocus();
    m_table->setCurrentCell(m_table->rowCount() - 1, QueueColumn);
    keep();
}

void MenuPage::remove()
{
    if (const int row = m_table->currentRow(); row >= 0) {
        m_table->removeRow(row);
        m_add->setEnabled(true);
        keep();
    }
}

calls::Menu MenuPage::shown() const
{
    calls::Menu menu;
    const auto text = [this](int row, int column) {
        const QTableWidgetItem *item = m_table->item(row, column);
        return item ? item->text().trimmed() : QString();
    };
    for (int row = 0; row < m_table->rowCount(); ++row)
        menu.choices.append({text(row, KeyColumn), text(row, QueueColumn), text(row, LabelColumn)});
    return menu;
}

QString MenuPage::problemOf(const calls::Menu &menu) const
{
    constexpr qsizetype longestQueue = 64;
    QStringList keysSeen;
    for (const calls::MenuChoice &choice : menu.choices) {
        const bool isKey = choice.key.size() == 1 && choice.key.at(0) >= u'0' && choice.key.at(0) <= u'9';
        if (!isKey)
            return tr("A key is one figure from 0 to 9.");
        if (keysSeen.contains(choice.key))
            return tr("The key %1 stands there twice.").arg(choice.key);
        if (choice.queue.isEmpty())
            return tr("The key %1 has no queue.").arg(choice.key);
        if (choice.queue.size() > longestQueue)
            return tr("The name of a queue has at most %1 characters.").arg(longestQueue);
        keysSeen << choice.key;
    }
    return {};
}

void MenuPage::keep()
{
    if (m_filling)
        return;
    const calls::Menu menu = shown();
    QString problem = problemOf(menu);
    if (const auto sound = calls::menuFromJson(calls::toJson(menu)); problem.isEmpty() && !sound)
        problem = tr("The name of a queue holds something that can't be written.");
    m_problem->setText(tr("Not kept: %1").arg(problem));
    m_problem->setVisible(!problem.isEmpty());
    if (problem.isEmpty())
        settings().set(keys::menu, calls::toJson(menu));
}

} // namespace anteroom::ui
