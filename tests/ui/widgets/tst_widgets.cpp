// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The small widgets: what they say, what the keyboard does, what a stranger's text cannot do.
#include "tests/support/testregistry.h"
#include "ui/widgets/bannerarea.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/healthlist.h"
#include "ui/widgets/keyboardtrace.h"
#include "ui/widgets/navigationrail.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/scrollrole.h"
#include "ui/widgets/searchfield.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Textdesk;

class TestWidgets final : public QObject {
    Q_OBJECT
private:
    Theme m_theme{*qApp};

private slots:
    void aLightIsPressedByMouseAndTheWorstOneByKeys()
    {
        HealthList list{m_theme};
        list.setRows({{Health::Good, QStringLiteral("Practice · 999"), {}},
            {Health::Trouble, QStringLiteral("School office · refused"),
                QStringLiteral("The provider refused the credential.")}});
        list.resize(176, list.sizeHint().height());
        list.show();
        QSignalSpy activated{&list, &HealthList::activated};
        QTest::mouseClick(&list, Qt::LeftButton, {}, {60, 29});
        QTest::mouseClick(&list, Qt::LeftButton, {}, {60, 47});
        QTest::mouseClick(&list, Qt::LeftButton, {}, {60, 4});
        QTest::keyClick(&list, Qt::Key_Return);
        QTest::keyClick(&list, Qt::Key_Space);
        QList<int> rows;
        for (const QList<QVariant>& one : activated) {
            rows << one.first().toInt();
        }
        QCOMPARE(rows, (QList<int>{0, 1, 1, 1}));
        QVERIFY(list.accessibleDescription().contains(QStringLiteral("refused the credential")));
    }
    void theWordsOfAllFieldsBeginAtTheSamePlace()
    {
        // Where ink begins, behind the frame.
        const auto ink = [](QWidget& field) {
            field.resize(200, 34);
            const QImage image{field.grab().toImage()};
            const QColor ground{image.pixelColor(150, 17)};
            for (int x{4}; x < 100; ++x) {
                if (std::abs(image.pixelColor(x, 17).lightness() - ground.lightness()) > 60) {
                    return x;
                }
            }
            return -1;
        };
        QLineEdit edit{QStringLiteral("HH")};
        edit.setTextMargins(8, 0, 8, 0); // as every form does
        QComboBox choice;
        choice.addItem(QStringLiteral("HH"));
        QSpinBox number;
        number.setPrefix(QStringLiteral("HH"));
        QVERIFY(ink(edit) > 4);
        QCOMPARE(ink(choice), ink(edit));
        QCOMPARE(ink(number), ink(edit));
    }
    void ringsAreForTheKeys()
    {
        KeyboardTrace trace{*qApp};
        QWidget window;
        Button first{m_theme, Button::Kind::Secondary, QStringLiteral("first"),
            QStringLiteral("First"), &window};
        Button second{m_theme, Button::Kind::Secondary, QStringLiteral("second"),
            QStringLiteral("Second"), &window};
        second.move(0, 60);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto rings = [&window] { return window.testAttribute(Qt::WA_KeyboardFocusChange); };
        QTest::mouseClick(&first, Qt::LeftButton);
        QVERIFY(first.hasFocus() && !rings());
        second.setFocus(Qt::ShortcutFocusReason); // as a program does after a click
        QVERIFY(!rings());
        QTest::keyClick(&second, Qt::Key_X);
        QVERIFY(!rings());
        QTest::keyClick(&second, Qt::Key_Tab);
        QVERIFY(first.hasFocus() && rings());
        QTest::mouseClick(&second, Qt::LeftButton);
        QVERIFY(!rings());
        QTest::keyClick(&second, Qt::Key_F6);
        QVERIFY(rings());
    }
    void aHiddenChipTakesNoRoom()
    {
        ChipRow row{m_theme};
        for (const char* key : {"all", "snoozed", "failed"}) {
            row.add(QLatin1String{key}, QLatin1String{key});
        }
        row.chip(QStringLiteral("all"))->hide();
        row.chip(QStringLiteral("snoozed"))->hide();
        row.resize(300, row.sizeHint().height());
        row.show();
        QVERIFY(QTest::qWaitForWindowExposed(&row));
        QCOMPARE(row.chip(QStringLiteral("failed"))->x(), 0);
        QCOMPARE(row.sizeHint().width(), row.chip(QStringLiteral("failed"))->width());
    }
    void noticesThatFloatAreNeverCut()
    {
        QWidget window;
        QWidget ground{&window};
        window.resize(700, 600);
        ground.resize(336, 600);
        BannerArea area{m_theme, &window};
        area.floatOver(&ground);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const QString longWords{
            QStringLiteral("The conversation was exported to 082 000 0010.csv.")};
        area.add({QStringLiteral("exported"), Banner::Level::Information, longWords,
            QStringLiteral("2 messages, in the folder /home/me/Documents."), QStringLiteral("Open"),
            QStringLiteral("Show in folder")});
        area.add({QStringLiteral("snoozed"), Banner::Level::Information,
            QStringLiteral("Out of sight until Sun 08:00"),
            QStringLiteral("The conversation comes back then, or with a new text."),
            QStringLiteral("Undo")});
        const auto cut = [&area] {
            QStringList texts;
            for (const QLabel* label : area.findChildren<QLabel*>()) {
                if (label->height() < label->heightForWidth(label->width())) {
                    texts << label->text();
                }
            }
            return texts;
        };
        QTRY_COMPARE(cut(), QStringList{});
        ground.resize(260, 600);
        QTRY_COMPARE(cut(), QStringList{});
        QTRY_COMPARE(area.geometry().bottom(), ground.geometry().bottom());
    }
    void aClickOnANoticeLeavesTheFocusWhereItWas()
    {
        QWidget window;
        auto* field = new QLineEdit{&window};
        auto* area = new BannerArea{m_theme, &window};
        area->move(0, 60);
        area->resize(600, 80);
        window.resize(640, 200);
        area->add({QStringLiteral("paused"), Banner::Level::Warning, QStringLiteral("Paused."),
            QStringLiteral("All is safe."), QStringLiteral("Go on")});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();
        for (const char* name : {"bannerAction", "bannerClose"}) {
            QTest::mouseClick(
                area->findChild<QAbstractButton*>(QLatin1String{name}), Qt::LeftButton);
            QVERIFY2(field->hasFocus(), name);
        }
        QCOMPARE(area->count(), 0);
    }
    void initialsOfNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("named");
        QTest::addColumn<QString>("initials");
        QTest::newRow("two words")
            << QStringLiteral("Thandi Mokoena") << true << QStringLiteral("TM");
        QTest::newRow("number") << QStringLiteral("082 000 0047") << false << QStringLiteral("#");
        QTest::newRow("group") << QStringLiteral("Grade 7 parents · 64 people") << true
                               << QStringLiteral("G7");
        QTest::newRow("one word") << QStringLiteral("clinic") << true << QStringLiteral("C");
        QTest::newRow("three") << QStringLiteral("Anna van Wyk") << true << QStringLiteral("AW");
        QTest::newRow("combining")
            << QStringLiteral("e\u0301lan") << true << QStringLiteral("E\u0301");
        QTest::newRow("empty") << QString{} << true << QStringLiteral("#");
        QTest::newRow("signs") << QStringLiteral("*** !") << true << QStringLiteral("#");
    }
    void initialsOfNames()
    {
        QFETCH(QString, name);
        QFETCH(bool, named);
        QTEST(Painting::initials(name, named), "initials");
    }

    void theRailIsWalkedWithArrowsAndChosenWithReturn()
    {
        NavigationRail rail{m_theme};
        rail.addPlace(QStringLiteral("a"), QStringLiteral("inbox"), QStringLiteral("First"));
        rail.addPlace(QStringLiteral("b"), QStringLiteral("people"), QStringLiteral("Second"));
        rail.addPlace(QStringLiteral("c"), QStringLiteral("tag"), QStringLiteral("Hidden"))->hide();
        rail.addPlace(
            QStringLiteral("z"), QStringLiteral("settings"), QStringLiteral("Foot"), true);
        rail.resize(176, 600);
        rail.show();
        QVERIFY(QTest::qWaitForWindowActive(&rail));
        QSignalSpy chosen{&rail, &NavigationRail::chosen};
        rail.item(QStringLiteral("a"))->setFocus();
        QTest::keyClick(rail.item(QStringLiteral("a")), Qt::Key_Up);
        QVERIFY(rail.item(QStringLiteral("a"))->hasFocus());
        QTest::keyClick(rail.item(QStringLiteral("a")), Qt::Key_Down);
        QVERIFY(rail.item(QStringLiteral("b"))->hasFocus());
        QTest::keyClick(rail.item(QStringLiteral("b")), Qt::Key_Down);
        QVERIFY(rail.item(QStringLiteral("z"))->hasFocus());
        QCOMPARE(chosen.count(), 0);
        QTest::keyClick(rail.item(QStringLiteral("z")), Qt::Key_Return);
        QCOMPARE(chosen.value(0).value(0).toString(), QStringLiteral("z"));
        QCOMPARE(rail.visiblePlaces(),
            QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("z")}));
        // What is hidden keeps its number, so that the others keep theirs.
        const auto placed = rail.places().size();
        rail.item(QStringLiteral("a"))->hide();
        QCOMPARE(rail.visiblePlaces(), QStringList({QStringLiteral("b"), QStringLiteral("z")}));
        QCOMPARE(rail.places().size(), placed);
    }
    void aCollapsedRailKeepsItsWords()
    {
        NavigationRail rail{m_theme};
        NavigationItem* item{
            rail.addPlace(QStringLiteral("a"), QStringLiteral("inbox"), QStringLiteral("Inbox"))};
        item->setBadge(3);
        QCOMPARE(item->accessibleName(), QStringLiteral("Inbox, 3 unread"));
        rail.setCollapsed(true);
        QCOMPARE(rail.width(), 56);
        QCOMPARE(item->toolTip(), QStringLiteral("Inbox"));
        rail.setCollapsed(false);
        QCOMPARE(rail.width(), 176);
        QVERIFY(item->toolTip().isEmpty());
    }

    void oneChipIsAlwaysOn()
    {
        ChipRow row{m_theme};
        row.add(QStringLiteral("all"), QStringLiteral("All"));
        row.add(QStringLiteral("unread"), QStringLiteral("Unread"));
        QSignalSpy chosen{&row, &ChipRow::chosen};
        row.chip(QStringLiteral("unread"))->click();
        QCOMPARE(row.chosenKey(), QStringLiteral("unread"));
        row.chip(QStringLiteral("unread"))->click();
        QCOMPARE(row.chosenKey(), QStringLiteral("unread"));
        QCOMPARE(chosen.count(), 1);
        row.setCount(QStringLiteral("unread"), 12);
        QCOMPARE(row.chip(QStringLiteral("unread"))->accessibleName(), QStringLiteral("Unread 12"));
    }
    void chipsWrapWhenALanguageNeedsRoom()
    {
        ChipRow row{m_theme};
        for (const char* key : {"one", "two", "three", "four"}) {
            row.add(QLatin1String{key}, QStringLiteral("A rather long filter"));
        }
        QCOMPARE(row.heightForWidth(2000), 24);
        QVERIFY(row.heightForWidth(300) > 24);
    }

    void bannersReplaceTheirOwnKind()
    {
        BannerArea area{m_theme};
        QSignalSpy acted{&area, &BannerArea::actionTriggered};
        const auto notice = [](const char* what) {
            return Notice{QStringLiteral("paused"), Banner::Level::Warning, QLatin1String{what},
                QStringLiteral("Nothing was sent."), QStringLiteral("Check")};
        };
        area.add(notice("first"));
        area.add(notice("<b>second</b>"));
        area.add(
            {QStringLiteral("other"), Banner::Level::Information, QStringLiteral("x"), {}, {}});
        QCOMPARE(area.count(), 2);
        Banner* banner{area.banner(QStringLiteral("paused"))};
        QCOMPARE(banner->what(), QStringLiteral("<b>second</b>"));
        for (const QLabel* label : banner->findChildren<QLabel*>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        banner->findChild<Button*>(QStringLiteral("bannerAction"))->click();
        QCOMPARE(acted.value(0).value(0).toString(), QStringLiteral("paused"));
        QVERIFY(area.banner(QStringLiteral("other"))->findChild<Button*>() == nullptr);
        banner->findChild<QAbstractButton*>(QStringLiteral("bannerClose"))->click();
        QCOMPARE(area.count(), 1);
        area.clear(QStringLiteral("never shown"));
        QCOMPARE(area.count(), 1);
    }

    void anEmptyPlaceOffersItsAction()
    {
        EmptyState empty{m_theme, QStringLiteral("empty")};
        QSignalSpy acted{&empty, &EmptyState::actionTriggered};
        empty.present(QStringLiteral("inbox"), QStringLiteral("Nothing yet"),
            QStringLiteral("It comes."), QStringLiteral("Start"));
        auto* button = empty.findChild<Button*>();
        QCOMPARE(button->accessibleName(), QStringLiteral("Start"));
        button->click();
        QCOMPARE(acted.count(), 1);
        empty.present(QStringLiteral("inbox"), QStringLiteral("Nothing"), {}, {});
        QVERIFY(button->isHidden());
    }

    void returnPressesTheFocusedButton()
    {
        Button button{m_theme, Button::Kind::Primary, QStringLiteral("b"), QStringLiteral("&Send")};
        QSignalSpy clicked{&button, &Button::clicked};
        QTest::keyClick(&button, Qt::Key_Return);
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(clicked.count(), 2);
        QCOMPARE(button.accessibleName(), QStringLiteral("Send"));
        button.setEnabled(false);
        button.click();
        QCOMPARE(clicked.count(), 2);
    }

    void aReaderMayAskForAScrollBarThatHasGone()
    {
        announceScrollAreas();
        QScrollArea area;
        area.setWidget(new QLabel{QStringLiteral("short")});
        area.resize(400, 400);
        area.show();
        QAccessibleInterface* seen{QAccessible::queryAccessibleInterface(&area)};
        QCOMPARE(seen->role(), QAccessible::Client);
        const int children{seen->childCount()};
        QVERIFY(children > 0);
        QVERIFY(seen->child(children) == nullptr);
        area.resize(10, 10); // now with scroll bars
        QCOMPARE(seen->childCount(), children);
    }
    void escapeClearsASearch()
    {
        SearchField field{m_theme, QStringLiteral("Search"), QStringLiteral("Ctrl K")};
        QSignalSpy walk{&field, &SearchField::walkRequested};
        QTest::keyClicks(&field, QStringLiteral("abc"));
        QTest::keyClick(&field, Qt::Key_Down);
        QCOMPARE(walk.count(), 1);
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(field.text().isEmpty());
    }
};

TEXTDESK_TEST(tst_widgets, TestWidgets)
#include "tst_widgets.moc"
