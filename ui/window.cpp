// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window.h"

#include "ui/about.h"
#include "ui/alerts/caller_alert.h"
#include "ui/alerts/message_alert.h"
#include "ui/alerts/text_alert.h"
#include "ui/alerts/tray.h"
#include "ui/call_actions.h"
#include "ui/caller/caller_panel.h"
#include "ui/caller/notes_desk.h"
#include "ui/closeout/close_out_dialog.h"
#include "ui/frame/action_bar.h"
#include "ui/frame/banners.h"
#include "ui/frame/notice_bar.h"
#include "ui/frame/phone_menu.h"
#include "ui/frame/practice_line.h"
#include "ui/frame/practice_menu.h"
#include "ui/frame/status_line.h"
#include "ui/frame/top_bar.h"
#include "ui/help/help_window.h"
#include "ui/history/history_page.h"
#include "ui/missed/missed_page.h"
#include "ui/queue/call_queue_model.h"
#include "ui/queue/give_menu.h"
#include "ui/queue/queue_page.h"
#include "ui/queue/queue_view.h"
#include "ui/texts/texts_page.h"
#include "ui/voicemail/next_show_offer.h"
#include "ui/voicemail/voicemail_page.h"
#include "ui/widgets/kind.h"
#include "ui/words/plain_text.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QSystemTrayIcon>
#include <QTabBar>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

MainWindow::MainWindow(DeskMirror &mirror, Theme &theme, WindowOptions options, QWidget *parent)
    : QMainWindow(parent),
      m_mirror(mirror),
      m_theme(theme),
      m_options(std::move(options)),
      m_actions(new CallActions(mirror, this)),
      m_give(new GiveMenu(mirror, *m_actions, this)),
      m_notes(new NotesDesk(mirror, this)),
      m_queue(new CallQueueModel(m_options.now, this)),
      m_settings(new QAction(tr("&Settings…"), this)),
      m_quit(new QAction(tr("&Quit"), this))
{
    setObjectName("mainWindow");
    m_queue->setHome(mirror.line().number, mirror.seat().name);
    m_queue->load(mirror.calls().values());
    makeContent();
    makeMenus();
    if (m_options.tray && QSystemTrayIcon::isSystemTrayAvailable())
        m_tray = new Tray(m_actions->openLine, m_quit, this);
    m_alert = new CallerAlert(mirror, m_options.choices, m_tray, this);
    m_messageAlert = new MessageAlert(mirror, m_options.choices, m_options.now, m_tray, this);
    m_textAlert = new TextAlert(mirror, m_options.choices, m_options.now, m_tray, this);
    connectActions();

    auto *timer = new QTimer(this);
    timer->setInterval(1000);
    connect(timer, &QTimer::timeout, this, &MainWindow::tick);
    timer->start();
    resize(1240, 760);
    restoreGeometry(m_options.choices.geometry);
    m_queuePage->restoreSplitter(m_options.choices.splitter);
    showTitle();
    showBadges();
    tick();
    m_queuePage->focusQueue();
}

MainWindow::~MainWindow() = default;

/// From the window downwards: hung up somewhere else, a widget and everything in it would have their style
/// worked out anew, and the first picture would come later.
void MainWindow::makeContent()
{
    auto *central = new QWidget(this);
    m_topBar = new TopBar(m_mirror, *m_actions, *m_queue, m_theme, m_options.now, central);
    m_topBar->phoneButton()->setKnownPhones(m_options.choices.phones);
    m_banners = new Banners(m_mirror, *m_actions, m_theme, m_options.now, central);
    m_nextShow = new NextShowOffer(m_mirror, m_theme, central);
    if (!m_options.practice.isEmpty())
        m_practiceLine = new PracticeLine(m_theme, central);
    QWidget *tabs = makeTabs(central);
    m_pages = new QStackedWidget(central);
    m_queuePage = new QueuePage(m_mirror, *m_actions, *m_notes, *m_queue, m_options, m_theme, m_pages);
    m_pages->addWidget(m_queuePage);
    m_notices = new NoticeBar(m_theme, central);
    m_actionBar = new ActionBar(*m_actions, m_theme, central);
    auto *status = new StatusLine(m_mirror, m_theme, m_options.rehearsal, central);

    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    if (m_practiceLine != nullptr)
        layout->addWidget(m_practiceLine);
    layout->addWidget(m_banners);
    layout->addWidget(m_nextShow);
    layout->addWidget(tabs);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_notices);
    layout->addWidget(m_actionBar);
    layout->addWidget(status);
    setCentralWidget(central);
}

