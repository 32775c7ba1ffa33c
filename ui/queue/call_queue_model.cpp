// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/call_queue_model.h"

#include "ui/words/call_words.h"
#include "ui/words/durations.h"
#include "ui/words/places.h"
#include "ui/words/plain_text.h"

#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

constexpr qint64 endedNoteSeconds = 8;
const auto mimeType = u"application/x-anteroom-call"_s;

enum Group { WaitingGroup, ArrivingGroup, MessageGroup };

/// Which columns show something else than before.
QList<int> changedColumns(const Call &before, const Call &after)
{
    using M = CallQueueModel;
    QList<int> columns;
    const bool stateDiffers = before.state != after.state || before.outcome != after.outcome ||
                              before.callBackWanted != after.callBackWanted;
    if (before.caller != after.caller || before.timesCalled != after.timesCalled || stateDiffers ||
        before.consent != after.consent || before.noticeAt != after.noticeAt)
        columns << M::Caller;
    if (before.caller != after.caller || stateDiffers)
        columns << M::Where;
    if (before.topic != after.topic || before.notes != after.notes || before.remark != after.remark ||
        before.asking != after.asking || stateDiffers)
        columns << M::Topic;
    if (stateDiffers || before.screening != after.screening || before.screeningBy != after.screeningBy ||
        before.doing != after.doing || before.seat != after.seat)
        columns << M::Status;
    if (before.arrival != after.arrival || before.stateSince != after.stateSince || stateDiffers)
        columns << M::Waiting;
    return columns;
}

} // namespace

auto CallQueueModel::Key::operator<=>(const Key &other) const
{
    if (group != other.group)
        return group < other.group ? std::strong_ordering::less : std::strong_ordering::greater;
    if (order < other.order || order > other.order)
        return order < other.order ? std::strong_ordering::less : std::strong_ordering::greater;
    const int sids = sid.compare(other.sid);
    return sids <=> 0;
}

CallQueueModel::CallQueueModel(Now now, QObject *parent) : QAbstractTableModel(parent), m_now(std::move(now))
{
}

