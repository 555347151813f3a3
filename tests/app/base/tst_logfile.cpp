// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The log file: one line a line, its owner's alone, never larger than it may be, from many threads.
#include "app/base/log.h"
#include "app/base/logfile.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace Textdesk;

namespace {

QStringList echoed;

void collect(QtMsgType, const QMessageLogContext&, const QString& words)
{
    echoed.append(words);
}

QByteArray bytesOf(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

class TestLogFile final : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        echoed.clear();
    }
    void aLineHasTimeLevelAndCategory()
    {
        LogFile log{m_folder->path(), {}};
        log.write(QtWarningMsg, "textdesk.net", QStringLiteral("two\nlines\x1b[31m \u2028 red"));
        static const QRegularExpression shape{QStringLiteral(
            R"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z warning textdesk\.net two lines \[31m   red\n$)")};
        const QString text{QString::fromUtf8(bytesOf(log.path()))};
        QVERIFY2(shape.match(text).hasMatch(), qPrintable(text));
        const auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(log.path()), mine);
    }
    void everyLineIsScrubbedAlsoWhereItIsEchoed()
    {
        const auto scrub = [](const QString& words) {
            return QString{words}.replace(QStringLiteral("canary"), QStringLiteral("***"));
        };
        const QtMessageHandler tests{qInstallMessageHandler(collect)};
        {
            LogFile log{m_folder->path(), scrub};
            log.install(QtWarningMsg);
            qCInfo(logNet) << "quiet canary";
            qCWarning(logStorage) << "loud canary";
        }
        qCInfo(logNet) << "after";
        qInstallMessageHandler(tests);
        const QByteArray text{bytesOf(m_folder->filePath(QStringLiteral("textdesk.log")))};
        QVERIFY(text.contains("info textdesk.net quiet ***"));
        QVERIFY(text.contains("warning textdesk.storage loud ***"));
        QVERIFY(!text.contains("canary") && !text.contains("after"));
        const QStringList wanted{QStringLiteral("loud ***"), QStringLiteral("after")};
        QCOMPARE(echoed, wanted);
    }
    void fullFilesMoveOnAndTheOldestGoes()
    {
        LogFile log{m_folder->path(), {}, {1000, 3, 2000}};
        for (int i{0}; i < 200; ++i) {
            log.write(QtInfoMsg, "textdesk.net", QStringLiteral("line %1").arg(i));
        }
        const QDir folder{m_folder->path()};
        const QStringList files{folder.entryList(QDir::Files | QDir::Hidden, QDir::Name)};
        const QStringList wanted{QStringLiteral("textdesk.log"), QStringLiteral("textdesk.log.1"),
            QStringLiteral("textdesk.log.2")};
        QCOMPARE(files, wanted);
        QByteArray all;
        for (const char* name : {"textdesk.log.2", "textdesk.log.1", "textdesk.log"}) {
            const QByteArray part{bytesOf(folder.filePath(QLatin1String{name}))};
            QVERIFY(part.size() <= 1000 && part.endsWith('\n'));
            all += part;
        }
        // What is left is the end, without a hole.
        const int lines{int(all.count('\n'))};
        for (int i{200 - lines}; i < 200; ++i) {
            QVERIFY(all.contains("line " + QByteArray::number(i) + '\n'));
        }
    }
    void threadsAndSecondLogsDoNotMixTheirLines()
    {
        LogFile one{m_folder->path(), {}, {1 << 20, 3, 2000}};
        LogFile two{m_folder->path(), {}, {1 << 20, 3, 2000}};
        std::vector<std::thread> threads;
        for (int number{0}; number < 4; ++number) {
            threads.emplace_back([&one, &two, number] {
                for (int i{0}; i < 200; ++i) {
                    (number % 2 == 0 ? one : two)
                        .write(QtInfoMsg, "textdesk.http", QString(60, QChar{u'a' + number}));
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        static const QRegularExpression shape{
            QStringLiteral(R"(^\S+Z info textdesk\.http (a{60}|b{60}|c{60}|d{60})$)")};
        const QList<QByteArray> lines{bytesOf(one.path()).trimmed().split('\n')};
        QCOMPARE(lines.size(), 800);
        for (const QByteArray& line : lines) {
            QVERIFY2(shape.match(QString::fromUtf8(line)).hasMatch(), line.constData());
        }
    }
    void aLongLineIsCutAndAMissingFolderIsQuiet()
    {
        LogFile log{m_folder->path(), {}, {1 << 20, 3, 50}};
        log.write(QtInfoMsg, nullptr, QString(5000, u'x'));
        QVERIFY(bytesOf(log.path()).size() < 120);
        LogFile nowhere{m_folder->filePath(QStringLiteral("no")), {}};
        nowhere.write(QtInfoMsg, nullptr, QStringLiteral("x"));
        QVERIFY(!QFile::exists(nowhere.path()));
    }
};

TEXTDESK_TEST(tst_logfile, TestLogFile)
#include "tst_logfile.moc"
