// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Checks, backups, the profile's place, and the figures for who helps.
#include "app/storage/backup.h"
#include "app/storage/integrity.h"
#include "app/storage/migrations.h"
#include "app/storage/profilefacts.h"
#include "app/storage/profileplace.h"
#include "app/storage/setaside.h"
#include "app/storage/statement.h"
#include "app/storage/storesummary.h"
#include "tests/app/storage/plantedfiles.h"
#include "tests/support/storage/oldstore.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

const QString ann{QStringLiteral("+27820000001")};
constexpr qint64 roomy{qint64{1} << 40};

} // namespace

class TestUpkeep final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
        m_store->addMany(m_account, ann, 500, 1000, 1000);
    }

    void cleanup() { m_store.reset(); }

    void threeBackupsAreKeptAndTheyAreWhole()
    {
        for (qint64 day{1}; day <= 5; ++day) {
            const auto made = makeBackup(m_store->reader(), m_store->file(), day * 86400000, roomy);
            QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().detail()));
        }
        const auto all = backupsOf(m_store->file());
        QCOMPARE(all.size(), size_t{3});
        QCOMPARE(all.front().madeMs, qint64{5 * 86400000});
        QCOMPARE(all.back().madeMs, qint64{3 * 86400000});
        QVERIFY(!(QFile::permissions(all.front().file)
            & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)));
        const auto copy = Connection::open(all.front().file, Connection::Mode::ReadOnly);
        QVERIFY(copy.has_value());
        auto messages = (*copy)->prepare("SELECT count(*) FROM message");
        QVERIFY(messages.first());
        QCOMPARE(messages.integer(0), qint64{500});
    }

    void aDiskThatDoesNotTellIsNotTakenForFull()
    {
        QVERIFY(freeBytesAt(m_store->file()) > 0);
        QVERIFY(freeBytesAt(QStringLiteral("/nowhere/at/all")) > qint64{1} << 60);
    }
    void noBackupWithoutRoomForThree()
    {
        const qint64 bytes{QFileInfo{m_store->file()}.size()
            + QFileInfo{m_store->file() + QStringLiteral("-wal")}.size()};
        const auto made = makeBackup(m_store->reader(), m_store->file(), 1, 3 * bytes - 1);
        QVERIFY(!made);
        QCOMPARE(made.error().detail(), QStringLiteral("no-room"));
        QVERIFY(makeBackup(m_store->reader(), m_store->file(), 1, 3 * bytes).has_value());
    }

    void whatACrashLeftOfABackupIsNoneAndGoes()
    {
        const QDir folder{QFileInfo{m_store->file()}.absolutePath() + QStringLiteral("/backups")};
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        QFile cut{folder.filePath(QStringLiteral("textdesk-20260101-000000-000.db.part"))};
        QVERIFY(cut.open(QIODevice::WriteOnly));
        QVERIFY(cut.write("half") > 0);
        cut.close();
        QCOMPARE(backupsOf(m_store->file()).size(), size_t{0});
        QVERIFY(makeBackup(m_store->reader(), m_store->file(), 86400000, roomy).has_value());
        QVERIFY(!cut.exists());
        QCOMPARE(backupsOf(m_store->file()).size(), size_t{1});
    }

    void oldCopiesGo()
    {
        QVERIFY(makeBackup(m_store->reader(), m_store->file(), 86400000, roomy).has_value());
        QFile kept{m_store->file() + QStringLiteral(".before-0002")};
        QVERIFY(kept.open(QIODevice::WriteOnly));
        kept.close();
        const qint64 made{QFileInfo{kept}.lastModified().toMSecsSinceEpoch()};
        QCOMPARE(keptCopies(m_store->file()).size(), 1);
        QCOMPARE(removeOlder(m_store->file(), made, false), 0);
        QVERIFY(kept.exists());
        QCOMPARE(removeOlder(m_store->file(), made + 1, false), 0);
        QVERIFY(!kept.exists());
        QCOMPARE(backupsOf(m_store->file()).size(), size_t{1});
        QCOMPARE(removeOlder(m_store->file(), made + 1, true), 0);
        QCOMPARE(backupsOf(m_store->file()).size(), size_t{0});
    }

    void aStoreThatIsSetAsideIsWholeAndOnlyRetentionRemovesIt()
    {
        QVERIFY(makeBackup(m_store->reader(), m_store->file(), 86400000, roomy).has_value());
        m_store->close();
        const QString file{m_store->file()};
        const qint64 bytes{QFileInfo{file}.size()};
        const qint64 now{200000000};
        const auto folder = setStoreAside(file, now);
        QVERIFY(folder.has_value());
        QVERIFY(!QFile::exists(file));
        QCOMPARE(backupsOf(file).size(), size_t{0});
        const QString kept{*folder + QStringLiteral("/textdesk.db")};
        QCOMPARE(QFileInfo{kept}.size(), bytes);
        QCOMPARE(backupsOf(kept).size(), size_t{1});
        QVERIFY(!setStoreAside(file, now)); // the name is taken: nothing is written over
        QVERIFY(QDir{}.mkpath(QFileInfo{file}.absolutePath() + QStringLiteral("/kept-letters")));
        QCOMPARE(storesSetAside(file), QStringList{*folder});
        removeOlder(file, now + 1, false);
        QVERIFY(QFile::exists(kept));
        removeOlder(file, now, true);
        QVERIFY(QFile::exists(kept));
        QCOMPARE(removeOlder(file, now + 1, true), 0);
        QVERIFY(!QFile::exists(*folder));
        QVERIFY(QFile::exists(QFileInfo{file}.absolutePath() + QStringLiteral("/kept-letters")));
        m_store->open();
    }

    void aCheckFindsWhatIsWrong()
    {
        QCOMPARE(*checkIntegrity(m_store->reader(), CheckDepth::Quick), QStringList{});
        QCOMPARE(*checkIntegrity(m_store->reader(), CheckDepth::Whole), QStringList{});
        m_store->close();
        {
            QFile file{m_store->file()};
            QVERIFY(file.open(QFile::ReadWrite));
            for (qint64 place{file.size() / 2}; place < file.size(); place += 4096) {
                QVERIFY(file.seek(place / 4096 * 4096));
                QVERIFY(file.write(QByteArray{4096, 'x'}) == 4096);
            }
        }
        const auto db = Connection::open(m_store->file(), Connection::Mode::ReadOnly);
        QVERIFY(db.has_value());
        const auto quick = checkIntegrity(**db, CheckDepth::Quick);
        QVERIFY(quick.has_value());
        QVERIFY(!quick->isEmpty());
        QVERIFY(!(*db)->error());
    }

    void aProfileThatWasNotClosedIsKnown()
    {
        QVERIFY(!m_store->database().endedUncleanly());
        const QString copy{QFileInfo{m_store->file()}.absolutePath() + QStringLiteral("/copy.db")};
        QVERIFY(QFile::copy(m_store->file(), copy));
        QVERIFY(
            QFile::copy(m_store->file() + QStringLiteral("-wal"), copy + QStringLiteral("-wal")));
        ManualClock clock;
        const auto unclean = Database::open(copy, clock);
        QVERIFY(unclean.has_value());
        QVERIFY((*unclean)->endedUncleanly());
        m_store->close();
        m_store->open();
        QVERIFY(!m_store->database().endedUncleanly());
    }

    void aCopiedProfileSendsNothingUntilAPersonSaysSo()
    {
        const AccountId practice{m_store->addAccount(QStringLiteral("Practice"))};
        m_store->change([practice](WriteContext& context) {
            context.db.prepare("UPDATE account SET practice = 1 WHERE id = ?").run(practice);
        });
        m_store->close();
        const ProfilePlace home{QStringLiteral("mine"), QStringLiteral("here")};
        const ProfilePlace nameless{QString{}, QStringLiteral("here")};
        const ProfilePlace elsewhere{QStringLiteral("mine"), QStringLiteral("there")};
        const ProfilePlace computer{QStringLiteral("yours"), QStringLiteral("there")};
        QCOMPARE(pausesAfter(home), 0); // the first start
        QCOMPARE(pausesAfter(home), 0);
        QCOMPARE(pausesAfter(nameless), 0); // nobody can tell
        QCOMPARE(pausesAfter(elsewhere), 1);
        resumeAll();
        QCOMPARE(pausesAfter(elsewhere), 0); // once is enough
        QCOMPARE(pausesAfter(computer), 1);
        m_store->open();
        QVERIFY(needsPersonsWord(QStringLiteral("moved-profile")));
        QVERIFY(!needsPersonsWord(QStringLiteral("no-credit")));
    }

    void thisPlaceIsHashedAndFollowsTheFolder()
    {
        const QTemporaryDir folder;
        const ProfilePlace here{ProfilePlace::here(folder.path())};
        QCOMPARE(here.folder, ProfilePlace::here(folder.path() + QStringLiteral("/.")).folder);
        QVERIFY(!here.folder.contains(QFileInfo{folder.path()}.fileName()));
        const QTemporaryDir other;
        QVERIFY(here.folder != ProfilePlace::here(other.path()).folder);
        QCOMPARE(here.computer, ProfilePlace::here(other.path()).computer);
    }

    void theFiguresNameEveryTableAndNobody()
    {
        const QString number{QStringLiteral("+27820000777")};
        m_store->addIncoming(m_account, number, QStringLiteral("canary words"));
        const auto summary = summarise(m_store->reader());
        QVERIFY(summary.has_value());
        QCOMPARE(summary->schema, newestSchema());
        QStringList named;
        for (const NamedCount& row : summary->rows) {
            named.append(row.first);
        }
        named.sort();
        QStringList there;
        auto tables = m_store->reader().prepare(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name "
            "NOT LIKE 'sqlite_%' ORDER BY name");
        tables.run();
        while (tables.next()) {
            there.append(tables.text(0));
        }
        QCOMPARE(named, there);
        QCOMPARE(summary->states.front().first, QStringLiteral("out delivered"));
        QCOMPARE(summary->pauses.front().first, QStringLiteral("test works"));
    }

    void aStoreOfTheFirstVersionIsUpgradedAndACopyKept()
    {
        const QTemporaryDir folder;
        const QString file{folder.filePath(QStringLiteral("textdesk.db"))};
        makeStoreOfVersionOne(file);
        ManualClock clock;
        {
            const auto upgraded = Database::open(file, clock);
            QVERIFY2(upgraded.has_value(), upgraded ? "" : qPrintable(upgraded.error().detail()));
            Connection& db{(*upgraded)->reader()};
            QCOMPARE(db.pragma(QStringLiteral("user_version")), qint64{newestSchema()});
            auto rows = db.prepare("SELECT m.text, c.waiting, a.retention_days FROM message m JOIN "
                                   "conversation c ON c.id = m.conversation_id JOIN account a ON "
                                   "a.id = m.account_id ORDER BY m.id DESC");
            QVERIFY(rows.first());
            QCOMPARE(rows.text(0), QStringLiteral("an old reply"));
            QCOMPARE(rows.integer(1), qint64{1}); // they wrote last
            QCOMPARE(rows.integer(2), qint64{0});
            auto credentials = db.prepare("SELECT count(*) FROM credential");
            QVERIFY(credentials.first());
            QCOMPARE(credentials.integer(0), qint64{1});
        }
        const QStringList copies{keptCopies(file)};
        QCOMPARE(copies, QStringList{file + QStringLiteral(".before-0002")});
        const auto old = Connection::open(copies.constFirst(), Connection::Mode::ReadOnly);
        QVERIFY(old.has_value());
        QCOMPARE((*old)->pragma(QStringLiteral("user_version")), qint64{1});
        QCOMPARE(*checkIntegrity(**old, CheckDepth::Whole), QStringList{});
    }

private:
    int pausesAfter(const ProfilePlace& place)
    {
        const auto db = Connection::open(m_store->file(), Connection::Mode::ReadWrite);
        if (!settleIn(**db, place)) {
            return -1;
        }
        auto paused = (*db)->prepare("SELECT count(*) FROM account WHERE paused <> ''");
        return paused.first() ? int(paused.integer(0)) : -1;
    }
    void resumeAll()
    {
        const auto db = Connection::open(m_store->file(), Connection::Mode::ReadWrite);
        QVERIFY((*db)->execute(QStringLiteral("UPDATE account SET paused = ''")));
    }
    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
};

TEXTDESK_TEST(tst_upkeep, TestUpkeep)
#include "tst_upkeep.moc"
