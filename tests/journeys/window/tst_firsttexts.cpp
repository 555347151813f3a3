// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The main job, in the window: a text goes out, is delivered, the reply comes in, and all is still
// there after a restart.
#include "app/models/roles.h"
#include "tests/journeys/window/windowbench.h"
#include "tests/support/testregistry.h"
#include "ui/inbox/conversationlist.h"
#include "ui/thread/composeedit.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestFirstTexts final : public QObject {
    Q_OBJECT
private:
    static constexpr int patience{30'000}; // five seconds of undo, then the practice network
    std::unique_ptr<WindowBench> m_bench;

    ComposeEdit& text() { return m_bench->part<ComposeEdit>("composeEdit"); }
    bool went(DeliveryState state)
    {
        const auto& states = m_bench->states();
        return std::find(states.begin(), states.end(), state) != states.end();
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        m_bench->practise();
    }
    void cleanup() { m_bench.reset(); }

    void aTextIsDeliveredAndAnswered()
    {
        m_bench->compose(QStringLiteral("082 000 0010"), QStringLiteral("Is the hall free?"));
        QTRY_COMPARE(m_bench->messages(), 1);
        m_bench->watchStates();
        QVERIFY(m_bench->meta(0).contains(QStringLiteral("Sending… · Undo")));
        QVERIFY(text().toPlainText().isEmpty());
        QCOMPARE(m_bench->listed(ConversationPreviewRole).toString(),
            QStringLiteral("Is the hall free?"));

        QTRY_COMPARE_WITH_TIMEOUT(m_bench->messages(), 2, patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->state(0), DeliveryState::Delivered, patience);
        QCOMPARE(m_bench->states().front(), DeliveryState::Queued);
        QVERIFY(went(DeliveryState::Accepted) || went(DeliveryState::Sent));
        QVERIFY(std::is_sorted(m_bench->states().begin(), m_bench->states().end()));
        QVERIFY(m_bench->meta(0).contains(QStringLiteral("Delivered")));
        QCOMPARE(m_bench->state(1), DeliveryState::Received);

        // Nobody touched the window: the reply counts as unread although its thread is open.
        QTRY_COMPARE(m_bench->badge(), 1);
        QCOMPARE(m_bench->listed(ConversationUnreadRole).toInt(), 1);
        QCOMPARE(m_bench->window().windowTitle(), QStringLiteral("(1) Textdesk"));
        QTest::keyClicks(&text(), QStringLiteral("T"));
        QTRY_COMPARE(m_bench->badge(), 0);
        QTest::keyClick(&m_bench->window(), Qt::Key_U, Qt::ControlModifier);
        QTRY_COMPARE(m_bench->badge(), 1);
        QCOMPARE(m_bench->window().windowTitle(), QStringLiteral("(1) Textdesk"));
    }

    void everythingIsStillThereAfterARestart()
    {
        m_bench->compose(QStringLiteral("082 000 0010"), QStringLiteral("Is the hall free?"));
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->badge(), 1, patience);
        QTest::keyClicks(&text(), QStringLiteral("Half a draft"));
        QTRY_COMPARE(
            m_bench->listed(ConversationPreviewRole).toString(), QStringLiteral("Half a draft"));
        QTest::keyClick(&m_bench->window(), Qt::Key_U, Qt::ControlModifier);
        QTRY_COMPARE(m_bench->badge(), 1);

        m_bench->restart();
        QCOMPARE(m_bench->window().place(), QStringLiteral("inbox"));
        QTRY_COMPARE(m_bench->badge(), 1);
        QCOMPARE(m_bench->listedRows(), 1);
        QCOMPARE(m_bench->listed(ConversationTitleRole).toString(), QStringLiteral("082 000 0010"));
        QVERIFY(m_bench->listed(ConversationDraftRole).toBool());
        // What was open is open again, and nobody has read it meanwhile.
        QTRY_COMPARE(m_bench->messages(), 2);
        QCOMPARE(m_bench->state(0), DeliveryState::Delivered);
        QCOMPARE(text().toPlainText(), QStringLiteral("Half a draft"));
        QCOMPARE(m_bench->badge(), 1);
        QTest::mouseClick(m_bench->part<ThreadView>("threadView").viewport(), Qt::LeftButton);
        QTRY_COMPARE(m_bench->badge(), 0);

        // And the practice account sends on: its address and token are new in this start.
        QTest::keyClicks(&text(), QStringLiteral(" sent"));
        QTest::keyClick(&text(), Qt::Key_Return);
        QTRY_COMPARE(m_bench->messages(), 3);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->state(2), DeliveryState::Delivered, patience);
    }

    void undoGivesTheWordsBack()
    {
        m_bench->compose(QStringLiteral("082 000 0030"), QStringLiteral("Too early"));
        QTRY_COMPARE(m_bench->messages(), 1);
        m_bench->click(0, MessageAct::Undo);
        QTRY_COMPARE(m_bench->messages(), 0);
        QTRY_COMPARE(text().toPlainText(), QStringLiteral("Too early"));
        // Nothing but the draft is left of the conversation, and it stays the open one.
        QTRY_COMPARE(m_bench->listedRows(), 1);
        QVERIFY(m_bench->listed(ConversationDraftRole).toBool());
        QTRY_VERIFY(m_bench->part<ConversationList>("conversationList").currentIndex().isValid());

        // What was written in the meantime is not lost either.
        QTest::keyClick(&text(), Qt::Key_Return);
        QTRY_COMPARE(m_bench->messages(), 1);
        QTRY_VERIFY(text().toPlainText().isEmpty());
        QTest::keyClicks(&text(), QStringLiteral("More"));
        m_bench->click(0, MessageAct::Undo);
        QTRY_COMPARE(text().toPlainText(), QStringLiteral("Too early\nMore"));
    }

    void aFoundMessageOpensInItsThread()
    {
        m_bench->compose(QStringLiteral("082 000 0030"), QStringLiteral("The blue gate"));
        QTRY_COMPARE(m_bench->messages(), 1);
        QTest::keyClicks(&text(), QStringLiteral("The red door"));
        QTest::keyClick(&text(), Qt::Key_Return);
        QTRY_COMPARE(m_bench->messages(), 2);
        m_bench->compose(QStringLiteral("082 000 0010"), QStringLiteral("Hello"));
        QTRY_COMPARE(m_bench->messages(), 1);

        QTest::keyClick(&m_bench->window(), Qt::Key_K, Qt::ControlModifier);
        auto& search = m_bench->part<QLineEdit>("searchField");
        QTest::keyClicks(&search, QStringLiteral("the"));
        QTRY_COMPARE(m_bench->listedRows(), 2);
        auto& list = m_bench->part<ConversationList>("conversationList");
        const auto clickRow = [&list](int row) {
            QTest::mouseClick(list.viewport(), Qt::LeftButton, {},
                list.visualRect(list.model()->index(row, 0)).center());
        };
        clickRow(1);
        QTRY_COMPARE(m_bench->messages(), 2);
        auto& thread = m_bench->part<ThreadView>("threadView");
        QCOMPARE(thread.selectedText(), QStringLiteral("The blue gate"));
        clickRow(0); // the same conversation, another message
        QTRY_COMPARE(thread.selectedText(), QStringLiteral("The red door"));
    }
};

TEXTDESK_TEST(tst_firsttexts, TestFirstTexts)
#include "tst_firsttexts.moc"
