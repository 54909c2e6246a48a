#!/bin/sh
# Starts the exhibit's browser on the present screen. xinit runs it on the machine, the drill under Xvfb.
set -u
here=$(dirname "$0")
run=${RACKFIELD_RUN:-/run/rackfield}

# Picture and touches are turned together.
case ${ROTATE:-normal} in
  left) matrix='0 -1 1 1 0 0 0 0 1' ;;
  right) matrix='0 1 0 -1 0 1 0 0 1' ;;
  inverted) matrix='-1 0 1 0 -1 1 0 0 1' ;;
  *) matrix='' ;;
esac
if [ -n "$matrix" ]; then
  xrandr --orientation "$ROTATE"
  for device in $(xinput list --id-only); do
    # shellcheck disable=SC2086 # nine numbers
    xinput set-prop "$device" 'Coordinate Transformation Matrix' $matrix 2>/dev/null
  done
fi

# Without a window manager --kiosk alone leaves a margin.
size=$(xrandr | sed -n 's/.* connected[^0-9]*\([0-9]*\)x\([0-9]*\)+.*/\1,\2/p' | head -n 1)
profile=$(node "$here/prepareProfile.mjs")

echo $$ >"$run/browser.pid"
# shellcheck disable=SC2086 # further flags, separated by blanks
exec chromium \
  --kiosk --noerrdialogs --disable-infobars --disable-session-crashed-bubble --hide-crash-restore-bubble \
  --disable-pinch --overscroll-history-navigation=0 --autoplay-policy=no-user-gesture-required \
  --disable-domain-blocking-for-3d-apis --no-first-run --no-default-browser-check --password-store=basic \
  --disable-component-update --disable-breakpad --disable-features=Translate \
  --window-position=0,0 --window-size="${size:-1920,1080}" \
  --user-data-dir="${profile:-$run/profile}" --disk-cache-dir="$run/cache" --disk-cache-size=67108864 \
  ${CHROMIUM_FLAGS:-} "http://127.0.0.1:8480/kiosk/?${QUERY:-}"
