// SPDX-License-Identifier: MIT
#include "postimages.h"

#include "base/files.h"
#include "editor/editorpane.h"
#include "importing/imagename.h"
#include "post/postdocument.h"
#include "posttab.h"
#include "site/site.h"
#include "site/sitecontent.h"
#include "taskqueue.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QTextBlock>
#include <QUrl>

namespace galley
{

PostImages::PostImages(PostTab* tab, TaskQueue* tasks, SiteSource site)
    : QObject(tab), m_tab(tab), m_tasks(tasks), m_site(std::move(site))
{
    connect(tab->post()->document(), &QTextDocument::contentsChanged, this, &PostImages::followText);
    connect(tab->post(), &OpenPost::saved, this, [this] { m_copies.clear(); });
    connect(tab->post(), &OpenPost::loaded, this, &PostImages::takeBackAll);
    connect(tab->editor()->pane(), &EditorPane::imagesOffered, this, &PostImages::insertFrom);
}

PostImages::~PostImages()
{
    takeBackAll();
}

static QStringList localFiles(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls())
        files << url.toLocalFile();
    return files;
}

bool PostImages::hasImages(const QMimeData& data)
{
    const QStringList files = localFiles(data);
    const bool onlyImages = std::all_of(files.begin(), files.end(), &isImageName);
    return files.isEmpty() ? data.hasImage() && !data.hasText() : onlyImages;
}

static std::string authorOf(std::string_view text)
{
    const Value author = PostDocument::parse(text).values.get("author");
    return author.isString() ? author.string() : std::string();
}

static ImageHabit habitOf(const Site& site, const std::string& author)
{
    std::vector<ImageUser> users;
    const std::vector<site::ItemPtr>& posts = site.content().posts();
    for (auto post = posts.rbegin(); post != posts.rend(); ++post) {
        const Value name = (*post)->data.get("author");
        users.push_back({{name.isString() ? name.string() : std::string(), (*post)->name}, (*post)->text});
    }
    return imageHabit(users, author, standardImageHabit(site.content().setting("baseurl")));
}

// Nothing, and a way to go on, for a post that is nowhere yet.
std::optional<PostImages::Place> PostImages::place()
{
    OpenPost* post = m_tab->post();
    const std::shared_ptr<const Site> site = m_site();
    if (post->place().isEmpty() && !site) {
        Q_EMIT noticed({QStringLiteral("unsaved"),
                        Severity::Warning,
                        tr("Images are kept in a folder beside the post. Save the post first, then put the image in."),
                        {}});
        return std::nullopt;
    }
    Place place;
    const QString name = QFileInfo(post->place()).fileName();
    place.names.file = name.isEmpty() ? "untitled.md" : name.toStdString();
    if (site) {
        place.names.author = authorOf(*post->text().text());
        place.root = site->root();
        place.habit = habitOf(*site, place.names.author);
    } else {
        place.root = QFile::encodeName(QFileInfo(post->place()).path()).toStdString();
        place.habit = imageHabitBesidePost();
    }
    place.folder = imageFolder(place.habit, place.names);
    return place;
}

void PostImages::store(const Place& place, std::vector<Preparing> images, std::function<void(const Stored&)> then)
{
    m_tasks->run(
        this,
        [place, images = std::move(images)] {
            Stored out;
            for (const Preparing& prepare : images) {
                const Expected<PreparedImage> image = prepare();
                out.push_back(image ? storeImage(place.root, place.folder, image->name.toStdString(),
                                                 place.names.file.substr(0, place.names.file.rfind('.')), image->bytes)
                                    : unexpected(image.error()));
            }
            return out;
        },
        [then = std::move(then)](const Stored& stored) { then(stored); });
}

static std::function<Expected<PreparedImage>()> preparing(const QString& file, bool shrink)
{
    return [file, shrink]() -> Expected<PreparedImage> {
        Expected<std::string> bytes = readFile(QFile::encodeName(file).toStdString());
        return bytes ? prepareImage(std::move(*bytes), file, shrink) : unexpected(bytes.error());
    };
}

