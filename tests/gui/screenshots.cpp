// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later

// anteroom-screenshots FOLDER: renders the real window in its states, light and dark, as PNG files. For the
// README, and for the eyes of whoever changes how something looks.

#include "calls/ask_plan.h"
#include "calls/host_plan.h"
#include "desk/practice_situations.h"
#include "helpers/believable_desk.h"
#include "helpers/fake_desk_mirror.h"
#include "helpers/wav_sample.h"
#include "settings/keys.h"
#include "settings/settings.h"
#include "ui/application.h"
#include "ui/call_actions.h"
#include "ui/help/help_window.h"
#include "ui/settings/settings_window.h"
#include "ui/window.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <array>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::calls;
using namespace anteroom::tests;

namespace {

/// The window with a desk of its own and a clock that stands still.
class Scene
{
public:
    explicit Scene(ui::Theme &theme) : m_theme(theme)
    {
        openDesk(mirror);
        options.now = [this] { return moment; };
        options.tray = false;
        options.choices.sound = false;
        options.choices.notifications = false;
    }

    ui::MainWindow &window()
    {
        if (!m_window) {
            m_window = std::make_unique<ui::MainWindow>(mirror, m_theme, options);
            m_window->show();
        }
        return *m_window;
    }

    /// Half an hour of people coming and going, for the line at the top.
    void letTimePass()
    {
        constexpr std::array counts{1, 1, 2, 1, 2, 2, 1, 2, 3, 3, 4, 3, 4, 4, 3,
                                    3, 4, 5, 5, 6, 5, 5, 6, 6, 7, 6, 6, 7, 7, 6};
        moment = theMoment().addSecs(-1830);
        window();
        QList<Call> there;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            moment = theMoment().addSecs(-60 * static_cast<qint64>(counts.size() - i));
            QStringList gone;
            for (qsizetype left = there.size(); left > counts.at(i); --left)
                gone << there.takeLast().sid;
            if (there.size() < counts.at(i))
                there = manyCallers(counts.at(i));
            mirror.tell(there, gone);
        }
        QStringList gone;
        for (const Call &call : std::as_const(there))
            gone << call.sid;
        moment = theMoment();
        mirror.tell({}, gone);
    }

    ui::HelpWindow *openHelp()
    {
        auto *opened = new ui::HelpWindow(m_theme, &window());
        opened->show();
        return opened;
    }

    /// The settings window at one of its pages, by title.
    void openSettings(const QString &page)
    {
        auto *opened = new ui::SettingsWindow(settings, mirror, m_theme, &window());
        auto *topics = opened->findChild<QListWidget *>(u"settingsTopics"_s);
        for (QListWidgetItem *topic : topics->findItems(page, Qt::MatchExactly))
            topics->setCurrentItem(topic);
        opened->show();
    }

    FakeDeskMirror mirror;
    QTemporaryDir folder;
    settings::Settings settings{
        QDir::temp().filePath(u"anteroom-screenshots-settings.json"_s)}; // never there
    QDateTime moment = theMoment();
    ui::WindowOptions options;

private:
    ui::Theme &m_theme;
    std::unique_ptr<ui::MainWindow> m_window;
};

void sevenAsDesigned(Scene &scene)
{
    scene.letTimePass();
    QList<Call> calls = sevenCallers();
    calls << callerOnAir() << callerRinging();
    scene.mirror.tell(calls);
    scene.mirror.tellMessages(threeMessages());
}

/// A message that can be heard: somebody speaks in words and pauses.
QList<Message> oneWithSound(Scene &scene)
{
    QList<qint16> loudness;
    for (int i = 0; i < 480; ++i)
        loudness << qint16(i % 24 < 4 ? 60 : 2500 + (i * 7919) % 9000);
    QFile file(scene.folder.filePath(u"RE000.wav"_s));
    Message message = manyMessages(1).first();
    if (file.open(QIODevice::WriteOnly) && file.write(test::wavSample(loudness)) > 0)
        message.audioFile = file.fileName();
    message.seconds = 48;
    message.forNextShow = true;
    return {message};
}

