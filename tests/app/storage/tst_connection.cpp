// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/connection.h"

#include "app/storage/statement.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;

class TestConnection final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("test.db"));
        m_db = std::move(*Connection::open(m_file, Connection::Mode::ReadWrite));
        m_db->execute(
            QStringLiteral("CREATE TABLE parent(id INTEGER PRIMARY KEY, name TEXT NOT NULL)"));
        m_db->execute(QStringLiteral("CREATE TABLE child(of INTEGER REFERENCES parent(id))"));
        for (int i{1}; i <= 5; ++i) {
            m_db->prepare("INSERT INTO parent VALUES(?, ?)").run(i, QStringLiteral("p%1").arg(i));
        }
        QVERIFY(!m_db->error());
    }

    void cleanup() { m_db.reset(); }

    void isDurableAndStrict()
    {
        QCOMPARE(m_db->pragma(QStringLiteral("synchronous")), 2);
        QCOMPARE(m_db->pragma(QStringLiteral("foreign_keys")), 1);
        QCOMPARE(m_db->pragma(QStringLiteral("secure_delete")), 1);
        auto mode = m_db->prepare("PRAGMA journal_mode");
        QVERIFY(mode.first());
        QCOMPARE(mode.text(0), QStringLiteral("wal"));
        m_db->prepare("INSERT INTO child VALUES(99)").run();
        QVERIFY(m_db->error());
        m_db->clearError();
        auto reader = Connection::open(m_file, Connection::Mode::ReadOnly);
        QVERIFY(reader);
        QCOMPARE((*reader)->pragma(QStringLiteral("foreign_keys")), 1);
        QVERIFY(!(*reader)->execute(QStringLiteral("INSERT INTO parent VALUES(9, 'x')")));
        QCOMPARE((*reader)->error()->detail(), QStringLiteral("read-only"));
    }

    void anErrorStopsEverythingAfterIt()
    {
        m_db->prepare("INSERT INTO nowhere VALUES(1)").run();
        QVERIFY(m_db->error());
        QCOMPARE(m_db->error()->kind(), ErrorKind::Storage);
        QVERIFY(!m_db->prepare("INSERT INTO parent VALUES(7, 'late')").run());
        QVERIFY(!m_db->execute(QStringLiteral("DELETE FROM parent")));
        m_db->clearError();
        QCOMPARE(count(), 5);
        // What could not be prepared while the error stood works afterwards.
        QVERIFY(m_db->prepare("INSERT INTO parent VALUES(7, 'late')").run());
        QCOMPARE(count(), 6);
    }

    void oneStatementInsideOfItsOwnLoop()
    {
        QStringList pairs;
        const auto names = [this] {
            return m_db->prepare("SELECT id, name FROM parent WHERE id < ? ORDER BY id");
        };
        auto outer = names();
        outer.run(3);
        while (outer.next()) {
            auto inner = names();
            inner.run(4);
            while (inner.next()) {
                pairs += outer.text(1) + inner.text(1);
            }
        }
        QCOMPARE(pairs.join(u' '), QStringLiteral("p1p1 p1p2 p1p3 p2p1 p2p2 p2p3"));
    }

    void valuesComeBackAsTheyWere()
    {
        m_db->execute(QStringLiteral(
            "CREATE TABLE v(i INTEGER, t TEXT NOT NULL, b BLOB NOT NULL, f INTEGER)"));
        const qint64 large{Q_INT64_C(0x7ffffffffffffff0)};
        const QString text{
            QStringLiteral("שלום \U0001F389 'quoted' ") + QChar{0x0} + QStringLiteral("end")};
        const QByteArray bytes{QByteArrayLiteral("\x00\xff\x01 raw")};
        m_db->prepare("INSERT INTO v VALUES(?, ?, ?, ?)").run(large, text, bytes, true);
        m_db->prepare("INSERT INTO v VALUES(?, ?, ?, ?)")
            .run(AccountId{5}, QString{}, QByteArray{}, false);
        auto rows = m_db->prepare("SELECT i, t, b, f FROM v ORDER BY rowid");
        QVERIFY(rows.first());
        QCOMPARE(rows.integer(0), large);
        QCOMPARE(rows.text(1), text);
        QCOMPARE(rows.blob(2), bytes);
        QCOMPARE(rows.flag(3), true);
        QVERIFY(rows.next());
        QCOMPARE(rows.integer(0), 5);
        QCOMPARE(rows.text(1), QString{});
        QVERIFY(!rows.next());
        QVERIFY(!m_db->error());
    }

    void aStatementGivenBackHoldsNoReadTransactionOpen()
    {
        {
            auto half = m_db->prepare("SELECT id FROM parent");
            QVERIFY(half.first());
        }
        auto writer = Connection::open(m_file, Connection::Mode::ReadWrite);
        QVERIFY(writer);
        QVERIFY((*writer)->execute(QStringLiteral("INSERT INTO parent VALUES(8, 'x')")));
        auto checkpoint = (*writer)->prepare("PRAGMA wal_checkpoint(TRUNCATE)");
        QVERIFY(checkpoint.first());
        QCOMPARE(checkpoint.integer(0), 0); // not blocked by the first connection
    }

    void whatCannotBeOpenedSaysWhy()
    {
        const auto missing = Connection::open(
            m_folder->filePath(QStringLiteral("no/folder/x.db")), Connection::Mode::ReadWrite);
        QVERIFY(!missing);
        QCOMPARE(missing.error().detail(), QStringLiteral("cannot-open"));
        const auto notMade = Connection::open(
            m_folder->filePath(QStringLiteral("x.db")), Connection::Mode::ReadOnly);
        QVERIFY(!notMade);
        QCOMPARE(notMade.error().detail(), QStringLiteral("cannot-open"));
    }

private:
    [[nodiscard]] int count()
    {
        auto query = m_db->prepare("SELECT count(*) FROM parent");
        return query.first() ? int(query.integer(0)) : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<Connection> m_db;
};

TEXTDESK_TEST(tst_connection, TestConnection)
#include "tst_connection.moc"
