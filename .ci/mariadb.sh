# A private MariaDB server for the tests, on a random port of the loopback interface.

mariadb=     # the folder of the running server
mariadb_pid= # its process, or runuser's above it

mariadb_programs() {
  command -v mariadbd && command -v mariadb-install-db && command -v mariadb-admin
}

has_mariadb() {
  mariadb_programs || { install_package mariadb-server && mariadb_programs; }
}

# Starts a server with a data folder of our own and tells the tests where it is.
start_mariadb() {
  local password port
  password=$(random_password)
  mariadb=$(mktemp -d)
  cat >"$mariadb/init.sql" <<SQL
drop user if exists root@localhost, root@127.0.0.1, root@'::1', root@'$(hostname)', ''@localhost, ''@'$(hostname)';
create user mostik@127.0.0.1 identified by '$password';
grant all on *.* to mostik@127.0.0.1 with grant option;
create database mostik;
SQL
  give_to mysql "$mariadb"
  as_user mysql timeout 60 mariadb-install-db --no-defaults --datadir="$mariadb/data" --skip-test-db \
    --auth-root-authentication-method=normal || return 1
  for port in $(random_ports); do
    start_as mysql mariadbd --no-defaults --datadir="$mariadb/data" --socket="$mariadb/socket" \
      --bind-address=127.0.0.1 --port="$port" --skip-name-resolve --skip-log-bin --innodb-flush-log-at-trx-commit=2 \
      --init-file="$mariadb/init.sql" --log-error="$mariadb/log"
    mariadb_pid=$!
    if mariadb_answers "$port" "$password"; then
      export MOSTIK_TEST_MARIADB_URL="jdbc:mariadb://127.0.0.1:$port/mostik"
      export MOSTIK_TEST_MARIADB_USER=mostik MOSTIK_TEST_MARIADB_PASSWORD="$password"
      return 0
    fi
    end_mariadb
  done
  return 1
}

# Waits up to 30 seconds for the server.
mariadb_answers() {
  local i
  for i in {1..60}; do
    if MYSQL_PWD="$2" mariadb-admin --no-defaults --protocol=tcp -h 127.0.0.1 -P "$1" -u mostik ping; then return 0; fi
    kill -0 "$mariadb_pid" 2>/dev/null || return 1
    sleep 0.5
  done
  return 1
}

end_mariadb() {
  kill "$mariadb_pid" 2>/dev/null || true
  wait "$mariadb_pid" 2>/dev/null || true
}

stop_mariadb() {
  [[ -n "$mariadb" ]] || return 0
  end_mariadb
  rm -rf "$mariadb"
}
