// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_page.h"

#include "ui/history/export_calls.h"
#include "ui/history/past_call_model.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/kind.h"
#include "ui/widgets/list_table.h"
#include "ui/words/call_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShowEvent>
#include <QSignalBlocker>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

constexpr int pauseAfterTypingMs = 250;
constexpr int everything = -1; // days

QString wordsOf(Outcome outcome)
{
    Call ended;
    ended.state = CallState::Ended;
    ended.outcome = outcome;
    return statusOf(ended).text;
}

} // namespace

HistoryPage::HistoryPage(DeskMirror &mirror, const Theme &theme, Now now, QWidget *parent)
    : QWidget(parent),
      m_mirror(mirror),
      m_now(std::move(now)),
      m_model(new PastCallModel(this)),
      m_table(new ListTable(theme)),
      m_search(new QLineEdit),
      m_since(new ChoiceBox),
      m_outcome(new ChoiceBox),
      m_result(new ChoiceBox),
      m_export(new QPushButton(tr("E&xport…"))),
      m_tally(new QLabel),
      m_pause(new QTimer(this))
{
    m_table->setObjectName("pastCalls");
    m_table->setAccessibleName(tr("Past calls"));
    m_table->setModel(m_model);
    m_table->setShares({28, 17, 18, 8, 8, 21});
    m_tally->setObjectName("historyTally");
    m_tally->setTextFormat(Qt::PlainText);
    m_tally->setWordWrap(true);
    m_tally->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setKind(m_tally, "dim");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(10);
    layout->addWidget(makeFilter());
    layout->addWidget(m_tally);
    layout->addWidget(m_table, 1);

    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseAfterTypingMs);
    connect(m_pause, &QTimer::timeout, this, &HistoryPage::ask);
    connect(m_search, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    for (const ChoiceBox *box : {m_since, m_outcome, m_result})
        connect(box, &ChoiceBox::currentIndexChanged, this, &HistoryPage::ask);
    connect(&mirror, &DeskMirror::pastCallsReady, this, &HistoryPage::take);
    connect(&mirror, &DeskMirror::queueChanged, this, [this](const QueueChange &change) {
        if (isVisible() && std::ranges::any_of(change.calls, &Call::hasEnded))
            m_pause->start();
    });
    take(wanted(), {}, {});
}

QWidget *HistoryPage::makeFilter()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_search->setObjectName("historySearch");
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("Search name, number, topic or notes"));
    m_search->setAccessibleName(tr("Search past calls"));
    m_search->setMaximumWidth(420);
    m_since->setObjectName("historySince");
    m_since->setAccessibleName(tr("From when"));
    m_since->addItem(tr("Any day"), everything);
    m_since->addItem(tr("Today"), 0);
    m_since->addItem(tr("Last 7 days"), 6);
    m_since->addItem(tr("Last 30 days"), 29);
    m_outcome->setObjectName("historyOutcome");
    m_outcome->setAccessibleName(tr("How it went"));
    m_outcome->addItem(tr("However it went"), int(Outcome::None));
    for (const Outcome outcome : {Outcome::Talked, Outcome::Abandoned, Outcome::Voicemail, Outcome::Thanked,
                                  Outcome::Refused, Outcome::QueueFull, Outcome::Failed})
        m_outcome->addItem(wordsOf(outcome), int(outcome));
    m_result->setObjectName("historyResult");
    m_result->setAccessibleName(tr("How the queue was left"));
    m_result->addItem(tr("However it left the queue"));
    layout->addWidget(m_search, 1);
    for (ChoiceBox *box : {m_since, m_outcome, m_result})
        layout->addWidget(box);
    layout->addStretch(1);
    m_export->setObjectName("exportCalls");
    m_export->setFocusPolicy(Qt::TabFocus);
    m_export->setToolTip(tr("Saves the calls of this list for a spreadsheet (CSV)"));
    connect(m_export, &QPushButton::clicked, this, [this] {
        askToExport(m_model->calls(), this, [this](const QString &sentence) { Q_EMIT trouble(sentence); });
    });
    layout->addWidget(m_export);
    return row;
}

PastCallQuery HistoryPage::wanted() const
{
    PastCallQuery query;
    query.search = m_search->text().trimmed();
    if (const int days = m_since->currentData().toInt(); days != everything)
        query.since = m_now().toLocalTime().date().addDays(-days).startOfDay().toUTC();
    if (const auto outcome = Outcome(m_outcome->currentData().toInt()); outcome != Outcome::None)
        query.outcome = outcome;
    query.queueResult = m_result->currentData().toString();
    return query;
}

void HistoryPage::ask()
{
    m_mirror.requestPastCalls(wanted());
}

void HistoryPage::take(const PastCallQuery &query, const QList<PastCall> &calls, const PastCallTally &tally)
{
    if (query != wanted())
        return; // the answer to something asked before
    m_model->setHome(m_mirror.line().number);
    m_model->setCalls(calls);
    m_export->setEnabled(!calls.isEmpty());
    if (!query.search.isEmpty())
        m_table->setEmptyText(
            tr("Nothing found"),
            tr("No past call has “%1” in its name, number, topic or notes.").arg(query.search));
    else if (query != PastCallQuery())
        m_table->setEmptyText(tr("Nothing found"), tr("No past call went like that in this time."));
    else
        m_table->setEmptyText(tr("No calls yet"),
                              tr("Every call is kept here when it has ended, with its topic and notes."));
    showTally(tally);
    offerResults(tally);
}

void HistoryPage::showTally(const PastCallTally &tally)
{
    QStringList lines;
    if (!tally.outcomes.isEmpty()) {
        QStringList parts;
        for (const auto &[outcome, count] : tally.outcomes)
            parts << tr("%1 %2").arg(wordsOf(outcome)).arg(count);
        const QString all = parts.join(u" · "_s);
        lines << (tally.calls == 1 ? tr("1 call: %1").arg(all)
                                   : tr("%1 calls: %2").arg(tally.calls).arg(all));
    }
    if (!tally.queueResults.isEmpty()) {
        QStringList parts;
        for (const auto &[result, count] : tally.queueResults)
            parts << tr("%1 %2").arg(queueResultWords(result)).arg(count);
        lines << tr("How the queue was left: %1").arg(parts.join(u" · "_s));
    }
    m_tally->setText(lines.join(u'\n'));
    m_tally->setVisible(!lines.isEmpty());
}

void HistoryPage::offerResults(const PastCallTally &tally)
{
    const QString chosen = m_result->currentData().toString();
    QStringList results;
    for (const auto &entry : tally.queueResults)
        results << entry.first;
    if (!chosen.isEmpty() && !results.contains(chosen))
        results << chosen;
    const QSignalBlocker quiet(m_result);
    while (m_result->count() > 1)
        m_result->removeItem(1);
    for (const QString &result : std::as_const(results))
        m_result->addItem(queueResultWords(result), result);
    m_result->setCurrentIndex(std::max(0, m_result->findData(chosen)));
}

void HistoryPage::find(const QString &search)
{
    for (ChoiceBox *box : {m_since, m_outcome, m_result}) {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(0);
    }
    m_search->setText(search);
    ask();
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
