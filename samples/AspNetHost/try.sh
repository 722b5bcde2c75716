#!/usr/bin/env bash
# Starts the host with its simulator and goes through the main calls: an account, its credentials, a sync, the figures. They must equal
# what the simulator knows to be true. Needs bash, curl, sed and the .NET SDK; stops what it started.
set -euo pipefail
cd "$(dirname "$0")"

key="acme-key-for-trying-only"
folder=$(mktemp -d)
host=""
finish() {
  code=$?
  if [ -n "$host" ]; then
    kill -TERM "$host" 2>/dev/null || true
    wait "$host" 2>/dev/null || true
  fi
  [ "$code" -eq 0 ] || { echo "Failed. The host's log:" >&2; tail -n 40 "$folder/log" >&2 2>/dev/null || true; }
  rm -rf "$folder"
  exit "$code"
}
trap finish EXIT

fail() { echo "$*" >&2; exit 1; }

# A member of a JSON object that is no object itself: field name [json on standard input]
field() { tr -d '\n' | sed -nE "s/.*\"$1\" *: *\"?([^\",}]*)\"?.*/\1/p"; }

# call METHOD path expected-status [body]: prints the body
call() {
  local arguments=(-sS -X "$1" -H "X-Api-Key: $key" -o "$folder/body" -w '%{http_code}' "$url$2")
  [ $# -lt 4 ] || arguments+=(-H 'Content-Type: application/json' -d "$4")
  local status
  status=$(curl "${arguments[@]}")
  [ "$status" = "$3" ] || fail "$1 $2 answered $status instead of $3: $(cat "$folder/body")"
  cat "$folder/body"
}

[ "${NO_BUILD:-}" = 1 ] || dotnet build --nologo -v quiet
dll=$(dotnet msbuild -getProperty:TargetPath)
ASPNETCORE_URLS=http://127.0.0.1:0 ConnectionStrings__Sqlite="Data Source=$folder/shop.db" KeyFolder="$folder/keys" \
  dotnet "$dll" >"$folder/log" 2>&1 &
host=$!
for _ in $(seq 1 300); do
  url=$(sed -nE 's/.*Now listening on: (http[^ ]*).*/\1/p' "$folder/log" | tail -n 1)
  kill -0 "$host" 2>/dev/null || fail "The host did not start."
  if [ -n "$url" ] && curl -sf "$url/ping" >/dev/null 2>&1; then break; fi
  sleep 0.2
done
[ -n "$url" ] || fail "The host did not start within a minute."
echo "The host listens on $url"

[ "$(curl -s -o /dev/null -w '%{http_code}' "$url/api/v1/accounts")" = 401 ] || fail "A caller without a key was let in."

[ "$(curl -sSf "$url/openapi/v1.json" | grep -c '"example"')" -gt 15 ] || fail "The OpenAPI document lacks examples."

amazon=$(call GET /simulator 200)
truth=$(field base_url <<<"$amazon")
credentials=$(sed -E 's/"base_url":"[^"]*",//' <<<"$amazon")

account=$(call POST /api/v1/accounts 201 '{"company_name":"Acme","primary_contact_email":"ada@acme.example"}' | field account_id)
echo "Account $account"

call POST "/api/v1/accounts/$account/credentials" 422 '{"client_id":"amzn1.application-oa2-client.1","client_secret":"wrong","refresh_token":"Atzr|wrong"}' >/dev/null
call POST "/api/v1/accounts/$account/credentials" 200 "$credentials"
echo

run=$(call POST "/api/v1/ingestion/sync-account/$account" 202 | field run_id)
same=$(call POST "/api/v1/ingestion/sync-account/$account" 202 | field run_id)
[ "$run" = "$same" ] || fail "A second call started run $same in addition to run $run."
state=""
for _ in $(seq 1 600); do
  body=$(call GET "/api/v1/ingestion/runs/$run" 200)
  state=$(field state <<<"$body")
  case $state in queued|running) sleep 0.5 ;; *) break ;; esac
done
[ "$state" = succeeded ] || fail "Run $run ended as $state: $body"
echo "Run $run succeeded"

for profile in $(call GET "/api/v1/profiles?account_id=$account" 200 | grep -oE '"profile_id":"[0-9]+"' | grep -oE '[0-9]+'); do
  performance=$(call GET "/api/v1/performance?account_id=$account&profile_id=$profile&ad_product=SPONSORED_PRODUCTS&grain=campaign&limit=1000&totals=true" 200)
  from=$(grep -oE '"date":"[0-9-]+"' <<<"$performance" | head -n 1 | grep -oE '[0-9]{4}-[0-9-]+')
  to=$(grep -oE '"date":"[0-9-]+"' <<<"$performance" | tail -n 1 | grep -oE '[0-9]{4}-[0-9-]+')
  totals=${performance#*\"totals\":}
  simulated=$(curl -sSf "$truth/_simulator/truth?profileId=$profile&reportTypeId=spCampaigns&groupBy=campaign&startDate=$from&endDate=$to")
  for metric in impressions clicks cost; do
    # 12.50 and 12.5 are the same amount.
    ours=$(field "$metric" <<<"$totals" | sed -E '/\./{s/0+$//;s/\.$//}')
    theirs=$(field "$metric" <<<"$simulated" | sed -E '/\./{s/0+$//;s/\.$//}')
    [ -n "$ours" ] && [ "$ours" = "$theirs" ] || fail "Profile $profile, $from to $to: $metric is $ours, and should be $theirs."
    echo "Profile $profile, $from to $to: $metric $ours, equal"
  done
done

call GET "/api/v1/freshness?account_id=$account" 200 >/dev/null
call DELETE "/api/v1/accounts/$account" 204 >/dev/null
[ "$(call GET "/api/v1/accounts/$account" 200 | field status)" = closed ] || fail "The account is not closed."
echo "Everything is as it should be."
