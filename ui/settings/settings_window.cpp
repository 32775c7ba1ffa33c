// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_window.h"

#include "calls/desk_mirror.h"
#include "ui/settings/after_call_page.h"
#include "ui/settings/ask_phones_page.h"
#include "ui/settings/host_number_page.h"
#include "ui/settings/hours_page.h"
#include "ui/settings/line_texts_page.h"
#include "ui/settings/menu_page.h"
#include "ui/settings/recording_page.h"
#include "ui/settings/times_page.h"
#include "ui/settings/voicemail_settings_page.h"
#include "ui/settings/waiting_page.h"
#include "ui/widgets/kind.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace anteroom::ui {

namespace {
constexpr int sideWidth = 200;
}

SettingsWindow::SettingsWindow(settings::Settings &settings, calls::DeskMirror &mirror, const Theme &theme,
                               QWidget *parent)
    : QDialog(parent),
      m_search(new QLineEdit),
      m_list(new QListWidget),
      m_pages(new QStackedWidget),
      m_nothing(new QLabel(tr("No setting speaks of that.")))
{
    setObjectName("settingsWindow");
    setWindowTitle(tr("Settings"));
    m_search->setObjectName("settingsSearch");
    m_search->setPlaceholderText(tr("Search the settings"));
    m_search->setAccessibleName(tr("Search the settings"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName("settingsTopics");
    m_list->setAccessibleName(tr("Topics"));
    setKind(m_list, "topics");
    m_nothing->setWordWrap(true);
    setKind(m_nothing, "dim");
    m_nothing->hide();
    auto *side = new QVBoxLayout;
    side->setSpacing(8);
    side->addWidget(m_search);
    side->addWidget(m_list, 1);
    side->addWidget(m_nothing);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    buttons->button(QDialogButtonBox::Close)
        ->setAutoDefault(false); // Return finishes a field, not the window
    auto *main = new QVBoxLayout;
    main->setSpacing(12);
    main->addWidget(m_pages, 1);
    main->addWidget(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(side);
    layout->addLayout(main, 1);
    m_search->setFixedWidth(sideWidth);
    m_list->setFixedWidth(sideWidth);

    m_askPhones = new AskPhonesPage(settings, mirror, theme);
    add(m_askPhones);
    add(new HostNumberPage(settings, mirror, theme));
    add(new TimesPage(settings));
    add(new LineTextsPage(settings, mirror));
    add(new WaitingPage(settings));
    add(new HoursPage(settings, theme));
    add(new MenuPage(settings));
    add(new VoicemailSettingsPage(settings));
    add(new RecordingPage(settings, theme));
    add(new AfterCallPage(settings, mirror));

    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsWindow::search);
    m_list->setCurrentRow(0);
    resize(860, 620);
}

void SettingsWindow::add(SettingsPage *page)
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    setKind(scroll, "page");
    scroll->setWidget(page);
    page->setAutoFillBackground(false); // setWidget() switches it on
    scroll->viewport()->setAutoFillBackground(false);
    auto *frame = new QFrame;
    setKind(frame, "panel");
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(scroll);
    m_pages->addWidget(frame);
    m_list->addItem(page->title());
    m_topics.append(page);
}

void SettingsWindow::showAskPhones()
{
    m_search->clear();
    m_list->setCurrentRow(static_cast<int>(m_topics.indexOf(m_askPhones)));
}

void SettingsWindow::search(const QString &words)
{
    int first = -1;
    for (int row = 0; row < m_topics.size(); ++row) {
        const bool found = m_topics.at(row)->mentions(words.trimmed());
        m_list->item(row)->setHidden(!found);
        if (found && first < 0)
            first = row;
    }
    m_nothing->setVisible(first < 0);
    if (first >= 0 && (m_list->currentRow() < 0 || m_list->currentItem()->isHidden()))
        m_list->setCurrentRow(first);
}

} // namespace anteroom::ui
