// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told what while the window is not looked at, and what an answer from outside does.
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/fakedesk.h"
#include "tests/ui/desktop/fakenotifier.h"
#include "ui/desktop/attention.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestAttention final : public QObject {
    Q_OBJECT
private:
    struct Bench final {
        TempStore store;
        QTemporaryDir folder;
        FakeDesk desk{true};
        Arrivals arrivals{store.database(), store.clock()};
        FakeNotifier notifier;
        Settings settings{folder.path()};
        DoNotDisturb quiet{settings, store.clock()};
        bool looked{false};
        Attention attention{{desk, arrivals, notifier, settings, quiet, [this] { return looked; }}};
    };
    std::unique_ptr<Bench> m_bench;

    void comes(qint64 conversation, const QString& text)
    {
        m_bench->desk.setUnread(ConversationId{conversation}, 1);
        emit m_bench->arrivals.arrived({{MessageId{1}, ConversationId{conversation}, text}});
    }

private slots:
    void init() { m_bench = std::make_unique<Bench>(); }
    void cleanup() { m_bench.reset(); }

    void aTextIsTold()
    {
        comes(1, QStringLiteral("  We are late  "));
        QCOMPARE(m_bench->notifier.take(),
            QStringList{QStringLiteral("show conversation:1 | Thandi Mokoena | We are late")});
        QCOMPARE(m_bench->notifier.last().reply, QStringLiteral("Reply"));
        m_bench->desk.setUnread(ConversationId{1}, 2);
        emit m_bench->arrivals.arrived(
            {{MessageId{2}, ConversationId{1}, QStringLiteral("Very late")}});
        QCOMPARE(m_bench->notifier.take(),
            QStringList{
                QStringLiteral("show conversation:1 | Thandi Mokoena (2 new) | Very late")});
    }
    void onlyTheNewestOfAConversation()
    {
        emit m_bench->arrivals.arrived({{MessageId{1}, ConversationId{1}, QStringLiteral("one")},
            {MessageId{2}, ConversationId{1}, QStringLiteral("two")}});
        QCOMPARE(m_bench->notifier.last().body, QStringLiteral("two"));
        QCOMPARE(m_bench->notifier.take().size(), 1);
    }
    void nobodyIsToldWhatTheySee()
    {
        m_bench->looked = true;
        comes(1, QStringLiteral("Hello"));
        QCOMPARE(m_bench->notifier.take(), QStringList{});
    }
    void silenceAndTheSettingAreKept()
    {
        m_bench->quiet.turnOn();
        comes(1, QStringLiteral("Hello"));
        m_bench->quiet.turnOff();
        m_bench->settings.set(Setting::Notifications, false);
        comes(1, QStringLiteral("Hello"));
        QCOMPARE(m_bench->notifier.take(), QStringList{});
    }
    void hiddenContentStaysHidden()
    {
        m_bench->settings.set(Setting::HideContent, true);
        comes(1, QStringLiteral("The code is 1234"));
        const QString said{m_bench->notifier.take().join(u'\n')};
        QVERIFY(!said.contains(QStringLiteral("1234")));
        QVERIFY(!said.contains(QStringLiteral("Thandi")));
        QVERIFY(said.contains(QStringLiteral("new message")));
        QVERIFY(m_bench->notifier.last().reply.isEmpty());
    }
    void manyAtOnceAreOneNotice()
    {
        std::vector<Arrival> flood;
        for (int i{1}; i <= 40; ++i) {
            flood.push_back({MessageId{i}, ConversationId{1 + i % 8}, QStringLiteral("x")});
        }
        emit m_bench->arrivals.arrived(flood);
        const QStringList said{m_bench->notifier.take()};
        QCOMPARE(said.size(), 1);
        QVERIFY(said.front().contains(QStringLiteral("40 new")));
        QSignalSpy open{&m_bench->attention, &Attention::openWanted};
        emit m_bench->notifier.openWanted(m_bench->notifier.last().key);
        QVERIFY(!open.front().front().value<ConversationId>().isValid());
    }
    void readingTakesItAway()
    {
        comes(1, QStringLiteral("Hello"));
        (void)m_bench->notifier.take();
        emit m_bench->arrivals.touched({ConversationId{1}, ConversationId{2}});
        QCOMPARE(m_bench->notifier.take(), QStringList{}); // still unread
        m_bench->desk.setUnread(ConversationId{1}, 0);
        emit m_bench->arrivals.touched({ConversationId{1}});
        QCOMPARE(m_bench->notifier.take(), QStringList{QStringLiteral("withdraw conversation:1")});
        emit m_bench->arrivals.touched({ConversationId{1}});
        QCOMPARE(m_bench->notifier.take(), QStringList{});
    }
    void longTextsAreCut()
    {
        comes(1, QString{1600, u'a'});
        QVERIFY(m_bench->notifier.last().body.size() < 320);
    }
    void aReplyGoesTheUsualWay()
    {
        comes(1, QStringLiteral("Hello"));
        emit m_bench->notifier.replied(
            QStringLiteral("conversation:1"), QStringLiteral("On my way"));
        QCOMPARE(m_bench->desk.log(), QStringList{QStringLiteral("send 1 On my way")});
        emit m_bench->notifier.replied(QStringLiteral("conversation:1"), QStringLiteral("  "));
        emit m_bench->notifier.replied(QStringLiteral("rubbish"), QStringLiteral("x"));
        QCOMPARE(m_bench->desk.log().size(), 1);
    }
    void aReplyThatCannotBeStoredIsKeptAndSaid()
    {
        comes(2, QStringLiteral("Hello"));
        (void)m_bench->notifier.take();
        m_bench->desk.failNext(Error{ErrorKind::Storage, QStringLiteral("disk-full")});
        emit m_bench->notifier.replied(
            QStringLiteral("conversation:2"), QStringLiteral("On my way"));
        QTRY_COMPARE(m_bench->desk.log().last(), QStringLiteral("draft 2 On my way"));
        const QStringList said{m_bench->notifier.take()};
        QCOMPARE(said.size(), 1);
        QVERIFY(said.front().contains(QStringLiteral("Your reply was not sent")));
        QVERIFY(said.front().contains(QStringLiteral("kept as a draft")));
    }
    void someoneWhoOptedOutHasNoReplyButton()
    {
        m_bench->desk.block(QStringLiteral("Opted out."));
        comes(1, QStringLiteral("Hello"));
        QVERIFY(m_bench->notifier.last().reply.isEmpty());
    }
};

TEXTDESK_TEST(tst_attention, TestAttention)
#include "tst_attention.moc"
