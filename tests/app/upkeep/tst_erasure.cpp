// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every file of a profile is read after a person was erased: database, WAL, backups, kept copies,
// log.
#include "app/upkeep/erasure.h"

#include "app/storage/backup.h"
#include "app/storage/conversationtable.h"
#include "app/storage/optouttable.h"
#include "app/storage/statement.h"
#include "tests/app/storage/plantedfiles.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

const QString ann{QStringLiteral("+27820000001")};
const QString ben{QStringLiteral("+27821234567")};
const QString region{QStringLiteral("ZA")};
const QByteArray word{"artzophone"}; // the index shares the first letters with a neighbour
const QByteArray digits{"821234567"};
constexpr qint64 roomy{qint64{1} << 40};

} // namespace

class TestErasure final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
        m_store->addMany(m_account, ann, 500, 1000, 1000);
        for (int i{0}; i < 300; ++i) {
            m_store->addIncoming(
                m_account, ben, QStringLiteral("quartzophone number %1").arg(i), 2000000 + i);
        }
        QTRY_COMPARE(count("SELECT count(*) FROM message_unindexed"), 0);
        m_erasure = std::make_unique<Erasure>(m_store->database(), m_clock);
    }

    void cleanup()
    {
        m_erasure.reset();
        m_store.reset();
    }

    void nothingIsLeftInAnyFile()
    {
        const auto backup = makeBackup(m_store->reader(), m_store->file(), 86400000, roomy);
        QVERIFY(backup.has_value());
        for (const char* end : {".before-0002", ".damaged-1"}) {
            QVERIFY(QFile::copy(backup->file, m_store->file() + QLatin1String{end}));
        }
        writeLog("2026-11-21T12:00:00Z info textdesk.net a line\n"
                 "2026-11-21T12:00:01Z info textdesk.net wrong: 27821234567\n"
                 "2026-11-21T12:00:02Z info textdesk.net another line\n");
        QFile practised{folder() + QStringLiteral("/practice-ledger.jsonl")};
        QVERIFY(practised.open(QIODevice::WriteOnly));
        practised.write("{\"to\":\"+27821234567\",\"text\":\"" + QByteArray{word}
            + "\"}\n{\"to\":\"+27820000010\"}\n");
        practised.close();
        QVERIFY(filesWith(folder(), word).size() >= 5);
        QVERIFY(filesWith(folder(), digits).size() >= 5);
        QCOMPARE(erase(true), qint64{300});
        QCOMPARE(filesWith(folder(), word), QStringList{});
        QCOMPARE(filesWith(folder(), digits), QStringList{});
        QCOMPARE(filesWith(folder(), "another line"), QStringList{QStringLiteral("textdesk.log")});
        // A fresh backup stands for the ones that went, and the others' texts are in it.
        QCOMPARE(backupsOf(m_store->file()).size(), size_t{1});
        QCOMPARE(count("SELECT count(*) FROM message"), 500);
        m_store->close();
        QCOMPARE(filesWith(folder(), word), QStringList{});
        QCOMPARE(filesWith(folder(), digits), QStringList{});
    }

    void whoSaidStopIsNotTextedAgain()
    {
        m_store->change([](WriteContext& context) {
            OptOutTable::close(context, {ben, 1, QStringLiteral("stop-word"), {}, {}});
        });
        erase(false);
        QVERIFY(OptOutTable::isClosed(m_store->reader(), ben));
        QCOMPARE(filesWith(folder(), word), QStringList{});
        // Their number is in the opt-out list and in nothing else.
        QCOMPARE(count("SELECT count(*) FROM conversation WHERE peer = '+27821234567'"), 0);
    }

    void anyoneElseIsUntouched()
    {
        const auto preview = probe(m_erasure->preview(QStringLiteral("082 000 0777"), region));
        QVERIFY(preview.has_value());
        QVERIFY(preview->isEmpty());
        const auto wrong = probe(m_erasure->preview(QStringLiteral("nobody?"), region));
        QVERIFY(!wrong);
        QVERIFY(wrong.error().detail().startsWith(QStringLiteral("invalid-number")));
        QCOMPARE(count("SELECT count(*) FROM message"), 800);
    }

    void aTextUnderWayIsWaitedFor()
    {
        m_store->addOutgoing(m_account, ben, QStringLiteral("going"), DeliveryState::Submitting);
        const auto preview = probe(m_erasure->preview(ben, region));
        const auto erased = probe(m_erasure->erase(*preview, true));
        QVERIFY(!erased);
        QCOMPARE(erased.error().detail(), QStringLiteral("still-sending"));
        QCOMPARE(count("SELECT count(*) FROM message"), 801);
    }

private:
    template <typename T> Result<T> probe(Call<T>* call)
    {
        std::optional<Result<T>> result;
        call->then(m_erasure.get(), [&result](const Result<T>& settled) { result = settled; });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 30000)) {
            qFatal("the call did not settle");
        }
        return *result;
    }
    qint64 erase(bool optOutToo)
    {
        const auto preview = probe(m_erasure->preview(QStringLiteral("082 123 4567"), region));
        if (!preview || preview->messages != 300) {
            return -1;
        }
        return probe(m_erasure->erase(*preview, optOutToo)).value_or(-2);
    }
    void writeLog(const QByteArray& lines)
    {
        QVERIFY(QDir{folder()}.mkpath(QStringLiteral("log")));
        QFile log{folder() + QStringLiteral("/log/textdesk.log")};
        QVERIFY(log.open(QIODevice::WriteOnly));
        QCOMPARE(log.write(lines), lines.size());
    }
    QString folder() const { return QFileInfo{m_store->file()}.absolutePath(); }
    int count(const char* sql)
    {
        auto query = m_store->reader().prepare(sql);
        return query.first() ? int(query.integer(0)) : -1;
    }

    SystemClock m_clock;
    std::unique_ptr<TempStore> m_store;
    std::unique_ptr<Erasure> m_erasure;
    AccountId m_account;
};

TEXTDESK_TEST(tst_erasure, TestErasure)
#include "tst_erasure.moc"
