// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The disk fills up while the program runs: said, nothing lost, nothing sent, and it goes on.
#include "tests/journeys/window/windowbench.h"
#include "tests/support/storage/fulldisk.h"
#include "tests/support/testregistry.h"
#include "ui/thread/composeedit.h"

#include <QLineEdit>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestFullDisk final : public QObject {
    Q_OBJECT
private slots:
    void whatCannotBeStoredStaysInTheBoxAndGoesOutWhenThereIsRoom()
    {
        static constexpr int patience{30'000};
        WindowBench bench;
        bench.practise();
        const QString longText(3'000, u'x'); // more than the pages at hand can take
        fillDisk(bench.engine().database());

        bench.compose(QStringLiteral("082 000 0030"), longText);
        auto& box = bench.part<ComposeEdit>("composeEdit");
        QTRY_VERIFY(bench.window().banners().banner(QStringLiteral("cannot-write")) != nullptr);
        const Banner* banner{bench.window().banners().banner(QStringLiteral("cannot-write"))};
        QVERIFY(banner->what().contains(QStringLiteral("The disk is full")));
        QCOMPARE(bench.window().banners().count(), 1); // one cause, one banner
        QCOMPARE(box.toPlainText(), longText);
        QCOMPARE(bench.listedRows(), 0);

        freeDisk(bench.engine().database());
        QTest::keyClick(&box, Qt::Key_Return);
        QTRY_COMPARE(bench.messages(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(bench.state(0), DeliveryState::Delivered, patience);
        QCOMPARE(bench.window().banners().count(), 0);
        QVERIFY(box.toPlainText().isEmpty());
    }
};

TEXTDESK_TEST(tst_fulldisk, TestFullDisk)
#include "tst_fulldisk.moc"
