# mostik-sim as somebody without Maven meets it: unpacked, asked for help, started with one vendor, and asked by curl. The build has
# packed it before; sdk-testing/target holds the zip.

# Unpacks the program, starts it with one vendor at free ports, looks at that vendor's page of the control API, and ends it.
check_sim() {
  local folder program process result=0
  folder=$(mktemp -d)
  (cd "$folder" && "$JAVA_HOME/bin/jar" -xf "$OLDPWD"/sdk-testing/target/sdk-testing-*-program.zip) || return 1
  program=$(echo "$folder"/mostik-sim-*/bin/mostik-sim)
  chmod +x "$program"
  "$program" --help | grep -F 'mostik-sim [vendor ...]' || result=1
  "$program" remonline --port 0 >"$folder/log" 2>&1 &
  process=$!
  await_vendor "$folder/log" "$process" || result=1
  kill "$process" 2>/dev/null
  wait "$process" 2>/dev/null
  rm -rf "$folder"
  return "$result"
}

# Waits until the program has printed everything, and asks the control API about the vendor.
await_vendor() {
  local log=$1 process=$2
  for _ in $(seq 1 120); do
    if grep -q 'Ctrl+C ends it' "$log"; then
      curl -sf "$(sed -n 's/.*(\(http.*control\))$/\1/p' "$log")/remonline" | grep -o '"name" *: *"remonline"'
      return
    fi
    kill -0 "$process" 2>/dev/null || break
    sleep 0.5
  done
  cat "$log"
  return 1
}
