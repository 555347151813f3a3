// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// While all is well: another passphrase, or the other place for the tokens.
#include "tests/support/testregistry.h"
#include "tests/support/ui/widgetwalk.h"
#include "tests/ui/accounts/fakeaccounts.h"
#include "ui/accounts/keepingcare.h"
#include "ui/accounts/passphrasestrength.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestKeepingCare final : public QObject {
    Q_OBJECT
    Theme m_theme{*qApp};

    struct Bench final {
        Bench(Theme& theme, bool inVault)
            : care{theme, inPlace(desk, inVault)}
        {
            care.show();
        }
        static FakeKeepingDesk& inPlace(FakeKeepingDesk& desk, bool inVault)
        {
            desk.inVault = inVault;
            return desk;
        }
        QAbstractButton& button(const char* name)
        {
            return *care.findChild<QAbstractButton*>(QLatin1String{name});
        }
        void type(const char* name, const QString& words)
        {
            auto* edit = care.findChild<QLineEdit*>(QLatin1String{name});
            edit->clear();
            QTest::keyClicks(edit, words);
        }
        QString said(const char* name)
        {
            const auto* label = care.findChild<QLabel*>(QLatin1String{name});
            return label->isHidden() ? QString{} : label->text();
        }
        FakeKeepingDesk desk;
        KeepingCare care;
    };

private slots:
    void thePassphraseIsChanged()
    {
        Bench bench{m_theme, true};
        QCOMPARE(namelessWidgets(bench.care), QStringList{});
        bench.button("careChange").click();
        bench.type("careOld", QStringLiteral("wrong horse"));
        bench.type("careFresh", QStringLiteral("four words are better"));
        QCOMPARE(bench.said("careStrength"), QStringLiteral("Strong."));
        bench.type("careAgain", QStringLiteral("four words are bettre"));
        bench.button("careDo").click();
        QVERIFY(bench.said("careSaid").contains(QStringLiteral("not the same")));
        QCOMPARE(bench.desk.log, QStringList{});
        bench.type("careAgain", QStringLiteral("four words are better"));
        QVERIFY(bench.said("careSaid").isEmpty());
        bench.button("careDo").click();
        QTRY_VERIFY(bench.said("careSaid").contains(QStringLiteral("not the passphrase")));
        bench.type("careOld", QStringLiteral("correct horse"));
        QTest::keyClick(
            bench.care.findChild<QLineEdit*>(QStringLiteral("careAgain")), Qt::Key_Return);
        QTRY_VERIFY(bench.said("careSaid").contains(QStringLiteral("in force")));
        QCOMPARE(bench.desk.right.revealString(), QStringLiteral("four words are better"));
        const auto fields = bench.care.findChildren<QLineEdit*>();
        for (const QLineEdit* field : fields) {
            QVERIFY(field->text().isEmpty() && field->isHidden());
        }
    }
    void aShortOneIsNotTried()
    {
        Bench bench{m_theme, true};
        bench.button("careChange").click();
        bench.type("careOld", QStringLiteral("correct horse"));
        bench.type("careFresh", QStringLiteral("short"));
        bench.type("careAgain", QStringLiteral("short"));
        bench.button("careDo").click();
        QVERIFY(bench.said("careSaid").contains(QStringLiteral("eight characters")));
        QCOMPARE(bench.desk.log, QStringList{});
        QTest::keyClick(&bench.care, Qt::Key_Escape);
        QVERIFY(bench.button("careDo").isHidden());
        QVERIFY(bench.button("careChange").hasFocus() || !bench.care.isActiveWindow());
    }
    void intoTheProfileAndBack()
    {
        Bench bench{m_theme, false};
        QVERIFY(bench.button("careChange").isHidden());
        bench.button("careMove").click();
        bench.type("careFresh", QStringLiteral("four words are better"));
        bench.type("careAgain", QStringLiteral("four words are better"));
        bench.desk.inVault = true; // as the real one does
        bench.button("careDo").click();
        QTRY_VERIFY(bench.said("careSaid").contains(QStringLiteral("no longer in the keychain")));
        bench.button("careMove").click();
        QTRY_VERIFY(bench.said("careSaid").contains(QStringLiteral("in the keychain now")));
        const QStringList wanted{QStringLiteral("make"), QStringLiteral("keychain")};
        QCOMPARE(bench.desk.log, wanted);
    }
    void howHardAPassphraseIsToGuess_data()
    {
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<int>("strength");
        QTest::newRow("short") << QStringLiteral("1234567") << int(Strength::TooShort);
        QTest::newRow("a word") << QStringLiteral("password") << int(Strength::Weak);
        QTest::newRow("long, but one letter") << QString{40, u'a'} << int(Strength::Weak);
        QTest::newRow("two words") << QStringLiteral("correct horse 7") << int(Strength::Fair);
        QTest::newRow("four words")
            << QStringLiteral("correct horse battery staple") << int(Strength::Strong);
    }
    void howHardAPassphraseIsToGuess()
    {
        QFETCH(const QString, passphrase);
        QFETCH(const int, strength);
        QCOMPARE(int(strengthOf(passphrase)), strength);
        QVERIFY(!describeStrength(passphrase).isEmpty());
    }
};

TEXTDESK_TEST(tst_keepingcare, TestKeepingCare)
#include "tst_keepingcare.moc"
