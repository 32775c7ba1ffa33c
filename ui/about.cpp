// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/about.h"

#include "ui/theme/theme.h"
#include "ui/widgets/kind.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace anteroom::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(About)
};

} // namespace

QDialog *makeAboutBox(const Theme &theme, QWidget *parent)
{
    auto *box = new QDialog(parent);
    box->setObjectName("aboutBox");
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(Words::tr("About Anteroom"));
    auto *icon = new QLabel;
    icon->setPixmap(QIcon(u":/anteroom/icons/anteroom.png"_s).pixmap(64, 64));
    auto *name = new QLabel(Words::tr("Anteroom %1").arg(u"" ANTEROOM_VERSION ""_s));
    name->setFont(theme.font(TextSize::Title, QFont::DemiBold));
    auto *text = new QLabel(Words::tr(
        "Callers wait here, are seen, and are pulled to any phone: for call-in shows, and for small "
        "offices without a front desk."));
    text->setWordWrap(true);
    auto *licence = new QLabel(
        Words::tr("© 2026 The Anteroom developers. Free software under the GNU General Public License, "
                  "version 3 or later; it comes without any warranty. Made with Qt %1.")
            .arg(QString::fromLatin1(qVersion())));
    licence->setWordWrap(true);
    setKind(licence, "dim");
    licence->setFont(theme.font(TextSize::Small));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, box, &QDialog::reject);
    auto *words = new QVBoxLayout;
    words->setSpacing(8);
    for (QLabel *label : {name, text, licence}) {
        label->setTextFormat(Qt::PlainText);
        words->addWidget(label);
    }
    words->addStretch(1);
    words->addWidget(buttons);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(16);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    box->resize(480, 240);
    return box;
}

} // namespace anteroom::ui
