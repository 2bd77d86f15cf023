// SPDX-License-Identifier: MIT
#include "form/newpostdialog.h"

#include "base/files.h"
#include "form/fieldeditor.h"
#include "form/tonelabel.h"
#include "importing/events.h"
#include "noticestack.h"
#include "plaintext.h"
#include "preferences.h"
#include "shorttext.h"
#include "site/fieldchoices.h"
#include "site/site.h"
#include "siteloader.h"
#include "taskqueue.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace galley
{

static QString lastAuthorOf(const QString& root)
{
    const QByteArray name = root.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return QStringLiteral("newpost/author/") + QLatin1String(name);
}

static const QString lastTemplate = QStringLiteral("newpost/template");

NewPostDialog::NewPostDialog(const QStringList& roots, std::shared_ptr<const Site> site, const std::string& author,
                             Preferences* preferences, QWidget* parent)
    : QDialog(parent), m_preferences(preferences), m_shownAuthor(author), m_shownRoot(roots.value(0)),
      m_loader(new SiteLoader(this)), m_tasks(new TaskQueue(this)), m_form(new QFormLayout), m_sites(new QComboBox),
      m_templates(new QComboBox), m_date(new QDateTimeEdit), m_photoNames(new QLabel), m_path(new ToneLabel(ToneLabel::Tone::Quiet)),
      m_create(new QPushButton(tr("&Create")))
{
    setWindowTitle(tr("New Write-up"));
    buildFields();
    build(roots);
    connect(m_loader, &SiteLoader::siteLoaded, this, [this] { setSite(m_loader->site(), m_loader->root()); });
    m_moment = QDateTime::currentSecsSinceEpoch();
    setSite(std::move(site), roots.value(0));
    if (!m_plan.site() && !roots.isEmpty())
        m_loader->open(roots.first()); // its authors and habits come in a moment
    m_fields.at("title")->inputWidget()->setFocus();
}

void NewPostDialog::build(const QStringList& roots)
{
    for (const QString& root : roots)
        addSite(root);
    if (roots.isEmpty())
        m_sites->addItem(tr("No site"), QString());
    m_sites->addItem(tr("Another folder…"));
    connect(m_sites, &QComboBox::activated, this, &NewPostDialog::chooseSite);
    connect(m_templates, &QComboBox::activated, this, &NewPostDialog::update);
    auto* event = new QPushButton(tr("&Import Event…"));
    event->setObjectName(QStringLiteral("import"));
    event->setToolTip(tr("Fill in from an .ics file, as Meetup and calendars give it"));
    event->setAutoDefault(false);
    connect(event, &QPushButton::clicked, this, &NewPostDialog::askForEvent);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(event, QDialogButtonBox::ResetRole);
    buttons->addButton(m_create, QDialogButtonBox::AcceptRole);
    m_create->setDefault(true);
    m_create->setObjectName(QStringLiteral("create"));
    connect(buttons, &QDialogButtonBox::accepted, this, &NewPostDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_path->setObjectName(QStringLiteral("path"));
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_path->setMinimumHeight(2 * m_path->fontMetrics().lineSpacing());
    m_path->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    layout->addSpacing(6);
    layout->addWidget(m_path);
    layout->addStretch(1);
    layout->addWidget(buttons);
    resize(560, 480);
}

void NewPostDialog::buildFields()
{
    m_sites->setObjectName(QStringLiteral("site"));
    m_sites->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_templates->setObjectName(QStringLiteral("template"));
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("&Site"), m_sites);
    m_form->addRow(tr("Start &from"), m_templates);
    addField("title", tr("&Title"), FieldKind::Text);
    addField("author", tr("&Author"), FieldKind::Choice);
    m_date->setObjectName(QStringLiteral("date"));
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    connect(m_date, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime& clock) {
        m_moment.reset(); // from here on it is the clock that was meant, wherever the site is
        m_plan.setDate(clock);
        showPath();
    });
    m_form->addRow(tr("&Date"), m_date);
    addField("event", tr("&Event"), FieldKind::Choice);
    addField("group", tr("&Group"), FieldKind::Choice);
    addField("place", tr("&Place"), FieldKind::Choice);
    addField("speaker", tr("Spea&ker"), FieldKind::Choice);
    addField("talk", tr("Ta&lk"), FieldKind::Text);
    addField("link", tr("Li&nk"), FieldKind::Text);
    auto* photos = new QHBoxLayout;
    auto* choose = new QPushButton(tr("Add P&hotos…"));
    choose->setAutoDefault(false);
    m_photoNames->setTextFormat(Qt::PlainText);
    m_photoNames->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    photos->addWidget(choose);
    photos->addWidget(m_photoNames, 1);
    m_form->addRow(tr("Photos"), photos);
    connect(choose, &QPushButton::clicked, this, &NewPostDialog::askForPhotos);
}

