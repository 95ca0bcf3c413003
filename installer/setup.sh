#!/bin/sh
# Prepares a checkout: finds Python, makes .venv, installs Daymark into it, and sees to the system
# libraries that Qt needs. `make` calls it; it may be called again at any time and asks nothing.
#
#   installer/setup.sh run     what is needed to run the program
#   installer/setup.sh test    the same, and the tools of `make test`
#   installer/setup.sh build   the same as run, and the tools that make the packages for Linux
#   installer/setup.sh a11y    the same as run, and a virtual screen with the bus of screen readers
#
# Where it is root or may use sudo without a password it installs what is missing by apt. Else it
# prints the one line to run, and goes on if what is there is enough for the job at hand.

set -eu
cd "$(dirname "$0")/.."

job=${1:-run}
venv=.venv
apt_lists_are_new=no

case $job in
    run) extra= ;;
    test) extra='[dev]' ;;
    build) extra='[build]' ;;
    a11y) extra= ;;
    *)
        echo "usage: installer/setup.sh run|test|build|a11y" >&2
        exit 2
        ;;
esac

say() {
    echo "setup: $*" >&2
}

stop() {
    say "$*"
    exit 1
}

# --- packages of the system ---------------------------------------------------------------------

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

may_use_apt() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" -eq 0 ] && return 0
    command -v sudo >/dev/null && sudo -n true 2>/dev/null
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l \
        apt-get -qq -y -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "$@" >&2
}

# Installs the packages named; false when that cannot be done from here.
system_install() {
    if ! may_use_apt; then
        if command -v apt-get >/dev/null; then
            say "please run:  sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
        else
            say "please install what your system calls:  $*"
        fi
        return 1
    fi
    say "installing by apt: $*"
    if [ "$apt_lists_are_new" = no ]; then
        apt update || say "apt could not update its lists; trying with those that are there"
        apt_lists_are_new=yes
    fi
    apt install --no-install-recommends "$@"
}

# --- Python -------------------------------------------------------------------------------------

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$candidate" >/dev/null && is_new_enough "$candidate"; then
            echo "$candidate"
            return 0
        fi
    done
    return 1
}

make_venv() {
    # One that does not start belongs to a Python that is gone, or to a folder that was moved.
    if [ -x "$venv/bin/python" ] && is_new_enough "$venv/bin/python"; then
        return 0
    fi
    if ! python=$(find_python); then
        system_install python3.11 python3.11-venv || true
        python=$(find_python) || stop "Daymark needs Python 3.11 or newer."
    fi
    # Debian keeps the part of Python that makes an environment in a package of its own.
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        system_install "python$version-venv" || stop "$python cannot make an environment without it."
    fi
    say "making $venv with $("$python" --version)"
    "$python" -m venv --clear "$venv"
}

# Quick and without a network when nothing changed since the last time.
install_daymark() {
    [ "$venv/.installed-for-$job" -nt pyproject.toml ] && return 0
    say "installing Daymark and its libraries into $venv (the first time this takes some minutes)"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
        --editable ".$extra" || stop "the libraries could not be installed."
    # As an installed program has it; otherwise the first start compiles every module.
    "$venv/bin/python" -m compileall -q diary || true
    touch "$venv/.installed-for-run" "$venv/.installed-for-$job"
}

# --- the system libraries of Qt -----------------------------------------------------------------

# Prints the libraries that the given files of PySide6 ask for and the system does not have.
missing_for() {
    for name in "$@"; do
        for file in "$venv"/lib/python3*/site-packages/PySide6/$name; do
            [ -e "$file" ] && ldd "$file" 2>/dev/null
        done
    done | sed -n 's/^[[:space:]]*\([^[:space:]]*\) => not found.*/\1/p' | sort -u
}

