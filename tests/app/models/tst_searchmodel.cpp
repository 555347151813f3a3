// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/foundconversations.h"
#include "app/models/searchmodel.h"
#include "app/storage/contacttable.h"
#include "app/storage/messagetable.h"
#include "tests/app/models/modelbench.h"
#include "tests/support/testregistry.h"

#include <QIdentityProxyModel>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestSearchModel final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_bench = std::make_unique<ModelBench>();
        m_account = m_bench->addAccount(QStringLiteral("Office"));
        m_model = std::make_unique<SearchModel>(
            m_bench->store.database(), m_bench->accounts, m_bench->store.clock());
    }

    void cleanup()
    {
        m_model.reset();
        m_bench.reset();
    }

    void findsNewestFirstWithTheConversationsTitle()
    {
        add("see you at the dentist");
        m_bench->store.clock().advance(1min);
        const Message newer{add("Dentist moved to 9")};
        add("nothing of that kind");
        QSignalSpy searching{m_model.get(), &SearchModel::searchingChanged};
        m_model->setWords(QStringLiteral("  dent "));
        QVERIFY(m_model->isSearching());
        QTRY_VERIFY(!m_model->isSearching());
        QCOMPARE(searching.size(), 2);
        QCOMPARE(m_model->rowCount(), 2);
        const QModelIndex row{m_model->index(0)};
        QCOMPARE(row.data(SearchMessageIdRole).toLongLong(), newer.id.value());
        QCOMPARE(row.data(SearchConversationIdRole).toLongLong(), newer.conversation.value());
        QCOMPARE(row.data(SearchTitleRole).toString(), QStringLiteral("082 000 0001"));
        QCOMPARE(row.data(SearchAccountRole).toString(), QStringLiteral("Office"));
        QCOMPARE(row.data(SearchTextRole).toString(), QStringLiteral("Dentist moved to 9"));
        QCOMPARE(row.data().toString(), QStringLiteral("Dentist moved to 9"));
        QCOMPARE(row.data(SearchDirectionRole).toInt(), int(Direction::In));
        QCOMPARE(row.data(SearchStateRole).toInt(), int(DeliveryState::Received));
        QCOMPARE(row.data(SearchAtRole).toLongLong(), newer.atMs);
        QVERIFY(!m_model->data(m_model->index(5), SearchTextRole).isValid());
    }

    // As the window looks for the row of the open conversation, through a proxy of its own.
    void aFoundRowIsFoundAgainByTheRolesOfTheList()
    {
        add("see you at the dentist");
        const Message wanted{add("the dentist moved")};
        FoundConversations found{
            m_bench->store.database(), m_bench->accounts, m_bench->store.clock()};
        QIdentityProxyModel list;
        list.setSourceModel(&found);
        found.setWords(QStringLiteral("dentist"));
        QTRY_COMPARE(list.rowCount(), 2);
        const auto rowOf = [&list](int role, qint64 value) {
            const QModelIndexList met{
                list.match(list.index(0, 0), role, value, 1, Qt::MatchExactly)};
            return met.isEmpty() ? -1 : met.first().row();
        };
        QCOMPARE(rowOf(ConversationFoundRole, wanted.id.value()), 0);
        QCOMPARE(rowOf(ConversationIdRole, wanted.conversation.value()), 0);
        QCOMPARE(rowOf(ConversationIdRole, wanted.conversation.value() + 99), -1);
    }

    void operatorsNarrowWhatIsFound()
    {
        const AccountId clinic{m_bench->addAccount(QStringLiteral("Clinic"))};
        TempStore& store{m_bench->store};
        const QString ann{QStringLiteral("+27820000001")};
        const QString ben{QStringLiteral("+27820000002")};
        store.addIncoming(m_account, ann, QStringLiteral("fees one"));
        store.clock().advance(24h);
        store.addOutgoing(m_account, ben, QStringLiteral("fees two"), DeliveryState::Failed);
        store.addIncoming(clinic, ben, QStringLiteral("fees three"));
        store.change([&](WriteContext& context) {
            (void)ContactTable::insert(context, QStringLiteral("Ben Dlamini"), ben);
        });
        const auto found = [this](const QString& typed) {
            m_model->setWords(typed);
            (void)QTest::qWaitFor([this] { return !m_model->isSearching(); });
            QStringList texts;
            for (int row{0}; row < m_model->rowCount(); ++row) {
                texts.append(m_model->index(row).data(SearchTextRole).toString());
            }
            return texts;
        };
        QCOMPARE(found(QStringLiteral("fees")).size(), 3);
        QCOMPARE(found(QStringLiteral("fees is:failed")), QStringList{QStringLiteral("fees two")});
        QCOMPARE(found(QStringLiteral("is:unread line:clin")),
            QStringList{QStringLiteral("fees three")});
        QCOMPARE(found(QStringLiteral("fees from:ben")),
            (QStringList{QStringLiteral("fees three"), QStringLiteral("fees two")}));
        QCOMPARE(found(QStringLiteral("from:dlamini is:failed")),
            QStringList{QStringLiteral("fees two")});
        QCOMPARE(found(QStringLiteral("from:dlamini is:sent")), QStringList{}); // it never left
        QCOMPARE(found(QStringLiteral("from:\"082 000 0001\"")),
            QStringList{QStringLiteral("fees one")});
        QCOMPARE(found(QStringLiteral("from:nobody")), QStringList{});
        QCOMPARE(found(QStringLiteral("before:today")), QStringList{QStringLiteral("fees one")});
        QCOMPARE(found(QStringLiteral("after:today two")), QStringList{QStringLiteral("fees two")});
        QCOMPARE(found(QStringLiteral("on:yesterday is:received")),
            QStringList{QStringLiteral("fees one")});
    }

    void aPersonIsFoundBeforeTheMessages()
    {
        TempStore& store{m_bench->store};
        const QString ann{QStringLiteral("+27820000001")};
        store.addIncoming(m_account, ann, QStringLiteral("hello"));
        store.change([&](WriteContext& context) {
            (void)ContactTable::insert(context, QStringLiteral("Ann Smith"), ann);
        });
        store.addIncoming(m_account, QStringLiteral("+27820000002"), QStringLiteral("Ask Ann"));
        m_model->setWords(QStringLiteral("ann"));
        QTRY_COMPARE(m_model->rowCount(), 2);
        const QModelIndex person{m_model->index(0)};
        QCOMPARE(person.data(SearchTitleRole).toString(), QStringLiteral("Ann Smith"));
        QVERIFY(person.data(SearchNamedRole).toBool());
        QCOMPARE(person.data(SearchMessageIdRole).toLongLong(), 0);
        QCOMPARE(person.data(SearchTextRole).toString(), QStringLiteral("hello"));
        QCOMPARE(m_model->index(1).data(SearchTextRole).toString(), QStringLiteral("Ask Ann"));
    }

    void theLatestWordsWin()
    {
        add("alpha");
        add("beta");
        QSignalSpy reset{m_model.get(), &QAbstractItemModel::modelReset};
        for (const char* typed : {"a", "al", "alp", "b", "be", "beta"}) {
            m_model->setWords(QString::fromLatin1(typed));
        }
        QTRY_VERIFY(!m_model->isSearching());
        QCOMPARE(reset.size(), 1);
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->index(0).data().toString(), QStringLiteral("beta"));
        // The same words again are no new search.
        m_model->setWords(QStringLiteral("beta "));
        QVERIFY(!m_model->isSearching());
    }

    void clearsAtOnceAndIgnoresWhatStillComes()
    {
        add("alpha");
        m_model->setWords(QStringLiteral("alpha"));
        m_model->setWords(QStringLiteral("   "));
        QVERIFY(!m_model->isSearching());
        // A later read runs after the forgotten one: when it has settled, nothing else is on the
        // way.
        QVERIFY(resultOf(m_bench->store.database().read<Done>(
            [](Connection&) -> Result<Done> { return Done{}; })));
        QCOMPARE(m_model->rowCount(), 0);
    }

    void pagesGiveEachOnce()
    {
        m_bench->store.addMany(m_account, QStringLiteral("+27820000001"), 130, 1000, 1000);
        m_model->setWords(QStringLiteral("message"));
        QTRY_COMPARE(m_model->rowCount(), 50);
        QVERIFY(m_model->canFetchMore({}));
        m_model->fetchMore({});
        QVERIFY(!m_model->canFetchMore({})); // one page at a time
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->rowCount(), 100);
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->rowCount(), 130);
        QVERIFY(!m_model->canFetchMore({}));
        qint64 above{std::numeric_limits<qint64>::max()};
        for (int row{0}; row < m_model->rowCount(); ++row) {
            const qint64 id{m_model->index(row).data(SearchMessageIdRole).toLongLong()};
            QVERIFY(id < above);
            above = id;
        }
    }

    void obeysTheRulesOfItsBaseClass()
    {
        m_bench->store.addMany(m_account, QStringLiteral("+27820000001"), 120, 1000, 1000);
        Transcript said{*m_model};
        m_model->setWords(QStringLiteral("message"));
        QTRY_COMPARE(m_model->rowCount(), 50);
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->rowCount(), 100);
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->rowCount(), 120);
        QCOMPARE(said.take().join(u' '), QStringLiteral("reset insert 50-99 insert 100-119"));
        m_model->setWords({});
        QCOMPARE(said.take().last(), QStringLiteral("reset"));
    }

    void aDeletedTextLeavesTheResults()
    {
        const Message gone{add("alpha one")};
        add("alpha two");
        m_model->setWords(QStringLiteral("alpha"));
        QTRY_COMPARE(m_model->rowCount(), 2);
        m_bench->store.change(
            [gone](WriteContext& context) { MessageTable::remove(context, gone); });
        QCOMPARE(m_model->rowCount(), 1);
    }

    void aFailedSearchSaysSo()
    {
        add("alpha");
        QSignalSpy failed{m_model.get(), &SearchModel::readFailed};
        m_bench->store.change([](WriteContext& context) {
            context.db.execute(QStringLiteral("ALTER TABLE message RENAME TO elsewhere"));
        });
        m_model->setWords(QStringLiteral("alpha"));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!m_model->isSearching());
    }

    void diesWhileSearching()
    {
        add("alpha");
        m_model->setWords(QStringLiteral("alpha"));
        m_model.reset();
        QVERIFY(resultOf(m_bench->store.database().read<Done>(
            [](Connection&) -> Result<Done> { return Done{}; })));
    }

private:
    Message add(const char* text)
    {
        return m_bench->store.addIncoming(
            m_account, QStringLiteral("+27820000001"), QString::fromLatin1(text));
    }

    std::unique_ptr<ModelBench> m_bench;
    std::unique_ptr<SearchModel> m_model;
    AccountId m_account;
};

TEXTDESK_TEST(tst_searchmodel, TestSearchModel)
#include "tst_searchmodel.moc"