void NewPostDialog::addField(const char* key, const QString& label, FieldKind kind)
{
    FieldEditor* editor = FieldEditor::create(kind, {key, &m_choices}).release();
    editor->inputWidget()->setObjectName(QStringLiteral("input-") + QLatin1String(key));
    m_fields[key] = editor;
    m_form->addRow(label, editor);
    connect(editor, &FieldEditor::edited, this, [this, key = std::string(key)](const Value& value) {
        setPart(key, fieldText(value));
        m_isAuthorTyped = m_isAuthorTyped || key == "author";
        if (key == "author")
            fillTemplates();
        else
            showPath();
    });
}

void NewPostDialog::setPart(const std::string& key, const std::string& value)
{
    if (std::string* part = m_plan.part(key))
        *part = value;
}

void NewPostDialog::addSite(const QString& root)
{
    m_sites->addItem(QFileInfo(root).fileName() + QStringLiteral("  —  ") + root, root);
}

void NewPostDialog::chooseSite(int index)
{
    if (index < m_sites->count() - 1) {
        m_loader->open(m_sites->itemData(index).toString());
        return;
    }
    m_sites->setCurrentIndex(m_sites->findData(m_plan.root()));
    auto* dialog = new QFileDialog(this, tr("Folder of a site"), m_plan.root());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_loader, &SiteLoader::open);
    dialog->open();
}

void NewPostDialog::setSite(std::shared_ptr<const Site> site, const QString& root)
{
    if (m_sites->findData(root) < 0) {
        m_sites->insertItem(0, QFileInfo(root).fileName() + QStringLiteral("  —  ") + root, root);
        m_sites->setCurrentIndex(0);
    }
    m_plan.setSite(std::move(site), root);
    if (m_moment)
        showMoment(*m_moment);
    else
        m_plan.setDate(m_date->dateTime());
    m_choices = m_plan.site() ? fieldChoices(*m_plan.site(), {}) : FieldChoices();
    for (const auto& [key, editor] : m_fields)
        editor->setChoices(m_choices);
    if (!m_isAuthorTyped) {
        setPart("author", authorFor(root));
        m_fields.at("author")->setValue(Value(m_plan.post().author));
    }
    fillTemplates();
}

// The same moment is another hour, and at times another day, where the site is.
void NewPostDialog::showMoment(std::int64_t secondsSinceEpoch)
{
    m_moment = secondsSinceEpoch;
    const QSignalBlocker quiet(m_date);
    m_date->setDateTime(m_plan.clockAt(secondsSinceEpoch));
    m_plan.setDate(m_date->dateTime());
}

// Another site has other people: the one who wrote there last, the one whose post is shown, or the only one there is.
std::string NewPostDialog::authorFor(const QString& root) const
{
    if (const QByteArray remembered = m_preferences->state(lastAuthorOf(root)); !remembered.isEmpty())
        return remembered.toStdString();
    return root == m_shownRoot && !m_shownAuthor.empty() ? m_shownAuthor : m_plan.soleAuthor();
}

void NewPostDialog::fillTemplates()
{
    const QString chosen =
        m_templates->count() > 0 ? m_templates->currentText() : QString::fromUtf8(m_preferences->state(lastTemplate));
    m_templates->clear();
    for (const site::PostTemplate& each : m_plan.templates())
        m_templates->addItem(QString::fromStdString(each.name));
    m_templates->setCurrentIndex(std::max(0, m_templates->findText(chosen)));
    update();
}

void NewPostDialog::update()
{
    const std::vector<site::PostTemplate> all = m_plan.templates();
    const auto index = static_cast<std::size_t>(std::max(0, m_templates->currentIndex()));
    m_plan.setTemplate(all[std::min(index, all.size() - 1)]);
    for (const auto& [key, editor] : m_fields)
        m_form->setRowVisible(editor, key == "title" || key == "author" || asksFor(m_plan.pattern(), key));
    showPath();
}

