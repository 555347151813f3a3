// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where banners stand: one per cause, the newest news of a cause replaces the older one.
#pragma once

#include "ui/widgets/banner.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace Textdesk {

struct Notice final {
    QString key; // the cause: a second notice with the same key replaces the first
    Banner::Level level{Banner::Level::Information};
    QString what;
    QString safe;
    QString action; // empty: nothing to do but close
    QString second{}; // one more thing to do; empty for none
};

class BannerArea final : public QWidget {
    Q_OBJECT
public:
    explicit BannerArea(const Theme& theme, QWidget* parent = nullptr);
    // Not in a row with the rest, but over the lower edge of ground: what comes and goes by itself
    // moves nothing that somebody is about to press.
    void floatOver(QWidget* ground);
    void add(const Notice& notice);
    void clear(const QString& key);
    [[nodiscard]] int count() const { return int(m_banners.size()); }
    [[nodiscard]] Banner* banner(const QString& key) const { return m_banners.value(key); }

signals:
    void actionTriggered(const QString& key);
    void secondTriggered(const QString& key);
    void dismissed(const QString& key);
    // A notice went that held the focus, by key or by itself: whoever knows where the person was
    // takes them back.
    void focusLeft();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] bool remove(const QString& key);
    void place();
    const Theme& m_theme;
    QWidget* m_ground{nullptr};
    QVBoxLayout* m_column;
    QHash<QString, Banner*> m_banners;
};

} // namespace Textdesk
