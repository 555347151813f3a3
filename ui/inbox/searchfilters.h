// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// While somebody searches: the operators as chips, for those who do not type them.
#pragma once

#include "ui/theme/theme.h"

#include <QDate>
#include <QWidget>

#include <functional>
#include <vector>

namespace Textdesk {

class MenuChip;
struct SearchQuery;

class SearchFilters final : public QWidget {
    Q_OBJECT
public:
    SearchFilters(const Theme& theme, std::function<QDate()> today, QWidget* parent = nullptr);
    void setLines(const QStringList& names);
    // Shows what the typed operators say.
    void present(const QString& typed);

signals:
    // The typed text with another operator.
    void typedChanged(const QString& typed);

private:
    struct Choice {
        QString words;
        QString name; // of the operator
        QString value;
    };
    MenuChip* add(
        const char* name, const QString& label, std::function<std::vector<Choice>()> choices);
    [[nodiscard]] std::vector<Choice> times() const;
    [[nodiscard]] static QString wordsForState(const SearchQuery& query);
    std::function<QDate()> m_today;
    const Theme& m_theme;
    QString m_typed;
    QStringList m_lines;
    MenuChip* m_line;
    MenuChip* m_state;
    MenuChip* m_time;
};

} // namespace Textdesk
