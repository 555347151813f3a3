// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// At the end of a thread: texts may be missing there, because the provider could not be asked.
#pragma once

#include "ui/widgets/surface.h"

namespace Textdesk {

class Button;
class Spinner;
class TextLabel;

class GapStrip final : public Surface {
    Q_OBJECT
public:
    explicit GapStrip(const Theme& theme, QWidget* parent = nullptr);
    // A whole sentence; empty hides the strip.
    void present(const QString& sentence);
    // While the provider is asked.
    void setBusy(bool busy);

signals:
    void fetchWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TextLabel* m_words;
    Button* m_fetch;
    Spinner* m_spinner;
};

} // namespace Textdesk
