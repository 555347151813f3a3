// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt/windowprompt.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSplitter>
#include <QStandardPaths>
#include <QTreeView>

namespace Textdesk {

namespace {

QMessageBox* makeBox(QWidget* parent, const QString& title, const QString& text)
{
    constexpr int comfortable{380};
    // The words say it; a question mark of the style would only shout.
    auto* box = new QMessageBox{QMessageBox::NoIcon, {}, title, QMessageBox::NoButton, parent};
    QFont strong{box->font()};
    strong.setWeight(QFont::DemiBold);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(text);
    const auto labels = box->findChildren<QLabel*>();
    for (QLabel* label : labels) {
        if (label->text() == title) {
            label->setFont(strong);
        }
        if (label->text() == text) {
            label->setMinimumWidth(comfortable);
        }
    }
    return box;
}

constexpr QSize comfortableDialog{800, 520};

QString questionName()
{
    return QStringLiteral("question");
}

// The name to be written ends as the chosen type says: "Spreadsheet (*.csv)".
void followType(QFileDialog& dialog, const QString& filter)
{
    static const QRegularExpression type{QStringLiteral(R"(\(\*\.(\w+)\))")};
    const QString suffix{type.match(filter).captured(1)};
    const QFileInfo chosen{dialog.selectedFiles().value(0)};
    if (!suffix.isEmpty() && !chosen.isDir()) {
        dialog.setDefaultSuffix(suffix);
        dialog.selectFile(chosen.completeBaseName() + u'.' + suffix);
    }
}

// Qt's own dialog for files, where the desktop has none: dates and sizes are shown whole.
void showWhole(QFileDialog& dialog)
{
    if (auto* list = dialog.findChild<QTreeView*>(QStringLiteral("treeView"))) {
        list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
        list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    }
    if (auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))) {
        name->setTextMargins(8, 0, 8, 0);
    }
    if (auto* parts = dialog.findChild<QSplitter*>(QStringLiteral("splitter"))) {
        constexpr int places{150};
        parts->setSizes({places, comfortableDialog.width() - places});
    }
}

} // namespace

void WindowPrompt::ask(QWidget* parent, const Question& question, std::function<void(bool)> answer)
{
    QMessageBox* box{makeBox(parent, question.title, question.text)};
    QPushButton* yes{box->addButton(question.yes,
        question.isDangerous ? QMessageBox::DestructiveRole : QMessageBox::AcceptRole)};
    QPushButton* no{box->addButton(question.no, QMessageBox::RejectRole)};
    box->setDefaultButton(question.isDangerous ? no : yes);
    box->setEscapeButton(no);
    box->setObjectName(questionName());
    QObject::connect(box, &QDialog::finished, parent,
        [box, yes, reply = std::move(answer)] { reply(box->clickedButton() == yes); });
    box->open();
}

void WindowPrompt::withdraw(QWidget* parent)
{
    const auto boxes =
        parent->findChildren<QMessageBox*>(questionName(), Qt::FindDirectChildrenOnly);
    for (QMessageBox* box : boxes) {
        QObject::disconnect(box, &QDialog::finished, parent, nullptr);
        box->close();
    }
}

void WindowPrompt::reword(QWidget* parent, const QString& text)
{
    const auto boxes =
        parent->findChildren<QMessageBox*>(questionName(), Qt::FindDirectChildrenOnly);
    for (QMessageBox* box : boxes) {
        box->setInformativeText(text);
    }
}

void WindowPrompt::warn(QWidget* parent, const QString& title, const QString& text)
{
    QMessageBox* box{makeBox(parent, title, text)};
    box->addButton(QMessageBox::Close);
    box->open();
}

// Where people keep things, not where the program happened to be started.
QString WindowPrompt::startFolder() const
{
    const QString documents{QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)};
    return QFileInfo{m_folder}.isDir() ? m_folder
        : QFileInfo{documents}.isDir() ? documents
                                       : QDir::homePath();
}

void WindowPrompt::chooseFile(
    QWidget* parent, const FileWish& wish, std::function<void(const QString&)> answer)
{
    auto* dialog = new QFileDialog{parent, wish.title, {}, wish.filter};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->resize(comfortableDialog);
    dialog->setDirectory(startFolder());
    showWhole(*dialog);
    if (wish.isFolder) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else if (wish.suggestedName.isEmpty()) {
        dialog->setFileMode(QFileDialog::ExistingFile);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->selectFile(wish.suggestedName);
        dialog->setDefaultSuffix(QFileInfo{wish.suggestedName}.suffix());
        QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString& filter) { followType(*dialog, filter); });
    }
    QObject::connect(
        dialog, &QDialog::finished, parent, [this, dialog, reply = std::move(answer)](int result) {
            const bool isChosen{result == QDialog::Accepted};
            if (isChosen) {
                m_folder = dialog->directory().absolutePath();
            }
            reply(isChosen ? dialog->selectedFiles().value(0) : QString{});
        });
    dialog->open();
}

} // namespace Textdesk
