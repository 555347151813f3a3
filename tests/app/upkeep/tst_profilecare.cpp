// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A day, a week and a month in the life of a profile.
#include "app/upkeep/profilecare.h"

#include "app/storage/profilefacts.h"
#include "app/storage/statement.h"
#include "tests/support/storage/spoiling.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

namespace {

const QString ann{QStringLiteral("+27820000001")};
constexpr qint64 dayMs{86400000};

} // namespace

class TestProfileCare final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
        m_store->addMany(m_account, ann, 300, 1000, 1000);
        careAnew();
    }

    void cleanup()
    {
        m_care.reset();
        m_cleaning.reset();
        m_store.reset();
    }

    void theFirstRoundChecksAndBacksUpAfterTheFirstFrame()
    {
        QSignalSpy cared{m_care.get(), &ProfileCare::cared};
        m_care->start();
        QCOMPARE(m_care->dates().backups, 0);
        clock().advance(3s);
        QTRY_COMPARE(cared.size(), 1);
        QTRY_VERIFY(m_care->dates().checkedMs > 0);
        QCOMPARE(m_care->dates().backups, 1);
    }

    void oneBackupADayAndThreeAreKept()
    {
        QSignalSpy cared{m_care.get(), &ProfileCare::cared};
        m_care->start();
        clock().advance(3s);
        QTRY_COMPARE(cared.size(), 1);
        for (int hour{1}; hour <= 5 * 24; ++hour) {
            clock().advance(1h);
            QTRY_COMPARE(cared.size(), hour + 1);
        }
        QCOMPARE(m_care->dates().backups, 3);
        QVERIFY(clock().nowMs() - m_care->dates().backedUpMs < dayMs + 3600000);
    }

    void aDamagedStoreIsToldOfAndNeverBackedUpOverGoodOnes()
    {
        m_care.reset();
        m_store->close();
        // Where nobody looks at the start.
        QVERIFY(spoilPageWith(m_store->file(), QByteArrayLiteral("message 150")));
        m_store->open();
        careAnew();
        QSignalSpy damage{m_care.get(), &ProfileCare::damageFound};
        QSignalSpy cared{m_care.get(), &ProfileCare::cared};
        QTest::ignoreMessage(
            QtWarningMsg, QRegularExpression{QStringLiteral("the database is damaged.*")});
        m_care->start();
        clock().advance(3s);
        QTRY_COMPARE(cared.size(), 1);
        QCOMPARE(damage.size(), 1);
        QCOMPARE(m_care->dates().backups, 0);
        const QString folder{QFileInfo{m_store->file()}.absolutePath()};
        QVERIFY(wantsRescue(folder)); // whoever is about to use it again
        QVERIFY(m_care->isDamaged());
    }

    void whatIsTooOldGoesOnceADay()
    {
        set(90);
        clock().advance(100 * 24h);
        QSignalSpy cared{m_care.get(), &ProfileCare::cared};
        m_store->addIncoming(m_account, ann, QStringLiteral("young"));
        const auto preview = probe(m_cleaning->preview(m_account, 90));
        QCOMPARE(preview->messages, qint64{300});
        QCOMPARE(probe(m_cleaning->preview(m_account, 0))->messages, qint64{0});
        m_care->start();
        clock().advance(3s);
        QTRY_COMPARE(cared.size(), 1);
        QCOMPARE(count("SELECT count(*) FROM message"), 1);
        // The backup was made after it, of what is left.
        const auto backup =
            Connection::open(backupsOf(m_store->file()).front().file, Connection::Mode::ReadOnly);
        auto rows = (*backup)->prepare("SELECT count(*) FROM message");
        QVERIFY(rows.first());
        QCOMPARE(rows.integer(0), qint64{1});
    }

    void keptForEverIsKept()
    {
        clock().advance(4000 * 24h);
        QCOMPARE(*probe(m_cleaning->run()), qint64{0});
        QCOMPARE(count("SELECT count(*) FROM message"), 300);
    }

    void copiesForTheCaseGoAfterAMonth()
    {
        const QString copy{m_store->file() + QStringLiteral(".before-0002")};
        QFile file{copy};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        clock().setWallClock(QDateTime::currentDateTimeUtc());
        QSignalSpy cared{m_care.get(), &ProfileCare::cared};
        m_care->start();
        clock().advance(3s);
        QTRY_COMPARE(cared.size(), 1);
        QVERIFY(QFile::exists(copy));
        clock().advance(31 * 24h);
        QTRY_VERIFY(!QFile::exists(copy));
    }

private:
    ManualClock& clock() { return m_store->clock(); }
    void careAnew()
    {
        m_cleaning = std::make_unique<Cleaning>(m_store->database(), clock());
        m_care = std::make_unique<ProfileCare>(m_store->database(), *m_cleaning, clock());
    }
    void set(int days) { QVERIFY(probe(m_cleaning->setDays(m_account, days)).has_value()); }
    template <typename T> Result<T> probe(Call<T>* call)
    {
        std::optional<Result<T>> result;
        call->then(m_cleaning.get(), [&result](const Result<T>& settled) { result = settled; });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 30000)) {
            qFatal("the call did not settle");
        }
        return *result;
    }
    int count(const char* sql)
    {
        auto query = m_store->reader().prepare(sql);
        return query.first() ? int(query.integer(0)) : -1;
    }

    std::unique_ptr<TempStore> m_store;
    std::unique_ptr<Cleaning> m_cleaning;
    std::unique_ptr<ProfileCare> m_care;
    AccountId m_account;
};

TEXTDESK_TEST(tst_profilecare, TestProfileCare)
#include "tst_profilecare.moc"
