// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every action by name and by key: one table, a rule of matching that people can foresee.
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/fakedesk.h"
#include "tests/support/ui/sampleinbox.h"
#include "tests/support/ui/scriptedprompt.h"
#include "tests/support/ui/widgetwalk.h"
#include "ui/shell/actiontable.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/wordmatch.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSet>
#include <QTest>

#include <memory>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestCommandPalette final : public QObject {
    Q_OBJECT
private:
    Theme m_theme{*qApp};
    ManualClock m_clock{QDateTime::fromMSecsSinceEpoch(drawingNowMs())};
    std::unique_ptr<FakeDesk> m_desk;
    ScriptedPrompt m_prompt;
    std::unique_ptr<MainWindow> m_window;

    QLineEdit& field() const
    {
        return *m_window->findChild<QLineEdit*>(QStringLiteral("paletteField"));
    }
    QStringList rows() const
    {
        const auto* list = m_window->findChild<QListView*>(QStringLiteral("paletteRows"));
        QStringList titles;
        for (int row{0}; row < list->model()->rowCount(); ++row) {
            titles.append(list->model()->index(row, 0).data().toString());
        }
        return titles;
    }
    void open()
    {
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    }
    void type(const QString& words) { QTest::keyClicks(&field(), words); }
    void press(int key) { QTest::keyClick(&field(), Qt::Key(key)); }

private slots:
    void init()
    {
        m_desk = std::make_unique<FakeDesk>(true);
        m_window = std::make_unique<MainWindow>(m_theme, m_clock, *m_desk, m_prompt);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_desk.reset();
    }

    void words_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char* title, const char* typed, bool fits) {
            QTest::addRow("%s|%s", title, typed)
                << QString::fromUtf8(title) << QString::fromUtf8(typed) << fits;
        };
        row("New conversation", "new", true);
        row("New conversation", "NEW conv", true);
        row("New conversation", "conv new", true);
        row("New conversation", "nc", true);
        row("New conversation", "ers", true);
        row("New conversation", "nvz", false);
        row("New conversation", "new zebra", false);
        row("New conversation", "ncn", false);
        row("Johan Naudé", "naude", true);
        row("Johan Naude", "naudé", true);
        row("", "a", false);
        row("Anything", "  ", true);
        row("+27 82 000 0010", "000 0010", true);
    }
    void words()
    {
        QFETCH(QString, title);
        QFETCH(QString, typed);
        QFETCH(bool, fits);
        QCOMPARE(wordMatch(title, typed) > 0, fits);
    }
    void betterFitsComeFirst()
    {
        const QString typed{QStringLiteral("con")};
        QVERIFY(wordMatch(QStringLiteral("Contacts"), typed)
            > wordMatch(QStringLiteral("New conversation"), typed));
        QVERIFY(wordMatch(QStringLiteral("New conversation"), typed)
            > wordMatch(QStringLiteral("Bacon"), typed));
        QVERIFY(wordMatch(QStringLiteral("Bacon"), typed)
            > wordMatch(QStringLiteral("Cut out now"), typed));
    }
    void everyKeyIsUsedOnce()
    {
        QSet<QString> seen;
        for (const WindowAction& action : m_window->actions().all()) {
            if (!action.run) {
                continue; // only tells of a key
            }
            for (const QString& keys : action.keys) {
                QVERIFY2(!seen.contains(keys), qPrintable(keys));
                QVERIFY2(!QKeySequence{keys}.isEmpty(), qPrintable(keys));
                seen.insert(keys);
            }
        }
        QVERIFY(seen.contains(QStringLiteral("Ctrl+N")));
    }
    void anActionRunsByName()
    {
        open();
        QVERIFY(field().hasFocus());
        type(QStringLiteral("new c"));
        QCOMPARE(rows().front(), QStringLiteral("New conversation"));
        press(Qt::Key_Return);
        QVERIFY(m_window->palette().isHidden());
        QVERIFY(m_window->findChild<QLineEdit*>(QStringLiteral("toField"))->hasFocus());
    }
    void arrowsChooseAndStayInside()
    {
        open();
        type(QStringLiteral("s"));
        const QStringList before{rows()};
        QVERIFY(before.size() > 2);
        press(Qt::Key_Up);
        type(QStringLiteral("e"));
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        const auto* list = m_window->findChild<QListView*>(QStringLiteral("paletteRows"));
        QCOMPARE(list->currentIndex().row(), std::min(2, int(rows().size()) - 1));
        press(Qt::Key_PageDown);
        QVERIFY(list->currentIndex().row() < rows().size());
    }
    void escapeAndASecondPressLeaveItWhereItWas()
    {
        m_window->openConversation(ConversationId{1});
        auto* edit = m_window->findChild<QWidget*>(QStringLiteral("composeEdit"));
        edit->setFocus();
        open();
        QVERIFY(m_window->palette().isVisible());
        press(Qt::Key_Escape);
        QVERIFY(m_window->palette().isHidden());
        QVERIFY(edit->hasFocus());
        open();
        open();
        QVERIFY(m_window->palette().isHidden());
        QVERIFY(edit->hasFocus());
    }
    void aConversationIsJumpedTo()
    {
        QStringList asked;
        m_window->palette().setSearch([&asked](const QString& words, int) {
            asked.append(words);
            return std::vector<ConversationHit>{
                {ConversationId{2}, QStringLiteral("Johan Naudé"), QStringLiteral("082")}};
        });
        open();
        QVERIFY(asked.isEmpty()); // nothing typed: only actions
        type(QStringLiteral("joh"));
        QCOMPARE(rows(), QStringList{QStringLiteral("Johan Naudé")});
        press(Qt::Key_Return);
        QVERIFY(m_desk->log().contains(QStringLiteral("open 2")));
        QCOMPARE(asked.last(), QStringLiteral("joh"));
    }
    void nothingFoundIsSaid()
    {
        open();
        type(QStringLiteral("qqqq"));
        QCOMPARE(rows(), QStringList{});
        QVERIFY(m_window->findChild<QLabel*>(QStringLiteral("paletteNothing"))->isVisible());
        press(Qt::Key_Return);
        QVERIFY(m_window->palette().isVisible());
    }
    void whatCannotBeDoneIsNotOffered()
    {
        m_window.reset();
        m_desk = std::make_unique<FakeDesk>(false);
        m_window = std::make_unique<MainWindow>(m_theme, m_clock, *m_desk, m_prompt);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        open();
        type(QStringLiteral("conversation"));
        QVERIFY(!rows().contains(QStringLiteral("New conversation")));
        QVERIFY(!m_window->actions().run(QStringLiteral("conversation.new")));
        QVERIFY(!m_window->actions().run(QStringLiteral("no.such.action")));
    }
    void theShortcutsPageListsTheTable()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        QCOMPARE(m_window->place(), QStringLiteral("shortcuts"));
        QStringList labels;
        for (const QLabel* label : m_window->findChild<QWidget*>(QStringLiteral("shortcutsPage"))
                                       ->findChildren<QLabel*>()) {
            labels.append(label->text());
        }
        for (const WindowAction& action : m_window->actions().all()) {
            QVERIFY2(action.keys.isEmpty() || action.text.isEmpty() || labels.contains(action.text),
                qPrintable(action.text));
        }
        QCOMPARE(namelessWidgets(*m_window), QStringList{});
        QCOMPARE(richLabels(*m_window), QStringList{});
    }
};

TEXTDESK_TEST(tst_commandpalette, TestCommandPalette)
#include "tst_commandpalette.moc"
