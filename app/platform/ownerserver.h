// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The owner's door: takes connections of the same person, a bounded number of them.
#pragma once

#include "app/base/result.h"

#include <QLocalServer>
#include <QObject>

namespace Textdesk {

class OwnerLink;

class OwnerServer final : public QObject {
    Q_OBJECT
public:
    static constexpr int mostLinks{64};
    // A call with all its words and the file that goes with it.
    static constexpr qsizetype largestRequest{4 * 1024 * 1024};

    explicit OwnerServer(QObject* parent = nullptr);

    // Only who holds the profile's lock may listen: what still stands there was left by a program
    // that died, and is removed. Error Storage "no-owner-socket".
    [[nodiscard]] Result<Done> listen(const QString& profileFolder);
    // Takes nobody in any more; connections that are there stay.
    void close();
    [[nodiscard]] int links() const { return m_links; }

signals:
    // A child of this object; it deletes itself after its end.
    void connected(Textdesk::OwnerLink* link);

private:
    void takeIn();

    QLocalServer m_server;
    int m_links{0};
};

} // namespace Textdesk
