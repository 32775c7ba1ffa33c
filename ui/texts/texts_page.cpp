// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts/texts_page.h"

#include "ui/texts/answer_box.h"
#include "ui/texts/text_model.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/kind.h"
#include "ui/widgets/list_table.h"
#include "ui/words/phone_numbers.h"
#include "ui/words/plain_text.h"
#include "ui/words/text_words.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

TextsPage::TextsPage(DeskMirror &mirror, const Theme &theme, Now now, QWidget *parent)
    : QWidget(parent),
      m_mirror(mirror),
      m_theme(theme),
      m_now(std::move(now)),
      m_model(new TextModel(this)),
      m_table(new ListTable(theme)),
      m_search(new QLineEdit),
      m_show(new ChoiceBox),
      m_who(new ElidedLabel),
      m_when(new QLabel),
      m_words(new QPlainTextEdit),
      m_mark(makeButton("markText", tr("&Mark"), tr("M"))),
      m_read(makeButton("readText", tr("&Unread"), tr("U"))),
      m_calls(makeButton("textCalls", tr("&Calls"), tr("C"))),
      m_answer(new AnswerBox(theme))
{
    m_table->setObjectName("texts");
    m_table->setAccessibleName(tr("Texts from listeners"));
    m_table->setModel(m_model);
    m_table->setShares({26, 37, 17, 20});
    auto *list = new QVBoxLayout;
    list->setSpacing(10);
    list->addWidget(makeFilter());
    list->addWidget(m_table, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addLayout(list, 1);
    layout->addWidget(makePanel());

    connect(m_search, &QLineEdit::textChanged, this, &TextsPage::applyFilter);
    connect(m_show, &ChoiceBox::currentIndexChanged, this, &TextsPage::applyFilter);
    connect(m_mark, &QPushButton::clicked, this, &TextsPage::toggleMark);
    connect(m_read, &QPushButton::clicked, this, &TextsPage::toggleRead);
    connect(m_calls, &QPushButton::clicked, this, &TextsPage::askCalls);
    connect(m_answer, &AnswerBox::sent, this, &TextsPage::answer);
    connect(m_answer, &AnswerBox::escaped, this, &TextsPage::focusList);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TextsPage::showChosen);
    connect(m_table, &QTableView::doubleClicked, m_answer, &AnswerBox::focusText);
    connect(&mirror, &DeskMirror::textsChanged, this, &TextsPage::takeNews);
    connect(&mirror, &DeskMirror::seatChanged, this, &TextsPage::showChosen);
    connect(&mirror, &DeskMirror::lineChanged, this, [this] { m_model->setHome(m_mirror.line().number); });
    connect(&mirror, &DeskMirror::refused, this, [this](quint64 request) {
        if (request == m_askedAs)
            m_answer->giveBack(m_asked.sid, m_asked.body);
    });
    connect(&theme, &Theme::changed, this, &TextsPage::applyTheme);
    m_model->setHome(mirror.line().number);
    applyTheme();
    applyFilter();
    refresh();
}

QWidget *TextsPage::makeFilter()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_search->setObjectName("textSearch");
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("Search name, number or words"));
    m_search->setAccessibleName(tr("Search texts"));
    m_search->setMaximumWidth(420);
    m_show->setObjectName("textFilter");
    m_show->setAccessibleName(tr("Which texts are shown"));
    m_show->addItem(tr("All texts"), int(TextModel::Show::All));
    m_show->addItem(tr("Not read yet"), int(TextModel::Show::Unread));
    m_show->addItem(tr("Not answered"), int(TextModel::Show::Unanswered));
    m_show->addItem(tr("Marked"), int(TextModel::Show::Marked));
    layout->addWidget(m_search, 1);
    layout->addWidget(m_show);
    return row;
}

QPushButton *TextsPage::makeButton(const char *name, const QString &text, const QString &key)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(key);
    return button;
}

