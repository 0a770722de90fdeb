#!/usr/bin/env bash
# Installs the Debian packages that the portal needs and that are missing. Says clearly what to do where it may not.
#
#   deploy/system-packages.sh            what the site needs (Pango and the fonts of letters)
#   deploy/system-packages.sh ci         also what the slower gates need (PostgreSQL, JDK, Maven, Chromium)
set -euo pipefail

site=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation fonts-dejavu-core shared-mime-info)
ci=(postgresql openjdk-17-jdk-headless maven chromium poppler-utils dovecot-imapd)
wanted=("${site[@]}")
[ "${1:-site}" = ci ] && wanted+=("${ci[@]}")

if ! command -v dpkg-query >/dev/null; then
    echo "[system] not a Debian system: please install Pango 1.44 or newer by hand (WeasyPrint needs it)." >&2
    exit 0
fi

# Debian names the newest packaged JDK differently from release to release.
if [ "${1:-site}" = ci ] && command -v javac >/dev/null; then
    wanted=("${wanted[@]/openjdk-17-jdk-headless/}")
fi

missing=()
for package in "${wanted[@]}"; do
    [ -n "$package" ] || continue
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

echo "[system] installing ${missing[*]}"
run=()
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        run=(sudo)
    else
        echo "[system] these packages are missing and this user may not install them. Please run:" >&2
        echo "    sudo apt-get install --no-install-recommends ${missing[*]}" >&2
        echo "[system] then start again." >&2
        exit 1
    fi
fi
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for attempt in 1 2 3; do
    if "${run[@]}" apt-get update -qq >"$log" 2>&1 &&
       "${run[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >>"$log" 2>&1; then
        exit 0
    fi
    sleep $((attempt * 5))
done
echo "[system] apt-get could not install ${missing[*]}:" >&2
tail -5 "$log" >&2
exit 1
