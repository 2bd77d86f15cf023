// SPDX-License-Identifier: MIT
// PostImages: puts images into one post: a copy in the site's folder, and its Markdown at the caret. Undo takes both
// back.
#pragma once

#include "importing/imagehabit.h"
#include "importing/imagestore.h"
#include "noticestack.h"
#include "preparedimage.h"

#include <QObject>
#include <QStringList>

#include <filesystem>
#include <optional>

class QMimeData;

namespace galley
{

class PostTab;
class Site;
class TaskQueue;

class PostImages final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostImages)

public:
    using SiteSource = std::function<std::shared_ptr<const Site>()>;

    PostImages(PostTab* tab, TaskQueue* tasks, SiteSource site);
    ~PostImages() override;

    void setShrinking(bool on) { m_shrinks = on; }

    enum class Where { Caret, End };
    void insertFiles(const QStringList& files, Where where = Where::Caret);
    /// Files or a picture from the clipboard or a drop.
    void insertFrom(const QMimeData& data);
    /// A copy for a field of the front matter; fieldFilled() tells its address.
    void copyForField(const QString& file, const QString& key);

    /// Whether the data holds nothing but images.
    static bool hasImages(const QMimeData& data);

Q_SIGNALS:
    void fieldFilled(const QString& key, const QString& address);
    void inserted(); ///< all images of one request stand in the text
    void noticed(const galley::Notice& notice);

private:
    struct Place {
        std::filesystem::path root;
        ImageHabit habit;
        PostNames names;
        std::string folder;
    };
    struct Copy {
        StoredImage image;
        std::string mark;    ///< what of it stands in the text
        bool isThere = true; ///< the file, as far as we know
    };
    using Preparing = std::function<Expected<PreparedImage>()>;
    using Stored = std::vector<Expected<StoredImage>>;

    std::optional<Place> place();
    void store(const Place& place, std::vector<Preparing> images, std::function<void(const Stored&)> then);
    void insert(const Place& place, const Stored& stored, Where where);
    void remember(const StoredImage& image, std::string mark);
    void followText();
    void takeBackAll();
    void report(const Error& error);

    PostTab* m_tab;
    TaskQueue* m_tasks;
    SiteSource m_site;
    bool m_shrinks = true;
    std::vector<Copy> m_copies; ///< made since the last save: after it the file belongs to the post on disk
};

} // namespace galley
