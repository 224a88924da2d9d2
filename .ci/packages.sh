# Installs what the tests need from Debian's packages, and helps the servers that come from there.

# Installs a package; fails where that cannot be done.
install_package() {
  [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null || return 1
  export DEBIAN_FRONTEND=noninteractive
  timeout 120 apt-get update -qq && timeout 300 apt-get install -y -qq --no-install-recommends "$1"
}

# Runs a command as the user of a server; servers refuse to run as root.
as_user() {
  local user=$1
  shift
  if [[ $(id -u) == 0 ]]; then runuser -u "$user" -- "$@"; else "$@"; fi
}

# The same in the background: $! is the process to end.
start_as() {
  local user=$1
  shift
  if [[ $(id -u) == 0 ]]; then runuser -u "$user" -- "$@" & else "$@" & fi
}

# Gives a folder to the user of a server.
give_to() {
  if [[ $(id -u) == 0 ]]; then chown -R "$1" "$2"; fi
}

random_password() {
  od -An -N16 -tx1 /dev/urandom | tr -d ' \n'
}

random_ports() {
  shuf -i 20000-32000 -n 5
}

# Succeeds when there is a browser for the tests of the desk's page, of the names that they look for.
has_chromium() {
  [[ -x "${MOSTIK_CHROMIUM:-}" ]] ||
    command -v chromium || command -v chromium-browser || command -v google-chrome || command -v google-chrome-stable
}

# Succeeds when PHP can run a program from the command line.
has_php() {
  command -v php
}
