#!/usr/bin/env bash
# usage: src/test/hardening/ssh.sh PORT [HOST]
# Looks at an SFTP server with ssh-audit and fails (1) where it finds a failure. Installs ssh-audit when it is absent and this is root; ends with 77 where it can't.
set -uo pipefail
port=${1:?usage: $0 PORT [HOST]}
host=${2:-127.0.0.1}
if ! command -v ssh-audit >/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ssh-audit; } >/dev/null 2>&1
  fi
  if ! command -v ssh-audit >/dev/null; then
    echo "ssh-audit is not installed and could not be: nothing was looked at. Install it (apt-get install ssh-audit) and run this again." >&2
    exit 77
  fi
fi
options=(-n -p "$port")
# newer ones would also try to tire the server out
ssh-audit --help 2>&1 | grep -q -- --skip-rate-test && options+=(--skip-rate-test)
ssh-audit "${options[@]}" "$host"
# ssh-audit ends with 0 where all is well, 2 where it warns, 3 where something fails, 1 where it could not connect
case $? in
  0) echo "ssh-audit: nothing found" ;;
  2) echo "ssh-audit: warnings, no failure" ;;
  3) echo "ssh-audit: FAILURES" >&2; exit 1 ;;
  *) echo "ssh-audit could not look at $host:$port" >&2; exit 1 ;;
esac
