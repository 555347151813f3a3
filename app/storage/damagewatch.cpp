// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/damagewatch.h"

#include <QSet>

#include <mutex>
#include <vector>

namespace Textdesk {

namespace {

// A connection knows nothing but its file, and its thread owns no object that could be told; so who
// waits for news of a file stands here.
struct Waiting final {
    QString file;
    DamageWatch* watch{nullptr};
};

std::mutex& guard()
{
    static std::mutex mutex;
    return mutex;
}

std::vector<Waiting>& waiting()
{
    static std::vector<Waiting> all;
    return all;
}

QSet<QString>& damagedFiles()
{
    static QSet<QString> files;
    return files;
}

} // namespace

DamageWatch::DamageWatch(QString file, QObject* parent)
    : QObject{parent}
    , m_file{std::move(file)}
{
    const std::lock_guard lock{guard()};
    waiting().push_back({m_file, this});
    if (damagedFiles().contains(m_file)) {
        QMetaObject::invokeMethod(this, &DamageWatch::note, Qt::QueuedConnection);
    }
}

DamageWatch::~DamageWatch()
{
    const std::lock_guard lock{guard()};
    std::erase_if(waiting(), [this](const Waiting& one) { return one.watch == this; });
}

void DamageWatch::tell(const QString& file)
{
    const std::lock_guard lock{guard()};
    if (damagedFiles().contains(file)) {
        return; // who waits heard of it, or will
    }
    damagedFiles().insert(file);
    for (const Waiting& one : waiting()) {
        if (one.file == file) {
            QMetaObject::invokeMethod(one.watch, &DamageWatch::note, Qt::QueuedConnection);
        }
    }
}

void DamageWatch::beginAnew(const QString& file)
{
    const std::lock_guard lock{guard()};
    damagedFiles().remove(file);
}

void DamageWatch::note()
{
    if (!m_told) {
        m_told = true;
        emit found();
    }
}

} // namespace Textdesk