QWidget *TextsPage::makePanel()
{
    constexpr int width = 340; // as the panel of the chosen caller
    auto *panel = new QFrame;
    setKind(panel, "panel");
    panel->setFixedWidth(width);
    panel->setAccessibleName(tr("Chosen text"));
    m_who->setObjectName("textSender");
    m_when->setObjectName("textWhen");
    m_when->setTextFormat(Qt::PlainText);
    m_when->setWordWrap(true);
    setKind(m_when, "dim");
    m_words->setObjectName("textWords");
    m_words->setAccessibleName(tr("Text and answers"));
    m_words->setReadOnly(true);
    m_words->setTabChangesFocus(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_mark);
    buttons->addWidget(m_read);
    buttons->addWidget(m_calls);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(14, 13, 14, 14);
    layout->setSpacing(8);
    layout->addWidget(m_who);
    layout->addWidget(m_when);
    layout->addWidget(m_words, 1);
    layout->addLayout(buttons);
    layout->addWidget(m_answer);
    return panel;
}

void TextsPage::applyTheme()
{
    m_who->setFont(m_theme.font(TextSize::Title, QFont::DemiBold));
    m_when->setFont(m_theme.font(TextSize::Small));
    m_words->setFont(m_theme.font(TextSize::Normal));
    for (QPushButton *button : {m_mark, m_read, m_calls})
        button->setFont(m_theme.font(TextSize::Normal, QFont::Medium));
}

const ListenerText *TextsPage::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_model->textAt(rows.first().row());
}

void TextsPage::refresh()
{
    const ListenerText *text = chosen();
    const QString sid = text != nullptr ? text->sid : QString();
    const int row = m_model->rowOf(sid);
    m_model->setTexts(m_mirror.texts());
    keepChoice(sid, row);
}

void TextsPage::takeNews(const TextsChange &change)
{
    refresh();
    // What could not be sent is not to be typed again.
    for (const ListenerText &text : change.texts) {
        if (text.isBeingAnswered())
            m_beingAnswered.insert(text.sid);
        else if (m_beingAnswered.remove(text.sid) && text.answers.last().state == AnswerState::Failed)
            m_answer->giveBack(text.sid, text.answers.last().body);
    }
}

void TextsPage::applyFilter()
{
    const ListenerText *text = chosen();
    const QString sid = text != nullptr ? text->sid : QString();
    const int row = m_model->rowOf(sid);
    const auto show = TextModel::Show(m_show->currentData().toInt());
    const QString search = m_search->text().trimmed();
    m_model->keep({}); // whoever filters anew wants what the filter says
    m_model->setFilter(show, search);
    if (!search.isEmpty())
        m_table->setEmptyText(tr("Nothing found"), tr("No text here has “%1”.").arg(search));
    else if (show == TextModel::Show::Unread)
        m_table->setEmptyText(tr("Everything is read"), tr("New texts appear here by themselves."));
    else if (show == TextModel::Show::Unanswered)
        m_table->setEmptyText(tr("Everything is answered"), tr("New texts appear here by themselves."));
    else if (show == TextModel::Show::Marked)
        m_table->setEmptyText(tr("Nothing is marked"),
                              tr("Press M on a text to find it here again, for the host or for later."));
    else
        m_table->setEmptyText(tr("No texts yet"),
                              tr("What listeners text to %1 appears here, and can be answered from here.")
                                  .arg(isolated(formattedNumber(m_mirror.line().number, {}))));
    keepChoice(sid, row);
}

/// The same text, or what has come to stand in its place.
void TextsPage::keepChoice(const QString &sid, int row)
{
    const int same = m_model->rowOf(sid);
    const int last = m_model->rowCount() - 1;
    if (last >= 0)
        m_table->selectRow(same >= 0 ? same : std::clamp(row, 0, last));
    if (const ListenerText *text = chosen())
        m_model->keep(text->sid);
    showChosen();
}

