// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/help_window.h"

#include "ui/help/help_browser.h"
#include "ui/help/help_pages.h"
#include "ui/widgets/kind.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace anteroom::ui {

namespace {
constexpr int contentsWidth = 245;
}

HelpWindow::HelpWindow(const Theme &theme, QWidget *parent)
    : QDialog(parent),
      m_search(new QLineEdit),
      m_list(new QListWidget),
      m_nothing(new QLabel(tr("No page speaks of that."))),
      m_text(new HelpBrowser(theme))
{
    setObjectName("helpWindow");
    setWindowTitle(tr("Help"));
    m_search->setObjectName("helpSearch");
    m_search->setPlaceholderText(tr("Search the help"));
    m_search->setAccessibleName(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName("helpPages");
    m_list->setAccessibleName(tr("Pages"));
    setKind(m_list, "topics");
    m_nothing->setWordWrap(true);
    setKind(m_nothing, "dim");
    m_nothing->hide();
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setObjectName("helpText");
    m_text->setAccessibleName(tr("Page"));
    auto *side = new QVBoxLayout;
    side->setSpacing(8);
    side->addWidget(m_search);
    side->addWidget(m_list, 1);
    side->addWidget(m_nothing);
    m_search->setFixedWidth(contentsWidth);
    m_list->setFixedWidth(contentsWidth);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Return finishes a search
    auto *main = new QVBoxLayout;
    main->setSpacing(12);
    main->addWidget(m_text, 1);
    main->addWidget(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(side);
    layout->addLayout(main, 1);
    for (const HelpPage &page : helpPages()) // only now: rows are measured in the window's style
        m_list->addItem(page.title);
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpWindow::showChosen);
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::search);
    resize(940, 680);
    m_list->setCurrentRow(0);
}

void HelpWindow::showChosen()
{
    if (const int row = m_list->currentRow(); row >= 0)
        m_text->show(helpPages().at(row));
}

void HelpWindow::showPage(const QString &id)
{
    m_search->clear();
    const QList<HelpPage> &pages = helpPages();
    for (int row = 0; row < pages.size(); ++row)
        if (pages.at(row).id == id)
            m_list->setCurrentRow(row);
}

void HelpWindow::explain(const QString &sentence)
{
    showPage(troublePage);
    m_text->scrollToAnchor(troubleSection(sentence));
}

void HelpWindow::search(const QString &words)
{
    int first = -1;
    for (int row = 0; row < helpPages().size(); ++row) {
        const bool found = helpPages().at(row).mentions(words);
        m_list->item(row)->setHidden(!found);
        if (found && first < 0)
            first = row;
    }
    m_nothing->setVisible(first < 0);
    if (first >= 0 && (m_list->currentRow() < 0 || m_list->currentItem()->isHidden()))
        m_list->setCurrentRow(first);
}

} // namespace anteroom::ui
