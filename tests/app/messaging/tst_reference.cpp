// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/reference.h"

#include "tests/support/testregistry.h"

#include <QSet>
#include <QTest>

using namespace Textdesk;

class TestReference final : public QObject {
    Q_OBJECT
private slots:
    void aReferenceIsThirteenCharactersAndNeverTheSame()
    {
        QSet<QString> seen;
        for (int i{0}; i < 2000; ++i) {
            const QString one{newReference()};
            QCOMPARE(one.size(), referenceLength);
            seen.insert(one);
        }
        QCOMPARE(seen.size(), 2000);
    }

    void whatAPersonWroteComesBackFromTheWire_data()
    {
        QTest::addColumn<QString>("personal");
        for (const char* text :
            {"", "order 7", "a#b", "#", "##", "x#k3f", "36 characters long 1234567890 abcdef"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
        QTest::newRow("emoji") << QStringLiteral("\U0001F600 ünï");
        QTest::newRow("looks like a reference itself") << QStringLiteral("#abcdefghjkmnp");
    }

    void whatAPersonWroteComesBackFromTheWire()
    {
        QFETCH(QString, personal);
        const QString reference{newReference()};
        const WireData back{fromWire(toWire(personal, reference))};
        QCOMPARE(back.personal, personal);
        QCOMPARE(back.reference, reference);
    }

    void theLongestFitsIntoFiftyCharacters()
    {
        QCOMPARE(toWire(QString{longestPersonalData, u'x'}, newReference()).size(), 50);
    }

    void foreignDataIsAllPersonal_data()
    {
        QTest::addColumn<QString>("wire");
        for (const char* text : {"", "plain", "#", "a#short", "a#ABCDEFGHJKMNP", "a#abcdefghjkmn0",
                 "a#abcdefghjkmnp1", "#abcdefghjkmnp "}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }

    void foreignDataIsAllPersonal()
    {
        QFETCH(QString, wire);
        const WireData back{fromWire(wire)};
        QCOMPARE(back.personal, wire);
        QVERIFY(back.reference.isEmpty());
    }
};

TEXTDESK_TEST(tst_reference, TestReference)
#include "tst_reference.moc"
