// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/profilelock.h"
#include "tests/app/storage/childprocess.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestProfileLock final : public QObject {
    Q_OBJECT
private slots:
    void makesTheFolderForItsOwnerOnly()
    {
        const QTemporaryDir folder;
        const QString profile{folder.filePath(QStringLiteral("a/b"))};
        const auto lock = ProfileLock::take(profile);
        QVERIFY(lock);
        QCOMPARE(QFileInfo{profile}.permissions()
                & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther),
            QFile::Permissions{});
    }

    void theLockIsForItsOwnerOnly()
    {
        const QTemporaryDir folder;
        const auto lock = ProfileLock::take(folder.path());
        QVERIFY(lock);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOwner;
        QCOMPARE(QFileInfo{folder.filePath(QStringLiteral("textdesk.lock"))}.permissions() & others,
            QFile::Permissions{});
    }

    void aFolderOfAPersonsOwnKeepsItsMode()
    {
        const QTemporaryDir folder;
        const QString own{folder.filePath(QStringLiteral("own"))};
        QVERIFY(QDir{}.mkdir(own));
        constexpr auto shown = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
            | QFile::ReadGroup | QFile::ExeGroup;
        QVERIFY(QFile::setPermissions(own, shown));
        QVERIFY(ProfileLock::take(own));
        QCOMPARE(QFileInfo{own}.permissions() & (QFile::ReadGroup | QFile::ExeGroup),
            QFile::ReadGroup | QFile::ExeGroup);

        constexpr auto closed = QFile::ReadOwner | QFile::ExeOwner;
        QVERIFY(QFile::setPermissions(own, closed));
        const auto refused = ProfileLock::take(own);
        QVERIFY(!refused);
        QCOMPARE(refused.error().detail(), QStringLiteral("read-only"));
        QVERIFY(!(QFileInfo{own}.permissions() & QFile::WriteOwner));
        QVERIFY(QFile::setPermissions(own, shown)); // so that it can be removed
    }

    void refusesASecondTakerInTheSameProgram()
    {
        const QTemporaryDir folder;
        auto first = ProfileLock::take(folder.path());
        QVERIFY(first);
        const auto second = ProfileLock::take(folder.path());
        QVERIFY(!second);
        QCOMPARE(second.error().kind(), ErrorKind::Storage);
        QCOMPARE(second.error().detail(), QStringLiteral("in-use"));
        first->reset();
        QVERIFY(ProfileLock::take(folder.path()));
    }

    void aLockThatWasCopiedAlongHoldsNothing()
    {
        const QTemporaryDir folder;
        const QString original{folder.filePath(QStringLiteral("original"))};
        const QString copy{folder.filePath(QStringLiteral("copy"))};
        const auto first = ProfileLock::take(original);
        QVERIFY(first);
        QVERIFY(QDir{}.mkdir(copy));
        QVERIFY(QFile::copy(
            original + QStringLiteral("/textdesk.lock"), copy + QStringLiteral("/textdesk.lock")));
        const auto second = ProfileLock::take(copy);
        QVERIFY(second);
        QVERIFY(!ProfileLock::take(original)); // that one is still held
        QVERIFY(!ProfileLock::take(copy)); // and so is this, now
    }

    void isHeldByAnotherProgramUntilThatIsKilled()
    {
        const QTemporaryDir folder;
        ChildProcess child;
        child.start(QStringLiteral("child_lock"), folder.path());
        QVERIFY2(child.awaitLines(1), child.output().constData());
        QCOMPARE(child.said(), QStringList{QStringLiteral("taken")});
        const auto refused = ProfileLock::take(folder.path());
        QVERIFY(!refused);
        QCOMPARE(refused.error().detail(), QStringLiteral("in-use"));
        child.kill();
        QVERIFY(ProfileLock::take(folder.path()));
    }

    void aFolderThatCannotBeMadeIsNamed()
    {
        const auto lock = ProfileLock::take(QStringLiteral("/dev/null/profile"));
        QVERIFY(!lock);
        QCOMPARE(lock.error().detail(), QStringLiteral("cannot-open"));
    }
};

TEXTDESK_TEST(tst_profilelock, TestProfileLock)
#include "tst_profilelock.moc"
