#!/usr/bin/env bash
# Makes deploy/secrets/: an authority, certificates for the three services, random passwords, the key ring. Keep keys.properties safe: without it nothing kept can be read.
set -euo pipefail
cd "$(dirname "$0")"
umask 077
mkdir -p secrets && cd secrets
[ -f ca.pem ] && { echo "deploy/secrets is there already; remove it first to make everything anew."; exit 1; }
random() { openssl rand -base64 24 | tr -d '/+=' ; }
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "/CN=Caseward authority" -keyout ca.key -out ca.pem 2>/dev/null
for host in postgres artemis hub; do
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$host" -keyout "$host.key" -out "$host.csr" 2>/dev/null
  openssl x509 -req -in "$host.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days 397 -out "$host.pem" \
    -extfile <(printf 'subjectAltName=DNS:%s,DNS:localhost,IP:127.0.0.1' "$host") 2>/dev/null
  rm "$host.csr"
done
random > postgres_password
: > database_roles; : > hub.env
for role in hub_owner hub_intake hub_pipeline hub_staff hub_provider hub_reader casestore_owner casestore_writer casestore_reader; do
  password=$(random)
  echo "$role $password" >> database_roles
  case $role in
    hub_owner) name=OWNER ;; hub_intake) name=INTAKE ;; hub_pipeline) name=PIPELINE ;; hub_staff) name=STAFF ;; hub_provider) name=PROVIDER ;;
    casestore_owner) name=CASE_STORE_OWNER ;; casestore_writer) name=CASE_STORE_WRITER ;; *) continue ;;
  esac
  printf 'CASEWARD_DATABASE_%s_USER=%s\nCASEWARD_DATABASE_%s_PASSWORD=%s\n' "$name" "$role" "$name" "$password" >> hub.env
done
broker=$(random)
printf 'ARTEMIS_USER=hub\nARTEMIS_PASSWORD=%s\n' "$broker" > artemis.env
printf 'CASEWARD_BROKER_USER=hub\nCASEWARD_BROKER_PASSWORD=%s\n' "$broker" >> hub.env
printf '1=%s\n' "$(openssl rand -base64 32)" > keys.properties
# the containers' users are others than you; the folder itself is open to you only
chmod 0644 ca.pem postgres.pem postgres.key artemis.pem artemis.key hub.pem hub.key postgres_password database_roles keys.properties
echo "Made deploy/secrets. Back up keys.properties and ca.key in a safe place."
