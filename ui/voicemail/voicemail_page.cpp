// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voicemail/voicemail_page.h"

#include "ui/voicemail/message_model.h"
#include "ui/voicemail/player.h"
#include "ui/voicemail/save_message.h"
#include "ui/voicemail/undo_bar.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/kind.h"
#include "ui/widgets/list_table.h"
#include "ui/words/call_words.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

enum Listed { Both, MessagesOnly, TalksOnly };

constexpr int skipSeconds = 5;
constexpr int afterLastKeyMs = 800;
constexpr int longestNote = 2000;

bool isListed(const Message &message, bool withHangUps)
{
    return message.deleted.isNull() && (withHangUps || !message.hangUp);
}

} // namespace

VoicemailPage::VoicemailPage(DeskMirror &mirror, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_mirror(mirror),
      m_theme(theme),
      m_model(new MessageModel(this)),
      m_table(new ListTable(theme)),
      m_kind(new ChoiceBox),
      m_hangUps(new QCheckBox),
      m_undo(new UndoBar(mirror, theme)),
      m_player(new Player(theme)),
      m_notes(new QLineEdit),
      m_notesSoon(new QTimer(this))
{
    makeTable(theme);
    makeNotes(theme);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(10);
    auto *filter = new QHBoxLayout;
    filter->addWidget(m_kind);
    filter->addStretch(1);
    filter->addWidget(m_hangUps);
    layout->addLayout(filter);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_undo);
    layout->addWidget(makePanel(theme));

    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &VoicemailPage::showChosen);
    connect(m_player, &Player::started, this, [this] {
        if (const Message *message = chosen(); message != nullptr && !message->heard)
            m_mirror.submit(MarkMessage{message->recording, true});
    });
    connect(&mirror, &DeskMirror::messagesChanged, this, &VoicemailPage::refresh);
    connect(&mirror, &DeskMirror::seatChanged, this, &VoicemailPage::showChosen);
    connect(&mirror, &DeskMirror::lineChanged, this, [this] {
        m_model->setHome(m_mirror.line().number);
        refresh();
    });
    auto *undo = new QShortcut(QKeySequence::Undo, this);
    undo->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undo, &QShortcut::activated, m_undo, &UndoBar::undo);
    m_model->setHome(mirror.line().number);
    refresh();
}

void VoicemailPage::makeTable(const Theme &theme)
{
    m_table->setObjectName("messages");
    m_table->setAccessibleName(tr("Voicemail"));
    m_table->setModel(m_model);
    m_table->setShares({46, 22, 20, 12});
    m_kind->setObjectName("messageKind");
    m_kind->setAccessibleName(tr("What is listed"));
    m_kind->addItem(tr("Messages and talks"), int(Both));
    m_kind->addItem(tr("Messages"), int(MessagesOnly));
    m_kind->addItem(tr("Recorded talks"), int(TalksOnly));
    m_kind->setFocusPolicy(Qt::TabFocus);
    connect(m_kind, &ChoiceBox::currentIndexChanged, this, &VoicemailPage::refresh);
    m_hangUps->setObjectName("showHangUps");
    m_hangUps->setFont(theme.font(TextSize::Small));
    m_hangUps->setFocusPolicy(Qt::TabFocus);
    connect(m_hangUps, &QCheckBox::toggled, this, &VoicemailPage::refresh);
}

void VoicemailPage::makeNotes(const Theme &theme)
{
    m_notes->setObjectName("messageNotes");
    m_notes->setAccessibleName(tr("Notes about this message"));
    m_notes->setPlaceholderText(tr("Notes about this message"));
    m_notes->setMaxLength(longestNote);
    m_notes->setFont(theme.font(TextSize::Normal));
    m_notesSoon->setSingleShot(true);
    m_notesSoon->setInterval(afterLastKeyMs);
    connect(m_notes, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_draft.type(text);
        m_notesSoon->start();
    });
    connect(m_notes, &QLineEdit::editingFinished, this, &VoicemailPage::sendNotes);
    connect(m_notesSoon, &QTimer::timeout, this, &VoicemailPage::sendNotes);
}

QPushButton *VoicemailPage::makeButton(const char *name, const QString &text, const QString &key,
                                       void (VoicemailPage::*act)())
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setFont(m_theme.font(TextSize::Normal, QFont::Medium));
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(key);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

QWidget *VoicemailPage::makePanel(const Theme &)
{
    m_callBack = makeButton("messageCallBack", tr("Call back"), tr("B: rings my phone first, then theirs"),
                            &VoicemailPage::callBack);
    m_save = makeButton("saveMessage", tr("Save as…"), tr("Ctrl+S"), &VoicemailPage::save);
    m_heard = makeButton("markHeard", tr("Mark as not heard"), tr("M"), &VoicemailPage::toggleHeard);
    m_delete = makeButton("deleteMessage", tr("Delete"), tr("Del: here and at the phone company"),
                          &VoicemailPage::deleteChosen);
    setKind(m_delete, "danger");
    auto *bar = new QFrame;
    setKind(bar, "panel");
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_notes, 1);
    for (QPushButton *button : {m_callBack, m_save, m_heard, m_delete})
        row->addWidget(button);
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(10);
    layout->addWidget(m_player);
    layout->addLayout(row);
    return bar;
}

const Message *VoicemailPage::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_model->messageAt(rows.first().row());
}

void VoicemailPage::choose(const QString &recording)
{
    const int row = m_model->rowOf(recording);
    if (row >= 0)
        m_table->selectRow(row);
    focusList();
}