void NewPostDialog::say(const QString& text, bool isWrong)
{
    m_path->setTone(isWrong ? ToneLabel::Tone::Error : ToneLabel::Tone::Quiet);
    m_path->setText(text);
}

void NewPostDialog::showPath()
{
    const Expected<std::string> path = m_plan.path();
    const bool isTitled = !m_plan.post().title.empty();
    const bool isThere = path && !m_plan.root().isEmpty() && QFileInfo::exists(m_plan.absolutePath());
    m_create->setEnabled(path.has_value() && !isThere);
    if (!isTitled)
        say(tr("The file gets its name from the date and the title."), false);
    else if (!path)
        say(QString::fromStdString(path.error().message) + QLatin1Char('.'), true);
    else if (isThere)
        say(tr("There is a post %1 already. Another title or date makes another file.")
                .arg(QString::fromStdString(*path)),
            true);
    else
        say(tr("The first save makes %1").arg(QString::fromStdString(*path)), false);
}

void NewPostDialog::accept()
{
    if (!m_create->isEnabled())
        return;
    const Expected<std::string> text = m_plan.text();
    if (!text) {
        say(sentence(text.error()), true);
        return;
    }
    m_preferences->setState(lastAuthorOf(m_plan.root()), QByteArray::fromStdString(m_plan.post().author));
    m_preferences->setState(lastTemplate, m_templates->currentText().toUtf8());
    Q_EMIT decided({*text, m_plan.absolutePath(), m_photos});
    QDialog::accept();
}

void NewPostDialog::askForPhotos()
{
    auto* dialog = new QFileDialog(this, tr("Photos for the post"), QString(),
                                   tr("Images (*.jpg *.jpeg *.png *.gif *.webp *.avif *.svg);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        m_photos += files;
        m_photos.removeDuplicates();
        QStringList names;
        for (const QString& file : std::as_const(m_photos))
            names << QFileInfo(file).fileName();
        m_photoNames->setText(names.join(QStringLiteral(", ")));
        m_photoNames->setToolTip(names.join(QLatin1Char('\n')));
    });
    dialog->open();
}

void NewPostDialog::askForEvent()
{
    auto* dialog = new QFileDialog(this, tr("Import an event"), QString(), tr("Calendar files (*.ics);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &NewPostDialog::importEvent);
    dialog->open();
}

void NewPostDialog::importEvent(const QString& icsFile)
{
    const auto read = [file = QFile::encodeName(icsFile).toStdString(),
                       zone = m_plan.zone()]() -> Expected<std::vector<CalendarEvent>> {
        const Expected<std::string> bytes = readFile(file);
        if (!bytes)
            return unexpected(bytes.error());
        Expected<std::vector<CalendarEvent>> events = readEvents(*bytes, zone);
        if (!events)
            events.error().file = file;
        return events;
    };
    m_tasks->run(this, read, [this](const Expected<std::vector<CalendarEvent>>& events) {
        if (events)
            offer(*events);
        else
            say(sentence(events.error()) + QLatin1Char('.'), true);
    });
}

void NewPostDialog::offer(const std::vector<CalendarEvent>& events)
{
    if (events.size() == 1) {
        fillIn(events.front());
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const CalendarEvent& event : events) {
        const QString label = QString::fromStdString(strftime(event.start, "%Y-%m-%d") + "  " + event.title);
        connect(menu->addAction(menuText(shortText(label, 80))), &QAction::triggered, this, [this, event] { fillIn(event); });
    }
    menu->popup(mapToGlobal(QPoint(20, height() - 40)));
}

void NewPostDialog::fillIn(const CalendarEvent& event)
{
    const auto fill = [this](const std::string& key, const std::string& value) {
        if (value.empty())
            return;
        setPart(key, value);
        m_fields.at(key)->setValue(Value(value));
    };
    fill("event", event.title);
    fill("group", event.group);
    fill("place", event.place);
    fill("link", event.link);
    if (m_plan.post().title.empty())
        fill("title", event.title);
    if (event.start.isDate) {
        const CivilTime day = toCivil(event.start);
        m_date->setDateTime(QDateTime(QDate(static_cast<int>(day.year), day.month, day.day), QTime(0, 0)));
    } else {
        showMoment(event.start.seconds);
    }
    showPath();
}

} // namespace galley
