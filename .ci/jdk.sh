# Finds the JDKs of this machine.

# Every place where a JDK is commonly found, the one in use first. Hosted runners name theirs in JAVA_HOME_17_X64 and the like.
jdk_candidates() {
  if [[ -n "${JAVA_HOME:-}" ]]; then echo "$JAVA_HOME"; fi
  local javac
  if javac=$(command -v javac); then dirname "$(dirname "$(readlink -f "$javac")")"; fi
  local home
  for home in ${!JAVA_HOME_*}; do echo "${!home}"; done
  for home in /usr/lib/jvm/* /opt/java/* "${HOME:-/nonexistent}"/.sdkman/candidates/java/*; do
    if [[ -d "$home" ]]; then echo "$home"; fi
  done
}

# Prints the home of a JDK of this major version; fails when there is none.
jdk() {
  local home version
  while read -r home; do
    [[ -x "$home/bin/javac" ]] || continue
    version=$("$home/bin/javac" -version 2>/dev/null </dev/null) || continue
    if [[ "$version" =~ ^javac\ $1([^0-9]|$) ]]; then
      echo "$home"
      return 0
    fi
  done < <(jdk_candidates)
  return 1
}
