// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A store of which some pages are no pages any more: it must not look like an empty one.
#include "app/storage/damagewatch.h"
#include "app/storage/database.h"
#include "app/storage/rescuemark.h"
#include "app/storage/statement.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

constexpr qint64 pageBytes{4096};

} // namespace

class TestDamage final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
        m_store->addMany(m_account, QStringLiteral("+27820000001"), 600, 1000, 1000);
    }
    void cleanup() { m_store.reset(); }

    void aStoreThatIsWellIsNotSuspected()
    {
        const DamageWatch watch{m_store->file()};
        QSignalSpy found{&watch, &DamageWatch::found};
        m_store->close();
        m_store->open();
        QCOMPARE(count(), 600);
        QCOMPARE(found.size(), 0);
    }

    void theFirstPageOfATableIsLookedAtAtTheStart_data()
    {
        QTest::addColumn<QString>("table");
        for (const char* table :
            {"message", "conversation", "account", "opt_out", "profile_fact"}) {
            QTest::newRow(table) << QString::fromLatin1(table);
        }
    }

    void theFirstPageOfATableIsLookedAtAtTheStart()
    {
        QFETCH(const QString, table);
        const qint64 page{rootOf(table)};
        QVERIFY(page > 0);
        const QString file{m_store->file()};
        m_store->close();
        overwrite(file, page);
        const auto opened = Database::open(file, m_store->clock());
        QVERIFY(!opened);
        QCOMPARE(opened.error().detail(), QStringLiteral("damaged"));
    }

    void damageThatIsMetLaterIsToldOnceWhoeverMeetsIt_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("a read of this thread") << 0;
        QTest::newRow("a read of another thread") << 1;
        QTest::newRow("a write") << 2;
    }

    void damageThatIsMetLaterIsToldOnceWhoeverMeetsIt()
    {
        QFETCH(const int, way);
        hurtTheMiddle();
        Database& db{m_store->database()};
        const DamageWatch watch{m_store->file()};
        QSignalSpy found{&watch, &DamageWatch::found};
        const auto meet = [&] {
            if (way == 0) {
                (void)count();
            } else if (way == 1) {
                (void)db.read<int>([](Connection& reader) -> Result<int> {
                    auto rows = reader.prepare("SELECT sum(length(text)) FROM message");
                    return rows.first() ? 1 : 0;
                });
            } else {
                (void)db.write<Done>(
                    WritePriority::Person, [](WriteContext& context) -> Result<Done> {
                        context.db.execute(QStringLiteral("UPDATE message SET text='x'"));
                        return Done{};
                    });
            }
        };
        meet();
        QTRY_COMPARE(found.size(), 1);
        meet();
        QSignalSpy failed{&db, &Database::writingFailed};
        (void)db.write<Done>(WritePriority::Person, [](WriteContext& context) -> Result<Done> {
            context.db.execute(QStringLiteral("DELETE FROM message"));
            return Done{};
        });
        QTRY_VERIFY(way == 2 || failed.size() == 1);
        QCOMPARE(found.size(), 1);
    }

    void whoComesLaterHearsOfIt()
    {
        hurtTheMiddle();
        QCOMPARE(count(), -1);
        const DamageWatch watch{m_store->file()};
        QSignalSpy found{&watch, &DamageWatch::found};
        QTRY_COMPARE(found.size(), 1);
        m_store->close(); // perhaps it is mended now
        m_store->open();
        const DamageWatch fresh{m_store->file()};
        QSignalSpy anew{&fresh, &DamageWatch::found};
        QCOMPARE(anew.size(), 0);
        QCOMPARE(count(), -1);
        QTRY_COMPARE(anew.size(), 1);
    }

    void aStoreIsGoneWhereOnlyBackupsAreLeft()
    {
        const QTemporaryDir folder;
        const QString database{folder.filePath(QStringLiteral("textdesk.db"))};
        QVERIFY(!isStoreGone(folder.path())); // a new profile
        write(database, {});
        QVERIFY(!isStoreGone(folder.path())); // it was just made
        QVERIFY(QDir{folder.path()}.mkdir(QStringLiteral("backups")));
        write(folder.filePath(QStringLiteral("backups/textdesk-20260101-120000-000.db")), "x");
        QVERIFY(isStoreGone(folder.path()));
        write(database + QStringLiteral("-wal"), "x"); // all of it is in the log
        QVERIFY(!isStoreGone(folder.path()));
        QVERIFY(QFile::remove(database + QStringLiteral("-wal")));
        write(database, "x");
        QVERIFY(!isStoreGone(folder.path()));
        QVERIFY(QFile::remove(database));
        QVERIFY(isStoreGone(folder.path()));
    }

    void theMarkStaysUntilItIsTakenAway()
    {
        const QTemporaryDir folder;
        QVERIFY(!wantsRescue(folder.path()));
        markForRescue(folder.path());
        markForRescue(folder.path());
        QVERIFY(wantsRescue(folder.path()));
        forgetRescue(folder.path());
        QVERIFY(!wantsRescue(folder.path()));
    }

private:
    static void write(const QString& file, const QByteArray& bytes)
    {
        QFile out{file};
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(bytes), bytes.size());
    }
    static void overwrite(const QString& file, qint64 page)
    {
        QFile database{file};
        QVERIFY(database.open(QFile::ReadWrite));
        QVERIFY(database.seek((page - 1) * pageBytes));
        QCOMPARE(database.write(QByteArray{int(pageBytes), 'x'}), pageBytes);
    }
    // A page of texts that no first screen shows and that is not the first of its table, either.
    void hurtTheMiddle()
    {
        const QString file{m_store->file()};
        m_store->close();
        QFile database{file};
        QVERIFY(database.open(QFile::ReadOnly));
        const QByteArray all{database.readAll()};
        database.close();
        constexpr char leafOfATable{13}; // https://www.sqlite.org/fileformat2.html, 1.6
        qint64 page{0};
        for (qint64 from{0}; page == 0 && from < all.size(); from += pageBytes) {
            const QByteArray bytes{all.mid(from, pageBytes)};
            page = bytes.at(0) == leafOfATable && bytes.contains("message 300")
                ? from / pageBytes + 1
                : 0;
        }
        QVERIFY(page > 1);
        overwrite(file, page);
        m_store->open();
    }
    qint64 rootOf(const QString& table)
    {
        auto rows = m_store->reader().prepare("SELECT rootpage FROM sqlite_schema WHERE name = ?");
        rows.run(table);
        return rows.next() ? rows.integer(0) : 0;
    }
    // -1 if they cannot be read.
    int count()
    {
        auto rows = m_store->reader().prepare(
            "SELECT count(*) FROM message NOT INDEXED WHERE length(text) > 0");
        return rows.first() ? int(rows.integer(0)) : -1;
    }

    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
};

TEXTDESK_TEST(tst_damage, TestDamage)
#include "tst_damage.moc"