bool VoicemailPage::isWanted(const Message &message) const
{
    const int kind = m_kind->currentData().toInt();
    return kind == Both || message.talk == (kind == TalksOnly);
}

void VoicemailPage::refresh()
{
    QList<Message> messages = m_mirror.messages();
    const bool hasTalks = std::ranges::any_of(messages, &Message::talk) || m_mirror.line().recordsTalks;
    m_kind->setVisible(hasTalks);
    if (!hasTalks)
        m_kind->setCurrentIndex(0);
    if (m_kind->currentData().toInt() == TalksOnly)
        m_table->setEmptyText(tr("No recorded talks"),
                              tr("A talk that was recorded appears here when it has ended."));
    else
        m_table->setEmptyText(tr("No messages"),
                              tr("When a caller is sent to voicemail, or waits while nobody "
                                 "is at the desk, the message appears here."));
    messages.removeIf([this](const Message &message) { return !isWanted(message); });
    const auto hangUps = std::ranges::count_if(
        messages, [](const Message &message) { return isListed(message, true) && message.hangUp; });
    m_hangUps->setText(tr("Show callers who hung up (%1)").arg(hangUps));
    m_hangUps->setVisible(hangUps > 0);
    messages.removeIf([this](const Message &message) { return !isListed(message, m_hangUps->isChecked()); });
    const QModelIndex current = m_table->currentIndex();
    const int row = current.isValid() ? current.row() : 0;
    m_model->setMessages(messages);
    if (chosen() == nullptr && m_model->rowCount() > 0)
        m_table->selectRow(std::min(row, m_model->rowCount() - 1)); // the one that has moved up
    showChosen();
}

void VoicemailPage::showChosen()
{
    const Message *message = chosen();
    const bool mayAct = message != nullptr && m_mirror.seat().role != Role::Viewer;
    const bool withheld = message != nullptr && message->caller.number.isEmpty();
    m_heard->setEnabled(mayAct && !message->talk);
    m_delete->setEnabled(mayAct);
    m_callBack->setEnabled(mayAct && !withheld);
    m_callBack->setToolTip(withheld ? tr("The number is withheld, so nobody can call back.")
                                    : tr("B: rings my phone first, then theirs"));
    m_save->setEnabled(message != nullptr && !message->audioFile.isEmpty());
    m_heard->setText(message != nullptr && message->heard ? tr("Mark as not heard") : tr("Mark as heard"));
    m_notes->setEnabled(mayAct);
    showNotes();
    if (message == nullptr)
        m_player->setFile({}, 0);
    else
        m_player->setFile(message->audioFile, message->seconds, !(message->hangUp && message->seconds == 0));
}

void VoicemailPage::showNotes()
{
    const Message *message = chosen();
    const QString recording = message == nullptr ? QString() : message->recording;
    if (recording != m_notesOf) {
        sendNotes(); // of the one before
        m_notesOf = recording;
        m_draft = Draft(message == nullptr ? QString() : message->notes);
    } else if (message != nullptr) {
        m_draft.receive(message->notes);
    }
    if (m_notes->text() != m_draft.text())
        m_notes->setText(m_draft.text());
}

void VoicemailPage::sendNotes()
{
    m_notesSoon->stop();
    if (const auto text = m_draft.take(); text && !m_notesOf.isEmpty())
        m_mirror.submit(AnnotateMessage{m_notesOf, *text});
}

void VoicemailPage::toggleHeard()
{
    if (const Message *message = chosen())
        m_mirror.submit(MarkMessage{message->recording, !message->heard});
}

void VoicemailPage::deleteChosen()
{
    // Not asked: it can be undone.
    if (const Message *message = chosen())
        m_mirror.submit(DeleteMessage{message->recording});
}

void VoicemailPage::callBack()
{
    if (const Message *message = chosen())
        m_mirror.submit(CallBack{message->caller.number, message->sid, message->caller});
}

void VoicemailPage::save()
{
    if (const Message *message = chosen())
        askToSave(*message, this, [this](const QString &sentence) { Q_EMIT trouble(sentence); });
}

void VoicemailPage::focusList()
{
    m_table->setFocus();
}

void VoicemailPage::keyPressEvent(QKeyEvent *event)
{
    if (m_notes->hasFocus()) // what a text field leaves over is no wish about the message
        return QWidget::keyPressEvent(event);
    const bool plain = event->modifiers() == Qt::NoModifier;
    const auto press = [](const QPushButton *button, VoicemailPage *page, void (VoicemailPage::*act)()) {
        if (button->isEnabled())
            (page->*act)();
    };
    if (plain && (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return))
        m_player->toggle();
    else if (plain && event->key() == Qt::Key_Left)
        m_player->seekBy(-skipSeconds);
    else if (plain && event->key() == Qt::Key_Right)
        m_player->seekBy(skipSeconds);
    else if (plain && event->key() == Qt::Key_Delete)
        press(m_delete, this, &VoicemailPage::deleteChosen);
    else if (plain && event->key() == Qt::Key_B)
        press(m_callBack, this, &VoicemailPage::callBack);
    else if (plain && event->key() == Qt::Key_M)
        press(m_heard, this, &VoicemailPage::toggleHeard);
    else if (event->matches(QKeySequence::Save))
        press(m_save, this, &VoicemailPage::save);
    else
        QWidget::keyPressEvent(event);
}

void VoicemailPage::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous()) // another tab; a minimised window plays on
        m_player->stop();
    sendNotes();
    QWidget::hideEvent(event);
}

} // namespace anteroom::ui
