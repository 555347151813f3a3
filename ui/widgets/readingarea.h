// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A scroll area with nothing to act on, only to read: it takes the focus so that the keys scroll
// it, and a screen reader is told that it is a document.
#pragma once

#include <QScrollArea>

namespace Textdesk {

class ReadingArea final : public QScrollArea {
    Q_OBJECT
public:
    ReadingArea(const QString& name, const QString& spokenName, QWidget* parent = nullptr);
};

} // namespace Textdesk
