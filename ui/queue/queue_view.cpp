// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queue_view.h"

#include "ui/paint/empty_text.h"
#include "ui/queue/call_queue_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace anteroom::ui {

QueueView::QueueView(const Theme &theme, WaitLimits limits, QWidget *parent)
    : QTableView(parent), m_theme(theme), m_delegate(new CallRowDelegate(theme, limits, this))
{
    setObjectName("queue");
    setAccessibleName(tr("Waiting callers"));
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
    setDragDropMode(InternalMove);
    setDragDropOverwriteMode(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setFocusPolicy(Qt::NoFocus);
    applyTheme();
    connect(&theme, &Theme::changed, this, &QueueView::applyTheme);
}

void QueueView::setWaitLimits(WaitLimits limits)
{
    m_delegate->setLimits(limits);
    viewport()->update();
}

void QueueView::applyTheme()
{
    verticalHeader()->setMinimumSectionSize(20);
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight());
    horizontalHeader()->setFont(m_theme.font(TextSize::Small));
    viewport()->update();
}

void QueueView::setQueueModel(CallQueueModel *model)
{
    setModel(model);
    const auto refresh = [this] {
        if (positionDigits() != m_positionDigits)
            layoutColumns();
        viewport()->update(); // the text for nobody comes and goes
    };
    connect(model, &QAbstractItemModel::rowsRemoved, this, refresh);
    connect(model, &QAbstractItemModel::rowsInserted, this, refresh);
    connect(model, &QAbstractItemModel::modelReset, this, refresh);
    layoutColumns();
}

void QueueView::setEmptyText(const QString &heading, const QString &text)
{
    if (m_emptyHeading == heading && m_emptyText == text)
        return;
    m_emptyHeading = heading;
    m_emptyText = text;
    viewport()->setAccessibleDescription(text);
    viewport()->update();
}

void QueueView::tick()
{
    if (model() == nullptr || model()->rowCount() == 0)
        return;
    const int left = columnViewportPosition(CallQueueModel::Waiting);
    viewport()->update(left, 0, columnWidth(CallQueueModel::Waiting), viewport()->height());
}

QString QueueView::selectedSid() const
{
    const QModelIndexList rows =
        selectionModel() != nullptr ? selectionModel()->selectedRows() : QModelIndexList();
    return rows.isEmpty() ? QString() : rows.first().data(CallQueueModel::SidRole).toString();
}

void QueueView::select(const QString &sid)
{
    if (sid == selectedSid())
        return;
    const auto *queue = qobject_cast<const CallQueueModel *>(model());
    const QModelIndex index = sid.isEmpty() ? QModelIndex() : queue->indexOf(sid);
    if (index.isValid())
        setCurrentIndex(index);
    else
        clearSelection();
}

void QueueView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectedChanged(selectedSid());
}

QModelIndex QueueView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    // Rows are what one moves between; the caller's cell is the one that a screen reader reads as a whole.
    if (action == MoveLeft || action == MoveRight || action == MovePrevious)
        return currentIndex();
    if ((action == MoveUp || action == MoveDown) && !selectionModel()->hasSelection() &&
        currentIndex().isValid())
        return currentIndex();
    const QModelIndex next = QTableView::moveCursor(action, modifiers);
    if (action == MoveHome || action == MoveEnd)
        return model()->index(action == MoveHome ? 0 : model()->rowCount() - 1, CallQueueModel::Caller);
    return next.isValid() ? next.siblingAtColumn(CallQueueModel::Caller) : next;
}

void QueueView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        // Not activated(): some desktops send that for a single click, which must never ring a phone.
        if (!event->isAutoRepeat())
            Q_EMIT enterPressed();
        return;
    }
    if (event->key() == Qt::Key_Escape || !event->text().trimmed().isEmpty()) {
        event->ignore(); // letters are actions here, not a search by name
        return;
    }
    QTableView::keyPressEvent(event);
}

void QueueView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layoutColumns();
}

int QueueView::positionDigits() const
{
    return static_cast<int>(QString::number(model()->rowCount()).size());
}

void QueueView::layoutColumns()
{
    if (model() == nullptr)
        return;
    using M = CallQueueModel;
    const QFontMetrics normal(m_theme.font(TextSize::Normal));
    const int unit = normal.averageCharWidth();
    const int all = viewport()->width();
    m_positionDigits = positionDigits();
    const int position = std::max(34, 16 + m_positionDigits * normal.horizontalAdvance(u'0'));
    const int waiting = std::max(84, unit * 11);
    const int status = std::clamp(all * 20 / 100, unit * 16, unit * 26);
    const int rest = all - position - waiting - status;
    const bool roomForWhere = rest > unit * 44;
    setColumnHidden(M::Where, !roomForWhere);
    const int caller = static_cast<int>(rest * (roomForWhere ? 0.33 : 0.56));
    const int where = roomForWhere ? static_cast<int>(rest * 0.26) : 0;
    setColumnWidth(M::Position, position);
    setColumnWidth(M::Caller, caller);
    if (roomForWhere)
        setColumnWidth(M::Where, where);
    setColumnWidth(M::Topic, rest - caller - where);
    setColumnWidth(M::Status, status);
    setColumnWidth(M::Waiting, waiting);
}

void QueueView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (model() == nullptr || model()->rowCount() > 0 || m_emptyHeading.isEmpty())
        return;
    drawEmptyText(viewport(), m_theme, m_emptyHeading, m_emptyText);
}

void QueueView::mouseMoveEvent(QMouseEvent *event)
{
    setHoverRow(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void QueueView::leaveEvent(QEvent *event)
{
    setHoverRow(-1);
    QTableView::leaveEvent(event);
}

void QueueView::setHoverRow(int row)
{
    if (row == m_delegate->hoverRow)
        return;
    updateRow(std::exchange(m_delegate->hoverRow, row));
    updateRow(row);
}

void QueueView::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

} // namespace anteroom::ui