QString TextsPage::conversation(const ListenerText &text) const
{
    QStringList parts{text.body.trimmed().isEmpty() ? gistOf(text) : wholeOf(text.body)};
    for (const TextAnswer &answer : text.answers) {
        QString head = tr("%1 answered, %2:").arg(isolated(answer.seat), whenOf(answer.at, m_now()));
        if (answer.state == AnswerState::Sending)
            head = tr("%1 answers (on its way):").arg(isolated(answer.seat));
        else if (answer.state == AnswerState::Failed)
            head = tr("Not sent, %1:").arg(whenOf(answer.at, m_now()));
        parts << u"— "_s + head + u'\n' + wholeOf(answer.body) +
                     (answer.why.isEmpty() ? QString() : u'\n' + answer.why);
    }
    return parts.join(u"\n\n"_s);
}

QString TextsPage::whyNoAnswer(const ListenerText &text) const
{
    if (m_mirror.seat().role == Role::Viewer)
        return tr("This seat may only look.");
    if (!text.from.startsWith(u'+'))
        return tr("This text did not come from a phone, so nobody would read an answer.");
    return {};
}

void TextsPage::showChosen()
{
    const ListenerText *text = chosen();
    const bool mayAct = text != nullptr && m_mirror.seat().role != Role::Viewer;
    m_mark->setEnabled(mayAct);
    m_read->setEnabled(mayAct);
    m_calls->setEnabled(text != nullptr);
    m_mark->setText(text != nullptr && text->marked ? tr("Un&mark") : tr("&Mark"));
    m_read->setText(text != nullptr && !text->read ? tr("&Read") : tr("&Unread"));
    if (text == nullptr) {
        m_shownSid.clear();
        m_who->setWholeText(tr("No text chosen"));
        m_when->clear();
        m_words->clear();
        m_answer->show({}, {}, {});
        return;
    }
    const QString home = m_mirror.line().number;
    const QString who = senderOf(*text, home);
    m_who->setWholeText(who);
    QStringList when{whenOf(text->at, m_now())};
    if (!text->name.isEmpty())
        when.prepend(formattedNumber(oneLine(text->from), home));
    m_when->setText(when.join(u" · "_s));
    if (const QString words = conversation(*text); words != m_words->toPlainText()) {
        m_words->setPlainText(words);
        if (text->sid == m_shownSid) // an answer has come to its end
            m_words->verticalScrollBar()->setValue(m_words->verticalScrollBar()->maximum());
    }
    m_answer->show(text->sid, who, whyNoAnswer(*text));
    if (std::exchange(m_shownSid, text->sid) != text->sid)
        noteRead();
}

/// Looked at is read. What was put back to unread by hand stays so until something else is chosen.
void TextsPage::noteRead()
{
    const ListenerText *text = chosen();
    if (text == nullptr || !isVisible())
        return;
    m_model->keep(text->sid);
    if (!text->read && m_mirror.seat().role != Role::Viewer)
        m_mirror.submit(ReadText{text->sid, true});
}

void TextsPage::toggleMark()
{
    if (const ListenerText *text = chosen(); text != nullptr && m_mark->isEnabled())
        m_mirror.submit(MarkText{text->sid, !text->marked});
}

void TextsPage::toggleRead()
{
    if (const ListenerText *text = chosen(); text != nullptr && m_read->isEnabled())
        m_mirror.submit(ReadText{text->sid, !text->read});
}

void TextsPage::askCalls()
{
    if (const ListenerText *text = chosen(); text != nullptr)
        Q_EMIT callsAsked(text->from);
}

void TextsPage::answer(const QString &sid, const QString &body)
{
    m_asked = {sid, body};
    m_askedAs = m_mirror.submit(m_asked);
}

void TextsPage::focusList()
{
    m_table->setFocus();
}

void TextsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    noteRead();
}

void TextsPage::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_A)
        m_answer->focusText();
    else if (key == Qt::Key_M || key == Qt::Key_Space)
        toggleMark();
    else if (key == Qt::Key_U)
        toggleRead();
    else if (key == Qt::Key_C)
        askCalls();
    else
        QWidget::keyPressEvent(event);
}

} // namespace anteroom::ui
