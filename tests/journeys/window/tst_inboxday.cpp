// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A day at the inbox in the real program: names, labels, snooze, deletes, drafts.
#include "app/domain/label.h"
#include "app/models/roles.h"
#include "tests/journeys/window/windowbench.h"
#include "tests/support/testregistry.h"
#include "ui/inbox/conversationlist.h"
#include "ui/shell/inboxacts.h"
#include "ui/shell/inboxpage.h"
#include "ui/thread/composeedit.h"
#include "ui/widgets/chiprow.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestInboxDay final : public QObject {
    Q_OBJECT
private:
    static constexpr int patience{30'000};
    std::unique_ptr<WindowBench> m_bench;

    ComposeEdit& text() { return m_bench->part<ComposeEdit>("composeEdit"); }
    void click(const char* name) { m_bench->part<QAbstractButton>(name).click(); }
    void filter(const char* key) { m_bench->part<ChipRow>("chipRow").choose(QLatin1String{key}); }
    void type(const char* field, const QString& words)
    {
        auto& edit = m_bench->part<QLineEdit>(field);
        edit.setFocus();
        QTest::keyClicks(&edit, words);
        QTest::keyClick(&edit, Qt::Key_Return);
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        m_bench->practise();
        m_bench->compose(QStringLiteral("082 000 0010"), QStringLiteral("Is the hall free?"));
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->messages(), 2, patience);
    }
    void cleanup() { m_bench.reset(); }

    void aNumberGetsANameEverywhereAndKeepsIt()
    {
        click("saveContact");
        type("personName", QStringLiteral("Thandi Mokoena"));
        QTRY_COMPARE(m_bench->said("threadTitle"), QStringLiteral("Thandi Mokoena"));
        QTRY_COMPARE(
            m_bench->listed(ConversationTitleRole).toString(), QStringLiteral("Thandi Mokoena"));
        QVERIFY(m_bench->listed(ConversationNamedRole).toBool());
        QTRY_VERIFY(!m_bench->part<QLineEdit>("personName").isVisible()); // saved and closed
        m_bench->window().inbox().showTool(ConversationTools::Tool::People);
        type("personName", QStringLiteral("Sipho"));
        QTRY_COMPARE(m_bench->said("threadTitle"), QStringLiteral("Thandi Mokoena, Sipho"));
        QTest::keyClick(&m_bench->window(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(&m_bench->part<QLineEdit>("searchField"), QStringLiteral("hall"));
        QTRY_COMPARE(m_bench->listed(ConversationTitleRole).toString(),
            QStringLiteral("Thandi Mokoena, Sipho"));
        m_bench->restart();
        QTRY_COMPARE(m_bench->listed(ConversationTitleRole).toString(),
            QStringLiteral("Thandi Mokoena, Sipho"));
    }

    void waitingSnoozedAndLabelled()
    {
        filter("waiting");
        QCOMPARE(m_bench->listedRows(), 1);
        click("markDone");
        // The open one stays listed, but it is on nobody's desk any more.
        QTRY_VERIFY(!m_bench->listed(ConversationWaitingRole).toBool());
        filter("all");
        filter("waiting");
        QTRY_COMPARE(m_bench->listedRows(), 0);
        filter("all");
        click("labelConversation");
        type("newLabelName", QStringLiteral("Fees"));
        QTRY_COMPARE(m_bench->listed(ConversationLabelsRole).value<QList<Label>>().size(), 1);
        click("snoozeConversation");
        click("snooze_0");
        QTRY_COMPARE(m_bench->listedRows(), 0);
        filter("snoozed");
        QTRY_COMPARE(m_bench->listedRows(), 1);
        m_bench->restart();
        QCOMPARE(m_bench->listedRows(), 0);
        filter("snoozed");
        QTRY_COMPARE(m_bench->listedRows(), 1);
        QCOMPARE(m_bench->listed(ConversationLabelsRole).value<QList<Label>>().front().name,
            QStringLiteral("Fees"));
        const ConversationId id{m_bench->listed(ConversationIdRole).toLongLong()};
        m_bench->window().inbox().acts().snooze(id, 0);
        QTRY_COMPARE(m_bench->listedRows(), 0);
        filter("all");
        QTRY_COMPARE(m_bench->listedRows(), 1);
    }

    void aDeletedMessageComesBackAndAConversationGoes()
    {
        auto& thread = m_bench->part<ThreadView>("threadView");
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->state(0), DeliveryState::Delivered, patience);
        InboxActs& acts{m_bench->window().inbox().acts()};
        const ConversationId id{m_bench->window().inbox().conversation()};
        const MessageId first{m_bench->message(0).data(MessageIdRole).toLongLong()};
        thread.showMessage(first);
        emit thread.deleteRequested(true);
        QTRY_COMPARE(m_bench->messages(), 1);
        QTRY_VERIFY(acts.canUndo());
        acts.undo();
        QTRY_COMPARE(m_bench->messages(), 2);
        acts.deleteConversation(id, true);
        QTRY_COMPARE(m_bench->listedRows(), 0);
        QTRY_VERIFY(acts.canUndo());
        acts.undo();
        QTRY_COMPARE(m_bench->listedRows(), 1);
        acts.deleteConversation(id, true);
        QTRY_COMPARE(m_bench->listedRows(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!acts.canUndo(), patience);
        m_bench->restart();
        QCOMPARE(m_bench->listedRows(), 0);
    }

    void aHalfWrittenFirstTextIsThereAfterARestart()
    {
        QTest::keyClick(&m_bench->window(), Qt::Key_N, Qt::ControlModifier);
        QTest::keyClicks(&m_bench->part<QLineEdit>("toField"), QStringLiteral("082 000 0030"));
        QTest::keyClicks(&text(), QStringLiteral("Half a text"));
        m_bench->restart();
        QTest::keyClick(&m_bench->window(), Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(m_bench->part<QLineEdit>("toField").text(), QStringLiteral("082 000 0030"));
        QCOMPARE(text().toPlainText(), QStringLiteral("Half a text"));
    }

    void theSameTextTwiceIsAskedAbout()
    {
        QTest::keyClicks(&text(), QStringLiteral("Is the hall free?"));
        QTest::keyClick(&text(), Qt::Key_Return);
        QTRY_VERIFY(m_bench->said("meterWarning").contains(QStringLiteral("same text")));
        QCOMPARE(m_bench->messages(), 2);
        click("useReplacement");
        QTRY_COMPARE(m_bench->messages(), 3);
    }
};

TEXTDESK_TEST(tst_inboxday, TestInboxDay)
#include "tst_inboxday.moc"
