// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Bubbles: sizes, hit areas, meta lines, and text that stays text.
#include "app/models/roles.h"
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/sampleinbox.h"
#include "ui/theme/fonts.h"
#include "ui/thread/bubbledelegate.h"
#include "ui/thread/bubbletext.h"
#include "ui/thread/metaline.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestBubbles final : public QObject {
    Q_OBJECT
private:
    Theme m_theme{*qApp};
    ManualClock m_clock{QDateTime::fromMSecsSinceEpoch(drawingNowMs())};
    QStandardItemModel m_model;

    QModelIndex put(const Message& message)
    {
        m_model.appendRow(messageRow(message));
        return m_model.index(m_model.rowCount() - 1, 0);
    }
    QModelIndex put(DeliveryState state, const QString& reason, qint64 dueMs = 0,
        const QString& text = QStringLiteral("Hello"))
    {
        Message message;
        message.id = MessageId{m_model.rowCount() + 1};
        message.state = state;
        message.reason = reason;
        message.dueMs = dueMs;
        message.text = text;
        message.atMs = drawingNowMs();
        message.stateMs = drawingNowMs() + 60'000;
        return put(message);
    }
    QString meta(const QModelIndex& index) const
    {
        return metaLineOf(index, m_clock, QLocale{QLocale::English, QLocale::UnitedKingdom})
            .plain();
    }