void CallQueueModel::setHome(const QString &number, const QString &seat)
{
    if (number == m_homeNumber && seat == m_seat)
        return;
    m_homeNumber = number;
    m_seat = seat;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

bool CallQueueModel::isShown(const Call &call) const
{
    switch (call.state) {
    case CallState::Waiting:
    case CallState::Ringing:
    case CallState::LeavingMessage:
        return true;
    case CallState::Connecting:
        return call.seat != m_seat;
    case CallState::Ended: // only as the farewell of a row that was here
        return call.callBackWanted || m_keys.contains(call.sid);
    case CallState::Connected:
    case CallState::Calling: // has a card
        break;
    }
    return false;
}

CallQueueModel::Key CallQueueModel::keyOf(const Call &call) const
{
    if (call.callBackWanted) // keeps its place in line, as promised
        return {WaitingGroup, call.order, call.sid};
    if (call.hasEnded()) // keeps its place, so that nobody's eyes lose the row before its note is read
        return m_keys.value(call.sid, Key{WaitingGroup, call.order, call.sid});
    if (call.state == CallState::LeavingMessage)
        return {MessageGroup, call.order, call.sid};
    if (!call.hearsMusic())
        return {ArrivingGroup, static_cast<double>(call.begun.toMSecsSinceEpoch()), call.sid};
    return {WaitingGroup, call.order, call.sid};
}

int CallQueueModel::lowerBound(const Key &key) const
{
    const auto found = std::ranges::lower_bound(m_rows, key, std::less<>(), &Row::key);
    return static_cast<int>(found - m_rows.begin());
}

int CallQueueModel::rowOf(const QString &sid) const
{
    const auto key = m_keys.constFind(sid);
    return key == m_keys.constEnd() ? -1 : lowerBound(*key);
}

void CallQueueModel::load(const QList<Call> &calls)
{
    beginResetModel();
    m_rows.clear();
    m_keys.clear();
    m_arrivals.clear();
    m_arrivalSum = 0;
    for (const Call &call : calls) {
        if (!isShown(call) || (call.hasEnded() && !call.callBackWanted))
            continue;
        count(call, true);
        m_rows.push_back({keyOf(call), call, {}, 0});
        m_keys.insert(call.sid, m_rows.back().key);
    }
    std::ranges::sort(m_rows, std::less<>(), &Row::key);
    int place = 0;
    for (Row &row : m_rows)
        row.position = row.call.standsInLine() ? ++place : 0;
    m_waiting = countWaiting();
    endResetModel();
    Q_EMIT countsChanged();
}

void CallQueueModel::apply(const QueueChange &change)
{
    if (m_rows.empty() && change.calls.size() > 50) { // the first picture of a busy desk
        load(change.calls);
        return;
    }
    for (const Call &call : change.calls)
        put(call);
    for (const QString &sid : change.removed) {
        if (const int row = rowOf(sid); row >= 0)
            remove(row);
    }
    renumber();
    Q_EMIT countsChanged();
}

void CallQueueModel::put(const Call &call)
{
    const int row = rowOf(call.sid);
    if (!isShown(call)) {
        if (row >= 0)
            remove(row);
        return;
    }
    if (row >= 0) {
        replace(row, call);
        return;
    }
    const Key key = keyOf(call);
    const int place = lowerBound(key);
    beginInsertRows({}, place, place);
    m_rows.insert(m_rows.begin() + place, Row{key, call, {}, 0});
    m_keys.insert(call.sid, key);
    endInsertRows();
    count(call, true);
    renumberFrom(place);
}

void CallQueueModel::replace(int row, const Call &call)
{
    Row &current = m_rows.at(static_cast<std::size_t>(row));
    const Call before = std::exchange(current.call, call);
    count(before, false);
    count(call, true);
    if (call.hasEnded() && !call.callBackWanted && !current.endedSeen.isValid())
        current.endedSeen = m_now();
    else if (!call.hasEnded() || call.callBackWanted)
        current.endedSeen = {};
    const QList<int> columns = changedColumns(before, call);
    for (const int column : columns)
        Q_EMIT dataChanged(index(row, column), index(row, column));
    if (columns.isEmpty() &&
        before != call) // nothing to see in the row, but whoever shows the whole call must know
        Q_EMIT dataChanged(index(row, Caller), index(row, Caller), {CallRole});

    const Key key = keyOf(call);
    int first = row;
    if (key != current.key) {
        const int place = lowerBound(key);
        if (place != row && place != row + 1) {
            beginMoveRows({}, row, row, {}, place);
            const auto from = m_rows.begin() + row;
            if (place > row)
                std::rotate(from, from + 1, m_rows.begin() + place);
            else
                std::rotate(m_rows.begin() + place, from, from + 1);
            m_rows.at(static_cast<std::size_t>(place > row ? place - 1 : place)).key = key;
            m_keys.insert(call.sid, key);
            endMoveRows();
            first = std::min(row, place);
        } else {
            current.key = key;
            m_keys.insert(call.sid, key);
        }
    }
    renumberFrom(first);
}

void CallQueueModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    count(m_rows.at(static_cast<std::size_t>(row)).call, false);
    m_keys.remove(m_rows.at(static_cast<std::size_t>(row)).call.sid);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    renumberFrom(row);
}

void CallQueueModel::count(const Call &call, bool comes)
{
    if (!call.hearsMusic() || !call.arrival.isValid())
        return;
    const qint64 arrival = call.arrival.toMSecsSinceEpoch();
    m_arrivalSum += comes ? arrival : -arrival;
    if (comes)
        m_arrivals.insert(arrival);
    else
        m_arrivals.erase(m_arrivals.find(arrival));
}

void CallQueueModel::renumberFrom(int row)
{
    m_firstStale = std::min(m_firstStale, row);
}

void CallQueueModel::renumber()
{
    const int from = std::exchange(m_firstStale, std::numeric_limits<int>::max());
    if (from > rowCount())
        return;
    int place = 0;
    for (int row = from - 1; row >= 0 && place == 0; --row)
        place = m_rows[static_cast<std::size_t>(row)].position;
    int firstChanged = -1;
    int lastChanged = -1;
    for (int i = from; i < rowCount(); ++i) {
        Row &row = m_rows[static_cast<std::size_t>(i)];
        const int position = row.call.standsInLine() ? ++place : 0;
        if (std::exchange(row.position, position) == position)
            continue;
        if (firstChanged < 0)
            firstChanged = i;
        lastChanged = i;
    }
    m_waiting = countWaiting();
    if (firstChanged >= 0)
        Q_EMIT dataChanged(index(firstChanged, Position), index(lastChanged, Position));
}

int CallQueueModel::countWaiting() const
{
    return static_cast<int>(
        std::ranges::count_if(m_rows, [](const Row &row) { return row.call.hearsMusic(); }));
}

void CallQueueModel::forgetEnded()
{
    const QDateTime now = m_now();
    for (int row = rowCount() - 1; row >= 0; --row) {
        const Row &one = m_rows[static_cast<std::size_t>(row)];
        if (one.endedSeen.isValid() && one.endedSeen.secsTo(now) >= endedNoteSeconds)
            remove(row);
    }
    renumber();
}

