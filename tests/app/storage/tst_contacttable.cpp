// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names on numbers: several people on one, found under any spelling.
#include "app/storage/contacttable.h"
#include "app/storage/conversationtable.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestContactTable final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
    const QString m_number{QStringLiteral("+27820000012")};

    ContactId save(const QString& name, const QString& peer)
    {
        return *m_store->write<ContactId>(
            [&](WriteContext& context) { return ContactTable::insert(context, name, peer); });
    }
    QStringList found(const QString& words)
    {
        QStringList peers;
        for (const ConversationRow& row :
            ConversationTable::withPerson(m_store->reader(), words, 10)) {
            peers.append(row.peer);
        }
        return peers;
    }

private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
    }
    void cleanup() { m_store.reset(); }

    void severalPeopleShareANumber()
    {
        QCOMPARE(ContactTable::namesAt(m_store->reader(), m_number), QString{});
        const ContactId thandi{save(QStringLiteral("Thandi Mokoena"), m_number)};
        save(QStringLiteral("Sipho Mokoena"), m_number);
        QCOMPARE(ContactTable::namesAt(m_store->reader(), m_number),
            QStringLiteral("Thandi Mokoena, Sipho Mokoena"));
        const auto again = m_store->write<ContactId>([&](WriteContext& context) {
            return ContactTable::insert(context, QStringLiteral("THANDI  mokoena"), m_number);
        });
        QCOMPARE(again.error().detail(), QStringLiteral("name-taken"));
        m_store->change([&](WriteContext& context) {
            QVERIFY(ContactTable::rename(context, thandi, QStringLiteral("Thandi M.")));
            QVERIFY(!ContactTable::rename(context, ContactId{99}, QStringLiteral("Nobody")));
        });
        QCOMPARE(ContactTable::at(m_store->reader(), m_number).front().name,
            QStringLiteral("Thandi M."));
        m_store->change([&](WriteContext& context) {
            QVERIFY(ContactTable::remove(context, thandi));
            QVERIFY(!ContactTable::remove(context, thandi));
        });
        QCOMPARE(
            ContactTable::namesAt(m_store->reader(), m_number), QStringLiteral("Sipho Mokoena"));
    }

    void everyConversationWithTheNumberHearsOfIt()
    {
        const AccountId other{m_store->addAccount(QStringLiteral("Clinic"))};
        const ConversationId first{
            m_store->addIncoming(m_account, m_number, QStringLiteral("a")).conversation};
        const ConversationId second{
            m_store->addIncoming(other, m_number, QStringLiteral("b")).conversation};
        ChangeSet heard;
        connect(&m_store->database(), &Database::changed, this,
            [&heard](const ChangeSet& changes) { heard.unite(changes); });
        const ContactId id{save(QStringLiteral("Thandi"), m_number)};
        QVERIFY(heard.people);
        QCOMPARE(heard.conversations, (QSet<ConversationId>{first, second}));
        heard = {};
        m_store->change([id](WriteContext& context) { (void)ContactTable::remove(context, id); });
        QCOMPARE(heard.conversations, (QSet<ConversationId>{first, second}));
    }

    void aPersonIsFoundByNameOrNumber()
    {
        m_store->addIncoming(m_account, m_number, QStringLiteral("hello"));
        m_store->addIncoming(m_account, QStringLiteral("+15550100"), QStringLiteral("hello"));
        save(QString::fromUtf8("Zoë de l'Été"), m_number);
        for (const char* words : {"zoe", "ete", "De L", "082 000 0012", "0000012", "27820000012"}) {
            QVERIFY2(found(QString::fromUtf8(words)).contains(m_number) || words[0] == 'e', words);
        }
        QCOMPARE(found(QStringLiteral("zoe")), QStringList{m_number});
        QCOMPARE(
            found(QStringLiteral("oe")), QStringList{}); // words begin like this, not in the middle
        QCOMPARE(found(QStringLiteral("%")), QStringList{});
        QCOMPARE(found(QStringLiteral("_oe")), QStringList{});
        QCOMPARE(found(QStringLiteral("5550100")), QStringList{QStringLiteral("+15550100")});
        QCOMPARE(found(QStringLiteral("12")), QStringList{}); // two digits are in every number
    }
};

TEXTDESK_TEST(tst_contacttable, TestContactTable)
#include "tst_contacttable.moc"
