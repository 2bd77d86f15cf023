// SPDX-License-Identifier: MIT
// NewPostDialog: asks what a write-up is about; shows the path it will have. Nothing is made before the first save.
#pragma once

#include "form/newpostplan.h"

#include <QDialog>

#include <map>

class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QLabel;
class QPushButton;

namespace galley
{

class FieldEditor;
class Preferences;
class SiteLoader;
class TaskQueue;
class ToneLabel;
struct CalendarEvent;

class NewPostDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewPostDialog)

public:
    /// `roots`: folders of sites to choose from, the first is chosen. `author` writes on the first one until another
    /// is remembered for it.
    NewPostDialog(const QStringList& roots, std::shared_ptr<const Site> site, const std::string& author,
                  Preferences* preferences, QWidget* parent = nullptr);

    void accept() override;
    void importEvent(const QString& icsFile);

Q_SIGNALS:
    void decided(const galley::NewPostDraft& draft);

private:
    void build(const QStringList& roots);
    void buildFields();
    void addField(const char* key, const QString& label, FieldKind kind);
    void addSite(const QString& root);
    void chooseSite(int index);
    void setSite(std::shared_ptr<const Site> site, const QString& root);
    void fillTemplates();
    void fillIn(const CalendarEvent& event);
    void askForPhotos();
    void askForEvent();
    void offer(const std::vector<CalendarEvent>& events);
    void update();
    void showPath();
    void say(const QString& text, bool isWrong);
    void showMoment(std::int64_t secondsSinceEpoch);
    std::string authorFor(const QString& root) const;
    void setPart(const std::string& key, const std::string& value);

    Preferences* m_preferences;
    std::string m_shownAuthor; ///< of the post in front, when the dialog was opened
    QString m_shownRoot;       ///< its site
    bool m_isAuthorTyped = false;
    std::optional<std::int64_t> m_moment; ///< what the date means until somebody changes it; seconds since 1970
    SiteLoader* m_loader;
    TaskQueue* m_tasks;
    NewPostPlan m_plan;
    FieldChoices m_choices;
    QStringList m_photos;
    QFormLayout* m_form;
    QComboBox* m_sites;
    QComboBox* m_templates;
    std::map<std::string, FieldEditor*> m_fields;
    QDateTimeEdit* m_date;
    QLabel* m_photoNames;
    ToneLabel* m_path;
    QPushButton* m_create;
};

} // namespace galley
