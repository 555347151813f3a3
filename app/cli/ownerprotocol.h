// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a program and the owner of its profile say to each other. Version 1: the program sends one
// request, the owner answers "begun", output, and "ended" with the exit code, or "refused".
#pragma once

#include "app/base/result.h"
#include "app/cli/sentcaller.h"

#include <QJsonObject>

namespace Textdesk {

constexpr int ownerProtocolVersion{1};

enum class ToOwner : quint8 { Request = 1, Stop = 2 };
enum class FromOwner : quint8 { Begun = 16, Output = 17, Problems = 18, Ended = 19, Refused = 20 };

struct OwnerRequest final {
    // Nothing but to bring the window to the front.
    bool raise{false};
    QString activationToken; // of the desktop, so that the window may take the focus
    QStringList words; // of the call, without the program's name
    CallerGoods goods;
};

[[nodiscard]] QByteArray requestBytes(const OwnerRequest& request);
// Error Rejected "version" (another protocol) or "malformed".
[[nodiscard]] Result<OwnerRequest> readRequest(const QByteArray& bytes);

enum class OwnerRefusal {
    Malformed,
    Version,
    OtherSecrets, // --secrets names another store than the owner's
    Later, // the owner ends soon, and takes no work that lasts
    NoWindow, // there is nothing to bring to the front
    Broken // its accounts could not be read
};

struct RefusalNote final {
    OwnerRefusal why{OwnerRefusal::Malformed};
    QString program; // "textdesk", "textdesk-cli"
    qint64 pid{0};
    QString detail; // the store of the owner's secrets, or an error's detail
};

[[nodiscard]] QByteArray refusalBytes(const RefusalNote& note);
// What cannot be read is Malformed: nothing was begun either way.
[[nodiscard]] RefusalNote readRefusal(const QByteArray& bytes);

[[nodiscard]] QByteArray endBytes(int exitCode);
// Nothing if these are no exit code.
[[nodiscard]] std::optional<int> readEnd(const QByteArray& bytes);

} // namespace Textdesk
