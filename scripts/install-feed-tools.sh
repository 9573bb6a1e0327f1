#!/bin/sh
# Installs the feed readers and validators that the tests of feeds ask, and Java for the checker of HTML, from Debian's packages, where they are missing.
# Tests of a tool that is not there say so and are skipped.
set -eu
missing=""
[ -x /usr/bin/newsboat ] || missing="$missing newsboat"
[ -x /usr/bin/xmllint ] || missing="$missing libxml2-utils"
[ -x /usr/bin/jing ] || missing="$missing jing"
[ -d /usr/lib/python3/dist-packages/feedparser ] || missing="$missing python3-feedparser"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
if [ -z "$missing" ] || ! command -v apt-get >/dev/null 2>&1; then
  exit 0
fi
as_root=""
[ "$(id -u)" -eq 0 ] || as_root="sudo"
$as_root apt-get update -qq
# shellcheck disable=SC2086 # One word for each package.
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
