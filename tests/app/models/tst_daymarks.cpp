// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A mark stands exactly where the local day changes, whatever comes and goes in between.
#include "app/models/messagemodel.h"
#include "app/storage/messagetable.h"
#include "tests/app/models/modelbench.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

namespace {

const QString ann{QStringLiteral("+27820000001")};
constexpr qint64 hourMs{3600000};

// "2| a b 3| c": the day of the month and the texts of its messages.
QString drawn(const MessageModel& model, const QTimeZone& zone)
{
    QStringList parts;
    for (int row{0}; row < model.rowCount(); ++row) {
        const QModelIndex index{model.index(row)};
        if (index.data(ThreadKindRole).toInt() == int(ThreadRowKind::DayMark)) {
            const auto ms = index.data(MessageAtRole).toLongLong();
            parts += QString::number(QDateTime::fromMSecsSinceEpoch(ms, zone).date().day()) + u'|';
        } else {
            parts += index.data().toString();
        }
    }
    return parts.join(u' ');
}

} // namespace

class TestDayMarks final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
        m_midnight = QDateTime(QDate{2026, 3, 2}, QTime{0, 0}, Qt::UTC).toMSecsSinceEpoch();
    }

    void cleanup() { m_store.reset(); }

    void aTextComesBetweenOthers_data()
    {
        QTest::addColumn<int>("hour");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("signal");
        const auto row = [](int hour, const char* after, const char* signal) {
            QTest::addRow("hour %d", hour)
                << hour << QString::fromLatin1(after) << QString::fromLatin1(signal);
        };
        // a stands at 2 March 10:00, b at 4 March 10:00.
        row(1, "2| x a 4| b", "insert 1-1");
        row(11, "2| a x 4| b", "insert 2-2");
        row(34, "2| a 3| x 4| b", "insert 2-3");
        row(49, "2| a 4| x b", "insert 3-3");
        row(60, "2| a 4| b x", "insert 4-4");
        row(80, "2| a 4| b 5| x", "insert 4-5");
        row(-5, "1| x 2| a 4| b", "insert 0-1");
    }

    void aTextComesBetweenOthers()
    {
        QFETCH(const int, hour);
        QFETCH(const QString, after);
        QFETCH(const QString, signal);
        const Message a{add("a", 10)};
        add("b", 58);
        MessageModel model{m_store->database(), QTimeZone::utc()};
        model.open(a.conversation);
        Transcript said{model};
        const Message x{add("x", hour)};
        QCOMPARE(drawn(model, QTimeZone::utc()), after);
        QCOMPARE(said.take(), QStringList{signal});
        m_store->change([x](WriteContext& context) { MessageTable::remove(context, x); });
        QCOMPARE(drawn(model, QTimeZone::utc()), QStringLiteral("2| a 4| b"));
        QCOMPARE(said.take(),
            QStringList{
                QString{signal}.replace(QStringLiteral("insert"), QStringLiteral("remove"))});
    }

    void aClockThatWasSetBackSplitsADay()
    {
        // Ids keep the order of writing; the times shown may not.
        const Message a{add("a", 10)};
        add("b", 12);
        MessageModel model{m_store->database(), QTimeZone::utc()};
        model.open(a.conversation);
        Transcript said{model};
        m_store->change([this, a](WriteContext& context) {
            Message x{outgoing(m_account, ann, QStringLiteral("x"), DeliveryState::Sent)};
            x.conversation = a.conversation;
            x.id = MessageId{a.id.value() + 1};
            x.atMs = m_midnight - hourMs;
            MessageTable::insert(context, x);
        });
        QCOMPARE(drawn(model, QTimeZone::utc()), QStringLiteral("2| a 1| x 2| b"));
        QCOMPARE(said.take(), QStringList{QStringLiteral("insert 2-4")});
        const auto x = MessageTable::find(m_store->reader(), MessageId{a.id.value() + 1});
        m_store->change([x](WriteContext& context) { MessageTable::remove(context, *x); });
        QCOMPARE(drawn(model, QTimeZone::utc()), QStringLiteral("2| a b"));
        QCOMPARE(said.take(), QStringList{QStringLiteral("remove 2-4")});
    }

    void daysAreThoseOfTheGivenZone()
    {
        const QTimeZone johannesburg{"Africa/Johannesburg"}; // two hours ahead of UTC
        const Message a{add("a", 21)};
        add("b", 23);
        MessageModel model{m_store->database(), QTimeZone::utc()};
        model.open(a.conversation);
        QCOMPARE(drawn(model, QTimeZone::utc()), QStringLiteral("2| a b"));
        model.setTimeZone(johannesburg);
        QCOMPARE(drawn(model, johannesburg), QStringLiteral("2| a 3| b"));
        QCOMPARE(model.index(2).data(MessageAtRole).toLongLong(), m_midnight + 22 * hourMs);
    }

    void anyOrderOfEventsLeavesTheThreadAsIfItWereReadAnew()
    {
        const Message first{add("start", 10)};
        MessageModel model{m_store->database(), QTimeZone::utc()};
        model.open(first.conversation);
        Transcript said{model};
        QRandomGenerator random{7};
        std::vector<Message> stored;
        for (int step{0}; step < 300; ++step) {
            if (stored.empty() || random.bounded(5) < 3) {
                const QByteArray text{QByteArray::number(step)};
                stored.push_back(add(text.constData(), random.bounded(24 * 12)));
            } else {
                const auto victim = stored.begin() + random.bounded(int(stored.size()));
                const Message gone{*victim};
                stored.erase(victim);
                m_store->change(
                    [gone](WriteContext& context) { MessageTable::remove(context, gone); });
            }
            QVERIFY(model.rowCount() <= MessageModel::mostRows);
            QCOMPARE(drawn(model, QTimeZone::utc()), expected(first.conversation));
        }
        QVERIFY(!said.take().contains(QStringLiteral("reset")));
    }

private:
    Message add(const char* text, int hour)
    {
        return m_store->addIncoming(
            m_account, ann, QString::fromLatin1(text), m_midnight + hour * hourMs);
    }
    // Drawn from the table alone, by the plain rule.
    [[nodiscard]] QString expected(ConversationId conversation)
    {
        QStringList parts;
        QDate day;
        for (const Message& message :
            MessageTable::page(m_store->reader(), conversation, {}, {}, 1000)) {
            const QDate own{QDateTime::fromMSecsSinceEpoch(message.atMs, Qt::UTC).date()};
            if (own != day) {
                parts += QString::number(own.day()) + u'|';
                day = own;
            }
            parts += message.text;
        }
        return parts.join(u' ');
    }

    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
    qint64 m_midnight{0};
};

TEXTDESK_TEST(tst_daymarks, TestDayMarks)
#include "tst_daymarks.moc"
