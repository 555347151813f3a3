// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A profile that a later program used: which one, where to get it, and another profile meanwhile.
#include "tests/support/testregistry.h"
#include "tests/support/ui/scriptedprompt.h"
#include "tests/support/ui/widgetwalk.h"
#include "ui/shell/newerprofile.h"

#include <QAbstractButton>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestNewerProfile final : public QObject {
    Q_OBJECT
    Theme m_theme{*qApp};
    const Error m_newer{ErrorKind::Storage, QStringLiteral("newer-version: have 7, know 2")};

    static QAbstractButton& button(const NewerProfile& screen, const char* name)
    {
        return *screen.findChild<QAbstractButton*>(QLatin1String{name});
    }

private slots:
    void itSaysWhichVersionAndWhereToGetIt()
    {
        const QString named{NewerProfile::sentence(m_newer,
            {QStringLiteral("0.3.0"), QStringLiteral("1.4.0"),
                QStringLiteral("https://textdesk.example")})};
        QVERIFY(named.contains(QStringLiteral("1.4.0")) && named.contains(QStringLiteral("0.3.0")));
        QVERIFY(named.contains(QStringLiteral("https://textdesk.example")));
        QVERIFY(named.contains(QStringLiteral("Nothing was changed")));
    }
    void withoutANameItSaysTheFormat()
    {
        // The window of this version was here, then a command of a later one.
        for (const char* there : {"", "0.3.0"}) {
            const QString said{NewerProfile::sentence(
                m_newer, {QStringLiteral("0.3.0"), QLatin1String{there}, {}})};
            QVERIFY2(said.contains(QStringLiteral("format 7; this one knows 2")), qPrintable(said));
            QVERIFY(said.contains(QStringLiteral("where you got this one")));
        }
    }
    void anotherProfileCanBeOpened()
    {
        ScriptedPrompt prompt;
        NewerProfile screen{m_theme, m_newer, {QStringLiteral("0.3.0"), {}, {}}, prompt};
        screen.show();
        QCOMPARE(namelessWidgets(screen), QStringList{});
        QSignalSpy other{&screen, &NewerProfile::otherWanted};
        prompt.chooseNext({});
        button(screen, "newerProfileMessageAction").click();
        QTRY_COMPARE(prompt.asked().size(), 1);
        QCOMPARE(other.count(), 0);
        prompt.chooseNext(QStringLiteral("/home/office/other"));
        button(screen, "newerProfileMessageAction").click();
        QTRY_COMPARE(other.count(), 1);
        QCOMPARE(other.first().first().toString(), QStringLiteral("/home/office/other"));
        button(screen, "closeNewerProfile").click();
        QVERIFY(!screen.isVisible());
    }
    void onlyThatErrorIsMeant()
    {
        QVERIFY(NewerProfile::isMeant(m_newer));
        QVERIFY(!NewerProfile::isMeant(Error{ErrorKind::Storage, QStringLiteral("damaged")}));
    }
};

TEXTDESK_TEST(tst_newerprofile, TestNewerProfile)
#include "tst_newerprofile.moc"
