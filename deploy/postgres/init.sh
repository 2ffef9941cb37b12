#!/bin/sh
# Makes the roles and the two databases; the file of roles has lines "role password".
set -eu
while read -r role password; do
  [ -n "$role" ] || continue
  psql -v ON_ERROR_STOP=1 -U postgres -v role="$role" -v password="$password" <<'SQL'
create role :"role" login password :'password';
SQL
done < "$CASEWARD_ROLES_FILE"
psql -v ON_ERROR_STOP=1 -U postgres <<'SQL'
create database hub owner hub_owner;
create database casestore owner casestore_owner;
SQL