# The package of Debian and Ubuntu that holds a library; nothing for one we never met.
package_of() {
    case $1 in
        libEGL.so.1) echo libegl1 ;;
        libGL.so.1 | libGLX.so.0) echo libgl1 ;;
        libX11.so.6) echo libx11-6 ;;
        libX11-xcb.so.1) echo libx11-xcb1 ;;
        libdbus-1.so.3) echo libdbus-1-3 ;;
        libfontconfig.so.1) echo libfontconfig1 ;;
        libfreetype.so.6) echo libfreetype6 ;;
        libgcc_s.so.1) echo libgcc-s1 ;;
        libglib-2.0.so.0 | libgthread-2.0.so.0) echo libglib2.0-0 ;;
        libstdc++.so.6) echo libstdc++6 ;;
        libxkbcommon-x11.so.0) echo libxkbcommon-x11-0 ;;
        libz.so.1) echo zlib1g ;;
        libxcb*.so.* | libxkbcommon.so.* | libwayland-*.so.*) echo "${1%.so.*}${1##*.so.}" ;;
    esac
}

packages_of() {
    for library in "$@"; do
        package_of "$library"
    done | sort -u
}

base='QtCore.abi3.so QtGui.abi3.so QtWidgets.abi3.so QtSvg.abi3.so QtSvgWidgets.abi3.so
    QtPrintSupport.abi3.so Qt/plugins/platforms/libqoffscreen.so Qt/plugins/iconengines/*.so'
x11='Qt/plugins/platforms/libqxcb.so Qt/plugins/xcbglintegrations/*.so'
wayland='Qt/plugins/platforms/libqwayland*.so'

# What the job at hand cannot do without: nothing of Qt when `run` has no display, because the
# same work is then done without a window.
needed_now() {
    if [ "$job" != run ]; then
        missing_for $base
    elif [ -n "${WAYLAND_DISPLAY:-}" ]; then
        missing_for $base $wayland
    elif [ -n "${DISPLAY:-}" ]; then
        missing_for $base $x11
    elif [ -n "${QT_QPA_PLATFORM:-}" ]; then
        missing_for $base
    fi
}

# True when nothing is missing at all, so that the next call need not look again.
see_to_qt_libraries() {
    command -v ldd >/dev/null || return 0
    missing=$(missing_for $base $x11 $wayland)
    [ -z "$missing" ] && return 0
    say "Qt needs libraries that this system does not have: $(echo $missing)"
    system_install $(packages_of $missing) || true
    missing=$(missing_for $base $x11 $wayland)
    [ -z "$missing" ] && return 0
    lacking=$(needed_now)
    [ -z "$lacking" ] || stop "cannot go on without: $(echo $lacking)"
    say "what is there is enough to go on."
    return 1
}

# The tests watch the calls of the system that the program makes; a computer without it still runs.
see_to_strace() {
    [ "$job" = test ] || return 0
    command -v strace >/dev/null && return 0
    system_install strace || say "without strace the tests of power cuts cannot pass."
}

# --- the tools that make packages ----------------------------------------------------------------

see_to_build_tools() {
    lacking=
    for pair in dpkg-deb:dpkg dpkg-shlibdeps:dpkg-dev objcopy:binutils gcc:gcc chrpath:chrpath icupkg:icu-devtools; do
        PATH=$PATH:/usr/sbin command -v "${pair%:*}" >/dev/null || lacking="$lacking ${pair#*:}"
    done
    [ -z "$lacking" ] || system_install $lacking || stop "packages cannot be made without:$lacking"
}

# --- a screen, a session and the bus of screen readers -------------------------------------------

see_to_a11y_tools() {
    lacking=
    for pair in xvfb-run:xvfb xauth:xauth xdotool:xdotool dbus-run-session:dbus; do
        command -v "${pair%:*}" >/dev/null || lacking="$lacking ${pair#*:}"
    done
    bound='import gi; gi.require_version("Atspi", "2.0"); from gi.repository import Atspi'
    /usr/bin/python3 -c "$bound" 2>/dev/null || lacking="$lacking python3-gi gir1.2-atspi-2.0"
    [ -x /usr/libexec/at-spi-bus-launcher ] || lacking="$lacking at-spi2-core"
    [ -z "$lacking" ] || system_install $lacking || stop "the window cannot be read without:$lacking"
}

make_venv
install_daymark
if [ "$job" = a11y ]; then
    see_to_a11y_tools
fi
see_to_strace
if [ "$job" = build ]; then
    see_to_build_tools
fi
if see_to_qt_libraries; then
    touch "$venv/.ready-to-run" "$venv/.ready-to-$job"
fi
