# SPDX-License-Identifier: MIT
# Which Debian 12 packages Galley needs, and how they are installed. Sourced by ./run and ./check.
# Every package is named in full: recommends are off, so nothing comes along by itself.

# To build and run the desktop program and the command line. Python makes the table of HTML's character references.
build_packages="
g++ cmake ninja-build pkg-config
qt6-base-dev qt6-base-dev-tools qt6-declarative-dev qt6-webengine-dev qt6-webengine-dev-tools
qt6-positioning-dev qt6-webchannel-dev
libgl-dev libopengl-dev libegl-dev
libmd4c-dev libmd4c-html0-dev libyaml-cpp-dev libyaml-dev libexpected-dev libsass-dev libical-dev libhunspell-dev libarchive-dev
node-prismjs node-emoji libjs-katex fonts-katex python3
libqt6svg6 qt6-svg-dev qt6-image-formats-plugins qt6-wayland qt6-gtk-platformtheme qt6-translations-l10n
libegl1 libegl-mesa0 libglx-mesa0 libgl1-mesa-dri libxcb-cursor0 xkb-data
fonts-dejavu-core fonts-liberation2 fonts-noto-core fonts-noto-color-emoji
hunspell-en-us ca-certificates shared-mime-info xdg-utils
"

# What ./check needs on top: the oracles (Jekyll and all of its plugins), the second compiler, the sanitizers, a display.
check_packages="
clang-14 libclang-rt-14-dev
jekyll jekyll-theme-minima kramdown ruby-kramdown ruby-kramdown-parser-gfm ruby-rouge ruby-liquid
ruby-jekyll-archives ruby-jekyll-avatar ruby-jekyll-commonmark ruby-jekyll-default-layout ruby-jekyll-feed
ruby-jekyll-gist ruby-jekyll-include-cache ruby-jekyll-mentions ruby-jekyll-optional-front-matter
ruby-jekyll-paginate ruby-jekyll-readme-index ruby-jekyll-redirect-from ruby-jekyll-relative-links
ruby-jekyll-sass-converter ruby-jekyll-seo-tag ruby-jekyll-sitemap ruby-jekyll-titles-from-headings ruby-jekyll-toc
cmark-gfm xvfb xauth poppler-utils
"

# What ./check --long needs on top: a root of Debian 13 is made in it.
long_packages="mmdebstrap debian-archive-keyring"

# missing_packages NAME…: those that dpkg does not hold as fully installed, on one line.
missing_packages()
{
    dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | awk -v wanted="$*" '
        $1 == "installed" { have[$2] = 1 }
        END { n = split(wanted, list, " "); for (i = 1; i <= n; ++i) if (!(list[i] in have)) printf "%s ", list[i] }'
}

# apt_get ARGUMENT…: apt-get as root, or through sudo; never asks, waits five minutes for another apt's lock.
apt_get()
{
    if [ "$(id -u)" = 0 ]; then
        DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=300 "$@" </dev/null
    else
        sudo env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=300 "$@" </dev/null
    fi
}

# say_packages WHY NAME…: for the systems where we do not install ourselves.
say_packages()
{
    {
        echo "$1"
        shift
        echo "Galley needs these packages (their Debian 12 names):"
        echo "  $*"
    } >&2
    return 1
}

# ensure_packages NAME…: installs what is missing; apt is not called when all are there.
ensure_packages()
{
    if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
        say_packages "This is not a Debian system: install what Galley needs by hand and use cmake --preset release." "$@"
        return 1
    fi
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null 2>&1; then
        say_packages "Packages are missing, and there is neither root nor sudo to install them." $missing
        return 1
    fi
    echo "Installing: $missing"
    # The lists on a fresh image are absent or stale: fetched when a package is unknown or can't be downloaded.
    if apt-cache show $missing >/dev/null 2>&1 && apt_get -q install --no-install-recommends $missing; then
        return 0
    fi
    apt_get -q update && apt_get -q install --no-install-recommends $missing && return 0
    say_packages "apt-get could not install everything; its message stands above." $missing
}

# build_jobs: one compiler a core, and no more than memory holds (a unit that includes WebEngine or Qt Test takes up to 1 GB).
build_jobs()
{
    cores=$(nproc)
    free_kib=$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo)
    limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || echo max)
    case $limit in
    ''|*[!0-9]*) ;;
    *) [ $((limit / 1024)) -ge "$free_kib" ] || free_kib=$((limit / 1024)) ;;
    esac
    jobs=$((free_kib / 1048576))
    [ "$jobs" -ge 1 ] || jobs=1
    [ "$jobs" -le "$cores" ] || jobs=$cores
    echo "$jobs"
}

# configure PRESET FOLDER [-DNAME=VALUE]: only when there is no finished configuration of this very source folder that has
# this value; ninja renews it later.
configure()
{
    cache=$2/CMakeCache.txt
    if [ -f "$2/build.ninja" ] && grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$cache" 2>/dev/null; then
        [ -n "${3-}" ] || return 0
        name=${3#-D}
        ! grep -qxE "${name%%=*}:[A-Z]+=${name#*=}" "$cache" || return 0
        cmake --preset "$1" "$3"
        return
    fi
    cmake --fresh --preset "$1" ${3+"$3"}
}
