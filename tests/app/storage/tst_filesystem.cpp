// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Full and read-only file systems, each in a mount namespace of its own: tests run as root, whom
// permissions do not stop.
#include "tests/app/storage/childprocess.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestFileSystem final : public QObject {
    Q_OBJECT
private slots:
    void aFullDisk()
    {
        const QTemporaryDir folder;
        ChildProcess child;
        child.start(QStringLiteral("child_fulldisk"), folder.path(),
            QStringLiteral("mount -t tmpfs -o size=1m none \"$1\""));
        QVERIFY2(child.awaitEnd() == 0, child.output().constData());
        QVERIFY2(child.output().contains("0 skipped"), child.output().constData());
    }

    void noRoomToRescueIn()
    {
        const QTemporaryDir folder;
        ChildProcess child;
        child.start(QStringLiteral("child_fullsalvage"), folder.path(),
            QStringLiteral("mount -t tmpfs -o size=1m none \"$1\""));
        QVERIFY2(child.awaitEnd() == 0, child.output().constData());
        QVERIFY2(child.output().contains("0 skipped"), child.output().constData());
    }

    void aReadOnlyFolder()
    {
        const QTemporaryDir folder;
        TempStore{folder.filePath(QStringLiteral("full"))}.addAccount(QStringLiteral("Office"));
        QVERIFY(QDir{folder.path()}.mkdir(QStringLiteral("empty")));
        ChildProcess child;
        child.start(QStringLiteral("child_readonly"), folder.path(),
            QStringLiteral("mount --bind \"$1\" \"$1\"; mount -o remount,bind,ro \"$1\""));
        QVERIFY2(child.awaitEnd() == 0, child.output().constData());
        QVERIFY2(child.output().contains("0 skipped"), child.output().constData());
    }
};

TEXTDESK_TEST(tst_filesystem, TestFileSystem)
#include "tst_filesystem.moc"
