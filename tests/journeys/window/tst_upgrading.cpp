// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The first start of this version on a profile of the one before.
#include "ui/upgrading.h"

#include "tests/support/manualclock.h"
#include "tests/support/storage/oldstore.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/widgetwalk.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestUpgrading final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        makeStoreOfVersionOne(m_folder->filePath(QStringLiteral("textdesk.db")), 5000);
    }

    void whatIsOverAtOnceShowsNothing()
    {
        Upgrading upgrading{m_theme, m_clock, m_folder->path()};
        QSignalSpy ended{&upgrading, &Upgrading::ended};
        upgrading.start();
        QTRY_COMPARE(ended.size(), 1);
        m_clock.advance(1s);
        QVERIFY(!upgrading.screen().isVisible());
        QVERIFY(!upgrading.isGivenUp());
        QVERIFY(!ProfileUpgrade::isDue(m_folder->path()));
    }

    void whatLastsSaysWhatHappens()
    {
        Upgrading upgrading{m_theme, m_clock, m_folder->path()};
        QSignalSpy ended{&upgrading, &Upgrading::ended};
        upgrading.start();
        m_clock.advance(300ms);
        QVERIFY(upgrading.screen().isVisible());
        QString said;
        for (const QLabel* label : upgrading.screen().findChildren<QLabel*>()) {
            said += label->text() + u' ';
        }
        QVERIFY2(said.contains(QStringLiteral("up to date")), qPrintable(said));
        QCOMPARE(namelessWidgets(upgrading.screen()), QStringList{});
        QCOMPARE(richLabels(upgrading.screen()), QStringList{});
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!upgrading.screen().isVisible());
    }

    void whoClosesItEndsTheStartAndLosesNothing()
    {
        {
            Upgrading upgrading{m_theme, m_clock, m_folder->path()};
            QSignalSpy ended{&upgrading, &Upgrading::ended};
            upgrading.start();
            m_clock.advance(300ms);
            upgrading.screen().close();
            QCOMPARE(ended.size(), 1);
            QVERIFY(upgrading.isGivenUp());
        }
        Upgrading again{m_theme, m_clock, m_folder->path()};
        QSignalSpy ended{&again, &Upgrading::ended};
        again.start();
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!ProfileUpgrade::isDue(m_folder->path()));
    }

private:
    Theme m_theme{*qApp};
    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

TEXTDESK_TEST(tst_upgrading, TestUpgrading)
#include "tst_upgrading.moc"
