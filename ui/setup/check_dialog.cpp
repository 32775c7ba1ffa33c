// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/check_dialog.h"

#include "ui/widgets/kind.h"

#include <QDialogButtonBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

QString wordFor(CheckGrade grade)
{
    switch (grade) {
    case CheckGrade::Fine:
        return CheckDialog::tr("✓ Fine");
    case CheckGrade::Warning:
        return CheckDialog::tr("! Warning");
    case CheckGrade::Failing:
        return CheckDialog::tr("✕ Failing");
    }
    return {};
}

const char *levelFor(CheckGrade grade)
{
    return grade == CheckGrade::Fine ? "fine" : grade == CheckGrade::Warning ? "warning" : "failing";
}

QString buttonFor(Mend mend)
{
    switch (mend) {
    case Mend::None:
        break;
    case Mend::EnterAccount:
        return CheckDialog::tr("Enter the account…");
    case Mend::ChooseNumber:
        return CheckDialog::tr("Choose a number…");
    case Mend::PointNumber:
        return CheckDialog::tr("Point the number here");
    case Mend::ChoosePhone:
        return CheckDialog::tr("Set my phone…");
    case Mend::RingPhone:
        return CheckDialog::tr("Ring my phone");
    }
    return {};
}

} // namespace

CheckDialog::CheckDialog(AccountSetup &setup, QWidget *parent)
    : QDialog(parent),
      m_setup(setup),
      m_summary(new QLabel),
      m_news(new QLabel),
      m_area(new QScrollArea),
      m_again(new QPushButton(tr("Check &again")))
{
    setObjectName("checkDialog");
    setWindowTitle(tr("Check before the show"));
    m_summary->setObjectName("checkSummary");
    m_summary->setTextFormat(Qt::PlainText);
    setKind(m_summary, "heading");
    m_news->setObjectName("checkNews");
    m_news->setTextFormat(Qt::PlainText);
    m_news->setWordWrap(true);
    m_news->hide();
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::StrongFocus);
    m_area->setAccessibleName(tr("What the show depends on"));
    m_again->setObjectName("checkAgain");
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_again, QDialogButtonBox::ActionRole);
    setKind(buttons->button(QDialogButtonBox::Close), "primary");
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_again, &QPushButton::clicked, this, &CheckDialog::checkAgain);
    connect(&setup, &AccountSetup::checked, this, &CheckDialog::showReport);
    connect(&setup, &AccountSetup::phoneTried, this,
            [this](const PhoneTrial &trial) { tell(trial.sentence); });
    connect(&setup, &AccountSetup::connected, this, [this](const QString &problem) {
        if (!std::exchange(m_pointing, false))
            return;
        if (problem.isEmpty())
            checkAgain();
        else
            tell(problem);
    });
    connect(this, &QDialog::finished, &setup, &AccountSetup::stopRinging);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_summary);
    layout->addWidget(m_area, 1);
    layout->addWidget(m_news);
    layout->addWidget(buttons);
    resize(760, 620);
    checkAgain();
}

void CheckDialog::checkAgain()
{
    m_again->setEnabled(false);
    m_news->hide();
    m_summary->setText(tr("Looking…"));
    m_setup.check();
}

void CheckDialog::showReport(const AccountReport &report)
{
    m_again->setEnabled(true);
    const auto failing = std::ranges::count(report.lines, CheckGrade::Failing, &CheckLine::grade);
    const auto warnings = std::ranges::count(report.lines, CheckGrade::Warning, &CheckLine::grade);
    QString summary = tr("Everything is ready for the show.");
    if (failing == 1)
        summary = tr("One thing must be mended before the show.");
    else if (failing > 1)
        summary = tr("%1 things must be mended before the show.").arg(failing);
    else if (warnings == 1)
        summary = tr("Callers can come. One thing should be known.");
    else if (warnings > 1)
        summary = tr("Callers can come. %1 things should be known.").arg(warnings);
    m_summary->setText(summary);
    auto *list = new QWidget;
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    for (const CheckLine &line : report.lines)
        rows->addWidget(rowOf(line));
    rows->addStretch(1);
    m_area->setWidget(list);
}

QWidget *CheckDialog::rowOf(const CheckLine &line)
{
    auto *row = new QFrame;
    row->setObjectName(u"check_"_s + line.id);
    setKind(row, "card");
    auto *grade = new QLabel(wordFor(line.grade));
    setKind(grade, "grade");
    setKind(grade, levelFor(line.grade), "level");
    grade->setObjectName("grade");
    grade->setAlignment(Qt::AlignCenter);
    grade->setMinimumWidth(96);
    auto *subject = new QLabel(line.subject);
    setKind(subject, "heading");
    auto *sentence = new QLabel(line.sentence);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(subject);
    words->addWidget(sentence);
    for (QLabel *label : {subject, sentence}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    if (!line.remedy.isEmpty()) {
        auto *remedy = new QLabel(line.remedy);
        remedy->setTextFormat(Qt::PlainText);
        remedy->setWordWrap(true);
        setKind(remedy, "dim");
        words->addWidget(remedy);
    }
    row->setAccessibleName(tr("%1: %2. %3").arg(line.subject, wordFor(line.grade).mid(2), line.sentence));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(12);
    layout->addWidget(grade, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    if (const QString text = buttonFor(line.mend); !text.isEmpty()) {
        auto *button = new QPushButton(text);
        button->setObjectName("mend");
        button->setAccessibleName(tr("%1: %2").arg(line.subject, text));
        connect(button, &QPushButton::clicked, this, [this, mends = line.mend] { mend(mends); });
        layout->addWidget(button, 0, Qt::AlignVCenter);
    }
    return row;
}

void CheckDialog::mend(Mend mends)
{
    switch (mends) {
    case Mend::None:
        break;
    case Mend::EnterAccount:
    case Mend::ChooseNumber:
        Q_EMIT accountAsked();
        break;
    case Mend::ChoosePhone:
        Q_EMIT phoneAsked();
        break;
    case Mend::PointNumber:
        m_pointing = true;
        tell(tr("The number is being pointed here…"));
        m_setup.pointNumber();
        break;
    case Mend::RingPhone:
        tell(tr("Your phone is being called…"));
        m_setup.ringPhone({});
        break;
    }
}

void CheckDialog::tell(const QString &sentence)
{
    m_news->setText(sentence);
    m_news->show();
}

} // namespace anteroom::ui
