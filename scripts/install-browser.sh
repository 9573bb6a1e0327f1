#!/bin/sh
# Installs Chromium for the browser tests from the system's packages, where it is missing: without a window where there is such a one.
set -eu
for name in chromium-headless-shell chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then
    echo "Browser: $(command -v "$name")"
    exit 0
  fi
done
if command -v apt-get >/dev/null 2>&1; then
  as_root=""
  [ "$(id -u)" -eq 0 ] || as_root="sudo"
  $as_root apt-get update -qq
  name=chromium
  apt-cache show chromium-headless-shell >/dev/null 2>&1 && name=chromium-headless-shell
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$name" fonts-dejavu-core >/dev/null
  command -v "$name"
  exit 0
fi
echo "Install Chromium and put it on the PATH, or set CHROMIUM to its path." >&2
exit 1
