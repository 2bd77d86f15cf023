// SPDX-License-Identifier: MIT
// The real window with somebody typing in it, to be killed; and the next start, which tells what came back.
#include "windowprobe.h"

#include "base/textdiff.h"
#include "faultpost.h"

#include <chrono>
#include <cstdio>
#include <cstring>

using namespace galley;
using namespace galley::faults;

namespace
{
long long monotonicMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

struct Desk {
    Desk(const char* state) : theme(*qApp), window(&theme, &preferences, QString::fromLocal8Bit(state))
    {
        window.resize(1000, 700);
        window.show();
    }
    std::string text() const { return *window.post().text().text(); }

    Preferences preferences;
    Theme theme;
    MainWindow window;
};

/// One key or none: the change from one text to the next, made at the keyboard.
void press(EditorPane* pane, const TextEdit& edit)
{
    QTextCursor cursor = pane->textCursor();
    cursor.setPosition(static_cast<int>(edit.offset)); // the text is ASCII: bytes are positions
    pane->setTextCursor(cursor);
    if (edit.length > 0)
        QTest::keyClick(pane, Qt::Key_Delete);
    else if (edit.text == "\n")
        QTest::keyClick(pane, Qt::Key_Return);
    else
        QTest::keyClicks(pane, QString::fromStdString(edit.text));
}

/// Prints "KEY TIME" after each key, for ever.
int type(const char* state, const char* post, unsigned seed)
{
    Desk desk(state);
    desk.window.open(QString::fromLocal8Bit(post));
    if (!QTest::qWaitFor([&] { return desk.window.documents().isOpen(); }, 60000))
        return 3;
    Typist typist(desk.text(), seed);
    for (int key = 1;; ++key) {
        const std::string before = typist.text();
        typist.typeKey();
        press(desk.window.editor().pane(), editBetween(before, typist.text()));
        if (desk.text() != typist.text()) {
            std::printf("the window's text is not what was typed\n");
            return 4;
        }
        std::printf("%d %lld\n", key, monotonicMs());
        std::fflush(stdout);
        QTest::qWait(50);
    }
}

/// Prints "back" and the recovered text, or "nothing".
int recover(const char* state)
{
    Desk desk(state);
    desk.window.recoverUnsaved();
    // The second look comes after four seconds.
    if (!QTest::qWaitFor([&] { return desk.window.documents().isOpen() && desk.window.post().isModified(); }, 12000)) {
        std::puts("nothing");
        return 0;
    }
    const bool told = desk.window.notices().texts().join(u' ').contains(QStringLiteral("is back"));
    std::printf("%s\n%s", told ? "back" : "silent", desk.text().c_str());
    return 0;
}
} // namespace

int main(int argc, char** argv)
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("galley"));
    if (argc == 5 && std::strcmp(argv[1], "type") == 0)
        return type(argv[2], argv[3], static_cast<unsigned>(std::atoi(argv[4])));
    if (argc == 3 && std::strcmp(argv[1], "recover") == 0)
        return recover(argv[2]);
    return 2;
}
