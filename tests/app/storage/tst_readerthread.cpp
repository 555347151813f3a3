// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever closes the program does not wait for a read that takes long, e.g. a backup.
#include "app/storage/statement.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <atomic>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestReaderThread final : public QObject {
    Q_OBJECT
private slots:
    void anEndCutsOffWhatRunsAndDropsTheRest()
    {
        TempStore store;
        std::atomic<bool> runs{false};
        std::atomic<bool> second{false};
        std::optional<Error> error;
        (void)store.database().readAside<Done>([&](Connection& db) -> Result<Done> {
            runs = true;
            // Far longer than a test may last, a tenth of a second at a time.
            for (int i{0}; i < 3000 && !db.error(); ++i) {
                auto count = db.prepare("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                                        "FROM n LIMIT 1000000) SELECT count(*) FROM n");
                (void)count.first();
            }
            error = db.error();
            return Done{};
        });
        (void)store.database().readAside<Done>([&](Connection&) -> Result<Done> {
            second = true;
            return Done{};
        });
        QTRY_VERIFY(runs);
        store.close();
        QVERIFY(error.has_value());
        QCOMPARE(error->detail(), QStringLiteral("interrupted"));
        QVERIFY(!second);
    }
};

TEXTDESK_TEST(tst_readerthread, TestReaderThread)
#include "tst_readerthread.moc"
