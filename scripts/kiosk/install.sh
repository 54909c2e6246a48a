#!/bin/sh
# Makes a Debian machine an exhibit, or brings it a new version of the pages. May be run as often as wanted.
#   sudo scripts/kiosk/install.sh [--pages FOLDER] [--dry-run] [--prefix FOLDER]
# --pages: the built pages, dist/ unless given. --dry-run: says what it would do. --prefix: only lays the files out in that folder.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
pages=$here/../../dist
prefix=''
dry=''
while [ $# -gt 0 ]; do
  case $1 in
    --pages) pages=$2; shift 2 ;;
    --prefix) prefix=$2; shift 2 ;;
    --dry-run) dry=1; shift ;;
    *) echo "Unknown: $1" >&2; exit 2 ;;
  esac
done

fail() { echo "$1" >&2; exit 1; }
# Does a step, or says it.
do_it() { if [ -n "$dry" ]; then echo "$*"; else "$@"; fi; }
# A step on the running machine, not for a folder.
on_machine() { if [ -z "$prefix" ]; then do_it "$@"; fi; }
put() { do_it install -D -m "$1" "$here/$2" "$prefix$3"; }

[ -f "$pages/kiosk/index.html" ] || fail "There are no pages in $pages. Build them with: npm run build"
[ -n "$prefix$dry" ] || [ "$(id -u)" = 0 ] || fail 'This needs root: sudo scripts/kiosk/install.sh'

packages='chromium chromium-sandbox nginx-light nodejs xserver-xorg-core xserver-xorg-input-libinput libgl1-mesa-dri
  xinit xinput x11-xserver-utils dbus libpam-systemd'
if [ -z "$prefix" ]; then
  missing=''
  for package in $packages; do
    dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    do_it apt-get update
    # shellcheck disable=SC2086 # a list
    do_it apt-get install -y --no-install-recommends $missing
    # Debian starts a server of its own for the whole network as soon as nginx is installed.
    case $missing in *nginx*) do_it systemctl disable --now nginx.service ;; esac
  fi
  id rackfield >/dev/null 2>&1 ||
    do_it adduser --system --group --home /var/lib/rackfield/state --no-create-home rackfield
  for group in video render input; do
    do_it usermod -a -G "$group" rackfield
  done
fi

for unit in "$here"/units/*; do
  put 644 "units/$(basename "$unit")" "/etc/systemd/system/$(basename "$unit")"
done
for program in watchdog decide log settings versions prepareProfile; do
  put 644 "$program.mjs" "/usr/local/lib/rackfield/$program.mjs"
done
put 755 browser.sh /usr/local/lib/rackfield/browser.sh
put 644 nginx.conf /etc/rackfield/nginx.conf
put 644 policy.json /etc/chromium/policies/managed/rackfield.json
put 644 xorg.conf /etc/X11/xorg.conf.d/90-rackfield.conf
put 644 system.conf /etc/systemd/system.conf.d/rackfield.conf
# What has been set on this machine stays.
[ -f "$prefix/etc/rackfield/kiosk.conf" ] || put 644 kiosk.conf /etc/rackfield/kiosk.conf

state=$prefix/var/lib/rackfield/state
versions=$prefix/var/lib/rackfield/versions
# Counts that are saved on the staff page lie where the policy says.
counts=$prefix/var/lib/rackfield/counts
do_it mkdir -p "$state" "$versions" "$counts"
on_machine chown rackfield:rackfield "$state" "$counts"

is_in() { cmp -s "$pages/kiosk/index.html" "$versions/$1/kiosk/index.html"; }
served=''
[ ! -L "$state/current" ] || served=$(basename "$(readlink "$state/current")")
case $served in a) target=b ;; *) target=a ;; esac
if [ -n "$served" ] && is_in "$served"; then
  echo "These pages are already shown, from folder $served."
elif is_in "$target"; then
  # The version before, or one that was refused: asked for again.
  echo "These pages are already in folder $target. The watchdog takes them as soon as nobody is at the screen."
  on_machine systemctl stop rackfield-watchdog
  do_it rm -f "$state/watchdog.json"
  do_it install -m 644 "$here/again.json" "$state/watchdog.json"
  on_machine chown rackfield:rackfield "$state/watchdog.json"
elif grep -qs '"trial":true' "$state/watchdog.json"; then
  # The other folder holds what the watchdog goes back to if the version on trial fails.
  fail 'A new version is on trial at this moment. Try again in a quarter of an hour.'
else
  do_it rm -rf "$versions/new"
  do_it cp -R "$pages" "$versions/new"
  do_it chmod -R a+rX,go-w "$versions/new"
  do_it rm -rf "${versions:?}/$target"
  # Whole, or not at all.
  do_it mv "$versions/new" "$versions/$target"
  if [ -z "$served" ]; then
    do_it ln -sfn "../versions/$target" "$state/current"
  else
    echo "The watchdog takes the new version from folder $target as soon as nobody is at the screen."
  fi
fi

# Ctrl, Alt and Delete would reboot the machine.
on_machine systemctl mask ctrl-alt-del.target
on_machine systemctl daemon-reload
on_machine systemctl enable rackfield-server rackfield-watchdog rackfield-browser rackfield-restart.timer
on_machine systemctl restart rackfield-server rackfield-watchdog
on_machine systemctl start rackfield-browser rackfield-restart.timer
on_machine systemctl set-default multi-user.target
[ -n "$prefix$dry" ] || echo 'The exhibit runs. It starts by itself whenever the machine does.'
