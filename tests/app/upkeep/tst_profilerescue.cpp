// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upkeep/profilerescue.h"

#include "app/storage/profilelock.h"
#include "app/storage/statement.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestProfileRescue final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        const AccountId account{m_store->addAccount(QStringLiteral("Office"))};
        m_store->addMany(account, QStringLiteral("+27820000001"), 300, 1000, 1000);
        QVERIFY(
            makeBackup(m_store->reader(), m_store->file(), 86400000, qint64{1} << 40).has_value());
        m_store->close();
    }

    void aSalvageRunsBesideTheWindowAndTellsHowFarItIs()
    {
        ProfileRescue rescue{folder(), m_clock};
        QSignalSpy progress{&rescue, &ProfileRescue::progressed};
        auto* call = rescue.salvage();
        const auto second = probe(rescue, rescue.salvage());
        QVERIFY(!second);
        QCOMPARE(second.error().detail(), QStringLiteral("busy"));
        const auto report = probe(rescue, call);
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().detail()));
        QCOMPARE(report->messages, qint64{300});
        QVERIFY(progress.size() > 2);
        QCOMPARE(progress.constLast().constFirst().toInt(), 100);
        m_store->open();
    }

    void aBackupIsOfferedAndTakesThePlace()
    {
        ruin();
        ProfileRescue rescue{folder(), m_clock};
        const auto backups = rescue.backups();
        QCOMPARE(backups.size(), size_t{1});
        const auto unreadable = probe(rescue, rescue.salvage());
        QVERIFY(!unreadable);
        QCOMPARE(unreadable.error().detail(), QStringLiteral("unreadable"));
        const auto report = probe(rescue, rescue.restore(backups.front().file));
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().detail()));
        QCOMPARE(report->messages, qint64{300});
        m_store->open();
    }

    void aProfileThatAnotherProgramHasIsLeftAlone()
    {
        const auto lock = ProfileLock::take(folder());
        QVERIFY(lock.has_value());
        ProfileRescue rescue{folder(), m_clock};
        const auto report = probe(rescue, rescue.salvage());
        QVERIFY(!report);
        QCOMPARE(report.error().detail(), QStringLiteral("in-use"));
    }

private:
    QString folder() const { return QFileInfo{m_store->file()}.absolutePath(); }
    void ruin()
    {
        QFile file{m_store->file()};
        QVERIFY(file.open(QFile::ReadWrite));
        const qint64 bytes{file.size()};
        QCOMPARE(file.write(QByteArray{int(bytes), 'x'}), bytes);
    }
    template <typename T> Result<T> probe(QObject& context, Call<T>* call)
    {
        std::optional<Result<T>> result;
        call->then(&context, [&result](const Result<T>& settled) { result = settled; });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 30000)) {
            qFatal("the call did not settle");
        }
        return *result;
    }

    SystemClock m_clock;
    std::unique_ptr<TempStore> m_store;
};

TEXTDESK_TEST(tst_profilerescue, TestProfileRescue)
#include "tst_profilerescue.moc"
