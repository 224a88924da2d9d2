# The bridge program as a newcomer meets it: packed, unpacked, started with simulated vendors, and asked by curl. The build has
# packed it before; bridge-server/target holds the zip.

# Prints what the trial has printed; fails if it does not come.
await_trial() {
  local log=$1 process=$2
  for _ in $(seq 1 120); do
    if grep -q 'Ctrl+C ends it' "$log"; then return 0; fi
    kill -0 "$process" 2>/dev/null || break
    sleep 0.5
  done
  cat "$log"
  return 1
}

# Unpacks the program, starts the trial, blocks the card of somebody who leaves, and ends it.
check_bridge() {
  local folder program process answer result=0
  folder=$(mktemp -d)
  (cd "$folder" && "$JAVA_HOME/bin/jar" -xf "$OLDPWD"/bridge-server/target/bridge-server-*-program.zip) || return 1
  program=$(echo "$folder"/mostik-bridge-*/bin/mostik-bridge)
  chmod +x "$program"
  "$program" run --demo >"$folder/log" 2>&1 &
  process=$!
  if await_trial "$folder/log" "$process"; then
    answer=$(sh -c "$(grep -m 1 'v1/actions/cards.dismiss$' "$folder/log") -s")
    echo "$answer"
    [[ "$answer" == *'"code":"cards_blocked"'* ]] || result=1
  else
    result=1
  fi
  kill "$process" 2>/dev/null
  wait "$process" 2>/dev/null
  rm -rf "$folder"
  return "$result"
}
