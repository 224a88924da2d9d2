# A private PostgreSQL server for the tests, on a random port of the loopback interface.

postgres= # the folder of the running server

# Prints where the newest PostgreSQL of this machine has its programs; fails when there is none.
postgres_programs() {
  compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1 | xargs -r dirname | grep .
}

has_postgres() {
  postgres_programs || { install_package postgresql && postgres_programs; }
}

# Starts a cluster of our own and tells the tests where it is.
start_postgres() {
  local bin password port
  bin=$(postgres_programs) || return 1
  password=$(random_password)
  postgres=$(mktemp -d)
  echo "$password" >"$postgres/password"
  give_to postgres "$postgres"
  as_user postgres timeout 60 "$bin/initdb" -D "$postgres/data" -U mostik -A scram-sha-256 -E UTF8 \
    --pwfile="$postgres/password" || return 1
  for port in $(random_ports); do
    if as_user postgres "$bin/pg_ctl" -D "$postgres/data" -l "$postgres/log" -w -t 30 \
      -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories= -c fsync=off" start; then
      export MOSTIK_TEST_POSTGRES_URL="jdbc:postgresql://127.0.0.1:$port/postgres"
      export MOSTIK_TEST_POSTGRES_USER=mostik MOSTIK_TEST_POSTGRES_PASSWORD="$password"
      return 0
    fi
  done
  return 1
}

stop_postgres() {
  [[ -n "$postgres" ]] || return 0
  as_user postgres "$(postgres_programs)/pg_ctl" -D "$postgres/data" -m immediate -w -t 30 stop || true
  rm -rf "$postgres"
}
