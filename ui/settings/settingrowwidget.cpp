// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingrowwidget.h"

#include "ui/settings/markedlabel.h"
#include "ui/settings/numberbox.h"
#include "ui/settings/weekdaypicker.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace Textdesk {

namespace {

constexpr int controlWidth{260};

QString nameOf(const SettingRow& row)
{
    QString name{QString::fromLatin1(row.key)};
    return QStringLiteral("setting_") + name.replace(u'/', u'_');
}

} // namespace

SettingRowWidget::SettingRowWidget(
    const Theme& theme, Settings& settings, Setting setting, QWidget* parent)
    : Panel{parent}
    , m_theme{theme}
    , m_settings{settings}
    , m_row{rowOf(setting)}
    , m_words{wordsOf(setting)}
    , m_title{new MarkedLabel{theme, m_words.title, this}}
    , m_problem{new TextLabel{theme, Tone::Bad, Fonts::small(), this}}
    , m_reset{new Button{theme, Button::Kind::Link, nameOf(m_row) + QStringLiteral("_reset"),
          tr("Back to default"), this}}
{
    setObjectName(nameOf(m_row) + QStringLiteral("_row"));
    m_reset->setAccessibleName(tr("%1: back to default").arg(m_words.title));
    m_control = makeControl();
    m_control->setObjectName(nameOf(m_row));
    m_control->setAccessibleName(m_words.title);
    m_control->setAccessibleDescription(m_words.sentence);
    m_title->setBuddy(
        m_control); // Qt tells a screen reader a combo box's value, so its label names it
    m_control->setFixedWidth(controlWidth);
    build();
    connect(m_reset, &QAbstractButton::clicked, this, [this] {
        m_problem->hide();
        m_settings.reset(m_row.setting);
        m_control->setFocus();
        refresh();
    });
    connect(&m_settings, &Settings::changed, this, [this](Setting changed) {
        if (changed == m_row.setting) {
            refresh();
        }
    });
    refresh();
}

