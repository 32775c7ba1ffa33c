// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/banners.h"

#include "ui/alerts/announce.h"
#include "ui/call_actions.h"
#include "ui/widgets/kind.h"
#include "ui/words/connection_words.h"
#include "ui/words/plain_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace anteroom::calls;

namespace anteroom::ui {

Banners::Banners(DeskMirror &mirror, const CallActions &actions, const Theme &theme, Now now, QWidget *parent)
    : QWidget(parent), m_mirror(mirror), m_theme(theme), m_now(std::move(now))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_stale = make("staleBanner", false);
    m_carrier = make("carrierBanner", true);
    m_saving = make("savingBanner", true);
    m_address = make("addressBanner", false);
    m_deskLeft = make("deskLeftBanner", false);
    addComeBack(actions.leaveDesk);
    for (const Banner &trouble : {m_stale, m_carrier, m_saving})
        addHelp(trouble);
    connect(&mirror, &DeskMirror::lineChanged, this, &Banners::refresh);
    connect(&mirror, &DeskMirror::connectionChanged, this, &Banners::refresh);
    refresh();
}

Banners::Banner Banners::make(const char *name, bool bad)
{
    Banner banner;
    banner.frame = new QFrame;
    setKind(banner.frame, "banner");
    setKind(banner.frame, bad ? "bad" : "warning", "level");
    banner.frame->setObjectName(name);
    auto *sign = new QLabel(u"▲"_s);
    banner.text = new QLabel;
    banner.text->setTextFormat(Qt::PlainText);
    banner.text->setWordWrap(true);
    banner.text->setFont(m_theme.font(TextSize::Normal, QFont::Medium));
    auto *row = new QHBoxLayout(banner.frame);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(banner.text, 1);
    banner.frame->hide();
    layout()->addWidget(banner.frame);
    return banner;
}

void Banners::addComeBack(QAction *leaveDesk)
{
    auto *button = new QPushButton(tr("I am &back"));
    button->setObjectName("comeBack");
    button->setAccessibleDescription(tr("Callers are announced at this desk again."));
    connect(button, &QPushButton::clicked, leaveDesk, &QAction::trigger);
    const auto follow = [button, leaveDesk] { button->setVisible(leaveDesk->isEnabled()); };
    connect(leaveDesk, &QAction::changed, button, follow);
    follow();
    auto *row = static_cast<QHBoxLayout *>(m_deskLeft.frame->layout());
    row->itemAt(0)->setAlignment(Qt::AlignVCenter); // as in addHelp
    row->addWidget(button, 0, Qt::AlignVCenter);
}

void Banners::addHelp(const Banner &banner)
{
    auto *button = new QPushButton(tr("What to do"));
    button->setObjectName(banner.frame->objectName() + "Help"_L1);
    button->setAccessibleDescription(tr("Opens the help where it speaks of this."));
    setKind(button, "quiet");
    connect(button, &QPushButton::clicked, this,
            [this, text = banner.text] { Q_EMIT helpAsked(text->text()); });
    auto *row = static_cast<QHBoxLayout *>(banner.frame->layout());
    row->itemAt(0)->setAlignment(Qt::AlignVCenter); // beside a button the text is not at the top
    row->addWidget(button, 0, Qt::AlignVCenter);
}

void Banners::show(const Banner &banner, const QString &sentence)
{
    const bool begins = !sentence.isEmpty() && banner.frame->isHidden();
    if (banner.text->text() != sentence)
        banner.text->setText(sentence);
    banner.frame->setVisible(!sentence.isEmpty());
    if (begins)
        announce(banner.text, sentence);
}

void Banners::refresh()
{
    const ConnectionStatus status = m_mirror.connection();
    show(m_stale, staleWords(status, m_now()));
    show(m_carrier, oneLine(status.carrierProblem, 400));
    show(m_saving, oneLine(status.savingProblem, 400));
    const QString address = failedAddressWords(status);
    show(m_address, address.isEmpty() ? QString() : address + u'.');
    show(m_deskLeft, m_mirror.line().deskLeft
                         ? tr("Nobody at the desk: callers are announced to the phones on "
                              "your list only. No sound is played here.")
                         : QString());
    setVisible(!m_deskLeft.frame->isHidden() || !m_stale.frame->isHidden() || !m_carrier.frame->isHidden() ||
               !m_saving.frame->isHidden() || !m_address.frame->isHidden());
}

void Banners::tick()
{
    if (!m_stale.frame->isHidden())
        refresh();
}

} // namespace anteroom::ui
