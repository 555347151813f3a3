// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The log goes into the file beside the writer, and is begun anew.
#include "app/storage/checkpointer.h"

#include "app/storage/connection.h"
#include "app/storage/statement.h"
#include "tests/support/testregistry.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;

class TestCheckpointer final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("test.db"));
        m_db = std::move(*Connection::open(m_file, Connection::Mode::ReadWrite));
        m_db->execute(QStringLiteral("CREATE TABLE t(x BLOB)"));
        QVERIFY(!m_db->error());
    }
    void cleanup() { m_db.reset(); }

    void aShortLogIsLeftAlone()
    {
        write(100);
        Checkpointer checkpointer{m_file};
        checkpointer.logHolds(m_db->logPages());
        QVERIFY(m_db->logPages() >= 100);
        QVERIFY(fileBytes() < 100 * 4096);
    }

    void aLongOneGoesIntoTheFile()
    {
        write(5000);
        QVERIFY(m_db->logPages() >= 5000);
        QVERIFY(fileBytes() < 100 * 4096);
        Checkpointer checkpointer{m_file};
        checkpointer.logHolds(m_db->logPages());
        QTRY_VERIFY(fileBytes() >= qint64{5000} * 4096);
        QVERIFY(m_db->logPages() >= 5000);
        // What was written meanwhile is folded in too when the log gets long, and then SQLite
        // begins it anew.
        for (int i{0}; i < 60 && m_db->logPages() >= 5000; ++i) {
            write(500);
            checkpointer.logHolds(m_db->logPages());
        }
        QVERIFY(m_db->logPages() < 5000);
        auto count = m_db->prepare("SELECT count(*) FROM t");
        QVERIFY(count.first());
        QVERIFY(count.integer(0) > 5000);
    }

    void aReaderInTheWayIsNotWaitedFor()
    {
        auto reader = std::move(*Connection::open(m_file, Connection::Mode::ReadOnly));
        write(10);
        auto held = reader->prepare("SELECT x FROM t");
        QVERIFY(held.first()); // an open cursor: the log cannot be folded past it
        write(5000);
        Checkpointer checkpointer{m_file};
        checkpointer.logHolds(m_db->logPages());
        QVERIFY((write(1), !m_db->error()));
        QVERIFY(held.next());
    }

private:
    void write(int pages)
    {
        m_db->execute(QStringLiteral("BEGIN IMMEDIATE"));
        for (int i{0}; i < pages; ++i) {
            m_db->prepare("INSERT INTO t VALUES(?)").run(QByteArray(4000, 'x'));
        }
        m_db->execute(QStringLiteral("COMMIT"));
    }
    [[nodiscard]] qint64 fileBytes() const { return QFileInfo{m_file}.size(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<Connection> m_db;
};

TEXTDESK_TEST(tst_checkpointer, TestCheckpointer)
#include "tst_checkpointer.moc"
