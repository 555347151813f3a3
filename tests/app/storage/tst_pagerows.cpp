// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages read from their bytes say what SQLite says, log and torn log included, and rubbish says
// nothing.
#include "app/storage/pagerows.h"

#include "app/storage/statement.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestPageRows final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
    }
    void cleanup() { m_store.reset(); }

    void everyMessageIsReadAsItWasWritten()
    {
        m_store->addMany(m_account, ann(), 500, 1000, 1000);
        // Longer than a page, than two and than ten, and not in English.
        for (const int length : {4030, 4061, 4062, 9000, 50000}) {
            m_store->addIncoming(m_account, ann(), QString{length, QChar{0x00e9}});
        }
        QHash<qint64, QString> expected;
        {
            auto query = m_store->reader().prepare("SELECT id, text FROM message");
            query.run();
            while (query.next()) {
                expected.insert(query.integer(0), query.text(1));
            }
        }
        QCOMPARE(int(expected.size()), 505);
        m_store->close();
        QCOMPARE(messagesIn(m_store->file()), expected);
    }

    void theLogCountsUpToItsLastWholeCommit()
    {
        m_store->addMany(m_account, ann(), 50, 1000, 1000);
        m_store->close();
        m_store->open();
        m_store->addMany(m_account, ann(), 300, 9000000, 1000);
        const QString copy{m_folder.filePath(QStringLiteral("copy.db"))};
        const QString log{copy + QStringLiteral("-wal")};
        QVERIFY(QFile::copy(m_store->file(), copy));
        QVERIFY(QFile::copy(m_store->file() + QStringLiteral("-wal"), log));
        QCOMPARE(int(messagesIn(copy).size()), 350);
        // A byte of the first frame that is not as it was: nothing of this log was ever true.
        flip(log, 32 + 24 + 100);
        QCOMPARE(int(messagesIn(copy).size()), 50);
        flip(log, 32 + 24 + 100);
        QCOMPARE(int(messagesIn(copy).size()), 350);
        // Cut in the middle of its last frame: the last commit does not count.
        QFile cut{log};
        QVERIFY(cut.resize(cut.size() - 10));
        QVERIFY(messagesIn(copy).size() < 350);
    }

    void rubbishIsNoRowAndNoCrash()
    {
        m_store->addMany(m_account, ann(), 200, 1000, 1000);
        m_store->addIncoming(m_account, ann(), QString{9000, u'x'});
        m_store->close();
        QFile file{m_store->file()};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray good{file.readAll()};
        const QString hurt{m_folder.filePath(QStringLiteral("hurt.db"))};
        QRandomGenerator random{7};
        for (int round{0}; round < 60; ++round) {
            QByteArray bytes{good};
            for (int i{0}; i < 3000; ++i) {
                bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
            }
            write(hurt, bytes);
            const PageImage image{hurt};
            for (qint64 page{0}; page <= image.pages() + 1; ++page) {
                for (const PageRow& row : rowsOn(image, page)) {
                    QVERIFY(!row.values.empty());
                }
            }
        }
    }

    void anOverflowChainThatGoesRoundEnds()
    {
        m_store->addIncoming(m_account, ann(), QString{20000, u'x'});
        m_store->close();
        QFile file{m_store->file()};
        QVERIFY(file.open(QIODevice::ReadWrite));
        // Every page whose text is nothing but x is one of the chain: let each lead to itself.
        for (qint64 place{0}; place < file.size(); place += PageImage::pageBytes) {
            QVERIFY(file.seek(place));
            const QByteArray page{file.read(PageImage::pageBytes)};
            if (page.mid(4, 1000) == QByteArray{1000, 'x'}) {
                QByteArray number{4, '\0'};
                number[2] = char((place / PageImage::pageBytes + 1) >> 8);
                number[3] = char(place / PageImage::pageBytes + 1);
                QVERIFY(file.seek(place));
                QCOMPARE(file.write(number), 4);
            }
        }
        file.close();
        QVERIFY(messagesIn(m_store->file()).size() <= 1);
    }

private:
    static QString ann() { return QStringLiteral("+27820000001"); }
    // Message rows have twenty values; ids and texts.
    static QHash<qint64, QString> messagesIn(const QString& file)
    {
        constexpr size_t messageValues{20};
        QHash<qint64, QString> found;
        const PageImage image{file};
        for (qint64 page{1}; page <= image.pages(); ++page) {
            for (const PageRow& row : rowsOn(image, page)) {
                if (row.values.size() == messageValues) {
                    found.insert(row.rowId, row.values[5].toString());
                }
            }
        }
        return found;
    }
    static void write(const QString& name, const QByteArray& bytes)
    {
        QFile file{name};
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static void flip(const QString& name, qint64 place)
    {
        QFile file{name};
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(place));
        const QByteArray byte{file.read(1)};
        QVERIFY(file.seek(place));
        QCOMPARE(file.write(QByteArray{1, char(~byte[0])}), 1);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
};

TEXTDESK_TEST(tst_pagerows, TestPageRows)
#include "tst_pagerows.moc"