void closeOutRunning(Scene &scene)
{
    sevenAsDesigned(scene);
    CloseOutStatus status;
    status.phase = CloseOutStatus::Phase::Finished;
    status.begun = theMoment().addSecs(-20);
    status.ended = theMoment();
    status.total = 7;
    status.done = 5;
    status.failed = 1;
    const QList<Call> calls = sevenCallers();
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const Treated treated = i == 2 ? Treated::Failed : i == 6 ? Treated::LeftAlone : Treated::Done;
        status.calls.append({calls[i].sid, calls[i].caller, treated,
                             i == 2   ? u"The phone company refused; the caller still waits."_s
                             : i == 6 ? u"Is being talked to."_s
                                      : QString()});
    }
    scene.mirror.tellCloseOut(status);
}

void practising(Scene &scene, const QString &id)
{
    scene.options.rehearsal = true;
    for (const desk::PracticeSituation &each : desk::practiceSituations())
        scene.options.practice.append({each.id, each.name, each.teaches, each.happening});
    sevenAsDesigned(scene);
    scene.window().showPractice(id);
}

struct State
{
    const char *name;
    void (*arrange)(Scene &scene);
};

const std::array states{
    State{"main", sevenAsDesigned},
    State{"empty", [](Scene &scene) { scene.window(); }},
    State{"closed",
          [](Scene &scene) {
              LineStatus line = scene.mirror.line();
              line.open = false;
              scene.mirror.tellLine(line);
          }},
    State{"awkward",
          [](Scene &scene) {
              scene.window();
              scene.mirror.tell(awkwardCallers());
          }},
    State{"many", [](Scene &scene) { scene.mirror.tell(manyCallers(500)); }},
    State{"stale",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              ConnectionStatus status = goodConnection();
              status.hearing = ConnectionStatus::Hearing::Stale;
              status.lastPoll = theMoment().addSecs(-45);
              status.lastWebhook = status.lastPoll;
              status.savingProblem =
                  u"Nothing is being saved: the disk is full. Calls go on; free some space on the disk."_s;
              scene.mirror.tellConnection(status);
          }},
    State{"moving",
          [](Scene &scene) {
              scene.window();
              QList<Call> calls = sevenCallers();
              scene.mirror.tell(calls);
              calls[0].state = CallState::Ended;
              calls[0].outcome = Outcome::Abandoned;
              calls[0].stateSince = theMoment();
              calls[1].doing = Doing::SendingToVoicemail;
              calls[2].state = CallState::Connecting;
              calls[2].seat = u"Studio B"_s;
              calls[3].state = CallState::LeavingMessage;
              calls[4].remark = u"Was on air with you; your phone dropped out."_s;
              calls[6].state = CallState::Ringing;
              calls[6].arrival = {};
              scene.mirror.tell(calls);
              Q_EMIT scene.mirror.notice(
                  u"Your phone did not answer. Tom Brandt still waits and hears music. Pull again when "
                  u"you are ready."_s);
          }},
    State{"cards",
          [](Scene &scene) {
              scene.window();
              QList<Call> calls = sevenCallers();
              for (int i = 0; i < 4; ++i) {
                  calls[i].state = CallState::Connected;
                  calls[i].seat = i < 2 ? u"Ana"_s : u"Studio B"_s;
                  calls[i].stateSince = theMoment().addSecs(-60 * i - 13);
              }
              calls << callerRinging();
              scene.mirror.tell(calls);
          }},
    State{"voicemail",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              scene.window().findChild<QTabBar *>(u"tabs"_s)->setCurrentIndex(1);
          }},
    State{"recording",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              LineStatus line = scene.mirror.line();
              line.recordsTalks = true;
              scene.mirror.tellLine(line);
              Call onAir = callerOnAir();
              onAir.recording = TalkRecording::On;
              Call told = sevenCallers().first();
              told.noticeAt = theMoment();
              told.notice = u"Please note that this call may be recorded and broadcast."_s;
              told.consent = Consent::Agreed;
              Call declines = sevenCallers().at(2);
              declines.consent = Consent::Declined;
              scene.mirror.tell(QList<Call>{onAir, told, declines});
          }},
    State{"recording-narrow",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              LineStatus line = scene.mirror.line();
              line.recordsTalks = true;
              scene.mirror.tellLine(line);
              Call onAir = callerOnAir();
              onAir.recording = TalkRecording::Paused;
              scene.mirror.tell(onAir);
              scene.window().resize(900, 560);
          }},
    State{"voicemail-talks",
          [](Scene &scene) {
              scene.window();
              QList<Message> messages = manyMessages(8);
              for (const int place : {1, 2, 5}) {
                  messages[place].talk = messages[place].heard = true;
                  messages[place].hangUp = false;
                  messages[place].seconds = place == 2 ? 0 : 340 * place;
              }
              scene.mirror.tellMessages(messages);
              scene.window().findChild<QTabBar *>(u"tabs"_s)->setCurrentIndex(1);
          }},
    State{"settings-recording",
          [](Scene &scene) {
              scene.openSettings(u"Recording"_s);
              scene.settings.set(settings::keys::recordTalks, u"on"_s);
          }},
    State{"voicemail-empty",
          [](Scene &scene) { scene.window().findChild<QTabBar *>(u"tabs"_s)->setCurrentIndex(1); }},
    State{"voicemail-one",
          [](Scene &scene) {
              scene.window();
              scene.mirror.tellMessages(oneWithSound(scene));
              scene.window().findChild<QTabBar *>(u"tabs"_s)->setCurrentIndex(1);
          }},
    State{"voicemail-many",
          [](Scene &scene) {
              scene.window();
              QList<Message> messages = manyMessages(30);
              messages[0] = oneWithSound(scene).first();
              messages[4].deleted = theMoment();
              scene.mirror.tellMessages(messages);
              scene.window().findChild<QTabBar *>(u"tabs"_s)->setCurrentIndex(1);
              scene.window().findChild<QCheckBox *>(u"showHangUps"_s)->setChecked(true);
          }},
    State{"calling-back",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              Call call = sevenCallers().first();
              call.sid = u"CA99"_s;
              call.outbound = true;
              call.state = CallState::Calling;
              call.seat = u"Ana"_s;
              scene.mirror.tell(call);
          }},
    State{"history",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              scene.mirror.pastCalls = pastCalls();
              scene.mirror.pastCalls[0].queueResults = {u"redirected"_s};
              scene.mirror.pastCalls[2].queueResults = {u"leave"_s, u"hangup"_s};
              scene.mirror.pastCalls[5].queueResults = {u"queue-full"_s};
              scene.mirror.tally = tallyOfCalls();
              scene.window().findChild<QTabBar *>(u"tabs"_s)->setCurrentIndex(2);
          }},
    State{"missed",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              scene.mirror.tellMissedCalls(missedCalls());
              scene.window().findChild<QTabBar *>(u"tabs"_s)->setCurrentIndex(3);
          }},
    State{"missed-all",
          [](Scene &scene) {
              scene.window();
              scene.mirror.tellMissedCalls(missedCalls());
              scene.window().findChild<QTabBar *>(u"tabs"_s)->setCurrentIndex(3);
              scene.window().findChild<QComboBox *>(u"missedFilter"_s)->setCurrentIndex(2);
          }},
    State{"texts",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              scene.mirror.tellTexts(listenerTexts());
              scene.window().findChild<QTabBar *>(u"tabs"_s)->setCurrentIndex(4);
              scene.window()
                  .findChild<QPlainTextEdit *>(u"answerText"_s)
                  ->setPlainText(u"Thank you, we will ask him about Geary 🚌 in the second half."_s);
          }},
    State{"texts-answered",
          [](Scene &scene) {
              scene.mirror.tellTexts(listenerTexts());
              scene.window().findChild<QTabBar *>(u"tabs"_s)->setCurrentIndex(4);
              scene.window().findChild<QTableView *>(u"texts"_s)->selectRow(6);
          }},
    State{"texts-awkward",
          [](Scene &scene) {
              QList<ListenerText> texts = listenerTexts();
              texts[4].body = u"<b>Not bold</b> "_s + u"אבג דהו "_s.repeated(100) +
                              u"👩‍👩‍👧‍👦 word "_s.repeated(60);
              scene.mirror.tellTexts(texts);
              scene.window().resize(900, 560);
              scene.window().findChild<QTabBar *>(u"tabs"_s)->setCurrentIndex(4);
              scene.window().findChild<QTableView *>(u"texts"_s)->selectRow(4);
          }},
    State{"texts-empty",
          [](Scene &scene) { scene.window().findChild<QTabBar *>(u"tabs"_s)->setCurrentIndex(4); }},
    State{"caller-texted",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              QList<ListenerText> texts = listenerTexts();
              for (ListenerText &text : texts)
                  text.from = sevenCallers().first().caller.number;
              scene.mirror.tellTexts(texts);
          }},
    State{"missed-empty",
          [](Scene &scene) { scene.window().findChild<QTabBar *>(u"tabs"_s)->setCurrentIndex(3); }},
    State{"close-out",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              scene.window().actions().closeOut->trigger();
          }},
    State{"close-out-summary",
          [](Scene &scene) {
              closeOutRunning(scene);
              scene.window().actions().closeOut->trigger();
          }},
    State{"settings-texts", [](Scene &scene) { scene.openSettings(u"What callers hear"_s); }},
    State{"settings-waiting", [](Scene &scene) { scene.openSettings(u"Waiting"_s); }},
    State{"settings-hours", [](Scene &scene) { scene.openSettings(u"Opening hours"_s); }},
    State{"settings-menu", [](Scene &scene) { scene.openSettings(u"Menu"_s); }},
    State{"settings-ask-phones",
          [](Scene &scene) {
              scene.settings.set(settings::keys::askPhones,
                                 phonesToJson({{u"Bob Ortega"_s, u"+14155550161"_s, AskBy::Automatic},
                                               {u"Carol"_s, u"+14155550162"_s, AskBy::Text},
                                               {u"The office on the second floor, behind the kitchen"_s,
                                                u"+442079460958"_s, AskBy::Call}}));
              scene.openSettings(u"Ask phones"_s);
              scene.window().findChild<ui::SettingsWindow *>()->resize(860, 1300); // the whole page
          }},
    State{"settings-host-number",
          [](Scene &scene) {
              scene.settings.set(settings::keys::hostNumber, u"+14155550199"_s);
              scene.settings.set(settings::keys::hostPeople,
                                 hostsToJson({{u"Ann Marquez"_s, u"+14155550171"_s, u"hashed"_s},
                                              {u"Ben"_s, u"+14155550172"_s, {}, true},
                                              {u"Christophe-Alexandre Montgomery-Featherstonehaugh"_s,
                                               u"+493055550173"_s, u"hashed"_s, true}}));
              scene.openSettings(u"Host's number"_s);
              scene.window().findChild<ui::SettingsWindow *>()->resize(860, 1000);
          }},
    State{"settings-no-hosts", [](Scene &scene) { scene.openSettings(u"Host's number"_s); }},
    State{"settings-add-host",
          [](Scene &scene) {
              scene.openSettings(u"Host's number"_s);
              auto *settings = scene.window().findChild<ui::SettingsWindow *>();
              settings->findChild<QPushButton *>(u"addHost"_s)->click();
          }},
    State{"settings-ask-nobody", [](Scene &scene) { scene.openSettings(u"Ask phones"_s); }},
    State{"nobody-at-the-desk",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              LineStatus line = scene.mirror.line();
              line.deskLeft = true;
              scene.mirror.tellLine(line);
              QList<Call> calls = sevenCallers();
              for (Call &call : calls)
                  call.topic.clear();
              calls[0].asking = u"No answer from Bob Ortega, Carol"_s;
              calls[1].asking = u"Asking Bob Ortega by text"_s;
              calls[2].asking = u"Asking Bob Ortega by text, Carol by phone"_s;
              scene.mirror.tell(calls);
          }},
    State{"giving",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              QList<Call> calls = sevenCallers();
              calls[1].state = CallState::Connecting;
              calls[1].doing = Doing::RingingPhone;
              calls[1].seat = u"Bob Ortega"_s;
              calls[1].givenBy = u"Ana"_s;
              calls[2].topic.clear();
              calls[2].asking = u"Asking Carol Lindqvist by text"_s;
              calls[3].topic.clear();
              calls[3].remark =
                  u"Bob Ortega did not answer the phone. %1 stays in line."_s.arg(calls[3].caller.name);
              scene.mirror.tell(calls);
          }},
    State{"give-to",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              scene.mirror.tellPeople({{u"Bob Ortega"_s, u"+14155550161"_s, AskBy::Automatic},
                                       {u"Carol Lindqvist"_s, u"+14155550162"_s, AskBy::Text},
                                       {u"The office on the second floor, behind the kitchen"_s,
                                        u"+442079460958"_s, AskBy::Call}});
              scene.window().actions().give->trigger();
          }},
    State{"give-to-nobody",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              scene.window().actions().give->trigger();
          }},
    State{"phone-address",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              scene.mirror.setPhone(u"sip:ana.of.the.morning.show@pbx.studios.example.com"_s);
              auto *button = scene.window().findChild<QPushButton *>(u"myPhone"_s);
              Q_EMIT button->menu()->aboutToShow();
              scene.window().findChild<QAction *>(u"anotherNumber"_s)->trigger();
          }},
    State{"help",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              scene.openHelp()->showPage(u"first_show"_s);
          }},
    State{"help-keys", [](Scene &scene) { scene.openHelp()->showPage(u"keys"_s); }},
    State{"help-trouble",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              const QString sentence = u"The account is suspended at the phone company. Callers may not get "
                                       "through. Contact Twilio."_s;
              Q_EMIT scene.mirror.notice(sentence);
              ConnectionStatus status = scene.mirror.connection();
              status.carrierProblem = sentence;
              scene.mirror.tellConnection(status);
              scene.openHelp()->explain(sentence);
          }},
    State{"settings-after", [](Scene &scene) { scene.openSettings(u"After the call"_s); }},
    State{"settings-times", [](Scene &scene) { scene.openSettings(u"Times"_s); }},
    State{"practice", [](Scene &scene) { practising(scene, u"desk-killed"_s); }},
    State{"practice-menu",
          [](Scene &scene) {
              practising(scene, u"host-busy"_s);
              auto *menu = scene.window().findChild<QMenu *>(u"practiceMenu"_s);
              menu->popup(scene.window().mapToGlobal(QPoint(160, 30)));
          }},
    State{"practice-small",
          [](Scene &scene) {
              practising(scene, u"company-trouble"_s);
              scene.window().resize(900, 560);
          }},
    State{"small",
          [](Scene &scene) {
              sevenAsDesigned(scene);
              scene.window().resize(900, 560);
          }},
};

} // namespace

