// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_mirror.h"
#include "ui/window_options.h"

#include <QMainWindow>
#include <QPointer>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace anteroom::ui {

class ActionBar;
class Banners;
class CallActions;
class CallerAlert;
class CallQueueModel;
class CloseOutDialog;
class GiveMenu;
class HelpWindow;
class HistoryPage;
class MessageAlert;
class NextShowOffer;
class MissedPage;
class NoticeBar;
class NotesDesk;
class PracticeLine;
class PracticeMenu;
class QueuePage;
class TextAlert;
class TextsPage;
class TopBar;
class Tray;
class VoicemailPage;

/// The console: who waits, from where, for how long and about what; one click pulls the chosen caller. Knows
/// the desk only by its mirror, which must outlive the window, as must the theme.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(calls::DeskMirror &mirror, Theme &theme, WindowOptions options, QWidget *parent = nullptr);
    ~MainWindow() override;

    WindowChoices choices() const; ///< with the present geometry
    CallActions &actions() const { return *m_actions; }
    void setWaitLimits(WaitLimits limits); ///< when they are changed in the settings
    void askPhone(); ///< "My phone"
    void showPractice(const QString &id);  ///< this one of the options' runs now; empty: none any more

Q_SIGNALS:
    void choicesChanged();
    void settingsAsked();
    void checkAsked(); ///< of the account, before the show
    void setupAsked();
    void askPhonesAsked(); ///< the settings, where the list of phones to ask is
    void practiceAsked(const QString &id);
    void practiceEndAsked();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum Page { QueueTab, VoicemailTab, HistoryTab, MissedTab, TextsTab };

    void makeContent();
    QWidget *makeTabs(QWidget *parent);
    void makeMenus();
    void makeViewMenu();
    void makePracticeMenu();
    void connectActions();
    void showPage(int page);
    QWidget *pageOf(int page);
    void showTitle();
    QLabel *makeBadge(const char *name);
    void showBadges();
    void showBadge(Page page, QLabel *badge, qsizetype count, const QString &spoken);
    void tick();
    void askConversation();
    void askToWhom();
    void openCloseOut();
    void askToCloseLines();
    void openAbout();
    HelpWindow *openHelp();

    calls::DeskMirror &m_mirror;
    Theme &m_theme;
    WindowOptions m_options;
    CallActions *m_actions;
    GiveMenu *m_give;
    NotesDesk *m_notes;
    CallQueueModel *m_queue;
    TopBar *m_topBar = nullptr;
    Banners *m_banners = nullptr;
    NextShowOffer *m_nextShow = nullptr;
    // Null unless there is something to practise.
    PracticeMenu *m_practiceMenu = nullptr;
    PracticeLine *m_practiceLine = nullptr;
    QTabBar *m_tabs = nullptr;
    QLabel *m_badge = nullptr;
    QLabel *m_missedBadge = nullptr;
    QLabel *m_textsBadge = nullptr;
    QStackedWidget *m_pages = nullptr;
    QueuePage *m_queuePage = nullptr;
    // Null until they are first opened.
    VoicemailPage *m_voicemailPage = nullptr;
    HistoryPage *m_historyPage = nullptr;
    MissedPage *m_missedPage = nullptr;
    TextsPage *m_textsPage = nullptr;
    NoticeBar *m_notices = nullptr;
    ActionBar *m_actionBar = nullptr;
    Tray *m_tray = nullptr;
    CallerAlert *m_alert;
    MessageAlert *m_messageAlert;
    TextAlert *m_textAlert;
    QAction *m_settings;
    QAction *m_quit;
    QPointer<CloseOutDialog> m_closeOut;
};

} // namespace anteroom::ui
