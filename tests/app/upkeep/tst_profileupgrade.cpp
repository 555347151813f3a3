// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A profile of the first version, brought to this one on a thread of its own, or cut off in it.
#include "app/upkeep/profileupgrade.h"

#include "app/storage/integrity.h"
#include "app/storage/migrations.h"
#include "app/storage/profilelock.h"
#include "app/storage/statement.h"
#include "tests/support/storage/oldstore.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestProfileUpgrade final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        makeStoreOfVersionOne(file(), 20000);
    }

    void afterItTheProfileIsOfThisVersion()
    {
        QVERIFY(ProfileUpgrade::isDue(m_folder->path()));
        {
            ProfileUpgrade upgrade{m_folder->path()};
            QVERIFY(probe(upgrade, upgrade.run()).has_value());
        }
        QVERIFY(!ProfileUpgrade::isDue(m_folder->path()));
        expectWhole(newestSchema());
        QVERIFY(QFile::exists(file() + QStringLiteral(".before-0002")));
        QVERIFY(ProfileLock::take(m_folder->path()).has_value()); // given back
    }

    void cutOffItIsWhatItWasOrWhatItShallBe()
    {
        {
            ProfileUpgrade upgrade{m_folder->path()};
            (void)upgrade.run();
        }
        const auto db = Connection::open(file(), Connection::Mode::ReadOnly);
        QVERIFY(db.has_value());
        const qint64 version{(*db)->pragma(QStringLiteral("user_version"))};
        QVERIFY(version == 1 || version == newestSchema());
        expectWhole(int(version));
        ProfileUpgrade again{m_folder->path()};
        QVERIFY(probe(again, again.run()).has_value());
        expectWhole(newestSchema());
    }

    void aProfileThatAnotherProgramHasIsLeftAlone()
    {
        const auto lock = ProfileLock::take(m_folder->path());
        ProfileUpgrade upgrade{m_folder->path()};
        const auto done = probe(upgrade, upgrade.run());
        QVERIFY(!done);
        QCOMPARE(done.error().detail(), QStringLiteral("in-use"));
        QVERIFY(ProfileUpgrade::isDue(m_folder->path()));
    }

    void whatIsNoDatabaseIsNotDue()
    {
        QVERIFY(!ProfileUpgrade::isDue(m_folder->filePath(QStringLiteral("nowhere"))));
        QFile rubbish{file()};
        QVERIFY(rubbish.open(QIODevice::WriteOnly));
        rubbish.write(QByteArray{40, 'x'});
        rubbish.close();
        QVERIFY(!ProfileUpgrade::isDue(m_folder->path()));
    }

private:
    QString file() const { return m_folder->filePath(QStringLiteral("textdesk.db")); }
    void expectWhole(int version)
    {
        const auto db = Connection::open(file(), Connection::Mode::ReadOnly);
        QVERIFY(db.has_value());
        QCOMPARE((*db)->pragma(QStringLiteral("user_version")), qint64{version});
        QCOMPARE(*checkIntegrity(**db, CheckDepth::Whole), QStringList{});
        auto rows = (*db)->prepare("SELECT count(*) FROM message");
        QVERIFY(rows.first());
        QCOMPARE(rows.integer(0), qint64{20002});
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

    std::unique_ptr<QTemporaryDir> m_folder;
};

TEXTDESK_TEST(tst_profileupgrade, TestProfileUpgrade)
#include "tst_profileupgrade.moc"
