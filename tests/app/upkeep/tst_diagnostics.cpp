// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Canaries are planted wherever a person has words, numbers and keys; none may come out.
#include "app/upkeep/diagnostics.h"

#include "app/storage/inboundtable.h"
#include "app/storage/optouttable.h"
#include "app/upkeep/diagnosticstext.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

const QString number{QStringLiteral("+27821234567")};
const QString account{QStringLiteral("Canaryschool")};
const QStringList canaries{QStringLiteral("821234567"), QStringLiteral("123 4567"),
    QStringLiteral("canary"), QStringLiteral("Canary"), QStringLiteral("s3cr3tk3yn0b0dymayse3"),
    QStringLiteral("/home/")};

} // namespace

class TestDiagnostics final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_folder = QFileInfo{m_store->file()}.absolutePath();
        m_settings = std::make_unique<Settings>(m_folder);
        m_diagnostics = std::make_unique<Diagnostics>(m_store->database(), *m_settings);
        plant();
    }

    void cleanup()
    {
        m_diagnostics.reset();
        m_settings.reset();
        m_store.reset();
    }

    void itTellsWhatHelpsAndNothingOfAnybody()
    {
        const auto parts = probe(m_diagnostics->collect());
        QVERIFY2(parts.has_value(), parts ? "" : qPrintable(parts.error().detail()));
        QString all;
        QStringList names;
        for (const BundlePart& part : *parts) {
            names.append(part.name);
            all += part.text;
        }
        QCOMPARE(names,
            (QStringList{QStringLiteral("program.txt"), QStringLiteral("settings.txt"),
                QStringLiteral("store.txt"), QStringLiteral("log.txt")}));
        for (const QString& canary : canaries) {
            QVERIFY2(!all.contains(canary), qPrintable(canary));
        }
        for (const char* told :
            {"SQLite: 3.", "schema: 2", "message: 2", "refused forged: 1", "in received: 1",
                "out unknown: 1", "test unauthorized: 1", "network/proxy-host: set",
                "listener/port: 9000", "window/theme: default", "Qt: 6", "sent [number]"}) {
            QVERIFY2(all.contains(QLatin1String{told}), told);
        }
    }

    void theFileHoldsExactlyWhatWasShown()
    {
        const auto parts = probe(m_diagnostics->collect());
        const QString file{m_folder + QStringLiteral("/diagnostics.zip")};
        const auto saved = probe(m_diagnostics->save(file, *parts));
        QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().detail()));
        QVERIFY(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)));
        QuaZip zip{file};
        QVERIFY(zip.open(QuaZip::mdUnzip));
        QCOMPARE(size_t(zip.getEntriesCount()), parts->size());
        for (const BundlePart& part : *parts) {
            QVERIFY(zip.setCurrentFile(part.name));
            QuaZipFile entry{&zip};
            QVERIFY(entry.open(QIODevice::ReadOnly));
            QCOMPARE(QString::fromUtf8(entry.readAll()), part.text);
        }
    }

    void aPlaceThatCannotBeWrittenSaysSoAndLeavesNothing()
    {
        const auto saved = probe(m_diagnostics->save(
            m_folder + QStringLiteral("/no-such-folder/x.zip"), {{QStringLiteral("a"), {}}}));
        QVERIFY(!saved);
        QCOMPARE(saved.error().detail(), QStringLiteral("cannot-open"));
    }

    void aLineKeepsItsSenseAndLosesTheRest_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* line, const char* expected) {
            QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(expected);
        };
        row("2026-11-21T12:00:00.123Z info textdesk.net GET 200 in 35 ms",
            "2026-11-21T12:00:00.123Z info textdesk.net GET 200 in 35 ms");
        row("to +27 82 123 4567 failed", "to [number] failed");
        row("to (082) 123-4567 failed", "to [number] failed");
        row("of me@example.org", "of [address]");
        row("GET https://x.example/api?token=abc", "GET [link]");
        row("file /home/ann/Textdesk/textdesk.db", "file [path]");
        row("key abcDEF123456ghiJKL789", "key [key]");
        row("office ann says 12345", "office [name] says 12345");
    }

    void aLineKeepsItsSenseAndLosesTheRest()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, expected);
        QCOMPARE(DiagnosticsText::redacted(line, {QStringLiteral("Ann")}), expected);
    }

private:
    void plant()
    {
        AccountRow row;
        row.name = account;
        row.provider = QStringLiteral("test");
        row.webhookKey = QStringLiteral("s3cr3tk3yn0b0dymayse3");
        row.settings.insert(QStringLiteral("email"), QStringLiteral("canary@example.org"));
        const auto id = m_store->write<AccountId>(
            [row](WriteContext& context) { return AccountTable::insert(context, row); });
        m_store->addIncoming(*id, number, QStringLiteral("canary words"));
        m_store->addOutgoing(*id, number, QStringLiteral("canary too"), DeliveryState::Unknown);
        m_store->change([id](WriteContext& context) {
            AccountTable::setPaused(context, *id, QStringLiteral("unauthorized"));
            OptOutTable::close(context, {number, 1, QStringLiteral("stop-word"), {}, {}});
            InboundEventRow event;
            event.account = *id;
            event.verdict = QStringLiteral("refused");
            event.reason = QStringLiteral("forged");
            event.body = "canary=+27821234567";
            InboundTable::logEvent(context, event);
            context.db.execute(QStringLiteral("INSERT INTO contact(id, name, folded, created_ms, "
                                              "changed_ms) VALUES(1, 'Benny Canary', '', 1, 1)"));
        });
        m_settings->set(Setting::ProxyHost, QStringLiteral("canary.example"));
        m_settings->set(Setting::ProxyUser, QStringLiteral("canary"));
        m_settings->set(Setting::ExtraCaFile, QStringLiteral("/home/canary/ca.pem"));
        m_settings->set(Setting::ListenerPort, 9000);
        QVERIFY(QDir{m_folder}.mkpath(QStringLiteral("log")));
        QFile log{m_folder + QStringLiteral("/log/textdesk.log")};
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write("2026-11-21T12:00:00Z info textdesk.net sent +27 82 123 4567 for Canaryschool\n"
                  "2026-11-21T12:00:00Z info textdesk.net Benny Canary /home/canary/x "
                  "s3cr3tk3yn0b0dymayse3\n");
    }
    template <typename T> Result<T> probe(Call<T>* call)
    {
        std::optional<Result<T>> result;
        call->then(m_diagnostics.get(), [&result](const Result<T>& settled) { result = settled; });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 30000)) {
            qFatal("the call did not settle");
        }
        return *result;
    }

    QString m_folder;
    std::unique_ptr<TempStore> m_store;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Diagnostics> m_diagnostics;
};

TEXTDESK_TEST(tst_diagnostics, TestDiagnostics)
#include "tst_diagnostics.moc"
