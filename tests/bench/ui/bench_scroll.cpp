// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person waits for at each turn of the wheel: the real views over the real models and store,
// laid out and painted, until the picture is whole.
#include "app/engine/engine.h"
#include "app/models/conversationmodel.h"
#include "app/models/messagemodel.h"
#include "app/net/httpclient.h"
#include "app/secrets/memorysecrets.h"
#include "app/storage/bulkinsert.h"
#include "ui/inbox/conversationlist.h"
#include "ui/thread/threadview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QScrollBar>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Textdesk;

namespace {

constexpr int people{5000};
constexpr int largest{100000}; // messages with one person; so many again with all others together
constexpr int wheelPixels{120};
constexpr QSize viewSize{760, 700};

void check(bool right, const char* what)
{
    if (!right) {
        std::printf("wrong: %s\n", what);
        std::exit(1);
    }
}

void print(const char* what, std::vector<double> ms)
{
    std::sort(ms.begin(), ms.end());
    std::printf("%s: median %.2f ms, p99 %.2f ms, longest %.2f ms\n", what, ms[ms.size() / 2],
        ms[ms.size() * 99 / 100], ms.back());
    std::fflush(stdout);
}

template <typename F> double taken(const F& act)
{
    QElapsedTimer timer;
    timer.start();
    act();
    return double(timer.nsecsElapsed()) / 1e6;
}

// Everything that a turn of the event loop would do for it, and the whole picture: more than a
// window paints, which moves what was in sight already.
void paintNow(QAbstractItemView& view)
{
    static QImage picture{viewSize, QImage::Format_ARGB32_Premultiplied};
    QCoreApplication::sendPostedEvents();
    view.viewport()->render(&picture);
}

AccountId addAccount(Database& database)
{
    auto account = std::make_shared<AccountId>();
    QEventLoop loop;
    AccountRow row;
    row.name = QStringLiteral("bench");
    row.provider = QStringLiteral("none");
    row.webhookKey = QStringLiteral("key");
    database
        .write<AccountId>(WritePriority::Bulk,
            [row](WriteContext& context) { return AccountTable::insert(context, row); })
        ->then(&loop, [&](const Result<AccountId>& added) {
            *account = added.value_or(AccountId{});
            loop.quit();
        });
    loop.exec();
    return *account;
}

QString textOf(int i)
{
    static const QStringList texts{QStringLiteral("See you at eight."),
        QStringLiteral("Reminder: parent evening tonight at 18:00 in the hall. Please bring the "
                       "signed form, and tell us if you cannot come."),
        QStringLiteral("Спасибо, буду вовремя!"), QStringLiteral("\U0001F44D\U0001F3FD"),
        QStringLiteral("שלום, התור נקבע ליום שני בשעה תשע")};
    return texts.at(i % texts.size());
}

void fill(Database& database, AccountId account, qint64 nowMs)
{
    constexpr int slice{2000};
    int waiting{0};
    QEventLoop loop;
    for (int from{0}; from < 2 * largest; from += slice) {
        ++waiting;
        database.writeSlice(
            [from, account, nowMs](WriteContext& context) {
                BulkInsert insert{context};
                for (int i{from}; i < from + slice; ++i) {
                    Message message;
                    message.account = account;
                    message.peer = QStringLiteral("+2782%1").arg(
                        i % 2 == 0 ? 0 : i % people, 7, 10, QChar{u'0'});
                    message.direction = i % 3 == 0 ? Direction::In : Direction::Out;
                    message.state = i % 3 == 0 ? DeliveryState::Received : DeliveryState::Delivered;
                    message.read = i % 97 != 0;
                    message.text = textOf(i);
                    message.providerId = QString::number(i);
                    message.atMs = nowMs - (2 * largest - i) * qint64{400000};
                    (void)insert.add(message);
                }
                insert.finish();
                return true;
            },
            [&](const std::optional<Error>& error) {
                check(!error, "a slice");
                QMetaObject::invokeMethod(
                    &loop,
                    [&] {
                        if (--waiting == 0) {
                            loop.quit();
                        }
                    },
                    Qt::QueuedConnection);
            });
    }
    loop.exec();
}

void scroll(const char* what, QAbstractItemView& view, int steps)
{
    std::vector<double> each;
    int moved{0};
    int direction{-1};
    for (int i{0}; i < steps; ++i) {
        QScrollBar& bar{*view.verticalScrollBar()};
        const int before{bar.value()};
        if (i % 400 == 399) {
            direction = -direction;
        }
        each.push_back(taken([&] {
            bar.setValue(before + direction * wheelPixels);
            paintNow(view);
        }));
        moved += bar.value() != before ? 1 : 0;
    }
    print(what, each);
    check(moved > steps / 2, "it did not move");
}

void measureThread(const Theme& theme, Clock& clock, Engine& engine, const ConversationModel& list)
{
    MessageModel model{engine.database(), QTimeZone::systemTimeZone()};
    ThreadView view{theme, clock};
    QObject::connect(&view, &ThreadView::olderWanted, &model, &MessageModel::fetchOlder);
    QObject::connect(&view, &ThreadView::newerWanted, &model, &MessageModel::fetchNewer);
    view.setModel(&model);
    view.resize(viewSize);
    view.show();
    std::vector<double> opened;
    for (int i{0}; i < list.rowCount(); ++i) {
        opened.push_back(taken([&] {
            model.open(list.idAt(i));
            view.scrollToEnd();
            view.settle();
            paintNow(view);
        }));
        check(model.rowCount() > 0, "an empty thread");
    }
    print("open a conversation until it is painted", opened);
    model.open(ConversationId{1});
    view.scrollToEnd();
    view.settle();
    scroll("a step in the thread of 100,000, older pages read on the way", view, 4000);
    check(model.rowCount() <= MessageModel::mostRows, "the window of rows");
}

void measureList(const Theme& theme, Clock& clock, ConversationModel& model)
{
    ConversationList view{theme, clock};
    view.setModel(&model);
    view.resize(viewSize.width() / 2, viewSize.height());
    view.show();
    paintNow(view);
    std::vector<double> down;
    while (model.rowCount() < people) {
        const int before{model.rowCount()};
        QScrollBar& bar{*view.verticalScrollBar()};
        down.push_back(taken([&] {
            bar.setValue(bar.value() + wheelPixels);
            paintNow(view);
        }));
        if (bar.value() == bar.maximum() && model.rowCount() == before) {
            break;
        }
    }
    print("a step down the list of 5,000, pages read on the way", down);
    std::vector<double> filtered;
    for (int i{0}; i < 200; ++i) {
        filtered.push_back(taken([&] {
            model.setFilter(i % 2 == 0 ? ConversationFilter::Unread : ConversationFilter::All);
            view.doItemsLayout(); // which the view puts off to the next turn
            paintNow(view);
        }));
        check(model.rowCount() == ConversationModel::pageRows, "a full page");
    }
    print("another filter until the list is painted", filtered);
    check(model.rowCount() > 0, "an empty list");
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    const QTemporaryDir profile;
    SystemClock clock;
    HttpClient http{clock};
    MemorySecrets secrets;
    ProviderRegistry registry;
    auto engine = Engine::open(profile.path(), {clock, http, secrets, registry});
    check(engine.has_value(), "the store");
    const AccountId account{addAccount((*engine)->database())};
    fill((*engine)->database(), account, clock.nowMs());
    const Theme theme{application};
    ConversationModel list{(*engine)->database(), (*engine)->accounts()};
    list.setFilter(ConversationFilter::All);
    check(list.rowCount() == ConversationModel::pageRows, "the first page");
    measureThread(theme, clock, **engine, list);
    measureList(theme, clock, list);
    return 0;
}