QWidget *MainWindow::makeTabs(QWidget *parent)
{
    auto *bar = new QFrame(parent);
    setKind(bar, "bar");
    setKind(bar, "bottom", "edge");
    m_tabs = new QTabBar(bar);
    m_tabs->setObjectName("tabs");
    m_tabs->setAccessibleName(tr("Pages"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false); // there is room for all of them, also when a badge comes or goes
    m_tabs->setFocusPolicy(Qt::TabFocus);
    m_tabs->addTab(tr("Queue"));
    m_tabs->addTab(tr("Voicemail"));
    m_tabs->addTab(tr("History"));
    m_tabs->addTab(tr("Missed"));
    m_tabs->addTab(tr("Texts"));
    m_badge = makeBadge("voicemailBadge");
    m_missedBadge = makeBadge("missedBadge");
    m_textsBadge = makeBadge("textsBadge");
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->addWidget(m_tabs);
    layout->addStretch(1);
    connect(m_tabs, &QTabBar::currentChanged, this, &MainWindow::showPage);
    return bar;
}

QLabel *MainWindow::makeBadge(const char *name)
{
    auto *badge = new QLabel(m_tabs);
    badge->setObjectName(name);
    badge->setAlignment(Qt::AlignCenter);
    badge->setFont(m_theme.font(TextSize::Small, QFont::DemiBold));
    badge->hide();
    return badge;
}

void MainWindow::makeMenus()
{
    CallActions &a = *m_actions;
    auto *call = menuBar()->addMenu(tr("&Call"));
    call->addActions({a.pull, a.next, a.add});
    call->addSeparator();
    call->addActions({a.screen, a.ready, a.backToNew});
    call->addSeparator();
    call->addActions({a.moveUp, a.moveDown});
    call->addSeparator();
    a.give->setMenu(m_give);
    call->addActions({a.give, a.voicemail, a.thank, a.callBack, a.calledBack});
    call->addSeparator();
    call->addActions({a.hold, a.record, a.cancel, a.hangUp});
    auto *edit = call->addAction(tr("&Edit topic"));
    edit->setShortcut(Qt::Key_E);
    connect(edit, &QAction::triggered, m_queuePage->panel(), &CallerPanel::editTopic);

    auto *line = menuBar()->addMenu(tr("&Line"));
    line->addActions({a.openLine, a.leaveDesk, a.keepPhoneOn});
    line->addSeparator();
    line->addAction(a.closeOut);
    line->addSeparator();
    line->addAction(tr("Chec&k before the show…"), this, &MainWindow::checkAsked)
        ->setObjectName("checkAction");
    if (!m_options.rehearsal)
        line->addAction(tr("Set &up…"), this, &MainWindow::setupAsked)->setObjectName("setupAction");
    m_settings->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma)); // Preferences is unset on some desktops
    m_settings->setMenuRole(QAction::PreferencesRole);
    connect(m_settings, &QAction::triggered, this, &MainWindow::settingsAsked);
    line->addAction(m_settings);
    line->addSeparator();
    m_quit->setShortcut(QKeySequence::Quit);
    m_quit->setMenuRole(QAction::QuitRole);
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    line->addAction(m_quit);
    makeViewMenu();
    if (!m_options.practice.isEmpty())
        makePracticeMenu();
    auto *help = menuBar()->addMenu(tr("&Help"));
    auto *pages = help->addAction(tr("&Help"), this, &MainWindow::openHelp);
    pages->setShortcut(QKeySequence(Qt::Key_F1)); // HelpContents is unset on some desktops
    help->addSeparator();
    auto *about = help->addAction(tr("&About Anteroom"), this, &MainWindow::openAbout);
    about->setMenuRole(QAction::AboutRole);
}

