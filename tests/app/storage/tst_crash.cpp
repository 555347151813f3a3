// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was acknowledged is there after the process was killed in the middle of writing.
#include "app/storage/messagetable.h"
#include "app/storage/statement.h"
#include "tests/app/storage/books.h"
#include "tests/app/storage/childprocess.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestCrash final : public QObject {
    Q_OBJECT
private slots:
    void everythingAcknowledgedIsThereAfterAKill_data()
    {
        QTest::addColumn<int>("after");
        for (const int after : {1, 17, 150, 700}) {
            QTest::addRow("%d", after) << after;
        }
    }

    void everythingAcknowledgedIsThereAfterAKill()
    {
        QFETCH(const int, after);
        const QTemporaryDir folder;
        ChildProcess child;
        child.start(QStringLiteral("child_crash"), folder.path());
        QVERIFY2(child.awaitLines(after), child.output().constData());
        child.kill();
        const QStringList acknowledged{child.said()};
        TempStore store{folder.path()};
        for (const QString& id : acknowledged) {
            QVERIFY2(MessageTable::find(store.reader(), MessageId::fromString(id)), qPrintable(id));
        }
        QCOMPARE(wrongBooks(store.reader()), QStringList{});
        auto strays = store.reader().prepare("PRAGMA foreign_key_check");
        QVERIFY(!strays.first());
        QVERIFY(!store.reader().error());
        auto check = store.reader().prepare("PRAGMA integrity_check");
        QVERIFY(check.first());
        QCOMPARE(check.text(0), QStringLiteral("ok"));
    }
};

TEXTDESK_TEST(tst_crash, TestCrash)
#include "tst_crash.moc"