private slots:
    void init() { m_model.clear(); }

    void heightsFollowTheText()
    {
        BubbleDelegate delegate{m_theme, m_clock};
        delegate.setRowWidth(768);
        const auto height = [&](const QString& text) {
            return delegate.sizeHint({}, put(DeliveryState::Sent, {}, 0, text)).height();
        };
        const int one{height(QStringLiteral("Hello"))};
        QCOMPARE(one, 20 + 16 + 4 + 16 + 12);
        QCOMPARE(height(QStringLiteral("a\nb\r\nc")), one + 40);
        QVERIFY(height(QString{2000, u'x'}) > one + 200); // one endless word still wraps
        QCOMPARE(height({}), one);
    }
    void anyTextKeepsInsideTheRow_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << QStringLiteral("word ").repeated(300);
        QTest::newRow("endless word") << QString{1600, u'W'};
        QTest::newRow("arabic") << QStringLiteral("شكرا جزيلا ").repeated(40);
        QTest::newRow("emoji") << QStringLiteral("👩‍👩‍👧‍👦").repeated(60);
        QTest::newRow("NUL and controls") << QString{QChar{0}} + QStringLiteral("\x01\x1b[31m\x7f");
        QTest::newRow("marks") << QStringLiteral("z") + QString{200, QChar{0x0301}};
        QTest::newRow("override") << QStringLiteral("\u202Egnp.exe");
    }
    void anyTextKeepsInsideTheRow()
    {
        QFETCH(QString, text);
        BubbleDelegate delegate{m_theme, m_clock};
        for (const int width : {280, 528, 768}) {
            delegate.setRowWidth(width);
            const QModelIndex index{put(DeliveryState::Sent, {}, 0, text)};
            const QSize hint{delegate.sizeHint({}, index)};
            const QRect row{0, 0, width, hint.height()};
            QVERIFY(row.contains(delegate.shapeOf(index, row).bubble));
            QImage canvas{row.size(), QImage::Format_ARGB32_Premultiplied};
            canvas.fill(Qt::white);
            QPainter painter{&canvas};
            QStyleOptionViewItem option;
            option.rect = row;
            delegate.paint(&painter, option, index);
        }
    }
    void markupAndControlsStayVisible()
    {
        QCOMPARE(BubbleText::drawable(QStringLiteral("<b>hi</b> &amp;")),
            QStringLiteral("<b>hi</b> &amp;"));
        QCOMPARE(BubbleText::drawable(QString{QChar{0}} + u'\x1b'), QStringLiteral("\u2400\u241b"));
        QCOMPARE(
            BubbleText::drawable(QStringLiteral("a\r\nb\rc")), QStringLiteral("a\u2028b\u2028c"));
        // Drawn as written, "<b>hi</b>" is wider than "hi" in bold could ever be.
        const int marked{
            BubbleText{QStringLiteral("<b>hi</b>"), Fonts::base(), 400}.size().width()};
        const int plain{BubbleText{QStringLiteral("hi"), Fonts::base(), 400}.size().width()};
        QVERIFY(marked > 3 * plain);
    }
    void oursAreAtTheEndTheirsAtTheStart()
    {
        QWidget view;
        BubbleDelegate delegate{m_theme, m_clock, &view};
        delegate.setRowWidth(768);
        const QModelIndex ours{put(DeliveryState::Sent, {})};
        Message received;
        received.direction = Direction::In;
        received.state = DeliveryState::Received;
        received.text = QStringLiteral("Hi");
        const QModelIndex theirs{put(received)};
        const QRect row{0, 0, 768, 68};
        QCOMPARE(delegate.shapeOf(ours, row).bubble.right(), 768 - 24 - 1);
        QCOMPARE(delegate.shapeOf(theirs, row).bubble.left(), 24);
        view.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(delegate.shapeOf(ours, row).bubble.left(), 24);
        QCOMPARE(delegate.shapeOf(theirs, row).bubble.right(), 768 - 24 - 1);
    }
    void undoIsThereForItsSecondsOnly()
    {
        BubbleDelegate delegate{m_theme, m_clock};
        delegate.setRowWidth(768);
        const QModelIndex index{put(DeliveryState::Queued, {}, m_clock.nowMs() + 4000)};
        const QRect row{0, 0, 768, 68};
        QCOMPARE(meta(index), QStringLiteral("14:33 · Sending… · Undo (4 s)"));
        QVERIFY(delegate.shapeOf(index, row).placeOf(MessageAct::Undo).width() > 40);
        m_clock.advance(std::chrono::milliseconds{3001});
        QCOMPARE(meta(index), QStringLiteral("14:33 · Sending… · Undo (1 s)"));
        m_clock.advance(std::chrono::seconds{1});
        // It waits, for whatever reason, and what waits here can be taken back.
        QCOMPARE(meta(index), QStringLiteral("14:33 · Queued · Take back"));
        QVERIFY(delegate.shapeOf(index, row).placeOf(MessageAct::Undo).isEmpty());
    }
    void metaLines()
    {
        m_clock.setWallClock(QDateTime::fromMSecsSinceEpoch(drawingNowMs()));
        QCOMPARE(
            meta(put(DeliveryState::Delivered, {})), QStringLiteral("14:33 · Delivered 14:34"));
        QCOMPARE(meta(put(DeliveryState::Failed, QStringLiteral("no-credit"))),
            QStringLiteral("14:33 · Not delivered: the account has no credit left; top it up "
                           "· Send again"));
        QVERIFY(metaLineOf(put(DeliveryState::Unknown, {}), m_clock, QLocale::c()).isTrouble);
        // Waiting for its time is no undo, however near the time is.
        const QModelIndex later{
            put(DeliveryState::Queued, QStringLiteral("scheduled"), at(0, 14, 33) + 30'000)};
        QCOMPARE(undoLeftMs(later, m_clock), 0);
        const QModelIndex tomorrow{
            put(DeliveryState::Queued, QStringLiteral("scheduled"), at(-1, 8, 0))};
        QCOMPARE(meta(tomorrow), QStringLiteral("14:33 · Scheduled for Fri 08:00 · Take back"));
    }
    void whatHoldsTheAccountIsSaidAtEachTextThatWaits_data()
    {
        QTest::addColumn<QString>("hold");
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* hold, const char* own, const char* words) {
            QTest::addRow("%s over %s", hold, own) << QString::fromLatin1(
                hold) << QString::fromLatin1(own) << QString::fromLatin1(words);
        };
        row("secret-locked", "", "Waiting: the keychain is locked; unlock it to send this");
        row("secret-locked", "offline", "Waiting: the keychain is locked; unlock it to send this");
        row("no-credit", "", "Waiting: the account has no credit left; top it up");
        row("disk-full", "", "Waiting: the disk is full; free some room to send this");
        row("held-back", "", "Waiting: the service does not answer; it goes out by itself");
        row("held-back", "offline",
            "Waiting: no connection; it goes out by itself (next try 14:34)");
        row("secret-locked", "scheduled", "Scheduled for 14:34");
        row("secret-locked", "overdue", "Not sent yet: its time passed while Textdesk was closed");
    }
    void whatHoldsTheAccountIsSaidAtEachTextThatWaits()
    {
        QFETCH(const QString, hold);
        QFETCH(const QString, own);
        QFETCH(const QString, words);
        m_clock.setWallClock(QDateTime::fromMSecsSinceEpoch(drawingNowMs()));
        BubbleDelegate delegate{m_theme, m_clock};
        delegate.setHold(hold);
        const qint64 due{own == QStringLiteral("overdue") ? 0 : drawingNowMs() + 61'000};
        const MetaLine line{delegate.lineOf(put(DeliveryState::Queued, own, due))};
        QCOMPARE(line.state, words);
        QCOMPARE(delegate.lineOf(put(DeliveryState::Sent, {})).state, QStringLiteral("Sent"));
        // Nothing goes out in these seconds, so none are counted.
        const MetaLine fresh{
            delegate.lineOf(put(DeliveryState::Queued, {}, drawingNowMs() + 4'000))};
        QCOMPARE(fresh.acts.at(0).act, MessageAct::TakeBack);
    }
    void aHeightIsMeasuredOnce()
    {
        BubbleDelegate delegate{m_theme, m_clock};
        delegate.setRowWidth(768);
        const QModelIndex index{put(DeliveryState::Queued, {})};
        (void)delegate.sizeHint({}, index);
        (void)delegate.sizeHint({}, index);
        QCOMPARE(delegate.measured(), 1);
        m_model.item(0)->setData(int(DeliveryState::Delivered), MessageStateRole);
        (void)delegate.sizeHint({}, index);
        QCOMPARE(delegate.measured(), 1); // a new state costs no layout
        m_model.item(0)->setData(QStringLiteral("Changed"), MessageTextRole);
        (void)delegate.sizeHint({}, index);
        QCOMPARE(delegate.measured(), 2);
        delegate.setRowWidth(500);
        (void)delegate.sizeHint({}, index);
        QCOMPARE(delegate.measured(), 3);
    }
};

TEXTDESK_TEST(tst_bubbles, TestBubbles)
#include "tst_bubbles.moc"