void MainWindow::makeViewMenu()
{
    auto *view = menuBar()->addMenu(tr("&View"));
    for (int page = QueueTab; page <= TextsTab; ++page) {
        QAction *action = view->addAction(m_tabs->tabText(page));
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + page)));
        connect(action, &QAction::triggered, this, [this, page] { m_tabs->setCurrentIndex(page); });
    }
    QAction *find = view->addAction(tr("&Find a past call"));
    find->setShortcut(QKeySequence::Find);
    connect(find, &QAction::triggered, this, [this] {
        m_tabs->setCurrentIndex(HistoryTab);
        m_historyPage->focusSearch();
    });
    view->addSeparator();
    auto *looks = new QActionGroup(this);
    const auto addLook = [this, view, looks](const QString &text, Theme::Choice choice) {
        QAction *action = view->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_theme.choice() == choice);
        looks->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] {
            m_options.choices.look = choice;
            m_theme.setChoice(choice);
            Q_EMIT choicesChanged();
        });
    };
    addLook(tr("Light or dark as the &system"), Theme::Choice::System);
    addLook(tr("&Light"), Theme::Choice::Light);
    addLook(tr("&Dark"), Theme::Choice::Dark);
    view->addSeparator();
    const auto addSwitch = [this, view](const QString &text, bool WindowChoices::*choice) {
        QAction *action = view->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_options.choices.*choice);
        connect(action, &QAction::toggled, this, [this, choice](bool on) {
            m_options.choices.*choice = on;
            Q_EMIT choicesChanged();
        });
    };
    addSwitch(tr("S&ound for a new caller"), &WindowChoices::sound);
    addSwitch(tr("&Notification for a new caller"), &WindowChoices::notifications);
}

void MainWindow::makePracticeMenu()
{
    m_practiceMenu = new PracticeMenu(m_options.practice, this);
    menuBar()->addMenu(m_practiceMenu);
    connect(m_practiceMenu, &PracticeMenu::asked, this, &MainWindow::practiceAsked);
    connect(m_practiceMenu, &PracticeMenu::endAsked, this, &MainWindow::practiceEndAsked);
    connect(m_practiceLine, &PracticeLine::endAsked, this, &MainWindow::practiceEndAsked);
}

void MainWindow::connectActions()
{
    connect(m_actions, &CallActions::conversationChoiceAsked, this, &MainWindow::askConversation);
    connect(m_actions, &CallActions::giveAsked, this, &MainWindow::askToWhom);
    connect(m_give, &GiveMenu::listAsked, this, &MainWindow::askPhonesAsked);
    connect(m_actions, &CallActions::closeOutAsked, this, &MainWindow::openCloseOut);
    connect(m_actions, &CallActions::closeLinesAsked, this, &MainWindow::askToCloseLines);
    connect(&m_mirror, &DeskMirror::lineChanged, m_actions, &CallActions::refresh);
    connect(&m_mirror, &DeskMirror::seatChanged, m_actions, &CallActions::refresh);
    connect(&m_mirror, &DeskMirror::lineChanged, this, &MainWindow::showTitle);
    connect(&m_mirror, &DeskMirror::messagesChanged, this, &MainWindow::showBadges);
    connect(&m_mirror, &DeskMirror::missedCallsChanged, this, &MainWindow::showBadges);
    connect(&m_mirror, &DeskMirror::textsChanged, this, &MainWindow::showBadges);
    connect(&m_mirror, &DeskMirror::notice, m_notices, &NoticeBar::tell);
    const auto explain = [this](const QString &sentence) { openHelp()->explain(sentence); };
    connect(m_notices, &NoticeBar::helpAsked, this, explain);
    connect(m_banners, &Banners::helpAsked, this, explain);
    connect(m_nextShow, &NextShowOffer::listen, this, [this](const QString &recording) {
        m_tabs->setCurrentIndex(VoicemailTab);
        m_voicemailPage->choose(recording);
    });
    connect(&m_mirror, &DeskMirror::refused, m_notices,
            [this](quint64, const Refusal &refusal) { m_notices->tell(refusal.sentence); });
    connect(m_queue, &CallQueueModel::countsChanged, this, &MainWindow::showTitle);
    connect(&m_theme, &Theme::changed, this, &MainWindow::showBadges);
    connect(m_topBar->phoneButton(), &PhoneButton::phonesChanged, this, [this](const QStringList &phones) {
        m_options.choices.phones = phones;
        Q_EMIT choicesChanged();
    });
}

