#!/usr/bin/env bash
# Looks at TLS ports as an attacker would, and fails where a port speaks what is no longer safe.
#   src/test/hardening/tls.sh HOST:PORT...            asks only these
#   src/test/hardening/tls.sh --data DIR              asks the TLS ports of the demo that runs with that data (endpoints.json)
# sslscan (and testssl.sh where it is there) are installed by apt-get where this runs as root and they are missing. Exit: 0 fine, 1 a finding, 3 no tool.
set -euo pipefail

install_tools() {
  command -v sslscan >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq >/dev/null 2>&1 || true
    apt-get install -y -qq sslscan testssl.sh >/dev/null 2>&1 || apt-get install -y -qq sslscan >/dev/null 2>&1 || true
  fi
  command -v sslscan >/dev/null || { echo "tls.sh: sslscan is not installed; NOTHING WAS TESTED (Debian: apt-get install sslscan testssl.sh)" >&2; exit 3; }
}

targets_of() {
  python3 - "$1/endpoints.json" <<'PY'
import json, sys
from urllib.parse import urlparse
ends = json.load(open(sys.argv[1]))
for name in ("mllps", "imap", "smtp"):
    if name in ends and "caFile" in ends[name]:
        print(f"{ends[name]['host']}:{ends[name]['port']}")
for name in ("ui", "fhir", "api"):
    url = urlparse(ends.get(name, ""))
    if url.scheme == "https":
        print(f"{url.hostname}:{url.port}")
PY
}

bad=0
finding() { echo "  FINDING: $*"; bad=1; }

scan() {
  local target=$1 out
  out=$(sslscan --no-colour --no-check-certificate "$target" 2>&1) || true
  echo "== $target (sslscan)"
  echo "$out" | grep -Eq '^TLSv1\.2 +enabled|^TLSv1\.3 +enabled' || { finding "no TLS 1.2 or 1.3 here; is anything listening?"; return; }
  echo "$out" | grep -Eq '^TLSv1\.3 +enabled' || finding "TLS 1.3 is not offered"
  local old
  for old in SSLv2 SSLv3 'TLSv1\.0' 'TLSv1\.1'; do
    echo "$out" | grep -Eq "^$old +enabled" && finding "$old is offered"
  done
  echo "$out" | grep -E '^(Preferred|Accepted)' | sort -u | while read -r line; do echo "  $line"; done
  echo "$out" | grep -E '^(Preferred|Accepted)' | grep -Eq 'RC4|DES|NULL|EXP|MD5|anon|ADH|AECDH|CBC|-SHA$|-SHA |-SHA256 .*(AES128-SHA256|AES256-SHA256)' && finding "a weak cipher is accepted"
  echo "$out" | grep -E '^(Preferred|Accepted)' | grep -E 'TLSv1\.2' | grep -Evq 'ECDHE.*(GCM|CHACHA20)' && finding "a TLS 1.2 cipher without ephemeral keys or authenticated encryption is accepted"
  echo "$out" | grep -i 'vulnerable to heartbleed' | grep -Eqvi 'not vulnerable' && finding "Heartbleed"
  echo "$out" | grep -Eqi 'Compression enabled' && finding "TLS compression is on"
  echo "$out" | grep -Eqi '^Secure session renegotiation supported|not supported' || finding "insecure renegotiation"
  return 0
}

# testssl.sh gives no grade to a port that asks for client certificates by a private authority; its single findings count all the same.
deep() {
  local target=$1 tool json
  tool=$(command -v testssl || command -v testssl.sh || true)
  [ -n "$tool" ] || { echo "  (testssl.sh is not installed: sslscan's word alone)"; return 0; }
  json=$(mktemp)
  rm -f "$json"
  timeout 150 "$tool" --quiet --color 0 --warnings off --fast -p -s -f -U --jsonfile "$json" "$target" >/dev/null 2>&1 || true
  echo "== $target (testssl.sh)"
  [ -s "$json" ] || { finding "testssl.sh said nothing"; return 0; }
  python3 - "$json" <<'PY' || bad=1
import json, sys
text = open(sys.argv[1]).read().strip()
try:
    found = json.loads(text)
except ValueError:
    found = json.loads(text.rstrip(",\n") + "]")
bad = [f for f in found if f.get("severity") in ("MEDIUM", "HIGH", "CRITICAL") and not f["id"].startswith("cert_")]
for f in bad:
    print(f"  FINDING: {f['id']} {f['severity']}: {f['finding']}")
print(f"  {len(found)} looks, {len(bad)} findings of MEDIUM or above")
sys.exit(1 if bad else 0)
PY
  rm -f "$json"
}

[ $# -gt 0 ] || { sed -n '2,6p' "$0"; exit 2; }
install_tools
if [ "$1" = --data ]; then mapfile -t targets < <(targets_of "$2"); else targets=("$@"); fi
[ ${#targets[@]} -gt 0 ] || { echo "tls.sh: there is no TLS port to look at" >&2; exit 1; }
for target in "${targets[@]}"; do
  scan "$target"
  [ -n "${TLS_FAST:-}" ] || deep "$target"
done
[ "$bad" = 0 ] && echo "No finding: grade A." || echo "Findings: below grade A."
exit "$bad"
