// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/caller/caller_panel.h"

#include "ui/call_actions.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/kind.h"
#include "ui/words/call_words.h"
#include "ui/words/phone_numbers.h"
#include "ui/words/places.h"
#include "ui/words/plain_text.h"
#include "ui/words/text_words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

QLabel *plainLabel(const QString &text = {})
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

/// News must not move the cursor of somebody who is typing elsewhere in the text.
void setTextGently(QPlainTextEdit *edit, const QString &text)
{
    if (edit->toPlainText() == text)
        return;
    const int cursor = edit->textCursor().position();
    edit->setPlainText(text);
    QTextCursor moved = edit->textCursor();
    moved.setPosition(std::min(cursor, static_cast<int>(edit->toPlainText().size())));
    edit->setTextCursor(moved);
}

void setTextGently(QLineEdit *edit, const QString &text)
{
    if (edit->text() == text)
        return;
    const int cursor = edit->cursorPosition();
    edit->setText(text);
    edit->setCursorPosition(edit->hasFocus() ? cursor : 0);
}

} // namespace

CallerPanel::CallerPanel(DeskMirror &mirror, CallActions &actions, NotesDesk &notes, const Theme &theme,
                         Now now, QWidget *parent)
    : QFrame(parent), m_mirror(mirror), m_notes(notes), m_theme(theme), m_now(std::move(now))
{
    setKind(this, "panel");
    setObjectName("callerPanel");
    setAccessibleName(tr("Chosen caller"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    m_nobody = plainLabel(tr("Choose a caller to see and write down what the host should know."));
    m_nobody->setAlignment(Qt::AlignCenter);
    m_nobody->setContentsMargins(24, 24, 24, 24);
    setKind(m_nobody, "dim");
    layout->addWidget(m_nobody, 1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    makePage(actions);
    applyTheme(); // before the page enters the window, or the style sheet would forget the fonts
    scroll->setWidget(m_page);
    scroll->viewport()->setAutoFillBackground(false);
    m_page->setAutoFillBackground(false);
    layout->addWidget(scroll, 1);
    m_page = scroll;
    connect(&theme, &Theme::changed, this, &CallerPanel::applyTheme);
    connect(&notes, &NotesDesk::textChanged, this, [this](const QString &sid, NotesDesk::Field field) {
        if (sid == m_sid)
            takeText(field);
    });
    connect(&mirror, &DeskMirror::textsChanged, this, [this] {
        if (const auto call = m_mirror.calls().constFind(m_sid); call != m_mirror.calls().constEnd())
            updateTexts(*call);
    });
    connect(&mirror, &DeskMirror::queueChanged, this, [this](const QueueChange &change) {
        for (const Call &call : change.calls) {
            if (call.sid == m_sid)
                update();
        }
    });
    show({});
}

QWidget *CallerPanel::makePage(CallActions &actions)
{
    m_page = new QWidget;
    auto *layout = new QVBoxLayout(m_page);
    layout->setContentsMargins(14, 13, 14, 14);
    layout->setSpacing(0);
    m_name = new ElidedLabel;
    m_name->setObjectName("callerName");
    m_numbers = plainLabel();
    m_numbers->setObjectName("callerNumbers");
    setKind(m_numbers, "dim");
    m_remark = plainLabel();
    m_remark->setObjectName("callerRemark");
    layout->addWidget(m_name);
    layout->addWidget(m_numbers);
    layout->addWidget(m_remark);
    m_notice = plainLabel();
    m_notice->setObjectName("callerNotice");
    setKind(m_notice, "dim");
    layout->addWidget(m_notice);

    const auto addField = [this, layout](QWidget *field, const QString &title, const char *name) {
        auto *label = plainLabel(title);
        setKind(label, "dim");
        label->setBuddy(field);
        m_labels << label;
        field->setObjectName(name);
        field->setAccessibleName(title);
        field->installEventFilter(this);
        layout->addSpacing(10);
        layout->addWidget(label);
        layout->addSpacing(4);
        layout->addWidget(field);
    };
    m_topic = new QLineEdit;
    m_sayItLike = new QLineEdit;
    m_notesEdit = new QPlainTextEdit;
    m_notesEdit->setTabChangesFocus(true);
    addField(m_topic, tr("Topic"), "topic");
    addField(m_sayItLike, tr("Say it like"), "sayItLike");
    addField(m_notesEdit, tr("Notes for the host"), "notes");
    m_topic->setMaxLength(200);
    m_sayItLike->setMaxLength(200);
    m_topic->setPlaceholderText(tr("What they want to talk about"));
    m_sayItLike->setPlaceholderText(tr("How the name is spoken"));
    // Not textEdited(): dictation and screen readers put text in without a key.
    connect(m_topic, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_notes.type(m_sid, NotesDesk::Topic, text); });
    connect(m_sayItLike, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_notes.type(m_sid, NotesDesk::SayItLike, text); });
    connect(m_notesEdit, &QPlainTextEdit::textChanged, this,
            [this] { m_notes.type(m_sid, NotesDesk::Notes, m_notesEdit->toPlainText()); });

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    const auto addButton = [this, buttons](QAction *action) {
        auto *button = new KeyButton(m_theme, action, "");
        button->setShowsKey(false);
        buttons->addWidget(button);
    };
    addButton(actions.backToNew);
    addButton(actions.moveUp);
    auto *mark = new QPushButton(tr("Mark…"));
    mark->setObjectName("mark");
    mark->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(mark);
    menu->addActions({actions.screen, actions.ready, actions.backToNew});
    menu->addSeparator();
    menu->addActions({actions.moveUp, actions.moveDown});
    mark->setMenu(menu);
    buttons->addWidget(mark);
    buttons->addStretch(1);
    layout->addSpacing(10);
    layout->addLayout(buttons);

    m_textsHeading = plainLabel(tr("Has texted"));
    m_labels << m_textsHeading;
    setKind(m_textsHeading, "dim");
    m_texts = plainLabel();
    m_texts->setObjectName("callerTexts");
    m_textsHeading->setContentsMargins(0, 12, 0, 4);
    layout->addWidget(m_textsHeading);
    layout->addWidget(m_texts);
    m_earlierHeading = plainLabel(tr("Earlier calls"));
    m_labels << m_earlierHeading;
    setKind(m_earlierHeading, "dim");
    m_earlier = plainLabel();
    m_earlier->setObjectName("earlierCalls");
    m_labels << m_earlier;
    setKind(m_earlier, "dim");
    layout->addSpacing(12);
    layout->addWidget(m_earlierHeading);
    layout->addSpacing(4);
    layout->addWidget(m_earlier);
    layout->addStretch(1);
    return m_page;
}

void CallerPanel::applyTheme()
{
    m_name->setFont(m_theme.font(TextSize::Title, QFont::DemiBold));
    for (QLabel *label : m_labels)
        label->setFont(m_theme.font(TextSize::Small));
    m_remark->setFont(m_theme.font(TextSize::Small));
    m_notice->setFont(m_theme.font(TextSize::Small));
    const int line = QFontMetrics(m_theme.font(TextSize::Normal)).lineSpacing();
    m_texts->setFont(m_theme.font(TextSize::Small));
    m_notesEdit->setFixedHeight(line * 4 + 22);
}

void CallerPanel::show(const QString &sid)
{
    if (sid != m_sid)
        m_notes.flush();
    m_sid = m_mirror.calls().contains(sid) ? sid : QString();
    m_nobody->setVisible(m_sid.isEmpty());
    m_page->setVisible(!m_sid.isEmpty());
    if (m_sid.isEmpty())
        return;
    for (const auto field : {NotesDesk::Topic, NotesDesk::SayItLike, NotesDesk::Notes})
        takeText(field);
    update();
}

void CallerPanel::update()
{
    const Call call = m_mirror.calls().value(m_sid);
    m_name->setWholeText(nameOf(call.caller));
    updateNumbers(call);
    const QString remark = call.hasEnded() ? endedNote(call) : oneLine(whyHere(call));
    m_remark->setVisible(!remark.isEmpty());
    m_remark->setText(remark);
    const QString told = noticeLine(call.notice, call.noticeAt, call.consent);
    m_notice->setVisible(!told.isEmpty());
    m_notice->setText(told);
    updateTexts(call);
    QStringList lines;
    for (const EarlierCall &earlier : call.earlier)
        lines << earlierCallLine(earlier);
    m_earlierHeading->setVisible(!lines.isEmpty());
    m_earlier->setText(lines.join(u'\n'));
    m_earlier->setVisible(!lines.isEmpty());
    const bool writable = m_mirror.seat().role != Role::Viewer;
    m_topic->setReadOnly(!writable);
    m_sayItLike->setReadOnly(!writable);
    m_notesEdit->setReadOnly(!writable);
}

/// The newest few of this caller.
void CallerPanel::updateTexts(const Call &call)
{
    constexpr qsizetype mostShown = 3;
    constexpr qsizetype longestShown = 160; // letters
    QList<ListenerText> texts;
    for (const ListenerText &text : m_mirror.texts())
        if (!call.isWithheld() && text.from == call.caller.number)
            texts << text;
    std::ranges::sort(texts, std::ranges::greater(), &ListenerText::at);
    QStringList lines;
    for (const ListenerText &text : texts.first(std::min(mostShown, texts.size())))
        lines << tr("%1: %2").arg(whenOf(text.at, m_now()), isolated(gistOf(text, longestShown)));
    m_textsHeading->setVisible(!lines.isEmpty());
    m_texts->setVisible(!lines.isEmpty());
    m_texts->setText(lines.join(u'\n'));
}

void CallerPanel::updateNumbers(const Call &call)
{
    QStringList parts;
    parts << (call.isWithheld() ? tr("Number withheld")
                                : formattedNumber(call.caller.number, m_mirror.line().number));
    const QString place = placeOf(call.caller);
    if (!place.isEmpty())
        parts << place;
    const QString time = localTimeOf(call.caller, m_now());
    if (!time.isEmpty())
        parts << time;
    const QString text = parts.join(u" · "_s);
    if (m_numbers->text() != text)
        m_numbers->setText(text);
}

void CallerPanel::takeText(NotesDesk::Field field)
{
    const QString text = m_notes.text(m_sid, field);
    if (field == NotesDesk::Notes) {
        const QSignalBlocker quiet(m_notesEdit); // textChanged means that somebody writes
        setTextGently(m_notesEdit, text);
    } else {
        QLineEdit *edit = field == NotesDesk::Topic ? m_topic : m_sayItLike;
        const QSignalBlocker quiet(edit);
        setTextGently(edit, text);
    }
}

void CallerPanel::tick()
{
    const auto call = m_mirror.calls().constFind(m_sid);
    if (call != m_mirror.calls().constEnd())
        updateNumbers(*call);
}

void CallerPanel::editTopic()
{
    if (m_sid.isEmpty())
        return;
    m_topic->setFocus(Qt::ShortcutFocusReason);
    m_topic->selectAll();
}

bool CallerPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        m_notes.flush();
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool enter = (key == Qt::Key_Return || key == Qt::Key_Enter) && watched != m_notesEdit;
        if (key == Qt::Key_Escape || enter) {
            m_notes.flush();
            Q_EMIT editingDone();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace anteroom::ui
