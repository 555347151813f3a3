// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chiprow.h"

#include "ui/widgets/flowlayout.h"

namespace Textdesk {

ChipRow::ChipRow(const Theme& theme, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
{
    setObjectName(QStringLiteral("chipRow"));
    new FlowLayout{this, 6};
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipRow::add(const QString& key, const QString& label)
{
    auto* chip = new Chip{m_theme, QStringLiteral("chip_") + key, label, this};
    layout()->addWidget(chip);
    chip->setChecked(m_entries.empty());
    m_entries.push_back({key, chip});
    connect(chip, &QAbstractButton::toggled, this, [this, key](bool on) {
        if (on) {
            emit chosen(key);
        }
    });
}

Chip* ChipRow::chip(const QString& key) const
{
    for (const Entry& entry : m_entries) {
        if (entry.key == key) {
            return entry.chip;
        }
    }
    return nullptr;
}

void ChipRow::setCount(const QString& key, int count)
{
    if (Chip * found{chip(key)}) {
        found->setCount(count);
    }
}

void ChipRow::choose(const QString& key)
{
    if (Chip * found{chip(key)}) {
        found->setChecked(true);
    }
}

QString ChipRow::chosenKey() const
{
    for (const Entry& entry : m_entries) {
        if (entry.chip->isChecked()) {
            return entry.key;
        }
    }
    return {};
}

} // namespace Textdesk
