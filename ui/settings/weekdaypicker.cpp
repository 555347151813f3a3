// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/weekdaypicker.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/painting.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QStyleOption>

namespace Textdesk {

namespace {

constexpr int daysOfWeek{7};

class DayButton final : public QAbstractButton {
public:
    DayButton(const Theme& theme, QWidget* parent)
        : QAbstractButton{parent}
        , m_theme{theme}
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setFixedHeight(Metrics::control);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override { return {34, Metrics::control}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QStyleOption option;
        option.initFrom(this);
        const Colours& colours{m_theme.colours()};
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        const bool isOn{isChecked()};
        painter.setPen(isOn ? colours.accent : colours.line);
        painter.setBrush(isOn                                    ? colours.accentSoft
                : option.state.testFlag(QStyle::State_MouseOver) ? colours.hover
                                                                 : colours.background);
        painter.drawRoundedRect(
            QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), Metrics::radius, Metrics::radius);
        painter.setFont(isOn ? Fonts::smallStrong() : Fonts::small());
        painter.setPen(!isEnabled() ? colours.muted : isOn ? colours.accent : colours.text);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
        if (hasFocus() && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
            Painting::focusRing(painter, rect(), colours.accent, Metrics::radius);
        }
    }

private:
    const Theme& m_theme;
};

} // namespace

WeekdayPicker::WeekdayPicker(const Theme& theme, const QString& what, QWidget* parent)
    : QWidget{parent}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3);
    const QLocale words;
    for (int day{1}; day <= daysOfWeek; ++day) {
        auto* button = new DayButton{theme, this};
        const QString name{words.standaloneDayName(day)};
        button->setObjectName(QStringLiteral("weekday_%1").arg(day));
        button->setText(words.standaloneDayName(day, QLocale::ShortFormat).left(3));
        //: A setting and a day of the week, e.g. "Quiet on: Monday".
        button->setAccessibleName(tr("%1: %2").arg(what, name));
        button->setToolTip(name);
        connect(button, &QAbstractButton::clicked, this, [this] { emit chosen(days()); });
        m_buttons.append(button);
    }
    QWidget* before{nullptr};
    for (int place{0}; place < daysOfWeek; ++place) {
        QWidget* button{m_buttons.at((words.firstDayOfWeek() - 1 + place) % daysOfWeek)};
        row->addWidget(button);
        if (before != nullptr) {
            setTabOrder(before, button);
        } else {
            setFocusProxy(button);
        }
        before = button;
    }
}

void WeekdayPicker::setDays(const QString& days)
{
    for (int day{1}; day <= daysOfWeek; ++day) {
        m_buttons.at(day - 1)->setChecked(days.contains(QString::number(day)));
    }
}

QString WeekdayPicker::days() const
{
    QString days;
    for (int day{1}; day <= daysOfWeek; ++day) {
        if (m_buttons.at(day - 1)->isChecked()) {
            days += QString::number(day);
        }
    }
    return days;
}

} // namespace Textdesk
