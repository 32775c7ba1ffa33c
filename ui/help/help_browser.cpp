// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/help_browser.h"

#include "ui/help/help_pages.h"

#include <QImage>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTextDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace anteroom::ui {

namespace {
constexpr int margin = 24;
constexpr int widestPicture = 900;
} // namespace

HelpBrowser::HelpBrowser(const Theme &theme, QWidget *parent) : QTextBrowser(parent), m_theme(theme)
{
    setOpenLinks(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // so that the width does not depend on the length
    setFont(theme.font(TextSize::Normal));
    document()->setDocumentMargin(margin);
    connect(&theme, &Theme::changed, this, &HelpBrowser::render);
}

void HelpBrowser::show(const HelpPage &page)
{
    m_html = page.html;
    render();
    verticalScrollBar()->setValue(0);
}

void HelpBrowser::render()
{
    m_pictureWidth = pictureWidth();
    const Tokens &colours = m_theme.tokens();
    // QTextDocument knows no line-height in style sheets of its own, only in the text's.
    document()->setDefaultStyleSheet(
        u"body { color: %1; } h1 { font-size: x-large; } h2 { font-size: medium; margin-top: 18px; } "
        u"p, li { line-height: 135%; margin-bottom: 8px; } td { padding-right: 12px; } code { color: %2; }"_s
            .arg(colours.text.name(), colours.accent.name()));
    document()->clear(); // pictures are kept by name, and theirs stays the same
    setHtml(m_html);
}

void HelpBrowser::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    // Later: a resize can come while the text is being laid out.
    QMetaObject::invokeMethod(this, &HelpBrowser::fitPictures, Qt::QueuedConnection);
}

void HelpBrowser::fitPictures()
{
    if (m_html.isEmpty() || pictureWidth() == m_pictureWidth)
        return;
    const int place = verticalScrollBar()->value();
    render();
    verticalScrollBar()->setValue(place);
}

int HelpBrowser::pictureWidth() const
{
    return std::min(viewport()->width() - 2 * margin, widestPicture);
}

QVariant HelpBrowser::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource)
        return {};
    const QString look = m_theme.tokens().look == Look::Dark ? u"dark"_s : u"light"_s;
    const QString file = name.fileName().section(u'.', 0, 0);
    QImage picture(u":/anteroom/help/%1-%2.png"_s.arg(file, look));
    if (picture.isNull() || m_pictureWidth <= 0)
        return picture;
    const double ratio = devicePixelRatioF();
    picture = picture.scaledToWidth(int(m_pictureWidth * ratio), Qt::SmoothTransformation);
    picture.setDevicePixelRatio(ratio);
    return picture;
}

} // namespace anteroom::ui
