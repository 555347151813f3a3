// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every function that can fail returns a Result: a value, or an Error that must be looked at.
#pragma once

#include "app/base/error.h"

#include <tl/expected.hpp>

namespace Textdesk {

template <typename T> using Result = tl::expected<T, Error>;

// For operations that succeed with nothing to hand back; std::monostate-like, so that it fits in
// QVariant-free code.
struct Done final {
    friend constexpr bool operator==(Done, Done) = default;
};

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>{std::move(error)};
}

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, QString detail = {})
{
    return tl::unexpected<Error>{Error{kind, std::move(detail)}};
}

} // namespace Textdesk
