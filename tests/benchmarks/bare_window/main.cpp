// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The least a Qt program with a table can be: what the console's start is compared with.
#include <QApplication>
#include <QHeaderView>
#include <QMainWindow>
#include <QTableWidget>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    auto *table = new QTableWidget(50, 6, &window);
    table->setHorizontalHeaderLabels(
        {u"#"_s, u"Caller"_s, u"Place"_s, u"Topic"_s, u"Waiting"_s, u"Screening"_s});
    for (int row = 0; row < table->rowCount(); ++row) {
        for (int column = 0; column < table->columnCount(); ++column)
            table->setItem(row, column, new QTableWidgetItem(u"Row %1, column %2"_s.arg(row).arg(column)));
    }
    table->horizontalHeader()->setStretchLastSection(true);
    window.setCentralWidget(table);
    window.resize(1280, 800);
    window.show();
    return application.exec();
}