/// What has to be there at once when a show begins is the queue; the other pages are made when they are first
/// opened.
QWidget *MainWindow::pageOf(int page)
{
    switch (page) {
    case VoicemailTab:
        if (m_voicemailPage == nullptr) {
            m_voicemailPage = new VoicemailPage(m_mirror, m_theme);
            m_pages->addWidget(m_voicemailPage);
            connect(m_voicemailPage, &VoicemailPage::trouble, m_notices, &NoticeBar::tell);
        }
        return m_voicemailPage;
    case HistoryTab:
        if (m_historyPage == nullptr) {
            m_historyPage = new HistoryPage(m_mirror, m_theme, m_options.now);
            m_pages->addWidget(m_historyPage);
            connect(m_historyPage, &HistoryPage::trouble, m_notices, &NoticeBar::tell);
        }
        return m_historyPage;
    case MissedTab:
        if (m_missedPage == nullptr) {
            m_missedPage = new MissedPage(m_mirror, m_theme);
            m_pages->addWidget(m_missedPage);
        }
        return m_missedPage;
    case TextsTab:
        if (m_textsPage == nullptr) {
            m_textsPage = new TextsPage(m_mirror, m_theme, m_options.now);
            m_pages->addWidget(m_textsPage);
            connect(m_textsPage, &TextsPage::callsAsked, this, [this](const QString &number) {
                m_tabs->setCurrentIndex(HistoryTab);
                m_historyPage->find(number);
            });
        }
        return m_textsPage;
    default:
        return m_queuePage;
    }
}

void MainWindow::showPage(int page)
{
    m_notes->flush();
    m_pages->setCurrentWidget(pageOf(page));
    m_actionBar->setVisible(page == QueueTab);
    switch (page) {
    case VoicemailTab:
        m_voicemailPage->focusList();
        break;
    case HistoryTab:
        m_historyPage->focusSearch();
        break;
    case MissedTab:
        m_missedPage->focusList();
        break;
    case TextsTab:
        m_textsPage->focusList();
        break;
    default:
        m_queuePage->focusQueue();
        break;
    }
    // Letters act on the chosen caller, which must be in sight for that.
    for (QAction *action : {m_actions->screen, m_actions->ready, m_actions->backToNew, m_actions->voicemail,
                            m_actions->thank, m_actions->callBack, m_actions->calledBack, m_actions->next,
                            m_actions->add, m_actions->moveUp, m_actions->moveDown, m_actions->give})
        action->setShortcutContext(page == QueueTab ? Qt::WindowShortcut : Qt::WidgetShortcut);
}

void MainWindow::showTitle()
{
    const QString show = oneLine(m_mirror.line().showName, 80);
    QString title = show.isEmpty() ? tr("Anteroom") : tr("%1 — Anteroom").arg(show);
    if (m_options.rehearsal)
        title = tr("%1 (rehearsal)").arg(title);
    setWindowTitle(title);
    if (m_tray != nullptr)
        m_tray->setWaiting(m_queue->waitingCount(), show);
}

void MainWindow::showBadges()
{
    const QList<Message> messages = m_mirror.messages();
    const auto fresh = std::ranges::count_if(messages, [](const Message &message) {
        return !message.heard && !message.hangUp && message.deleted.isNull();
    });
    showBadge(VoicemailTab, m_badge, fresh, fresh > 0 ? tr("Voicemail, %1 new").arg(fresh) : tr("Voicemail"));
    m_badge->setAccessibleName(tr("%1 new messages").arg(fresh));
    const QList<MissedCall> calls = m_mirror.missedCalls();
    const auto open = std::ranges::count(calls, false, &MissedCall::isDone);
    showBadge(MissedTab, m_missedBadge, open,
              open > 0 ? tr("Missed, %1 still open").arg(open) : tr("Missed"));
    m_missedBadge->setAccessibleName(tr("%1 missed calls still open").arg(open));
    const auto unread = std::ranges::count(m_mirror.texts(), false, &ListenerText::read);
    showBadge(TextsTab, m_textsBadge, unread, unread > 0 ? tr("Texts, %1 unread").arg(unread) : tr("Texts"));
    m_textsBadge->setAccessibleName(tr("%1 unread texts").arg(unread));
}