QModelIndex CallQueueModel::indexOf(const QString &sid, int column) const
{
    const int row = rowOf(sid);
    return row < 0 ? QModelIndex() : index(row, column);
}

const Call *CallQueueModel::callAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)].call : nullptr;
}

qint64 CallQueueModel::longestWait() const
{
    if (m_arrivals.empty())
        return 0;
    return std::max<qint64>(0, m_now().toMSecsSinceEpoch() - *m_arrivals.begin()) / 1000;
}

qint64 CallQueueModel::averageWait() const
{
    if (m_arrivals.empty())
        return 0;
    const qint64 average = m_arrivalSum / static_cast<qint64>(m_arrivals.size());
    return std::max<qint64>(0, m_now().toMSecsSinceEpoch() - average) / 1000;
}

QString CallQueueModel::sidBefore(int row) const
{
    const Call *call = callAt(row);
    return call != nullptr && call->standsInLine() ? call->sid : QString();
}

int CallQueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CallQueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CallQueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return words(row, index.column());
    case Qt::ToolTipRole:
        return toolTipText(toolTip(row, index.column()));
    case Qt::AccessibleTextRole:
        return index.column() == Caller ? QVariant(spokenRow(row.call, m_now())) : words(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (index.column() == Waiting ? Qt::AlignRight : Qt::AlignLeft));
    case SidRole:
        return row.call.sid;
    case CallRole:
        return QVariant::fromValue(row.call);
    case PositionRole:
        return row.position;
    case WaitedRole:
        return waitedSeconds(row.call, m_now());
    case EndedRole:
        return row.call.hasEnded() && !row.call.callBackWanted;
    default:
        return {};
    }
}

QVariant CallQueueModel::words(const Row &row, int column) const
{
    const Call &call = row.call;
    switch (column) {
    case Position:
        return row.position > 0 ? QString::number(row.position) : QString();
    case Caller:
        return QString(nameOf(call.caller) + u'\n' + numberLine(call, m_homeNumber));
    case Where: {
        const QString place = placeOf(call.caller);
        return place.isEmpty() ? tr("Unknown") : place;
    }
    case Topic:
        if (call.hasEnded() && !call.callBackWanted)
            return endedNote(call);
        return call.topic.isEmpty() ? oneLine(whyHere(call)) : oneLine(call.topic);
    case Status:
        return statusOf(call).text;
    case Waiting: {
        const qint64 waited = waitedSeconds(call, m_now());
        return waited < 0 ? QString() : clockText(waited);
    }
    default:
        return {};
    }
}

QString CallQueueModel::toolTip(const Row &row, int column) const
{
    const Call &call = row.call;
    if (column == Caller)
        return (nameOf(call.caller) + u'\n' + numberLine(call, m_homeNumber) + u'\n' +
                noticeLine(call.notice, call.noticeAt, call.consent))
            .trimmed();
    if (column == Topic && !call.hasEnded())
        return QStringList{call.topic, call.notes, call.asking, call.remark}.join(u'\n').trimmed();
    return words(row, column).toString();
}

QVariant CallQueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Waiting ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case Position:
        return role == Qt::DisplayRole ? tr("#") : tr("Position");
    case Caller:
        return tr("Caller");
    case Where:
        return tr("Where");
    case Topic:
        return tr("Topic");
    case Status:
        return tr("Status");
    case Waiting:
        return tr("Waiting");
    default:
        return {};
    }
}

Qt::ItemFlags CallQueueModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const Call *call = callAt(index.row());
    if (call != nullptr && call->standsInLine())
        flags |= Qt::ItemIsDragEnabled;
    return flags;
}

QStringList CallQueueModel::mimeTypes() const
{
    return {mimeType};
}

QMimeData *CallQueueModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(mimeType, indexes.first().data(SidRole).toString().toUtf8());
    return data;
}

bool CallQueueModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                  const QModelIndex &parent)
{
    Q_UNUSED(column)
    if (action != Qt::MoveAction || data == nullptr || !data->hasFormat(mimeType))
        return false;
    const QString sid = QString::fromUtf8(data->data(mimeType));
    const int target = parent.isValid() ? parent.row() : (row < 0 ? rowCount() : row);
    const int from = rowOf(sid);
    if (from >= 0 && target != from && target != from + 1)
        Q_EMIT moveAsked(sid, sidBefore(target));
    return false; // nothing moves here before the switchboard says so
}

} // namespace anteroom::ui
