#!/bin/sh
# Somebody's click-to-call and sign-up by curl, and his tests of them against mostik-sim.
# sh calls.sh http://127.0.0.1:8700
set -eu
control="$1/control"

# One value of a JSON document on standard input, by its name: enough for flat documents, and needs nothing but sed.
value() { tr -d '\n' | sed -n "s/.*\"$1\" *: *\"\{0,1\}\([^\",}]*\)\"\{0,1\}.*/\1/p"; }
steer() { curl -s -X "$2" --data-binary "${3:-}" "$control/$1"; }

# ---- the code that is tested ----

pbx=$(steer vipex GET | sed 's/.*"addresses":{"base":"\([^"]*\)".*/\1/')
call() { curl -s -m 5 "$pbx/api/call?username=crm-api&password=demo-password&extension=$1&number=$2" || echo "no answer"; }

list=$(steer salesautopilot GET | sed 's/.*"addresses":{"base":"\([^"]*\)".*/\1/')
pair=$(steer salesautopilot GET | sed 's/.*"username":"\([^"]*\)","password":"\([^"]*\)".*/\1:\2/')
sign_up() {
  curl -s -o /dev/null -w '%{http_code}' -u "$pair" -H 'Content-Type: application/json' \
    --data-binary "{\"email\":\"$1\"}" "$list/subscribe/5123/form/20771"
}

# ---- his tests ----

echo "a call: $(call 101 36301112233)"
echo "it was asked for once: $(steer 'vipex/verify?path=/api/call&exactly=1' GET | value ok)"
echo "an extension that is not there: $(call 109 36301112233)"
steer vipex/faults POST '{"fault":"dropBeforeActing"}' >/dev/null
echo "the line is cut: $(call 101 36301112233)"
steer vipex/actions/plan POST '{"party":"101","pickup":"BUSY"}' >/dev/null
echo "somebody calls a busy phone: $(steer vipex/actions/incoming-call POST '{"extension":"101"}' | value direction)"
steer vipex/clock POST '{"advance":"PT5M"}' >/dev/null
echo "five minutes later it is known as: $(steer vipex/holds GET | value status)"
echo "twice is wrong: $(steer 'vipex/verify?path=/api/call&exactly=2' GET | value error)"
steer vipex/reset POST >/dev/null
echo "after a reset: $(steer vipex/journal/count POST '{}' | value count) requests"

echo "a sign-up: $(sign_up nora@example.test)"
echo "the letter went out: $(steer salesautopilot/holds GET | sed 's/.*"form":20771,"fired":\([0-9]*\).*/\1/') time(s)"
steer salesautopilot/faults POST '{"fault":"answer","status":429}' >/dev/null
echo "too fast: $(sign_up bence@example.test)"