void PostImages::insertFiles(const QStringList& files, Where where)
{
    const std::optional<Place> to = place();
    if (!to)
        return;
    std::vector<Preparing> images;
    for (const QString& file : files)
        images.push_back(preparing(file, m_shrinks));
    store(*to, std::move(images), [this, place = *to, where](const Stored& stored) { insert(place, stored, where); });
}

void PostImages::insertFrom(const QMimeData& data)
{
    if (const QStringList files = localFiles(data); !files.isEmpty()) {
        insertFiles(files);
        return;
    }
    const auto image = qvariant_cast<QImage>(data.imageData());
    const std::optional<Place> to = place();
    if (!to || image.isNull())
        return;
    const QString name = QString::fromStdString(to->names.file.substr(0, to->names.file.rfind('.')));
    store(*to,
          {[image, name, shrink = m_shrinks] { return prepareImage(image, name + QStringLiteral(".png"), shrink); }},
          [this, place = *to](const Stored& stored) { insert(place, stored, Where::Caret); });
}

void PostImages::copyForField(const QString& file, const QString& key)
{
    const std::optional<Place> to = place();
    if (!to)
        return;
    store(*to, {preparing(file, m_shrinks)}, [this, key, place = *to](const Stored& stored) {
        const Expected<StoredImage>& image = stored.front();
        if (!image)
            return report(image.error());
        // Liquid is not run in front matter: the address is that of the site's root, as themes expect it.
        const bool isLone = place.habit.address == ImageAddress::BesidePost;
        const std::string address = (isLone ? "" : "/") + image->path;
        Q_EMIT fieldFilled(key, QString::fromStdString(address));
        remember(*image, address);
    });
}

void PostImages::insert(const Place& place, const Stored& stored, Where where)
{
    std::string text;
    std::vector<std::pair<const StoredImage*, std::string>> done;
    std::string alt;
    for (const Expected<StoredImage>& image : stored) {
        if (!image) {
            report(image.error());
            continue;
        }
        alt = imageText(image->path);
        if (alt.empty())
            alt = tr("describe the picture").toStdString();
        text += (text.empty() ? "" : "\n\n") + imageMarkdown(place.habit, image->path, alt);
        done.emplace_back(&*image, imageAddress(place.habit, image->path));
    }
    if (done.empty())
        return;
    EditorPane* pane = m_tab->editor()->pane();
    QTextCursor cursor = pane->textCursor();
    if (where == Where::End) {
        cursor.movePosition(QTextCursor::End);
        text = "\n" + text + "\n";
    }
    const int begin = cursor.selectionStart();
    cursor.insertText(QString::fromStdString(text));
    if (done.size() == 1 && where == Where::Caret) { // its words are typed next
        cursor.setPosition(begin + 2);
        cursor.setPosition(begin + 2 + static_cast<int>(QString::fromStdString(alt).size()), QTextCursor::KeepAnchor);
    }
    pane->setTextCursor(cursor);
    for (const auto& [image, mark] : done)
        remember(*image, mark);
    Q_EMIT inserted();
}

void PostImages::remember(const StoredImage& image, std::string mark)
{
    m_copies.push_back({image, std::move(mark), true});
}

void PostImages::followText()
{
    if (m_copies.empty())
        return;
    const std::shared_ptr<const std::string> text = m_tab->post()->text().text();
    for (Copy& copy : m_copies) {
        const bool isUsed = text->find(copy.mark) != std::string::npos;
        if (isUsed == copy.isThere)
            continue;
        copy.isThere = isUsed;
        m_tasks->run(
            this,
            [image = copy.image, isUsed]() -> Expected<void> {
                if (isUsed)
                    return restoreImage(image);
                removeImage(image);
                return {};
            },
            [this](const Expected<void>& result) {
                if (!result)
                    report(result.error());
            });
    }
}

// The text went without being saved: nobody names the copies any more.
void PostImages::takeBackAll()
{
    for (const Copy& copy : m_copies)
        m_tasks->run(
            m_tasks,
            [image = copy.image] {
                removeImage(image);
                return true;
            },
            [](bool) {});
    m_copies.clear();
}

void PostImages::report(const Error& error)
{
    Q_EMIT noticed({QStringLiteral("image"), Severity::Error, sentence(error), {}});
}

} // namespace galley
