// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Small files are read; large ones are searched. The limits of ARCHITECTURE.md, and what each file
// starts with.
#include "tests/app/tree/sourcetext.h"
#include "tests/support/testregistry.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace Textdesk::Testing;

namespace {

struct Limit final {
    int aim;
    int stop;
};

Limit limitFor(const QString& path)
{
    if (path == QStringLiteral("CMakeLists.txt")) {
        return {120, 120};
    }
    return path.endsWith(QStringLiteral(".h")) ? Limit{120, 200} : Limit{300, 500};
}

int linesOf(const QString& text)
{
    return int(text.count(u'\n')) + (text.isEmpty() || text.endsWith(u'\n') ? 0 : 1);
}

QStringList sizeComplaints(const QString& path, const QString& text)
{
    const int lines{linesOf(text)};
    const int stop{limitFor(path).stop};
    return lines <= stop
        ? QStringList{}
        : QStringList{
            QStringLiteral("%1 has %2 lines, %3 are allowed").arg(path).arg(lines).arg(stop)};
}

QStringList formComplaints(const QString& path, const QString& text)
{
    QStringList complaints;
    if (!text.startsWith(QStringLiteral("// SPDX-FileCopyrightText: The Textdesk authors\n"
                                        "// SPDX-License-Identifier: GPL-3.0-or-later\n"))) {
        complaints.append(path + QStringLiteral(": the two SPDX lines come first"));
    }
    if (path.endsWith(QStringLiteral(".h"))) {
        if (!text.contains(QStringLiteral("\n#pragma once\n"))) {
            complaints.append(path + QStringLiteral(": no #pragma once"));
        }
        static const QRegularExpression whyFirst{QStringLiteral(R"(^//[^\n]*\n//[^\n]*\n// \S)")};
        if (!whyFirst.match(text).hasMatch()) {
            complaints.append(path + QStringLiteral(": no sentence says why it exists"));
        }
    }
    static const QRegularExpression name{QStringLiteral("^[a-z0-9_.-]+$")};
    if (!name.match(QFileInfo{path}.fileName()).hasMatch()) {
        complaints.append(path + QStringLiteral(": file names are lower-case"));
    }
    return complaints;
}

const QStringList ours{QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("tests")};

QStringList ourFiles()
{
    return filesBelow(ours, {QStringLiteral("*.cpp"), QStringLiteral("*.h")});
}

} // namespace

class TestSizes final : public QObject {
    Q_OBJECT
private slots:
    void noFileIsPastItsStop()
    {
        QStringList complaints{sizeComplaints(
            QStringLiteral("CMakeLists.txt"), readSource(QStringLiteral("CMakeLists.txt")))};
        for (const QString& file : ourFiles()) {
            complaints += sizeComplaints(file, readSource(file));
        }
        QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
    }

    void everyFileStartsAsItShould()
    {
        QStringList complaints;
        for (const QString& file : ourFiles()) {
            complaints += formComplaints(file, readSource(file));
        }
        QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
    }

    // Not a failure: a list to look at before the next file grows.
    void theLargestFiles()
    {
        std::vector<std::pair<int, QString>> sizes;
        for (const QString& file : ourFiles()) {
            sizes.emplace_back(linesOf(readSource(file)), file);
        }
        std::sort(sizes.rbegin(), sizes.rend());
        int printed{0};
        for (const auto& [lines, file] : sizes) {
            const bool pastItsAim{lines > limitFor(file).aim};
            if (printed < 5 || pastItsAim) {
                ++printed;
                qInfo("%5d %s%s", lines, qPrintable(file), pastItsAim ? "  (past its aim)" : "");
            }
        }
        QVERIFY(printed > 0);
    }

    // What follows shows that the checks above can fail.
    void aLargeFileIsSeen_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("lines");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("source at the stop") << QStringLiteral("app/a.cpp") << 500 << true;
        QTest::newRow("source past it") << QStringLiteral("app/a.cpp") << 501 << false;
        QTest::newRow("header at the stop") << QStringLiteral("app/a.h") << 200 << true;
        QTest::newRow("header past it") << QStringLiteral("app/a.h") << 201 << false;
        QTest::newRow("root at the stop") << QStringLiteral("CMakeLists.txt") << 120 << true;
        QTest::newRow("root past it") << QStringLiteral("CMakeLists.txt") << 121 << false;
    }

    void aLargeFileIsSeen()
    {
        QFETCH(const QString, path);
        QFETCH(const int, lines);
        QFETCH(const bool, allowed);
        const QString text{QStringLiteral("x\n").repeated(lines)};
        QCOMPARE(sizeComplaints(path, text).isEmpty(), allowed);
        // A last line without its end counts too.
        QCOMPARE(sizeComplaints(path, text.chopped(1)).isEmpty(), allowed);
    }

    void aWrongBeginningIsSeen()
    {
        const QString good{QStringLiteral("// SPDX-FileCopyrightText: The Textdesk authors\n"
                                          "// SPDX-License-Identifier: GPL-3.0-or-later\n"
                                          "// Why.\n#pragma once\n")};
        const QString header{QStringLiteral("app/a.h")};
        QCOMPARE(formComplaints(header, good), QStringList{});
        QCOMPARE(formComplaints(header, good.mid(1)).size(), 2);
        QCOMPARE(
            formComplaints(header, QString{good}.remove(QStringLiteral("// Why.\n"))).size(), 1);
        QCOMPARE(
            formComplaints(header, QString{good}.remove(QStringLiteral("#pragma once\n"))).size(),
            1);
        QCOMPARE(formComplaints(QStringLiteral("app/Big.cpp"), good).size(), 1);
    }
};

TEXTDESK_TEST(tst_sizes, TestSizes)
#include "tst_sizes.moc"
