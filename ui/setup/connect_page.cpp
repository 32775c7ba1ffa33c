// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/connect_page.h"

#include "ui/widgets/kind.h"
#include "ui/words/phone_numbers.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QTableWidget>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::calls;

namespace anteroom::ui {

namespace {

/// Callers' data travel there, so nothing but https leaves this machine.
bool isPublicAddress(const QString &typed)
{
    const QUrl url(typed.trimmed(), QUrl::StrictMode);
    const bool here = url.host() == "localhost"_L1 || url.host() == "127.0.0.1"_L1 || url.host() == "::1"_L1;
    return url.isValid() && !url.host().isEmpty() && !url.hasQuery() && !url.hasFragment() &&
           (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && here));
}

} // namespace

ConnectPage::ConnectPage(AccountSetup &setup, SetupState &state, QWidget *parent)
    : SetupPage(tr("Connect"),
                tr("How does this desk hear of callers? Either way works and costs nothing extra. Being told "
                   "is quicker and "
                   "lets callers hear their place in line, but needs an address on the internet."),
                setup, state, parent),
      m_without(new QRadioButton(tr("It &looks every few seconds. Nothing else is needed."))),
      m_with(new QRadioButton(tr("The phone company &tells it, at a public address of mine:"))),
      m_url(new QLineEdit),
      m_keyAlone(
          new QLabel(tr("With an API key alone only looking is possible: nobody could tell whether news "
                        "is really the phone company's. Enter the auth token as well for a public "
                        "address."))),
      m_changes(new QTableWidget(0, 3))
{
    m_without->setObjectName("setupWithoutUrl");
    m_with->setObjectName("setupWithUrl");
    m_url->setObjectName("setupUrl");
    m_url->setAccessibleName(tr("Public address"));
    m_url->setPlaceholderText(u"https://desk.example.org"_s);
    m_keyAlone->setObjectName("setupKeyAlone");
    m_keyAlone->setWordWrap(true);
    setKind(m_keyAlone, "dim");
    m_changes->setObjectName("setupChanges");
    m_changes->setAccessibleName(tr("What is going to change"));
    m_changes->setHorizontalHeaderLabels({tr("In the number"), tr("Before"), tr("After")});
    m_changes->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_changes->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_changes->horizontalHeader()->setHighlightSections(false);
    m_changes->verticalHeader()->hide();
    m_changes->setShowGrid(false);
    m_changes->setWordWrap(true);
    m_changes->setSelectionMode(QAbstractItemView::NoSelection);
    m_changes->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_changes->setTabKeyNavigation(false);
    auto *kept =
        new QLabel(tr("What was there before is kept; “Give my number back” restores exactly that."));
    kept->setWordWrap(true);
    setKind(kept, "dim");
    content()->addWidget(m_without);
    content()->addWidget(m_with);
    content()->addWidget(m_url);
    content()->addWidget(m_keyAlone);
    content()->addWidget(m_changes, 1);
    content()->addWidget(kept);
    m_planSoon.setSingleShot(true);
    m_planSoon.setInterval(400ms);
    connect(&m_planSoon, &QTimer::timeout, this, [this] { this->setup().plan(this->state().choice); });
    connect(m_with, &QRadioButton::toggled, this, &ConnectPage::take);
    connect(m_url, &QLineEdit::textEdited, this, &ConnectPage::take);
    connect(&setup, &AccountSetup::planned, this, &ConnectPage::showChanges);
    connect(&setup, &AccountSetup::connected, this, [this](const QString &problem) {
        if (!std::exchange(m_connecting, false))
            return;
        if (problem.isEmpty()) {
            Q_EMIT done();
            return;
        }
        tellProblem(problem);
        Q_EMIT changed();
    });
}

void ConnectPage::begin()
{
    const bool may = state().account.canBeCalled;
    m_keyAlone->setVisible(!may);
    m_with->setEnabled(may);
    if (!may)
        state().choice.publicUrl.clear();
    m_url->setText(state().choice.publicUrl);
    const bool with = !state().choice.publicUrl.isEmpty();
    (with ? m_with : m_without)->setChecked(true);
    (with ? m_with : m_without)->setFocus();
    take();
}

void ConnectPage::take()
{
    const bool with = m_with->isChecked();
    m_url->setEnabled(with);
    QString url = m_url->text().trimmed();
    while (url.endsWith(u'/'))
        url.chop(1);
    state().choice.publicUrl = with ? url : QString();
    m_planned = false;
    if (with && !isPublicAddress(url)) {
        m_planSoon.stop();
        m_changes->setRowCount(0);
        tellProblem(
            url.isEmpty()
                ? QString()
                : tr("That is no address the phone company could use. It begins with https:// and has "
                     "no question mark, such as https://desk.example.org."));
    } else {
        tellProblem({});
        m_planSoon.start();
    }
    Q_EMIT changed();
}

void ConnectPage::showChanges(const QList<NumberChange> &changes, const QString &problem)
{
    m_planned = problem.isEmpty();
    tellProblem(problem);
    m_changes->setRowCount(int(changes.size()));
    for (int row = 0; row < changes.size(); ++row) {
        const NumberChange &change = changes.at(row);
        const QStringList texts{change.what, change.before, change.after};
        for (int column = 0; column < texts.size(); ++column) {
            auto *item = new QTableWidgetItem(texts.at(column));
            item->setToolTip(texts.at(column));
            m_changes->setItem(row, column, item);
        }
    }
    m_changes->resizeRowsToContents();
    if (m_planned && changes.isEmpty())
        tellNews(tr("The number is set up like this already; nothing needs to be changed."));
    Q_EMIT changed();
}

QString ConnectPage::nextText() const
{
    return m_connecting
               ? tr("Connecting…")
               : tr("&Connect %1").arg(formattedNumber(state().choice.number, state().choice.number));
}

bool ConnectPage::isReady() const
{
    return m_planned && !m_connecting;
}

void ConnectPage::goOn()
{
    m_connecting = true;
    Q_EMIT changed();
    setup().connectLine(state().choice);
}

} // namespace anteroom::ui
