// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storage/tempstore.h"

#include "app/storage/conversationtable.h"
#include "app/storage/messageids.h"
#include "app/storage/messagetable.h"

#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>

namespace Textdesk::Testing {

namespace {

// In memory where the system has such a place: every commit waits for the disk otherwise.
QString folderTemplate()
{
    const QString memory{QStringLiteral("/dev/shm")};
    const QString parent{QFileInfo{memory}.isWritable() ? memory : QDir::tempPath()};
    return parent + QStringLiteral("/textdesk-test-XXXXXX");
}

} // namespace

TempStore::TempStore()
    : m_ownFolder{std::make_unique<QTemporaryDir>(folderTemplate())}
    , m_folder{m_ownFolder->filePath(QStringLiteral("profile"))}
{
    open();
}

TempStore::TempStore(const QString& folder)
    : m_folder{folder}
{
    open();
}

void TempStore::open()
{
    auto opened = Database::open(file(), m_clock);
    if (!opened) {
        fatal(opened.error());
    }
    m_database = std::move(*opened);
    m_announced = 0;
    m_awaited = 0;
    QObject::connect(
        m_database.get(), &Database::changed, m_database.get(), [this](const ChangeSet& changes) {
            m_announced += changes.inboundEvents ? 1 : 0;
            emitNews();
        });
}

void TempStore::fatal(const Error& error)
{
    qFatal("the store of a test: %s", qPrintable(error.detail()));
}

void TempStore::await(const std::function<bool()>& reached)
{
    constexpr int limitMs{30000};
    QEventLoop loop;
    m_news = [&] {
        if (reached()) {
            loop.quit();
        }
    };
    QTimer::singleShot(limitMs, &loop, [&loop] { loop.exit(1); });
    if (loop.exec() != 0) {
        qFatal("the store of a test: a write was not announced");
    }
    m_news = nullptr;
}

void TempStore::emitNews()
{
    if (m_news) {
        m_news();
    }
}

AccountId TempStore::addAccount(const QString& name, const QMap<QString, QString>& settings)
{
    AccountRow row;
    row.name = name;
    row.provider = QStringLiteral("test");
    row.settings = settings;
    row.webhookKey = QStringLiteral("key-of-") + name;
    const auto id = write<AccountId>(
        [row](WriteContext& context) { return AccountTable::insert(context, row); });
    if (!id) {
        fatal(id.error());
    }
    return *id;
}

ConversationId TempStore::conversation(AccountId account, const QString& peer)
{
    return ConversationTable::findByPeer(reader(), account, peer).value_or(ConversationId{});
}

Message TempStore::addIncoming(
    AccountId account, const QString& peer, const QString& text, qint64 atMs)
{
    Message message{incoming(account, peer, text)};
    message.atMs = atMs;
    return add(std::move(message));
}

Message TempStore::addReadIncoming(AccountId account, const QString& peer, const QString& text)
{
    Message message{incoming(account, peer, text)};
    message.read = true;
    return add(std::move(message));
}

Message TempStore::addOutgoing(
    AccountId account, const QString& peer, const QString& text, DeliveryState state, qint64 atMs)
{
    Message message{outgoing(account, peer, text, state)};
    message.atMs = atMs;
    return add(std::move(message));
}

Message TempStore::add(Message message)
{
    const auto stored = write<Message>(
        [message](WriteContext& context) -> Result<Message> { return store(context, message); });
    if (!stored) {
        fatal(stored.error());
    }
    return *stored;
}

std::vector<MessageId> TempStore::addMany(
    AccountId account, const QString& peer, int count, qint64 firstMs, qint64 stepMs)
{
    std::vector<MessageId> ids;
    change([&](WriteContext& context) {
        for (int i{0}; i < count; ++i) {
            const QString text{QStringLiteral("message %1").arg(i)};
            Message message{i % 2 == 0 ? incoming(account, peer, text)
                                       : outgoing(account, peer, text, DeliveryState::Delivered)};
            message.atMs = firstMs + i * stepMs;
            ids.push_back(store(context, message).id);
        }
    });
    return ids;
}

Message incoming(AccountId account, const QString& peer, const QString& text)
{
    Message message;
    message.account = account;
    message.peer = peer;
    message.text = text;
    message.direction = Direction::In;
    message.state = DeliveryState::Received;
    message.read = false;
    return message;
}

Message outgoing(AccountId account, const QString& peer, const QString& text, DeliveryState state)
{
    Message message;
    message.account = account;
    message.peer = peer;
    message.text = text;
    message.state = state;
    message.parts = 1;
    return message;
}

Message store(WriteContext& context, Message message)
{
    message.conversation = ConversationTable::findOrCreate(context, message.account, message.peer);
    if (message.atMs == 0) {
        message.atMs = context.nowMs;
    }
    message.stateMs = message.atMs;
    message.id = nextMessageId(context.db, message.atMs);
    MessageTable::insert(context, message);
    return message;
}

} // namespace Textdesk::Testing
