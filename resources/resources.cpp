// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A static library must have a unit of its own; the compiled-in files ride along with it.
namespace Textdesk { }
