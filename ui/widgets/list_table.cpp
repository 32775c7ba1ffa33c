// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/list_table.h"

#include "ui/paint/empty_text.h"
#include "ui/widgets/two_line_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <numeric>

namespace anteroom::ui {

ListTable::ListTable(const Theme &theme, QWidget *parent) : QTableView(parent), m_theme(theme)
{
    auto *delegate = new TwoLineDelegate(theme, this);
    setItemDelegate(delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(delegate->rowHeight());
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setFont(theme.font(TextSize::Small));
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
}

void ListTable::setEmptyText(const QString &heading, const QString &text)
{
    m_heading = heading;
    m_text = text;
    viewport()->update();
}

void ListTable::setShares(const QList<int> &shares)
{
    m_shares = shares;
    layoutColumns();
}

void ListTable::layoutColumns()
{
    if (model() == nullptr || m_shares.isEmpty())
        return;
    const int all = std::accumulate(m_shares.begin(), m_shares.end(), 0);
    int used = 0;
    for (int column = 0; column < m_shares.size(); ++column) {
        const bool last = column + 1 == m_shares.size();
        const int width = last ? viewport()->width() - used : viewport()->width() * m_shares.at(column) / all;
        setColumnWidth(column, width);
        used += width;
    }
}

void ListTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layoutColumns();
}

void ListTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (model() != nullptr && model()->rowCount() == 0)
        drawEmptyText(viewport(), m_theme, m_heading, m_text);
}

void ListTable::keyPressEvent(QKeyEvent *event)
{
    if (!event->text().trimmed().isEmpty() || event->key() == Qt::Key_Space ||
        event->key() == Qt::Key_Delete || event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        event->ignore(); // keys are actions here, not a search, and a row is chosen as a whole
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace anteroom::ui
