// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Each state of the keychain has its own words and its own way out.
#include "tests/support/testregistry.h"
#include "tests/support/ui/widgetwalk.h"
#include "tests/ui/accounts/fakeaccounts.h"
#include "ui/accounts/keepingpanel.h"
#include "ui/accounts/keepingwords.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestKeepingPanel final : public QObject {
    Q_OBJECT
    Theme m_theme{*qApp};

    struct Bench final {
        Bench(Theme& theme, KeepingState state)
            : panel{theme, desk}
        {
            desk.now = state;
            panel.present(state);
            panel.show();
        }
        QAbstractButton& button(const char* name)
        {
            return *panel.findChild<QAbstractButton*>(QLatin1String{name});
        }
        QLineEdit& field(const char* name)
        {
            return *panel.findChild<QLineEdit*>(QLatin1String{name});
        }
        QString said(const char* name)
        {
            const auto* label = panel.findChild<QLabel*>(QLatin1String{name});
            return label->isHidden() ? QString{} : label->text();
        }
        FakeKeepingDesk desk;
        KeepingPanel panel;
    };

private slots:
    void everyStateSaysWhatStaysReadable_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("offersVault");
        QTest::newRow("none") << int(KeepingState::NoBackend) << true;
        QTest::newRow("locked") << int(KeepingState::Locked) << true;
        QTest::newRow("denied") << int(KeepingState::Denied) << true;
        QTest::newRow("silent") << int(KeepingState::Silent) << true;
        QTest::newRow("vault") << int(KeepingState::VaultLocked) << false;
        QTest::newRow("damaged") << int(KeepingState::VaultDamaged) << true;
    }
    void everyStateSaysWhatStaysReadable()
    {
        QFETCH(int, state);
        QFETCH(bool, offersVault);
        Bench bench{m_theme, KeepingState(state)};
        QVERIFY(bench.said("keepingWords").contains(QLatin1String{"stay readable"}));
        QCOMPARE(bench.button("keepingAgain").isVisible(), offersVault);
        QCOMPARE(bench.field("keepingPassphrase").isVisible(), !offersVault);
        QVERIFY(bench.button("keepingMain").isVisible());
        QCOMPARE(namelessWidgets(bench.panel), QStringList{});
        QCOMPARE(richLabels(bench.panel), QStringList{});
        bench.desk.canMake = false; // e.g. secrets from the environment
        bench.panel.present(KeepingState(state));
        QCOMPARE(bench.button("keepingMain").isVisible(),
            !offersVault || KeepingState(state) == KeepingState::Locked); // there it unlocks
    }
    void noTwoStatesShareTheirWords()
    {
        QSet<QString> titles;
        for (const KeepingState state : {KeepingState::Good, KeepingState::NoBackend,
                 KeepingState::Locked, KeepingState::Denied, KeepingState::Silent,
                 KeepingState::VaultLocked, KeepingState::VaultDamaged}) {
            titles.insert(wordsForKeeping(state, QStringLiteral("KWallet")).title);
        }
        QCOMPARE(titles.size(), 7);
    }
    void aPassphraseOpensTheVault()
    {
        Bench bench{m_theme, KeepingState::VaultLocked};
        QSignalSpy mended{&bench.panel, &KeepingPanel::mended};
        bench.button("keepingMain").click(); // nothing typed: nothing asked
        QVERIFY(bench.desk.log.isEmpty());
        bench.field("keepingPassphrase").setText(QStringLiteral("wrong horse"));
        QTest::keyClick(&bench.field("keepingPassphrase"), Qt::Key_Return);
        QTRY_VERIFY(bench.said("keepingProblem").contains(QLatin1String{"not the passphrase"}));
        bench.field("keepingPassphrase").setText(QStringLiteral("correct horse"));
        QTest::keyClick(&bench.field("keepingPassphrase"), Qt::Key_Return);
        QTRY_COMPARE(mended.count(), 1);
        QVERIFY(bench.field("keepingPassphrase").text().isEmpty());
    }
    void aNewPassphraseIsTypedTwice()
    {
        Bench bench{m_theme, KeepingState::NoBackend};
        QSignalSpy mended{&bench.panel, &KeepingPanel::mended};
        bench.button("keepingMain").click();
        QVERIFY(bench.said("keepingWords").contains(QLatin1String{"Nobody can bring it back"}));
        bench.field("keepingPassphrase").setText(QStringLiteral("correct horse"));
        bench.button("keepingMain").click();
        QVERIFY(bench.said("keepingProblem").contains(QLatin1String{"not the same"}));
        QVERIFY(bench.desk.log.isEmpty());
        bench.field("keepingPassphrase").setText(QStringLiteral("short"));
        bench.field("keepingPassphraseAgain").setText(QStringLiteral("short"));
        bench.button("keepingMain").click();
        QTRY_VERIFY(bench.said("keepingProblem").contains(QLatin1String{"eight"}));
        bench.field("keepingPassphrase").setText(QStringLiteral("correct horse"));
        bench.field("keepingPassphraseAgain").setText(QStringLiteral("correct horse"));
        bench.button("keepingMain").click();
        QTRY_COMPARE(mended.count(), 1);
    }
    void tryingAgainSaysWhenNothingChanged()
    {
        Bench bench{m_theme, KeepingState::Locked};
        QSignalSpy mended{&bench.panel, &KeepingPanel::mended};
        QCOMPARE(bench.button("keepingMain").accessibleName(), QStringLiteral("Unlock"));
        bench.button("keepingMain").click();
        QTRY_VERIFY(bench.said("keepingProblem").contains(QLatin1String{"still so"}));
        QVERIFY(!bench.field("keepingPassphrase").isVisible());
        bench.desk.now = KeepingState::Good;
        bench.button("keepingMain").click();
        QTRY_COMPARE(mended.count(), 1);
        // The second way: a passphrase of one's own.
        bench.panel.present(KeepingState::Locked);
        bench.button("keepingAgain").click();
        QVERIFY(bench.field("keepingPassphrase").isVisible());
        QVERIFY(!bench.button("keepingAgain").isVisible());
        bench.button("keepingMain").click(); // nothing typed: nothing happens
        QCOMPARE(mended.count(), 1);
        QSignalSpy putOff{&bench.panel, &KeepingPanel::putOff};
        bench.panel.present(KeepingState::Locked);
        bench.button("keepingLater").click();
        QCOMPARE(putOff.count(), 1);
    }
};

TEXTDESK_TEST(tst_keepingpanel, TestKeepingPanel)
#include "tst_keepingpanel.moc"
