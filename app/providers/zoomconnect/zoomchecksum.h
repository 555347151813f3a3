// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The checksum of a webhook: HMAC-SHA1 over its parameters (zoomconnect.md 9.4).
#pragma once

#include "app/base/secrettext.h"
#include "app/providers/zoomconnect/zoomparameters.h"

namespace Textdesk {

// The texts a sender may have made its checksum over: unencoded (today's page), form-encoded (the
// 2014 manual; two texts when encoders differ about a '*' in the values). Every parameter but the
// checksum itself is in them.
[[nodiscard]] QByteArrayList zoomChecksumTexts(const ZoomParameters& parameters);
// Lower-case hex; empty if the library fails.
[[nodiscard]] QByteArray zoomHmacSha1(const QByteArray& key, const QByteArray& text);

// Ambiguous: signed with the key, but unencoded, and the signed text can be cut into other
// parameters.
enum class ZoomChecksum { Genuine, Ambiguous, Forged };

// Constant time in the digests; Forged for anything but 40 hex digits, in either case.
[[nodiscard]] ZoomChecksum zoomChecksum(const ZoomParameters& parameters, const SecretText& key);

} // namespace Textdesk
