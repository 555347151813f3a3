// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a search found opens, whatever is open already: by Return, by the mouse, in the same row.
#include "app/models/roles.h"
#include "app/storage/bulkinsert.h"
#include "tests/journeys/window/windowbench.h"
#include "tests/support/testregistry.h"
#include "ui/inbox/conversationlist.h"
#include "ui/shell/inboxpage.h"
#include "ui/thread/composeedit.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestSearching final : public QObject {
    Q_OBJECT
private:
    static constexpr int patience{30'000};
    std::unique_ptr<WindowBench> m_bench;

    QLineEdit& field() { return m_bench->part<QLineEdit>("searchField"); }
    ConversationList& list() { return m_bench->part<ConversationList>("conversationList"); }
    ThreadView& thread() { return m_bench->part<ThreadView>("threadView"); }

    void import(const QString& peer, const QString& word, int count)
    {
        const AccountId account{m_bench->engine().accounts().all().front()->id()};
        const qint64 first{m_bench->clock().now().toMSecsSinceEpoch() - 86'400'000};
        bool done{false};
        m_bench->engine()
            .database()
            .write<Done>(WritePriority::Person,
                [=](WriteContext& context) -> Result<Done> {
                    BulkInsert bulk{context};
                    for (int i{1}; i <= count; ++i) {
                        Message message;
                        message.account = account;
                        message.peer = peer;
                        message.text = QStringLiteral("%1 number %2 of the day").arg(word).arg(i);
                        message.direction = i % 2 == 0 ? Direction::In : Direction::Out;
                        message.state =
                            i % 2 == 0 ? DeliveryState::Received : DeliveryState::Delivered;
                        message.atMs = first + i * qint64{60'000};
                        message.read = true;
                        (void)bulk.add(message);
                    }
                    bulk.finish();
                    return Done{};
                })
            ->then(&m_bench->window(),
                [&done](const Result<Done>& stored) { done = stored.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(done, patience);
    }
    void look(const QString& words)
    {
        QTest::keyClick(&m_bench->window(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(&field(), words);
    }
    // The message is open, marked and in sight.
    bool shows(const QString& text)
    {
        const QModelIndex shown{thread().currentIndex()};
        if (!shown.isValid() || shown.data(MessageTextRole).toString() != text) {
            return false;
        }
        thread().settle();
        return thread().viewport()->rect().contains(thread().visualRect(shown).center())
            && list().currentIndex().data(ConversationPreviewRole).toString() == text;
    }
    static QString penguin(int number)
    {
        return QStringLiteral("penguin number %1 of the day").arg(number);
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        m_bench->practise();
        import(QStringLiteral("+27820000071"), QStringLiteral("penguin"), 150);
        import(QStringLiteral("+27820000072"), QStringLiteral("filler"), 60);
    }
    void cleanup() { m_bench.reset(); }

    void anotherHitInTheOpenConversationOpens()
    {
        look(QStringLiteral("penguin number 30"));
        QTRY_COMPARE(m_bench->listedRows(), 1);
        QTest::keyClick(&field(), Qt::Key_Down);
        QTest::keyClick(&list(), Qt::Key_Return);
        QVERIFY(shows(penguin(30)));
        look(QStringLiteral("penguin number 120"));
        QTRY_COMPARE(m_bench->listed(ConversationPreviewRole).toString(), penguin(120));
        QVERIFY(!list().currentIndex().isValid()); // it is not the one that is shown
        QTest::keyClick(&field(), Qt::Key_Down);
        QTest::keyClick(&list(), Qt::Key_Return);
        QVERIFY(shows(penguin(120)));
        QVERIFY(m_bench->part<ComposeEdit>("composeEdit").hasFocus());
        // Return alone, before the search has answered: not the row of the words before.
        look(QStringLiteral("penguin number 77"));
        QTest::keyClick(&field(), Qt::Key_Return);
        QTRY_VERIFY(shows(penguin(77)));
    }

    void theSameHitIsBroughtBackIntoSight()
    {
        look(QStringLiteral("penguin number 30"));
        QTRY_COMPARE(m_bench->listedRows(), 1);
        QTest::keyClick(&field(), Qt::Key_Return);
        QTRY_VERIFY(shows(penguin(30)));
        thread().scrollToEnd();
        QVERIFY(!shows(penguin(30)));
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {},
            list().visualRect(list().currentIndex()).center());
        QVERIFY(shows(penguin(30)));
        thread().scrollToEnd();
        list().setFocus();
        QTest::keyClick(&list(), Qt::Key_Return);
        QVERIFY(shows(penguin(30)));
    }

    void clearedWordsAndOthersOpenTheOther()
    {
        look(QStringLiteral("penguin number 44"));
        QTRY_COMPARE(m_bench->listedRows(), 1);
        QTest::keyClick(&field(), Qt::Key_Return);
        QTRY_VERIFY(shows(penguin(44)));
        field().clear();
        QTRY_COMPARE(m_bench->listedRows(), 2);
        look(QStringLiteral("filler number 30"));
        QTest::keyClick(&field(), Qt::Key_Return);
        QTRY_VERIFY(shows(QStringLiteral("filler number 30 of the day")));
        // A click on the conversation itself, found or not, leads to its newest text.
        field().clear();
        QTRY_COMPARE(m_bench->listedRows(), 2);
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {},
            list().visualRect(list().currentIndex()).center());
        QTRY_VERIFY(thread().isAtEnd());
        look(QStringLiteral("penguin number 3"));
        for (int turn{0}; turn < 12; ++turn) {
            QTRY_VERIFY(m_bench->listedRows() > 1);
            QTest::keyClick(&field(), Qt::Key_Return);
            list().step(turn);
            QVERIFY(shows(list().currentIndex().data(ConversationPreviewRole).toString()));
            QCoreApplication::sendPostedEvents();
            QVERIFY(shows(list().currentIndex().data(ConversationPreviewRole).toString()));
            field().setFocus();
        }
    }

    void lettersOverTheListGoIntoTheText()
    {
        QTest::keyClick(&m_bench->window(), Qt::Key_N, Qt::ControlModifier);
        QTest::keyClick(&m_bench->part<QLineEdit>("toField"), Qt::Key_Escape);
        QVERIFY(list().hasFocus());
        QTest::keyClick(&m_bench->window(), Qt::Key_Down, Qt::AltModifier);
        const ConversationId open{m_bench->window().inbox().conversation()};
        QVERIFY(open.isValid());
        QTest::keyClick(&list(), Qt::Key_T);
        auto& text = m_bench->part<ComposeEdit>("composeEdit");
        QVERIFY(text.hasFocus());
        QTest::keyClicks(&text, QStringLiteral("hat must survive"));
        QCOMPARE(text.toPlainText(), QStringLiteral("that must survive"));
        QCOMPARE(m_bench->window().inbox().conversation(), open);
    }

    void aSnoozedPersonGetsANameAtTheHead()
    {
        look(QStringLiteral("penguin number 30"));
        QTRY_COMPARE(m_bench->listedRows(), 1);
        QTest::keyClick(&field(), Qt::Key_Return);
        QTRY_VERIFY(shows(penguin(30)));
        field().clear();
        QTest::keyClick(&m_bench->window(), Qt::Key_H, Qt::ControlModifier);
        m_bench->part<QAbstractButton>("snooze_0").click();
        QTRY_COMPARE(m_bench->listedRows(), 1);
        QTest::keyClick(&m_bench->window(), Qt::Key_I, Qt::ControlModifier);
        auto& name = m_bench->part<QLineEdit>("personName");
        QTest::keyClicks(&name, QStringLiteral("Thandi"));
        QTest::keyClick(&name, Qt::Key_Return);
        QTRY_COMPARE(m_bench->said("threadTitle"), QStringLiteral("Thandi"));
    }
};

TEXTDESK_TEST(tst_searching, TestSearching)
#include "tst_searching.moc"
