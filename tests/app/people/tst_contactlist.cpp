// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names as people type them, and everybody who listens hears of a change.
#include "app/people/contactlist.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestContactList final : public QObject {
    Q_OBJECT
private:
    const QString m_number{QStringLiteral("+27820000012")};

private slots:
    void aNameIsOneTidyLine()
    {
        TempStore store;
        ContactList people{store.database()};
        QSignalSpy changed{&people, &ContactList::changed};
        const auto saved =
            resultOf(people.save(QStringLiteral("  Thandi\n\tMokoena\u0007 "), m_number));
        QVERIFY(saved);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(people.namesAt(m_number), QStringLiteral("Thandi Mokoena"));
        QVERIFY(resultOf(people.rename(*saved, QStringLiteral("Thandi"))));
        QCOMPARE(people.at(m_number).front(), (ContactRow{*saved, QStringLiteral("Thandi")}));
        QVERIFY(resultOf(people.remove(*saved)));
        QTRY_COMPARE(changed.count(), 3);
        QVERIFY(people.namesAt(m_number).isEmpty());
    }

    void whatIsNoNameIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("why");
        QTest::newRow("nothing") << QString{} << QStringLiteral("empty-name");
        QTest::newRow("spaces") << QStringLiteral(" \n ") << QStringLiteral("empty-name");
        QTest::newRow("control") << QStringLiteral("\u0001\u0002") << QStringLiteral("empty-name");
        QTest::newRow("a page") << QString{121, u'x'} << QStringLiteral("name-too-long");
    }

    void whatIsNoNameIsRefused()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, why);
        TempStore store;
        ContactList people{store.database()};
        QCOMPARE(resultOf(people.save(name, m_number)).error().detail(), why);
        QCOMPARE(resultOf(people.rename(ContactId{1}, name)).error().detail(), why);
        QVERIFY(people.at(m_number).empty());
    }

    void whoIsNotThereCannotBeChanged()
    {
        TempStore store;
        ContactList people{store.database()};
        QCOMPARE(resultOf(people.rename(ContactId{9}, QStringLiteral("A"))).error().kind(),
            ErrorKind::NotFound);
        QCOMPARE(resultOf(people.remove(ContactId{9})).error().kind(), ErrorKind::NotFound);
    }
};

TEXTDESK_TEST(tst_contactlist, TestContactList)
#include "tst_contactlist.moc"
