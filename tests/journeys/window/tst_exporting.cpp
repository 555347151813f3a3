// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation leaves the real program as a spreadsheet and as a document.
#include "tests/journeys/window/windowbench.h"
#include "tests/support/testregistry.h"
#include "ui/shell/actiontable.h"
#include "ui/shell/inboxpage.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestExporting final : public QObject {
    Q_OBJECT
private:
    static QByteArray read(const QString& file)
    {
        QFile opened{file};
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray{};
    }

private slots:
    void bothKindsOfFile()
    {
        WindowBench bench;
        QTemporaryDir folder;
        bench.practise();
        bench.compose(QStringLiteral("082 000 0010"), QStringLiteral("=Is the hall free?"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.messages(), 2, 30'000);
        const auto* notices =
            bench.window().inbox().findChild<BannerArea*>(QStringLiteral("inboxNotices"));
        for (const char* name : {"out.csv", "out.pdf"}) {
            const QString file{folder.filePath(QLatin1String{name})};
            bench.prompt().chooseNext(file);
            QVERIFY(bench.window().actions().run(QStringLiteral("conversation.export")));
            QTRY_VERIFY(notices->banner(QStringLiteral("export-done")) != nullptr
                && notices->banner(QStringLiteral("export-done"))
                       ->what()
                       .contains(QLatin1String{name}));
        }
        const QByteArray table{read(folder.filePath(QStringLiteral("out.csv")))};
        QCOMPARE(table.count("\r\n"), 3);
        QVERIFY(
            table.contains(",\"out\",\"+27820000010\",\"\",\"'=Is the hall free?\",\"delivered\""));
        QVERIFY(table.contains(",\"in\",\"+27820000010\""));
        QVERIFY(read(folder.filePath(QStringLiteral("out.pdf"))).startsWith("%PDF-"));
    }
};

TEXTDESK_TEST(tst_exporting, TestExporting)
#include "tst_exporting.moc"
