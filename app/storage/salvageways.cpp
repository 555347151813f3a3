// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/salvageways.h"

#include "app/storage/firstpage.h"
#include "app/storage/looserows.h"
#include "app/storage/salvagereading.h"
#include "app/storage/statement.h"

namespace Textdesk {

namespace {

Result<int> unreadable()
{
    return fail(ErrorKind::Storage, QStringLiteral("unreadable"));
}

Result<int> copyBySql(Connection& db, QString file, const std::function<void(double)>& share)
{
    file.replace(u'\'', QStringLiteral("''"));
    if (!db.execute(QStringLiteral("ATTACH '%1' AS hurt").arg(file))) {
        db.clearError();
        return unreadable();
    }
    auto gaps = SalvageReading{db, share}.copyAll();
    db.clearError();
    db.execute(QStringLiteral("DETACH hurt"));
    db.clearError(); // a file that cannot be closed tidily is not needed any more
    return gaps;
}

Result<int> copyWithNewFirst(Connection& db, const QString& file, const PageImage& image,
    const std::function<void(double)>& share)
{
    const QString mended{file + QStringLiteral(".pages")};
    const auto copied = copyWithNewFirstPage(image, mended);
    auto gaps = copied ? copyBySql(db, mended, share) : Result<int>{fail(copied.error())};
    for (const QString& end : {QString{}, QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        QFile::remove(mended + end);
    }
    return gaps;
}

bool isUnreadable(const Result<int>& gaps)
{
    return !gaps && gaps.error().detail() == QStringLiteral("unreadable");
}

bool holdsAnything(Connection& db)
{
    auto rows = db.prepare("SELECT EXISTS(SELECT 1 FROM message) OR EXISTS(SELECT 1 FROM "
                           "conversation) OR EXISTS(SELECT 1 FROM account)");
    return rows.first() && rows.flag(0);
}

} // namespace

Result<int> readDamaged(Connection& db, const QString& file, const QString& asItWas,
    const std::function<void(double share)>& share)
{
    constexpr double bySql{0.8};
    const auto first = [&share](double part) { share(part * bySql); };
    auto gaps = copyBySql(db, file, first);
    if (gaps && *gaps == 0) {
        share(1.0);
        return gaps;
    }
    const PageImage image{asItWas};
    const bool noWayIn{isUnreadable(gaps)};
    if (noWayIn) {
        gaps = copyWithNewFirst(db, file, image, first);
    }
    if (!gaps && !isUnreadable(gaps)) {
        return gaps;
    }
    const auto loose =
        LooseRows{db}.gather(image, [&share](double part) { share(bySql + part * (1 - bySql)); });
    if (!loose) {
        return fail(loose.error());
    }
    const int lost{noWayIn ? 1 : 0}; // the first page, or all ways
    return holdsAnything(db) ? Result<int>{gaps.value_or(0) + lost} : unreadable();
}

} // namespace Textdesk
