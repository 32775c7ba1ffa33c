// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voicemail/voicemail_page.h"

#include "ui/voicemail/message_model.h"
#include "ui/voicemail/player.h"
#include "ui/widgets/kind.h"
#include "ui/widgets/list_table.h"
#include "ui/words/call_words.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

VoicemailPage::VoicemailPage(DeskMirror &mirror, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_mirror(mirror),
      m_model(new MessageModel(this)),
      m_table(new ListTable(theme)),
      m_player(new Player(theme)),
      m_heard(new QPushButton(tr("Mark as not heard"))),
      m_delete(new QPushButton(tr("Delete…")))
{
    m_table->setObjectName("messages");
    m_table->setAccessibleName(tr("Voicemail"));
    m_table->setModel(m_model);
    m_table->setShares({40, 24, 22, 14});
    m_table->setEmptyText(tr("No messages"), tr("When a caller is sent to voicemail, or waits while nobody "
                                                "is at the desk, the message appears here."));
    auto *bar = new QFrame;
    setKind(bar, "panel");
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(12);
    row->addWidget(m_player, 1);
    m_heard->setObjectName("markHeard");
    m_delete->setObjectName("deleteMessage");
    setKind(m_delete, "danger");
    for (QPushButton *button : {m_heard, m_delete}) {
        button->setFont(theme.font(TextSize::Normal, QFont::Medium));
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(10);
    layout->addWidget(m_table, 1);
    layout->addWidget(bar);

    connect(m_heard, &QPushButton::clicked, this, &VoicemailPage::toggleHeard);
    connect(m_delete, &QPushButton::clicked, this, &VoicemailPage::askToDelete);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &VoicemailPage::showChosen);
    connect(m_player, &Player::started, this, [this] {
        if (const Message *message = chosen(); message != nullptr && !message->heard)
            m_mirror.submit(MarkMessage{message->recording, true});
    });
    connect(&mirror, &DeskMirror::messagesChanged, this, &VoicemailPage::refresh);
    connect(&mirror, &DeskMirror::lineChanged, this, [this] { m_model->setHome(m_mirror.line().number); });
    m_model->setHome(mirror.line().number);
    refresh();
}

const Message *VoicemailPage::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_model->messageAt(rows.first().row());
}

void VoicemailPage::refresh()
{
    m_model->setMessages(m_mirror.messages());
    if (chosen() == nullptr && m_model->rowCount() > 0)
        m_table->selectRow(0);
    showChosen();
}

void VoicemailPage::showChosen()
{
    const Message *message = chosen();
    const bool mayAct = message != nullptr && m_mirror.seat().role != Role::Viewer;
    m_heard->setEnabled(mayAct);
    m_delete->setEnabled(mayAct);
    m_heard->setText(message != nullptr && message->heard ? tr("Mark as not heard") : tr("Mark as heard"));
    m_player->setFile(message == nullptr ? QString() : message->audioFile,
                      message == nullptr ? 0 : message->seconds);
}

void VoicemailPage::toggleHeard()
{
    if (const Message *message = chosen())
        m_mirror.submit(MarkMessage{message->recording, !message->heard});
}

void VoicemailPage::askToDelete()
{
    const Message *message = chosen();
    if (message == nullptr)
        return;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Delete message"),
                                tr("Delete the message of %1?").arg(nameOf(message->caller)),
                                QMessageBox::Cancel, window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("It is deleted here and at the phone company, and cannot be brought back."));
    auto *confirm = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    confirm->setObjectName("confirmDelete");
    setKind(confirm, "danger");
    const QString recording = message->recording;
    connect(confirm, &QPushButton::clicked, this,
            [this, recording] { m_mirror.submit(DeleteMessage{recording}); });
    box->open();
}

void VoicemailPage::focusList()
{
    m_table->setFocus();
}

void VoicemailPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return)
        m_player->toggle();
    else if (event->key() == Qt::Key_Delete && m_delete->isEnabled())
        askToDelete();
    else
        QWidget::keyPressEvent(event);
}

void VoicemailPage::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous()) // another tab; a minimised window plays on
        m_player->stop();
    QWidget::hideEvent(event);
}

} // namespace anteroom::ui
