// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/closeout/close_out_dialog.h"

#include "ui/closeout/close_out_model.h"
#include "ui/widgets/kind.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

CloseOutDialog::CloseOutDialog(DeskMirror &mirror, const Theme &theme, Now now, QWidget *parent)
    : QDialog(parent),
      m_mirror(mirror),
      m_theme(theme),
      m_model(new CloseOutModel(mirror, std::move(now), this)),
      m_heading(new QLabel),
      m_explanation(new QLabel),
      m_table(new QTableView)
{
    m_treatment = makeTreatment();
    m_progress = makeProgress();
    setObjectName("closeOutDialog");
    setWindowTitle(tr("Close out queue"));
    resize(640, 600);
    m_heading->setFont(theme.font(TextSize::Large, QFont::DemiBold));
    m_heading->setObjectName("closeOutHeading");
    m_explanation->setWordWrap(true);
    setKind(m_explanation, "dim");

    m_table->setObjectName("closeOutCalls");
    m_table->setAccessibleName(tr("Callers to close out"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(QFontMetrics(theme.font(TextSize::Normal)).height() +
                                                     16);
    m_table->horizontalHeader()->setFont(theme.font(TextSize::Small));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(CloseOutModel::Caller, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(CloseOutModel::Waiting, QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(CloseOutModel::Result, QHeaderView::Interactive);
    m_table->setColumnWidth(CloseOutModel::Waiting, 90);
    m_table->setColumnWidth(CloseOutModel::Result, 230);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_explanation);
    layout->addSpacing(4);
    layout->addWidget(m_treatment);
    layout->addWidget(m_progress);
    layout->addSpacing(4);
    layout->addWidget(m_table, 1);
    layout->addSpacing(4);
    layout->addWidget(makeButtons());

    connect(&mirror, &DeskMirror::closeOutChanged, this, [this] {
        m_again = false;
        refresh();
    });
    connect(&mirror, &DeskMirror::queueChanged, this, &CloseOutDialog::refresh);
    connect(m_model, &CloseOutModel::chosenChanged, this, &CloseOutDialog::refresh, Qt::QueuedConnection);
    takeTreatment();
    // What was finished before this dialog opened is history: begin anew, unless something failed and waits
    // for another try.
    const CloseOutStatus status = mirror.closeOut();
    m_again = status.phase == CloseOutStatus::Phase::Finished && status.failed == 0;
    refresh();
}

QWidget *CloseOutDialog::makeTreatment()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_choice = new QButtonGroup(this);
    const auto addChoice = [this, layout](Treatment treatment, const QString &text, const char *name) {
        auto *button = new QRadioButton(text);
        button->setObjectName(name);
        m_choice->addButton(button, static_cast<int>(treatment));
        layout->addWidget(button);
    };
    addChoice(Treatment::Thank, tr("&Thank them and say goodbye"), "treatThank");
    addChoice(Treatment::Message, tr("Let them leave a &message for the next show"), "treatMessage");
    addChoice(Treatment::Text, tr("Send a te&xt; landlines and withheld numbers hear it spoken"),
              "treatText");
    m_choice->button(static_cast<int>(Treatment::Thank))->setChecked(true);
    connect(m_choice, &QButtonGroup::idToggled, this, &CloseOutDialog::takeTreatment);
    m_textLabel = new QLabel;
    m_textLabel->setFont(m_theme.font(TextSize::Small));
    setKind(m_textLabel, "dim");
    m_text = new QPlainTextEdit;
    m_text->setObjectName("closeOutText");
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(QFontMetrics(m_theme.font(TextSize::Normal)).lineSpacing() * 3 + 20);
    m_textLabel->setBuddy(m_text);
    layout->addSpacing(4);
    layout->addWidget(m_textLabel);
    layout->addWidget(m_text);
    return page;
}

QWidget *CloseOutDialog::makeProgress()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(8);
    m_bar = new QProgressBar;
    m_bar->setObjectName("closeOutProgress");
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_progressText = new QLabel;
    m_progressText->setObjectName("closeOutSummary");
    m_progressText->setTextFormat(Qt::PlainText);
    m_progressText->setWordWrap(true);
    layout->addWidget(m_bar);
    layout->addWidget(m_progressText);
    return page;
}

QWidget *CloseOutDialog::makeButtons()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const auto addButton = [layout](const QString &text, const char *name, const char *kind) {
        auto *button = new QPushButton(text);
        button->setObjectName(name);
        button->setAutoDefault(false);
        setKind(button, kind);
        layout->addWidget(button);
        return button;
    };
    m_stop = addButton(tr("&Stop"), "closeOutStop", "danger");
    m_retry = addButton(tr("&Retry failed"), "closeOutRetry", "");
    m_another = addButton(tr("Begin &another"), "closeOutAnother", "");
    layout->addStretch(1);
    m_close = addButton(tr("Cancel"), "closeOutClose", "");
    m_start = addButton(QString(), "closeOutStart", "primary");
    connect(m_start, &QPushButton::clicked, this, &CloseOutDialog::start);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_mirror.submit(StopCloseOut{}); });
    connect(m_retry, &QPushButton::clicked, this, [this] { m_mirror.submit(RetryCloseOut{}); });
    connect(m_another, &QPushButton::clicked, this, [this] {
        m_again = true;
        refresh();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    return row;
}

Treatment CloseOutDialog::treatment() const
{
    return static_cast<Treatment>(m_choice->checkedId());
}

void CloseOutDialog::takeTreatment()
{
    switch (treatment()) {
    case Treatment::Thank:
        m_textLabel->setText(tr("What they hear"));
        m_text->setPlaceholderText(tr("Your usual words of thanks"));
        break;
    case Treatment::Message:
        m_textLabel->setText(tr("What they hear before the beep"));
        m_text->setPlaceholderText(tr("Your usual words for the next show, from the settings"));
        break;
    case Treatment::Text:
        m_textLabel->setText(tr("The text; also what the others hear"));
        m_text->setPlaceholderText(tr("Your usual words of thanks"));
        break;
    }
    m_text->setAccessibleName(m_textLabel->text());
}

void CloseOutDialog::start()
{
    StartCloseOut request;
    request.treatment = treatment();
    request.text = m_text->toPlainText().trimmed();
    // Everybody means also those who join between this click and the closing of the lines.
    if (!m_model->isEverybodyChosen())
        request.sids = m_model->chosenSids();
    m_mirror.submit(request);
}

void CloseOutDialog::refresh()
{
    const CloseOutStatus status = m_mirror.closeOut();
    if (status.phase == CloseOutStatus::Phase::None || m_again)
        showChoosing();
    else
        showRunning(status);
}

void CloseOutDialog::showChoosing()
{
    m_model->showQueue();
    const int left = m_model->rowCount();
    const int chosen = m_model->chosenCount();
    m_heading->setText(left == 0   ? tr("Nobody is waiting")
                       : left == 1 ? tr("One caller is left")
                                   : tr("%1 callers are left").arg(left));
    m_explanation->setText(
        left == 0 ? tr("The lines close, so that nobody new joins.")
                  : tr("The lines close first, so that nobody new joins. Calls that are connected and "
                       "messages being left are not touched."));
    m_treatment->show();
    m_progress->hide();
    m_stop->hide();
    m_retry->hide();
    m_another->hide();
    m_start->show();
    m_start->setEnabled(chosen > 0 || left == 0);
    m_start->setText(chosen == 0   ? tr("Close lines")
                     : chosen == 1 ? tr("Close lines and treat one caller")
                                   : tr("Close lines and treat %1 callers").arg(chosen));
    m_close->setText(tr("Cancel"));
    m_table->setColumnHidden(CloseOutModel::Result, true);
}

void CloseOutDialog::showRunning(const CloseOutStatus &status)
{
    using Phase = CloseOutStatus::Phase;
    m_model->showResult(status);
    const bool running = status.phase == Phase::Running || status.phase == Phase::Stopping;
    m_heading->setText(status.phase == Phase::Running    ? tr("Closing out…")
                       : status.phase == Phase::Stopping ? tr("Stopping…")
                       : status.phase == Phase::Stopped  ? tr("Stopped")
                       : status.failed > 0               ? tr("Closed out, but not everybody")
                                                         : tr("The queue is closed out"));
    m_explanation->setText(running ? tr("You may close this window; it goes on.")
                                   : tr("This summary is kept until the next close-out."));
    m_treatment->hide();
    m_progress->show();
    m_bar->setRange(0, std::max(1, status.total));
    m_bar->setValue(status.total == 0 && !running ? 1 : status.done + status.failed);
    m_progressText->setText(summary(status));
    m_stop->setVisible(running);
    m_stop->setEnabled(status.phase == Phase::Running);
    m_retry->setVisible(!running && status.failed > 0);
    m_another->setVisible(!running);
    m_start->hide();
    m_close->setText(tr("Close"));
    m_table->setColumnHidden(CloseOutModel::Result, false);
}

QString CloseOutDialog::summary(const CloseOutStatus &status) const
{
    QStringList parts{tr("%1 of %2 done").arg(status.done).arg(status.total)};
    if (status.failed > 0)
        parts << tr("%1 failed").arg(status.failed);
    const auto leftAlone = std::ranges::count(status.calls, Treated::LeftAlone, &CloseOutCall::treated);
    if (leftAlone > 0)
        parts << tr("%1 left alone").arg(leftAlone);
    QString text = parts.join(u" · "_s);
    if (status.queueDeleted)
        text += u'\n' + tr("The queue itself is deleted. It comes back by itself with the next show.");
    if (status.phase == CloseOutStatus::Phase::Stopped)
        text += u'\n' + tr("Whoever is still waiting stays in the queue and hears music.");
    else if (status.failed > 0 && status.ended.isValid())
        text += u'\n' + tr("Those who failed still wait. Try again, or pull them yourself.");
    return text;
}

} // namespace anteroom::ui
