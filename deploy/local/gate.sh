#!/usr/bin/env bash
# The gate behind ./liaison test: every check and test of every module, through Maven. Debian
# packages that some tests need are installed when that is possible; what could not run without
# them is told by name at the end. Arguments are handed on to Maven.
set -uo pipefail
root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root" || exit 1

# Program -> Debian package that brings it.
declare -A needed=([chromium]=chromium [go]=golang-go [haproxy]=haproxy)
missing=()
for program in "${!needed[@]}"; do
  command -v "$program" >/dev/null || [[ -x /usr/sbin/$program ]] || missing+=("${needed[$program]}")
done
[[ -d /usr/share/gocode/src/golang.org/x/mod ]] || missing+=(golang-golang-x-mod-dev)

if ((${#missing[@]})) && [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
  echo "Installing ${missing[*]} for the tests that need them..."
  log=$(mktemp)
  if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 3 "$log"
    echo "They could not all be installed; going on without."
  fi
  rm -f "$log"
fi

started=$(mktemp)
./mvnw -B -ntp verify "$@"
status=$?

# Every skipped test of this run, with the reason it gave.
skipped=$(
  find . -path ./web/node_modules -prune -o -path '*/target/surefire-reports/TEST-*.xml' -newer "$started" -print |
    sort | while read -r report; do
    awk '
      /<testcase / {
        class = $0; sub(/.* classname="/, "", class); sub(/".*/, "", class); sub(/.*\./, "", class)
        name = $0; sub(/.*<testcase name="/, "", name); sub(/".*/, "", name)
      }
      /<skipped/ {
        reason = ""
        if (match($0, /message="[^"]*"/)) reason = ": " substr($0, RSTART + 9, RLENGTH - 10)
        print "  " class "." name reason
      }' "$report"
  done
)
rm -f "$started"
echo
if [[ -n $skipped ]]; then
  echo "Skipped parts:"
  printf '%s\n' "$skipped"
else
  echo "Skipped parts: none"
fi
if ((status)); then
  echo "The gate is closed: see the first error above."
else
  echo "The gate is open."
fi
exit "$status"
