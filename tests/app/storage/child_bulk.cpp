// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a history in, slice by slice, and says after each commit how many rows there are, until it
// is killed.
#include "app/storage/bulkinsert.h"
#include "tests/app/storage/childprocess.h"
#include "tests/app/storage/historyrows.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <atomic>

using namespace Textdesk;
using namespace Textdesk::Testing;

class ChildBulk final : public QObject {
    Q_OBJECT
private slots:
    void bringsInUntilItIsKilled()
    {
        if (childFolder().isEmpty()) {
            QSKIP("runs as a child of tst_bulkinsert");
        }
        TempStore store{childFolder()};
        m_rows = historyRows(store.addAccount(QStringLiteral("Office")), 20000);
        bringNext(store.database());
        bringNext(store.database());
        (void)QTest::qWaitFor([] { return false; }, 60000);
    }

private:
    void bringNext(Database& database)
    {
        constexpr size_t slice{100};
        const size_t from{m_next.fetch_add(slice)};
        if (from >= m_rows.size()) {
            return;
        }
        database.writeSlice(
            [this, from](WriteContext& context) {
                BulkInsert insert{context};
                for (size_t i{from}; i < from + slice; ++i) {
                    (void)insert.add(m_rows[i]);
                }
                insert.finish();
                return true;
            },
            [this, &database, from](const std::optional<Error>& error) {
                if (!error) {
                    say(QByteArray::number(qulonglong{from + slice}));
                    bringNext(database);
                }
            });
    }

    std::vector<Message> m_rows;
    std::atomic<size_t> m_next{0};
};

TEXTDESK_TEST(child_bulk, ChildBulk)
#include "child_bulk.moc"
