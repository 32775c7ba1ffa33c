// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_page.h"

#include "ui/history/past_call_model.h"
#include "ui/widgets/list_table.h"

#include <QLineEdit>
#include <QShowEvent>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

constexpr int pauseAfterTypingMs = 250;

} // namespace

HistoryPage::HistoryPage(DeskMirror &mirror, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_mirror(mirror),
      m_model(new PastCallModel(this)),
      m_table(new ListTable(theme)),
      m_search(new QLineEdit),
      m_pause(new QTimer(this))
{
    m_search->setObjectName("historySearch");
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("Search name, number, topic or notes"));
    m_search->setAccessibleName(tr("Search past calls"));
    m_search->setMaximumWidth(420);
    m_table->setObjectName("pastCalls");
    m_table->setAccessibleName(tr("Past calls"));
    m_table->setModel(m_model);
    m_table->setShares({28, 17, 15, 9, 9, 22});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(10);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);

    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseAfterTypingMs);
    connect(m_pause, &QTimer::timeout, this, &HistoryPage::ask);
    connect(m_search, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(&mirror, &DeskMirror::pastCallsReady, this, &HistoryPage::take);
    connect(&mirror, &DeskMirror::queueChanged, this, [this](const QueueChange &change) {
        if (isVisible() && std::ranges::any_of(change.calls, &Call::hasEnded))
            m_pause->start();
    });
    take({}, {});
}

void HistoryPage::ask()
{
    m_mirror.requestPastCalls(m_search->text().trimmed());
}

void HistoryPage::take(const QString &search, const QList<PastCall> &calls)
{
    if (search != m_search->text().trimmed())
        return; // the answer to something typed before
    m_model->setHome(m_mirror.line().number);
    m_model->setCalls(calls);
    if (search.isEmpty())
        m_table->setEmptyText(tr("No calls yet"),
                              tr("Every call is kept here when it has ended, with its topic and notes."));
    else
        m_table->setEmptyText(tr("Nothing found"),
                              tr("No past call has “%1” in its name, number, topic or notes.").arg(search));
}

void HistoryPage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        ask();
}

} // namespace anteroom::ui
