// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/storenotice.h"

#include <QCoreApplication>

namespace Textdesk {

namespace {

struct StoreNotice final {
    Q_DECLARE_TR_FUNCTIONS(StoreNotice)
};

} // namespace

QString storeNoticeKey()
{
    return QStringLiteral("cannot-write");
}

std::optional<Notice> storeNotice(const Error& error)
{
    if (error.kind() != ErrorKind::Storage) {
        return std::nullopt;
    }
    if (error.detail() == QStringLiteral("disk-full")) {
        return Notice{storeNoticeKey(), Banner::Level::Problem,
            StoreNotice::tr("The disk is full, so nothing new can be stored."),
            StoreNotice::tr("Everything stored before is safe, and nothing is sent meanwhile. Free "
                            "some room and leave Textdesk open: it goes on by itself."),
            {}};
    }
    static const QStringList others{
        QStringLiteral("read-only"), QStringLiteral("io"), QStringLiteral("cannot-open")};
    if (!others.contains(error.detail())) {
        return std::nullopt;
    }
    return Notice{storeNoticeKey(), Banner::Level::Problem,
        StoreNotice::tr("The message file cannot be written, so nothing new can be stored."),
        StoreNotice::tr("Everything stored before is safe, and nothing is sent meanwhile. Check "
                        "the disk and the folder of the profile; Textdesk goes on by itself."),
        {}};
}

} // namespace Textdesk