void SettingRowWidget::build()
{
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    auto* sentence = new TextLabel{m_theme, Tone::Muted, Fonts::preview(), this};
    sentence->setText(m_words.sentence);
    sentence->setWordWrap(true);
    m_problem->setObjectName(nameOf(m_row) + QStringLiteral("_problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    words->addWidget(m_title);
    words->addWidget(sentence);
    words->addWidget(m_problem);
    auto* control = new QVBoxLayout;
    control->setSpacing(2);
    control->addWidget(m_control);
    control->addWidget(m_reset, 0, Qt::AlignRight);
    control->addStretch(1);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 4, 0, 4);
    row->setSpacing(24);
    row->addLayout(words, 1);
    row->addLayout(control);
    words->addStretch(1);
}

QWidget* SettingRowWidget::makeControl()
{
    if (m_row.setting == Setting::DefaultRegion) {
        return makeRegion();
    }
    if (m_row.setting == Setting::QuietDays) {
        return makeDays();
    }
    if (m_row.setting == Setting::QuietFrom || m_row.setting == Setting::QuietTo) {
        return makeTime();
    }
    if (!m_row.choices.isEmpty()) {
        return makeChoice();
    }
    if (m_row.type == QMetaType::Bool) {
        return makeSwitch();
    }
    return m_row.type == QMetaType::Int ? makeNumber() : makeText();
}

QWidget* SettingRowWidget::makeChoice()
{
    auto* box = new QComboBox{this};
    for (qsizetype i{0}; i < m_row.choices.size(); ++i) {
        box->addItem(m_words.choices.value(i, m_row.choices.at(i)), m_row.choices.at(i));
    }
    m_show = [box](const QVariant& value) { box->setCurrentIndex(box->findData(value)); };
    connect(box, &QComboBox::activated, this, [this, box] { set(box->currentData()); });
    return box;
}

QWidget* SettingRowWidget::makeRegion()
{
    auto* box = new QComboBox{this};
    box->setMaxVisibleItems(14);
    box->addItem(tr("As this computer is set"), QString{});
    QList<std::pair<QString, QString>> regions;
    for (int i{1}; i <= int(QLocale::LastTerritory); ++i) {
        const auto territory = QLocale::Territory(i);
        const QString code{QLocale::territoryToCode(territory)};
        if (code.size() == 2 && code.at(0).isLetter()) {
            regions.append({QLocale::territoryToString(territory), code});
        }
    }
    std::sort(regions.begin(), regions.end(), [](const auto& a, const auto& b) {
        return QString::localeAwareCompare(a.first, b.first) < 0;
    });
    for (const auto& [name, code] : regions) {
        //: A country and its two-letter code, e.g. "South Africa (ZA)".
        box->addItem(tr("%1 (%2)").arg(name, code), code);
    }
    m_show = [box](const QVariant& value) { box->setCurrentIndex(box->findData(value)); };
    connect(box, &QComboBox::activated, this, [this, box] { set(box->currentData()); });
    return box;
}

QWidget* SettingRowWidget::makeSwitch()
{
    auto* box = new QCheckBox{tr("On"), this};
    const auto say = [box](bool on) { box->setText(on ? tr("On") : tr("Off")); };
    connect(box, &QCheckBox::toggled, box, say);
    say(false);
    m_show = [box](const QVariant& value) { box->setChecked(value.toBool()); };
    connect(box, &QCheckBox::clicked, this, [this](bool on) { set(on); });
    return box;
}

QWidget* SettingRowWidget::makeNumber()
{
    auto* box = new NumberBox{this};
    const int unit{m_words.unitSize};
    box->setRange(m_row.smallest / unit, m_row.largest / unit);
    box->setSuffix(m_words.unit);
    box->setGroupSeparatorShown(false);
    box->findChild<QLineEdit*>()->setAccessibleName(m_words.title); // the part that is typed into
    box->setKeyboardTracking(false); // "84" on the way to "8477" is no port
    m_show = [box, unit](const QVariant& value) {
        const QSignalBlocker quiet{box};
        box->setValue(value.toInt() / unit);
    };
    connect(box, &QSpinBox::valueChanged, this, [this, unit](int value) {
        m_problem->hide();
        set(value * unit);
    });
    connect(box, &NumberBox::refused, this, [this, box] {
        //: %1 and %2 are numbers with their unit, e.g. "0 seconds" and "60 seconds".
        m_problem->setText(tr("This takes %1 to %2. The former value still holds.")
                               .arg(locale().toString(box->minimum()) + m_words.unit,
                                   locale().toString(box->maximum()) + m_words.unit));
        m_problem->show();
    });
    return box;
}

QWidget* SettingRowWidget::makeTime()
{
    static const QString stored{QStringLiteral("HH:mm")};
    auto* box = new QTimeEdit{this};
    // Without the seconds that some locales show.
    const bool hasHalves{
        locale().timeFormat(QLocale::ShortFormat).contains(u'A', Qt::CaseInsensitive)};
    box->setDisplayFormat(hasHalves ? QStringLiteral("h:mm AP") : stored);
    box->findChild<QLineEdit*>()->setAccessibleName(m_words.title);
    m_show = [box](const QVariant& value) {
        const QSignalBlocker quiet{box};
        box->setTime(QTime::fromString(value.toString(), stored));
    };
    connect(box, &QTimeEdit::timeChanged, this,
        [this](const QTime& time) { set(time.toString(stored)); });
    return box;
}

QWidget* SettingRowWidget::makeDays()
{
    auto* days = new WeekdayPicker{m_theme, m_words.title, this};
    m_show = [days](const QVariant& value) { days->setDays(value.toString()); };
    connect(days, &WeekdayPicker::chosen, this, [this](const QString& chosen) { set(chosen); });
    return days;
}

QWidget* SettingRowWidget::makeText()
{
    auto* edit = new QLineEdit{this};
    edit->setTextMargins(8, 0, 8, 0);
    m_show = [edit](const QVariant& value) {
        if (edit->text() != value.toString()) {
            edit->setText(value.toString());
        }
    };
    connect(edit, &QLineEdit::editingFinished, this, [this, edit] { takeText(edit->text()); });
    return edit;
}

void SettingRowWidget::takeText(const QString& text)
{
    const QString plain{text.trimmed()};
    if (!fits(m_row, plain)) {
        m_problem->setText(m_row.setting == Setting::ListenerAddress
                ? tr("This is no address of the form 127.0.0.1. The former one still holds.")
                : tr("This cannot be used. The former value still holds."));
        m_problem->show();
        return;
    }
    m_problem->hide();
    set(plain);
}

void SettingRowWidget::set(const QVariant& value)
{
    m_settings.set(m_row.setting, value);
}

void SettingRowWidget::refresh()
{
    m_show(m_settings.value(m_row.setting));
    m_reset->setVisible(!m_settings.isDefault(m_row.setting));
}

bool SettingRowWidget::narrow(const QString& searched)
{
    const bool found{matches(m_words.title + u' ' + m_words.sentence + u' ' + m_words.search + u' '
            + m_words.choices.join(u' ') + u' ' + titleOf(m_words.group),
        searched)};
    setVisible(found);
    m_title->mark(searched);
    return found;
}

void SettingRowWidget::setUsable(bool usable)
{
    m_control->setEnabled(usable);
}

} // namespace Textdesk
