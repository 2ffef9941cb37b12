#!/usr/bin/env bash
# usage: API=https://HUB TOKEN=… [NAME=value …] docs/clinics/apply.sh FOLDER
# Enters a clinic into the directory as FOLDER/directory.json says. ${NAME} in it is taken from the environment; the first call that is refused ends it, with the hub's words.
set -euo pipefail
folder=${1:?usage: API=https://HUB TOKEN=… $0 FOLDER}
: "${API:?set API to the address of the hub}" "${TOKEN:?set TOKEN to a token of an integration engineer}"
command -v jq >/dev/null || { echo "jq is needed (apt-get install jq)" >&2; exit 1; }
fill='walk(if type == "string" then gsub("\\$\\{(?<name>[A-Z_]+)\\}"; env[.name] // error("set \(.name), then run this again")) else . end)'
jq -c ".[] | $fill" "$folder/directory.json" | while read -r call; do
  path=$(jq -r .path <<<"$call")
  jq -c .body <<<"$call" | curl -sS --fail-with-body -X "$(jq -r .method <<<"$call")" -H "Authorization: Bearer $TOKEN" \
    -H 'Content-Type: application/json' --data-binary @- "$API/api/directory$path"
  echo
done
