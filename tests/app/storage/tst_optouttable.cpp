// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/optouttable.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestOptOutTable final : public QObject {
    Q_OBJECT
private slots:
    void closesOpensAndKeepsTheStory()
    {
        TempStore store;
        const QString ann{QStringLiteral("+27820000001")};
        const AccountId account{store.addAccount(QStringLiteral("Office"))};
        const Message stop{store.addIncoming(account, ann, QStringLiteral("STOP"))};
        QVERIFY(!OptOutTable::isClosed(store.reader(), ann));
        store.change([&](WriteContext& context) {
            const OptOutRow row{ann, context.nowMs, QStringLiteral("stop-word"), account, stop.id};
            QVERIFY(OptOutTable::close(context, row));
            QVERIFY(context.changes.optOuts);
            QCOMPARE(context.changes.conversations, QSet<ConversationId>{stop.conversation});
        });
        store.change([&](WriteContext& context) {
            QVERIFY(!OptOutTable::close(context, {ann, 1, QStringLiteral("person"), {}, {}}));
            QVERIFY(!context.changes.optOuts);
        });
        const auto all = OptOutTable::all(store.reader(), 10);
        QCOMPARE(all.size(), size_t{1});
        QCOMPARE(all[0].peer, ann);
        QCOMPARE(all[0].source, QStringLiteral("stop-word"));
        QCOMPARE(all[0].account, account);
        QCOMPARE(all[0].message, stop.id);
        store.clock().advance(1h);
        store.change([&](WriteContext& context) {
            QVERIFY(OptOutTable::open(context, ann, QStringLiteral("person")));
            QVERIFY(!OptOutTable::open(context, ann, QStringLiteral("person")));
        });
        QVERIFY(!OptOutTable::isClosed(store.reader(), ann));
        const auto log = OptOutTable::log(store.reader(), ann);
        QCOMPARE(log.size(), size_t{2});
        QCOMPARE(log[0].action, QStringLiteral("closed"));
        QCOMPARE(log[1].action, QStringLiteral("opened"));
        QCOMPARE(log[1].source, QStringLiteral("person"));
        QCOMPARE(log[1].atMs - log[0].atMs, 3600000);
        QVERIFY(OptOutTable::log(store.reader(), QStringLiteral("+1")).empty());
    }

    void theListIsNewestFirst()
    {
        TempStore store;
        store.change([](WriteContext& context) {
            for (int i{0}; i < 5; ++i) {
                OptOutTable::close(context,
                    {QString::number(i), 100 + (i * 3) % 5, QStringLiteral("person"), {}, {}});
            }
        });
        const auto all = OptOutTable::all(store.reader(), 3);
        QCOMPARE(all.size(), size_t{3});
        QVERIFY(all[0].sinceMs > all[1].sinceMs && all[1].sinceMs > all[2].sinceMs);
    }
};

TEXTDESK_TEST(tst_optouttable, TestOptOutTable)
#include "tst_optouttable.moc"