int main(int argc, char **argv)
{
    // Pictures must not depend on the desktop they are made on.
    qputenv("TZ", "America/Los_Angeles");
    QApplication application(argc, argv);
    QTextStream out(stdout);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        out << "usage: anteroom-screenshots FOLDER [STATE...]\n";
        return 2;
    }
    const QDir folder(arguments.at(1));
    const QStringList wanted = arguments.mid(2);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    ui::prepareApplication(application);
    if (QFontDatabase::hasFamily(u"Inter"_s)) {
        QFont font(u"Inter"_s);
        font.setPointSizeF(10.5);
        QApplication::setFont(font);
    }
    ui::Theme theme(application, ui::Theme::Choice::Light);
    if (!QDir().mkpath(folder.path()))
        return 1;
    // One picture per turn of the event loop, so that every layout has settled as it would before somebody's
    // eyes.
    std::unique_ptr<Scene> scene;
    QString file;
    std::size_t shot = 0;
    QTimer turns;
    turns.setInterval(200);
    QObject::connect(&turns, &QTimer::timeout, &application, [&] {
        if (scene) {
            QWidget *shown = &scene->window();
            auto *dialog = shown->findChild<QDialog *>();
            if (QWidget *menu = QApplication::activePopupWidget(); menu && !dialog)
                shown = menu;
            for (; dialog; dialog = shown->findChild<QDialog *>()) // the one in front
                shown = dialog;
            out << (shown->grab().save(file) ? u""_s : u"cannot write "_s) << file << Qt::endl;
            scene.reset();
        }
        for (; shot < states.size() * 2; ++shot) {
            const State &state = states.at(shot % states.size());
            const QString name = QString::fromLatin1(state.name);
            if (!wanted.isEmpty() && !wanted.contains(name))
                continue;
            const bool light = shot < states.size();
            theme.setChoice(light ? ui::Theme::Choice::Light : ui::Theme::Choice::Dark);
            scene = std::make_unique<Scene>(theme);
            state.arrange(*scene);
            scene->window();
            file = folder.filePath(name + (light ? u"-light.png"_s : u"-dark.png"_s));
            ++shot;
            return;
        }
        QApplication::quit();
    });
    turns.start();
    return QApplication::exec();
}
