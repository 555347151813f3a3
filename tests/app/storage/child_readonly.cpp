// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs on a file system that takes no writes; "full" holds a database, "empty" does not.
#include "app/storage/database.h"
#include "app/storage/profilelock.h"
#include "tests/app/storage/childprocess.h"
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class ChildReadOnly final : public QObject {
    Q_OBJECT
private slots:
    void saysThatNothingCanBeWritten_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("full") << QStringLiteral("/full");
        QTest::newRow("empty") << QStringLiteral("/empty");
    }

    void saysThatNothingCanBeWritten()
    {
        if (childFolder().isEmpty()) {
            QSKIP("runs as a child of tst_filesystem");
        }
        QFETCH(const QString, folder);
        ManualClock clock;
        const auto opened =
            Database::open(childFolder() + folder + QStringLiteral("/textdesk.db"), clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind(), ErrorKind::Storage);
        QCOMPARE(opened.error().detail(), QStringLiteral("read-only"));
        const auto lock = ProfileLock::take(childFolder() + folder);
        QVERIFY(!lock);
        QCOMPARE(lock.error().detail(), QStringLiteral("read-only"));
    }
};

TEXTDESK_TEST(child_readonly, ChildReadOnly)
#include "child_readonly.moc"