void MainWindow::showBadge(Page page, QLabel *badge, qsizetype count, const QString &spoken)
{
    const Tokens &t = m_theme.tokens();
    badge->setText(count > 99 ? u"99+"_s : QString::number(count));
    const QString look =
        u"background: %1; color: %2; border-radius: 7px; padding: 0 5px; margin: 0 2px;"_s.arg(
            t.accent.name(), t.onAccent.name());
    if (badge->styleSheet() != look) // to set it once more would cost as much as painting the table
        badge->setStyleSheet(look);
    // Set once more, a tab's own button would be hidden as its predecessor.
    QWidget *const wanted = count > 0 ? badge : nullptr;
    if (m_tabs->tabButton(page, QTabBar::RightSide) != wanted)
        m_tabs->setTabButton(page, QTabBar::RightSide, wanted);
    badge->setVisible(count > 0);
    m_tabs->setAccessibleTabName(page, spoken);
}

void MainWindow::tick()
{
    m_queuePage->tick();
    m_topBar->tick();
    m_banners->tick();
}

void MainWindow::askConversation()
{
    auto *menu = new QMenu(this);
    menu->setObjectName("conversationMenu");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_actions->next, m_actions->add});
    menu->popup(m_actionBar->primaryButton()->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
    menu->setActiveAction(m_actions->next);
}

void MainWindow::askToWhom()
{
    m_give->openAt(m_actionBar->primaryButton()->mapToGlobal(QPoint()));
}

void MainWindow::openCloseOut()
{
    if (m_closeOut.isNull()) {
        m_closeOut = new CloseOutDialog(m_mirror, m_theme, m_options.now, this);
        m_closeOut->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_closeOut->open();
    m_closeOut->raise();
}

void MainWindow::askToCloseLines()
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Close the lines"), tr("Close the lines?"),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName("closeLinesBox");
    box->setInformativeText(
        tr("New callers hear that the lines are closed. Whoever is waiting keeps waiting."));
    QPushButton *close = box->addButton(tr("Close the lines"), QMessageBox::AcceptRole);
    setKind(close, "primary");
    connect(close, &QPushButton::clicked, this, [this] { m_mirror.submit(CloseLine{}); });
    box->setDefaultButton(close);
    box->open();
}

HelpWindow *MainWindow::openHelp()
{
    auto *help = findChild<HelpWindow *>();
    if (!help) {
        help = new HelpWindow(m_theme, this);
        help->setAttribute(Qt::WA_DeleteOnClose);
    }
    help->show();
    help->raise();
    help->activateWindow();
    return help;
}

void MainWindow::openAbout()
{
    makeAboutBox(m_theme, this)->open();
}

void MainWindow::askPhone()
{
    m_topBar->phoneButton()->askForNumber();
}

void MainWindow::setWaitLimits(WaitLimits limits)
{
    m_queuePage->view()->setWaitLimits(limits);
}

void MainWindow::showPractice(const QString &id)
{
    if (m_practiceMenu == nullptr)
        return;
    m_practiceMenu->setRunning(id);
    const auto entry = std::ranges::find(m_options.practice, id, &PracticeEntry::id);
    if (entry != m_options.practice.end()) {
        m_practiceLine->tell(*entry);
        return;
    }
    m_practiceLine->hide();
    m_notices->tell(tr("Everything is back to normal."));
}

WindowChoices MainWindow::choices() const
{
    WindowChoices choices = m_options.choices;
    choices.geometry = saveGeometry();
    choices.splitter = m_queuePage->splitterState();
    return choices;
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ActivationChange && !isActiveWindow())
        m_notes->flush();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_notes->flush();
    Q_EMIT choicesChanged();
    QMainWindow::closeEvent(event);
}

} // namespace anteroom::ui
