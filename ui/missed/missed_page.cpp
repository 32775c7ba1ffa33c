// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/missed/missed_page.h"

#include "ui/missed/missed_model.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/kind.h"
#include "ui/widgets/list_table.h"
#include "ui/words/call_words.h"
#include "ui/words/phone_numbers.h"
#include "ui/words/plain_text.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

MissedPage::MissedPage(DeskMirror &mirror, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_mirror(mirror),
      m_model(new MissedModel(this)),
      m_table(new ListTable(theme)),
      m_search(new QLineEdit),
      m_show(new ChoiceBox),
      m_hint(new QLabel),
      m_done(new QPushButton(tr("Mark as &done"))),
      m_callBack(new QPushButton(tr("Call &back")))
{
    m_table->setObjectName("missedCalls");
    m_table->setAccessibleName(tr("Missed calls"));
    m_table->setModel(m_model);
    m_table->setShares({32, 17, 21, 10, 20});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(10);
    layout->addWidget(makeFilter());
    layout->addWidget(m_table, 1);
    layout->addWidget(makeBar(theme));

    connect(m_search, &QLineEdit::textChanged, this, &MissedPage::applyFilter);
    connect(m_show, &ChoiceBox::currentIndexChanged, this, &MissedPage::applyFilter);
    connect(m_done, &QPushButton::clicked, this, &MissedPage::toggleDone);
    connect(m_callBack, &QPushButton::clicked, this, &MissedPage::callBack);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MissedPage::showChosen);
    connect(m_table, &QTableView::doubleClicked, this, &MissedPage::callBack);
    connect(&mirror, &DeskMirror::missedCallsChanged, this, &MissedPage::refresh);
    connect(&mirror, &DeskMirror::seatChanged, this, &MissedPage::showChosen);
    connect(&mirror, &DeskMirror::lineChanged, this, [this] { m_model->setHome(m_mirror.line().number); });
    m_model->setHome(mirror.line().number);
    applyFilter();
    refresh();
}

QWidget *MissedPage::makeFilter()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_search->setObjectName("missedSearch");
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("Search name, number or place"));
    m_search->setAccessibleName(tr("Search missed calls"));
    m_search->setMaximumWidth(420);
    m_show->setObjectName("missedFilter");
    m_show->setAccessibleName(tr("Which missed calls are shown"));
    m_show->addItem(tr("Still open"), int(MissedModel::Show::Open));
    m_show->addItem(tr("Done"), int(MissedModel::Show::Done));
    m_show->addItem(tr("All"), int(MissedModel::Show::All));
    layout->addWidget(m_search, 1);
    layout->addWidget(m_show);
    layout->addStretch(1);
    return row;
}

QWidget *MissedPage::makeBar(const Theme &theme)
{
    auto *bar = new QFrame;
    setKind(bar, "panel");
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(12);
    m_hint->setObjectName("missedHint");
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    setKind(m_hint, "dim");
    row->addWidget(m_hint, 1);
    m_done->setObjectName("missedDone");
    m_callBack->setObjectName("callBack");
    setKind(m_callBack, "primary");
    for (QPushButton *button : {m_done, m_callBack}) {
        button->setFont(theme.font(TextSize::Normal, QFont::Medium));
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    return bar;
}

const MissedCall *MissedPage::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_model->callAt(rows.first().row());
}

void MissedPage::refresh()
{
    const MissedCall *call = chosen();
    const QString sid = call != nullptr ? call->sid : QString();
    const int row = m_model->rowOf(sid);
    m_model->setCalls(m_mirror.missedCalls());
    keepChoice(sid, row);
}

void MissedPage::applyFilter()
{
    const MissedCall *call = chosen();
    const QString sid = call != nullptr ? call->sid : QString();
    const int row = m_model->rowOf(sid);
    const auto show = MissedModel::Show(m_show->currentData().toInt());
    const QString search = m_search->text().trimmed();
    m_model->setFilter(show, search);
    if (!search.isEmpty())
        m_table->setEmptyText(tr("Nothing found"), tr("No missed call here has “%1”.").arg(search));
    else if (show == MissedModel::Show::Open)
        m_table->setEmptyText(
            tr("Nobody to call back"),
            tr("Who hangs up while waiting, meets a full queue or calls while the lines are "
               "closed appears here."));
    else
        m_table->setEmptyText(tr("No missed calls"), tr("What you mark as done is kept here."));
    keepChoice(sid, row);
}

/// The same call, or whoever has come to stand in its place, so that a list can be worked off by one key.
void MissedPage::keepChoice(const QString &sid, int row)
{
    const int same = m_model->rowOf(sid);
    const int last = m_model->rowCount() - 1;
    if (last >= 0)
        m_table->selectRow(same >= 0 ? same : std::clamp(row, 0, last));
    showChosen();
}

void MissedPage::showChosen()
{
    const MissedCall *call = chosen();
    const bool mayAct = call != nullptr && m_mirror.seat().role != Role::Viewer;
    const bool withheld = call != nullptr && call->caller.number.isEmpty();
    m_done->setEnabled(mayAct);
    m_done->setText(call != nullptr && call->isDone() ? tr("Not &done yet") : tr("Mark as &done"));
    m_callBack->setEnabled(mayAct && !withheld);
    if (call == nullptr)
        m_hint->clear();
    else if (withheld)
        m_hint->setText(tr("%1 has withheld the number and can't be called back.").arg(nameOf(call->caller)));
    else
        m_hint->setText(tr("Calling back rings your phone first, then %1.")
                            .arg(isolated(formattedNumber(call->caller.number, m_mirror.line().number))));
}

void MissedPage::callBack()
{
    if (const MissedCall *call = chosen(); call != nullptr && m_callBack->isEnabled())
        m_mirror.submit(CallBack{call->caller.number, call->sid});
}

void MissedPage::toggleDone()
{
    if (const MissedCall *call = chosen(); call != nullptr && m_done->isEnabled())
        m_mirror.submit(MarkMissed{call->sid, !call->isDone()});
}

void MissedPage::focusList()
{
    m_table->setFocus();
}

void MissedPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_B)
        callBack();
    else if (event->key() == Qt::Key_Space || event->key() == Qt::Key_D)
        toggleDone();
    else
        QWidget::keyPressEvent(event);
}

} // namespace anteroom::ui
