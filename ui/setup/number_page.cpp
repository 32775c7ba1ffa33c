// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/number_page.h"

#include "ui/widgets/kind.h"
#include "ui/words/phone_numbers.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

QString abilities(const AccountNumber &number)
{
    if (number.takesCalls)
        return number.takesTexts ? NumberPage::tr("Calls and texts") : NumberPage::tr("Calls");
    return number.takesTexts ? NumberPage::tr("Texts only") : NumberPage::tr("Nothing");
}

QString stateOf(const AccountNumber &number)
{
    if (!number.takesCalls)
        return NumberPage::tr("Takes no calls");
    switch (number.owner) {
    case AccountNumber::Owner::Trunk:
        return NumberPage::tr("Belongs to a SIP trunk: take it off the trunk first");
    case AccountNumber::Owner::App:
        return NumberPage::tr("Goes to a TwiML app, which is set aside");
    case AccountNumber::Owner::Us:
        return NumberPage::tr("Connected to Anteroom already");
    case AccountNumber::Owner::Nobody:
        break;
    }
    return NumberPage::tr("Now: %1").arg(number.goesTo);
}

} // namespace

NumberPage::NumberPage(AccountSetup &setup, SetupState &state, QWidget *parent)
    : SetupPage(tr("The number that callers dial"),
                tr("These are the account's numbers. Nothing is changed yet."), setup, state, parent),
      m_table(new QTableWidget(0, 3)),
      m_again(new QPushButton(tr("&Look again")))
{
    m_table->setObjectName("setupNumbers");
    m_table->setAccessibleName(tr("Numbers of the account"));
    m_table->setHorizontalHeaderLabels({tr("Number"), tr("Takes"), tr("How it stands")});
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(40);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_again->setObjectName("setupLookAgain");
    content()->addWidget(m_table, 1);
    content()->addWidget(m_again, 0, Qt::AlignLeft);
    connect(m_again, &QPushButton::clicked, this, &NumberPage::look);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &NumberPage::take);
    connect(&setup, &AccountSetup::numbersListed, this, &NumberPage::showNumbers);
}

void NumberPage::begin()
{
    look();
}

void NumberPage::look()
{
    m_again->setEnabled(false);
    tellNews(tr("Asking the phone company…"));
    setup().listNumbers();
}

void NumberPage::showNumbers(const QList<AccountNumber> &numbers, const QString &problem)
{
    m_again->setEnabled(true);
    m_numbers = numbers;
    const QString wanted = state().choice.number;
    int chosen = -1;
    m_table->clearSelection();
    m_table->setRowCount(int(numbers.size()));
    for (int row = 0; row < numbers.size(); ++row) {
        const AccountNumber &number = numbers.at(row);
        const QStringList texts{formattedNumber(number.number, number.number), abilities(number),
                                stateOf(number)};
        for (int column = 0; column < texts.size(); ++column) {
            auto *item = new QTableWidgetItem(texts.at(column));
            item->setToolTip(texts.at(column));
            if (!number.isUsable())
                item->setFlags(Qt::NoItemFlags);
            m_table->setItem(row, column, item);
        }
        const bool better = chosen < 0 || number.number == wanted;
        if (number.isUsable() && better && (chosen < 0 || numbers.at(chosen).number != wanted))
            chosen = row;
    }
    if (!problem.isEmpty())
        tellProblem(problem);
    else if (chosen < 0)
        tellProblem(tr("None of these numbers can be connected. Take one off its trunk at Twilio, or buy one "
                       "that takes calls, then look again."));
    else
        tellNews({});
    if (chosen >= 0) {
        m_table->selectRow(chosen);
        m_table->setFocus();
    }
    take();
}

bool NumberPage::isReady() const
{
    return !m_table->selectedItems().isEmpty();
}

void NumberPage::take()
{
    const int row = m_table->currentRow();
    if (isReady() && row >= 0 && row < m_numbers.size())
        state().choice.number = m_numbers.at(row).number;
    Q_EMIT changed();
}

} // namespace anteroom::ui
