// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upkeep/erasure.h"

#include "app/base/log.h"
#include "app/domain/address.h"
#include "app/storage/backup.h"
#include "app/storage/profilefacts.h"
#include "app/storage/statement.h"
#include "app/upkeep/logtraces.h"

#include <QFileInfo>

#include <limits>

namespace Textdesk {

namespace {

constexpr int sliceMessages{200};
constexpr std::chrono::milliseconds betweenLooks{200};

} // namespace

Erasure::Erasure(Database& database, Clock& clock, QObject* parent)
    : QObject{parent}
    , m_database{database}
    , m_clock{clock}
{ }

Call<ErasePreview>* Erasure::preview(const QString& number, const QString& region)
{
    const Result<Address> peer{Address::parse(number, region)};
    if (!peer) {
        return settledCall<ErasePreview>(this,
            fail(ErrorKind::Rejected, QStringLiteral("invalid-number: ") + peer.error().detail()));
    }
    return m_database.read<ErasePreview>(
        [canonical = peer->canonical()](
            Connection& db) -> Result<ErasePreview> { return Erasing::preview(db, canonical); });
}

Call<qint64>* Erasure::erase(const ErasePreview& person, bool optOutToo)
{
    if (m_call != nullptr) {
        return settledCall<qint64>(this, fail(ErrorKind::Rejected, QStringLiteral("busy")));
    }
    m_peers = person.peers;
    m_optOutToo = optOutToo;
    m_deleted = 0;
    m_call = new Call<qint64>{this};
    auto* call = m_call;
    nextSlice();
    return call;
}

void Erasure::nextSlice()
{
    m_database
        .write<int>(WritePriority::Person,
            [peers = m_peers](WriteContext& context) {
                return Erasing::deleteSlice(context, peers, sliceMessages);
            })
        ->then(this, [this](const Result<int>& deleted) {
            if (!deleted) {
                settle(fail(deleted.error()));
                return;
            }
            m_deleted += *deleted;
            if (*deleted > 0) {
                nextSlice();
            } else {
                deleteRest();
            }
        });
}

void Erasure::deleteRest()
{
    m_database
        .write<Done>(WritePriority::Person,
            [peers = m_peers, optOutToo = m_optOutToo](WriteContext& context) -> Result<Done> {
                Erasing::deleteRest(context, peers, optOutToo);
                return Done{};
            })
        ->then(this, [this](const Result<Done>& done) {
            if (!done) {
                settle(fail(done.error()));
                return;
            }
            awaitScrubbing();
        });
}

// A write, because the idle writer tries again only after one when a reader was in its way.
void Erasure::awaitScrubbing()
{
    m_database
        .write<bool>(WritePriority::Bulk,
            [](WriteContext& context) -> Result<bool> {
                ProfileFacts::set(context.db, ProfileFacts::erasedMs, context.nowMs);
                auto waiting = context.db.prepare("SELECT 1 FROM scrub");
                return !waiting.first();
            })
        ->then(this, [this](const Result<bool>& clean) {
            if (!clean) {
                settle(fail(clean.error()));
            } else if (*clean) {
                cleanFiles();
            } else {
                m_clock.after(betweenLooks, this, [this] { awaitScrubbing(); });
            }
        });
}

void Erasure::cleanFiles()
{
    QList<QByteArray> traces;
    for (const QString& peer : m_peers) {
        traces.append(Erasing::traceOf(peer));
    }
    m_database
        .readAside<int>([file = m_database.file(), traces](Connection&) -> Result<int> {
            removeTraces(QFileInfo{file}.absolutePath(), traces);
            return removeOlder(file, std::numeric_limits<qint64>::max(), true);
        })
        ->then(this, [this](const Result<int>& left) {
            if (!left) {
                settle(fail(left.error()));
            } else if (*left > 0) {
                settle(fail(ErrorKind::Storage, QStringLiteral("copies-left")));
            } else {
                backUpAgain();
            }
        });
}

void Erasure::backUpAgain()
{
    m_database
        .readAside<Done>(
            [file = m_database.file(), now = m_clock.nowMs()](Connection& db) -> Result<Done> {
                const auto made = makeBackup(db, file, now, freeBytesAt(file));
                if (!made) {
                    qCInfo(logStorage) << "no backup after erasing:" << made.error().detail();
                    db.clearError();
                }
                return Done{};
            })
        ->then(this, [this](const Result<Done>&) {
            qCInfo(logStorage) << "erased a person:" << m_deleted << "messages";
            settle(m_deleted);
        });
}

void Erasure::settle(const Result<qint64>& result)
{
    Call<qint64>* call{m_call};
    m_call = nullptr;
    call->settle(result);
}

} // namespace Textdesk
