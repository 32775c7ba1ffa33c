// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/voicemail_settings_page.h"

#include "settings/keys.h"

#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace anteroom::ui {

namespace keys = settings::keys;

VoicemailSettingsPage::VoicemailSettingsPage(settings::Settings &settings, QWidget *parent)
    : SettingsPage(tr("Voicemail"), settings, parent),
      m_folder(new QLineEdit),
      m_usual(new QPushButton(tr("&Usual folder")))
{
    auto *files =
        addSection(tr("Files"), tr("Messages are fetched from the phone company into this folder, one "
                                   "file each. Those that are there already stay where they are."));
    m_folder->setObjectName(keys::voicemailFolder.key);
    m_folder->setReadOnly(true);
    m_folder->setAccessibleName(tr("Folder for messages"));
    m_folder->setPlaceholderText(tr("in the program's data folder"));
    auto *choose = new QPushButton(tr("&Choose…"));
    choose->setObjectName("chooseVoicemailFolder");
    m_usual->setObjectName("usualVoicemailFolder");
    for (QPushButton *button : {choose, m_usual})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    row->addWidget(m_usual);
    files->addRow(tr("Folder"), row);
    auto *keeping =
        addSection(tr("Keeping"), tr("Older messages are deleted here and at the phone company. What "
                                     "nobody has heard is never deleted by itself."));
    QSpinBox *days = addNumber(keeping, tr("&Keep heard messages for"), keys::voicemailKeepDays, tr("days"));
    days->setSpecialValueText(tr("ever"));
    connect(choose, &QPushButton::clicked, this, &VoicemailSettingsPage::askFolder);
    connect(m_usual, &QPushButton::clicked, this,
            [this] { this->settings().set(keys::voicemailFolder, QString()); });
    connect(&settings, &settings::Settings::changed, this, &VoicemailSettingsPage::showFolder);
    showFolder();
}

void VoicemailSettingsPage::showFolder()
{
    const QString folder = settings().value(keys::voicemailFolder);
    m_folder->setText(QDir::toNativeSeparators(folder));
    m_folder->setToolTip(m_folder->text().toHtmlEscaped());
    m_usual->setEnabled(!folder.isEmpty());
}

void VoicemailSettingsPage::askFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for messages"), settings().value(keys::voicemailFolder));
    dialog->setObjectName("voicemailFolderDialog");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &folder) { settings().set(keys::voicemailFolder, folder); });
    dialog->open();
}

} // namespace anteroom::ui
