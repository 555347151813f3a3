// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Export from the window: where the file goes, how far it is, and what went wrong.
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/fakedesk.h"
#include "tests/support/ui/sampleinbox.h"
#include "tests/support/ui/scriptedprompt.h"
#include "ui/inbox/conversationmenu.h"
#include "ui/inbox/pdfsheet.h"
#include "ui/shell/inboxacts.h"
#include "ui/shell/inboxpage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestExportActs final : public QObject {
    Q_OBJECT
private:
    Theme m_theme{*qApp};
    ManualClock m_clock{QDateTime::fromMSecsSinceEpoch(drawingNowMs())};
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<ScriptedPrompt> m_prompt;
    std::unique_ptr<InboxPage> m_page;
    QTemporaryDir m_folder;
    QStringList m_opened;

    BannerArea& notices()
    {
        return *m_page->findChild<BannerArea*>(QStringLiteral("inboxNotices"));
    }
    QString said(const char* key)
    {
        const Banner* banner{notices().banner(QLatin1String{key})};
        return banner ? banner->what() : QString{};
    }
    void exportTo(const QString& file)
    {
        m_prompt->chooseNext(file);
        m_page->exportOpen();
    }
    QByteArray drawn(const std::vector<Message>& messages, const QLocale& locale)
    {
        const QString file{m_folder.filePath(QStringLiteral("drawn.pdf"))};
        PdfSheet sheet{file,
            {QStringLiteral("Thandi <b>Mokoena</b>"), QStringLiteral("082 000 0012"), locale,
                QTimeZone::utc(), qApp->font().family()}};
        const bool isWhole{
            sheet.begin({}).has_value() && sheet.add(messages).has_value() && sheet.end()};
        QFile opened{file};
        return isWhole && opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray{};
    }
    static Message message(Direction direction, const QString& text, qint64 atMs)
    {
        Message made;
        made.direction = direction;
        made.state = direction == Direction::In ? DeliveryState::Received : DeliveryState::Failed;
        made.text = text;
        made.atMs = atMs;
        return made;
    }
    static int pagesOf(const QByteArray& pdf) { return int(pdf.count("/Type /Page\n")); }

public slots:
    void open(const QUrl& url) { m_opened.append(url.toLocalFile()); }

