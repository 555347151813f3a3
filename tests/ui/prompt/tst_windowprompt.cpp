// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs that a person really sees: where one for files begins, what it shows, what it
// answers.
#include "tests/support/testregistry.h"
#include "ui/prompt/windowprompt.h"

#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Textdesk;

class TestWindowPrompt final : public QObject {
    Q_OBJECT
    QTemporaryDir m_home;
    QWidget m_window;
    WindowPrompt m_prompt;
    QStringList m_answers;

    QFileDialog& ask(const QString& suggestedName)
    {
        FileWish wish;
        wish.title = QStringLiteral("Export");
        wish.filter = QStringLiteral("Spreadsheet (*.csv);;Document (*.pdf)");
        wish.suggestedName = suggestedName;
        m_prompt.chooseFile(
            &m_window, wish, [this](const QString& path) { m_answers.append(path); });
        return *m_window.findChildren<QFileDialog*>().constLast();
    }

private slots:
    void initTestCase()
    {
        qputenv("HOME", QFile::encodeName(m_home.path()));
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home.path()));
        QVERIFY(QDir{m_home.path()}.mkpath(QStringLiteral("Documents")));
        m_window.show();
    }
    void cleanup() { m_answers.clear(); }

    void itBeginsAmongDocumentsAndShowsDatesWhole()
    {
        QFileDialog& dialog{ask(QStringLiteral("Thandi.csv"))};
        QCOMPARE(dialog.directory().path(), m_home.filePath(QStringLiteral("Documents")));
        const auto* list = dialog.findChild<QTreeView*>(QStringLiteral("treeView"));
        QVERIFY(list != nullptr); // as Qt names it
        QCOMPARE(list->header()->sectionResizeMode(3), QHeaderView::ResizeToContents);
        QCOMPARE(list->header()->sectionResizeMode(0), QHeaderView::Stretch);
        dialog.reject();
        QCOMPARE(m_answers, QStringList{QString{}}); // they changed their mind
    }
    void theNextOneBeginsWhereTheLastOneEnded()
    {
        QFileDialog& first{ask(QStringLiteral("Thandi.csv"))};
        first.setDirectory(m_home.path());
        first.selectFile(QStringLiteral("Thandi.csv"));
        QMetaObject::invokeMethod(&first, "accept"); // as its button does
        QTRY_COMPARE(m_answers, QStringList{m_home.filePath(QStringLiteral("Thandi.csv"))});
        QFileDialog& second{ask(QStringLiteral("Johan.csv"))};
        QCOMPARE(second.directory().path(), m_home.path());
        second.reject();
    }
};

TEXTDESK_TEST(tst_windowprompt, TestWindowPrompt)
#include "tst_windowprompt.moc"
