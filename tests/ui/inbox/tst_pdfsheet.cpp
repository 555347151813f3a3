// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation on paper: emoji are seen, any text fits, and a long thread goes over many pages.
#include "tests/support/testregistry.h"
#include "ui/inbox/pdfsheet.h"
#include "ui/theme/fonts.h"

#include <QFile>
#include <QFontDatabase>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;

class TestPdfSheet final : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QTimeZone m_zone{QTimeZone::utc()};

    static Message said(const QString& text, Direction direction = Direction::In)
    {
        Message message;
        message.text = text;
        message.direction = direction;
        message.state =
            direction == Direction::In ? DeliveryState::Received : DeliveryState::Delivered;
        message.atMs = 1772700000000;
        return message;
    }
    QByteArray written(const std::vector<Message>& messages, const QString& title = {})
    {
        const QString file{m_folder.filePath(QStringLiteral("one.pdf"))};
        QFile::remove(file);
        PdfSheet sheet{file,
            {title.isEmpty() ? QStringLiteral("Thandi Mokoena") : title,
                QStringLiteral("082 000 0012"), QLocale{QLocale::English, QLocale::SouthAfrica},
                m_zone, Fonts::base().family()}};
        if (!sheet.begin({}) || !sheet.add(messages) || !sheet.end()) {
            return {};
        }
        QFile pdf{file};
        return pdf.open(QIODevice::ReadOnly) ? pdf.readAll() : QByteArray{};
    }
    // The first page's content, without the dates in the file's own head.
    static QByteArray drawn(const QByteArray& pdf)
    {
        const qsizetype from{pdf.indexOf("stream\n")};
        return from < 0 ? QByteArray{} : pdf.mid(from, pdf.indexOf("endstream", from) - from);
    }
    static qsizetype pictures(const QByteArray& pdf) { return pdf.count("/Subtype /Image"); }
    static qsizetype pages(const QByteArray& pdf) { return pdf.count("/Type /Page\n"); }

private slots:
    void emojiAreSeen()
    {
        // packaging/packages.txt names it.
        QVERIFY(QFontDatabase::families().contains(QStringLiteral("Noto Color Emoji")));
        QCOMPARE(pictures(written({said(QStringLiteral("See you at 8"))})), 0);
        QVERIFY(pictures(written({said(QStringLiteral("See you \U0001F642"))})) > 0);
        QVERIFY(pictures(
                    written({said(QStringLiteral("See you"))}, QStringLiteral("Thandi \U0001F642")))
            > 0);
    }
    void theZoneOfItsTimesIsNamed_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("east") << QByteArray{"Africa/Johannesburg"};
        QTest::newRow("with an underscore") << QByteArray{"America/New_York"};
        QTest::newRow("none at all") << QByteArray{"UTC"};
    }
    void theZoneOfItsTimesIsNamed()
    {
        QFETCH(const QByteArray, id);
        const QTimeZone zone{id};
        QCOMPARE(PdfSheet::zoneLine(zone),
            QStringLiteral("Times are those of %1.").arg(QString::fromLatin1(id)));
        // It stands on the page: another line, another page, with times that are the same.
        m_zone = zone;
        const QByteArray named{drawn(written({}))};
        m_zone = QTimeZone{"Etc/GMT+1"};
        QVERIFY(!named.isEmpty());
        QVERIFY(drawn(written({})) != named);
        m_zone = zone;
        QCOMPARE(drawn(written({})), named);
    }
    void everyTextFits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QString{};
        QTest::newRow("spaces") << QStringLiteral(" \n\r\n ");
        QTest::newRow("arabic") << QStringLiteral("\u0634\u0643\u0631\u0627 08:00");
        QTest::newRow("1,600 without a space") << QString{1600, u'x'};
        QTest::newRow("more lines than a page has") << QStringLiteral("a\n").repeated(200);
        QTest::newRow("half a pair") << QString{QChar{0xd83d}};
        QTest::newRow("control characters") << QStringLiteral("a\u0000b\u0007c");
    }
    void everyTextFits()
    {
        QFETCH(const QString, text);
        const QByteArray pdf{written({said(text), said(text, Direction::Out)})};
        QVERIFY(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF"));
        QVERIFY(pages(pdf) >= (text.count(u'\n') > 100 ? 7 : 1));
    }
    void threeHundredMessagesGoOverManyPages()
    {
        std::vector<Message> many;
        for (int i{0}; i < 300; ++i) {
            many.push_back(said(QStringLiteral("Message %1").arg(i)));
        }
        const qsizetype count{pages(written(many))};
        QVERIFY2(count >= 8 && count <= 20, qPrintable(QString::number(count)));
    }
};

TEXTDESK_TEST(tst_pdfsheet, TestPdfSheet)
#include "tst_pdfsheet.moc"