private slots:
    void init()
    {
        m_desk = std::make_unique<FakeDesk>(true);
        m_prompt = std::make_unique<ScriptedPrompt>();
        m_page = std::make_unique<InboxPage>(m_theme, m_clock, *m_desk, *m_prompt);
        m_page->resize(1100, 800);
        m_page->show();
        m_page->openConversation(ConversationId{2});
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void theMenuAsksForAFileAndTellsHowFarItIs()
    {
        m_prompt->chooseNext(QStringLiteral("/tmp/Fees of May.csv"));
        m_page->acts().showMenu(ConversationId{2}, {10, 10});
        auto* menu = m_page->findChild<ConversationMenu*>();
        for (QAction* act : menu->actions()) {
            if (act->text().remove(u'&') == QStringLiteral("Export to PDF or CSV…")) {
                act->trigger();
            }
        }
        delete menu;
        QCOMPARE(m_prompt->asked(), QStringList{QStringLiteral("Export the conversation")});
        QTRY_COMPARE(said("export"), QStringLiteral("Exporting the conversation: 50 %"));
        QVERIFY(m_desk->log().contains(QStringLiteral("export 2")));
        m_desk->inbox().finishExport(1234);
        QTRY_COMPARE(said("export-done"),
            QStringLiteral("The conversation was exported to Fees of May.csv."));
        QCOMPARE(said("export"), QString{});
    }

    void theFileAndItsFolderAreOnePressAway()
    {
        exportTo(m_folder.filePath(QStringLiteral("Fees.csv")));
        QTRY_VERIFY(!said("export").isEmpty());
        m_desk->inbox().finishExport(2);
        QTRY_VERIFY(!said("export-done").isEmpty());
        Banner* banner{notices().banner(QStringLiteral("export-done"))};
        QVERIFY(banner->accessibleDescription().contains(m_folder.path()));
        m_opened.clear();
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open");
        banner->findChild<QAbstractButton*>(QStringLiteral("bannerAction"))->click();
        banner->findChild<QAbstractButton*>(QStringLiteral("bannerSecond"))->click();
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
        QCOMPARE(m_opened,
            (QStringList{m_folder.filePath(QStringLiteral("Fees.csv")), m_folder.path()}));
    }

    void changingOnesMindIsNoExport()
    {
        exportTo({});
        exportTo(QStringLiteral("/tmp/x.docx")); // answered after it
        QTRY_COMPARE(notices().count(), 1);
        QCOMPARE(m_prompt->asked().size(), 2);
        QVERIFY(!m_desk->log().contains(QStringLiteral("export 2")));
    }

    void cancelStopsIt()
    {
        exportTo(QStringLiteral("/tmp/x.pdf"));
        QTRY_VERIFY(!said("export").isEmpty());
        // One at a time.
        m_page->exportOpen();
        QVERIFY(said("export-done").startsWith(QStringLiteral("Another")));
        QCOMPARE(m_prompt->asked().size(), 1);
        notices()
            .banner(QStringLiteral("export"))
            ->findChild<QAbstractButton*>(QStringLiteral("bannerAction"))
            ->click();
        QTRY_COMPARE(said("export-done"), QStringLiteral("The export was cancelled."));
        QCOMPARE(said("export"), QString{});
    }

    void everyTroubleHasItsWords_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("words");
        QTest::newRow("room") << QStringLiteral("disk-full")
                              << QStringLiteral("There is no room for the file.");
        QTest::newRow("place") << QStringLiteral("cannot-open")
                               << QStringLiteral("The file cannot be written there.");
        QTest::newRow("store") << QStringLiteral("io")
                               << QStringLiteral("The conversation cannot be read just now.");
    }

    void everyTroubleHasItsWords()
    {
        QFETCH(const QString, detail);
        QFETCH(const QString, words);
        exportTo(QStringLiteral("/tmp/x.csv"));
        QTRY_VERIFY(!said("export").isEmpty());
        m_desk->inbox().finishExport(fail(ErrorKind::Storage, detail));
        QTRY_COMPARE(said("export-done"), words);
        QCOMPARE(said("export"), QString{});
    }

    void anUnknownKindOfFileIsExplained()
    {
        exportTo(QStringLiteral("/tmp/x.docx"));
        QTRY_VERIFY(said("export-done").contains(QStringLiteral("neither")));
        QVERIFY(!m_desk->log().contains(QStringLiteral("export 2")));
    }

    void aDocumentHasPages()
    {
        const qint64 day{86'400'000};
        const QLocale german{QLocale::German, QLocale::Germany};
        const QByteArray one{drawn({message(Direction::In, QStringLiteral("Hello"), day)}, german)};
        QVERIFY(one.startsWith("%PDF-1."));
        QVERIFY(one.trimmed().endsWith("%%EOF"));
        QCOMPARE(pagesOf(one), 1);
        QVERIFY(one.contains("/MediaBox [0 0 595")); // A4
        std::vector<Message> many;
        for (int i{0}; i < 400; ++i) {
            many.push_back(message(i % 2 ? Direction::In : Direction::Out,
                QStringLiteral("Text %1 <img src=x>\nשלום مرحبا 👋").arg(i), day * (i / 20)));
        }
        const QByteArray book{drawn(many, QLocale{QLocale::English, QLocale::UnitedStates})};
        QVERIFY2(pagesOf(book) > 20 && pagesOf(book) < 60,
            QByteArray::number(pagesOf(book)).constData());
        QVERIFY(book.contains("/MediaBox [0 0 612")); // Letter
        // One text longer than a page flows on.
        QVERIFY(pagesOf(drawn({message(Direction::In, QString{20'000, u'x'}, 0)}, german)) > 3);
        QCOMPARE(pagesOf(drawn({}, german)), 1);
    }
};

TEXTDESK_TEST(tst_exportacts, TestExportActs)
#include "tst_exportacts.moc"
