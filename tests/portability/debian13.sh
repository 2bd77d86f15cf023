#!/bin/bash
# SPDX-License-Identifier: MIT
# debian13.sh [FOLDER]: does Galley build and run on Debian 13 (Qt 6.8, g++ 14)? Makes a Debian 13 root in FOLDER
# (build-debian13 by default) from the package source this machine uses itself, copies the tree into it, and there runs
# ./run without a display and the unit, spec and command line tests. The root and what was built in it are kept for the
# next time. Wants mmdebstrap and 3 GB. As root, or through sudo.
set -eu
suite=trixie
here=$(cd "$(dirname "$0")/../.." && pwd -P)
folder=${1:-$here/build-debian13}
[ "$(id -u)" = 0 ] || exec sudo "$0" "$folder"
. "$here/.ci/packages.sh"
root=$folder/root
mkdir -p "$folder"

# package_source: the address of Debian's archive, as apt on this machine knows it.
package_source()
{
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | sort -u | head -n 1
}

# make_root: anew when the list of packages has changed.
make_root()
{
    local wanted stamp=$folder/packages.txt source
    wanted=$(echo $build_packages | tr ' ' '\n' | sort)
    if [ -d "$root" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
        return
    fi
    source=$(package_source)
    if [ -z "$source" ]; then
        apt_get -q update
        source=$(package_source)
    fi
    [ -n "$source" ] || { echo "apt on this machine knows no source of Debian's packages" >&2; exit 1; }
    rm -rf "$root" "$stamp"
    mmdebstrap --variant=apt --mode=root --aptopt='APT::Install-Recommends "false"' \
        --include="$(echo $wanted | tr ' ' ',')" "$suite" "$root" "$source"
    echo "$wanted" >"$stamp"
}

# copy_tree: the sources with their times, so that only what changed is built again; vectors and specifications where
# the tests look for them.
copy_tree()
{
    mkdir -p "$root/galley"
    find "$root/galley" -mindepth 1 -maxdepth 1 ! -name 'build*' -exec rm -rf {} +
    tar -C "$here" --exclude='./build*' --exclude=./.git --exclude=./.cache -cf - . | tar -C "$root/galley" --no-same-owner -xf -
    rm -rf "$root/shared"
    if [ -d "$here/../shared/vectors" ]; then
        mkdir -p "$root/shared"
        cp -a "$here/../shared/vectors" "$root/shared/"
    fi
    mkdir -p "$root/galley/build/specs"
    if [ -d "$here/build/specs" ]; then
        cp "$here"/build/specs/*.txt "$root/galley/build/specs/"
    fi
}

# inside COMMAND: in the root, with processes and mounts of its own that go with it.
inside()
{
    unshare --mount --pid --fork --kill-child bash -eu -c '
        mount -t proc proc "$1/proc"
        mount --rbind /dev "$1/dev"
        mount --rbind /sys "$1/sys"
        mount -t tmpfs tmpfs "$1/tmp"
        exec chroot "$1" env -i HOME=/tmp PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 TZ=UTC GALLEY_LONG="$3" \
            CMAKE_BUILD_PARALLEL_LEVEL="$4" bash -eu -c "cd /galley && $2"' inside "$root" "$1" "${GALLEY_LONG-}" "$(build_jobs)"
}

make_root
copy_tree
inside 'g++ --version | head -n 1; dpkg-query -W -f="\${Package} \${Version}\n" qt6-base-dev libmd4c-dev libyaml-cpp-dev'
inside 'rm -f build/writeup.png build/writeup.html; ./run && test -s build/writeup.png && test -s build/writeup.html'
inside 'cmake --build build --target tests-unit tests-spec tests-cli &&
    QT_QPA_PLATFORM=offscreen ctest --test-dir build --parallel 2 --output-on-failure --timeout 1500 --label-regex "^(unit|spec|cli)\$"'
