# Plays a release into a folder: what would be published, whether it is whole, and whether a stranger can start from it.

# Makes a key for this run; whoever publishes has one of his own.
make_key() {
  GNUPGHOME=$(mktemp -d)
  export GNUPGHOME
  chmod 700 "$GNUPGHOME"
  gpg --batch --quiet --passphrase '' --quick-generate-key 'Release check <check@mostik.invalid>' ed25519 sign never
}

remove_key() {
  gpgconf --kill gpg-agent || true
  rm -rf "$GNUPGHOME"
  unset GNUPGHOME
}

# Publishes a copy of what is committed to a folder, checks the folder, and compares the jars with those of the build here:
# two builds of one commit in two places have to give the same bytes.
check_release() {
  local stage=$1 clone result=0
  clone=$(mktemp -d)
  make_key &&
    git archive HEAD | tar -x -C "$clone" &&
    (cd "$clone" && mvn -B -ntp -q -Prelease deploy -DskipTests -Dspotless.check.skip \
      -DaltDeploymentRepository="stage::file:$stage") &&
    "$JAVA_HOME/bin/java" .ci/ReleaseLayout.java "$stage" &&
    compare_jars "$clone" || result=1
  remove_key
  rm -rf "$clone"
  return "$result"
}

compare_jars() {
  local clone=$1 jar compared=0
  for jar in sdk-*/target/sdk-*.jar; do
    case $jar in *-sources.jar | *-javadoc.jar) continue ;; esac
    cmp "$jar" "$clone/$jar" || return 1
    compared=$((compared + 1))
  done
  echo "$compared jars are the same, built in two places"
  [[ $compared -gt 0 ]]
}

# Settings for Maven that know a folder which was published to.
settings() {
  cat <<XML
<settings>
  <profiles>
    <profile>
      <id>published</id>
      <repositories>
        <repository>
          <id>published</id>
          <url>file:$1</url>
        </repository>
      </repositories>
    </profile>
  </profiles>
  <activeProfiles>
    <activeProfile>published</activeProfile>
  </activeProfiles>
</settings>
XML
}

# A stranger's path: an empty folder, the published layout, the first call, in Java and in Kotlin, and a Spring Boot application
# that starts. The libraries of others come from this machine's Maven repository, ours from the layout alone.
check_stranger() {
  local stage=$1 folder result=0
  folder=$(mktemp -d)
  cp -al "${HOME}/.m2/repository" "$folder/repository" 2>/dev/null || cp -a "${HOME}/.m2/repository" "$folder/"
  rm -rf "$folder/repository/io/mostik"
  settings "$stage" >"$folder/settings.xml"
  cp -r .ci/stranger .ci/stranger-kotlin "$folder"
  mkdir -p "$folder"/stranger/src/main/java "$folder"/stranger-kotlin/src/main/kotlin
  first_call >"$folder/stranger/src/main/java/FirstCall.java"
  first_block docs/kotlin.md '' kotlin >"$folder/stranger-kotlin/src/main/kotlin/FirstCall.kt"
  run_stranger "$folder" stranger && run_stranger "$folder" stranger-kotlin && start_spring "$folder" || result=1
  rm -rf "$folder"
  return "$result"
}

# Runs the program of a stranger; it has to print something.
run_stranger() {
  local folder=$1 project=$2 ours result=0
  ours=$(version)
  (cd "$folder/$project" && mvn -B -ntp -q -s "$folder/settings.xml" -Dmaven.repo.local="$folder/repository" \
    -Dmostik.version="$ours" compile exec:java) >"$folder/output" || result=1
  cat "$folder/output"
  [[ $result == 0 && -s "$folder/output" ]]
}

# Starts the example on Spring Boot, which has no parent of ours, and asks it for its health and metrics.
start_spring() {
  local folder=$1 ours
  ours=$(version)
  mkdir "$folder/spring-desk"
  cp -r examples/spring-desk/pom.xml examples/spring-desk/src "$folder/spring-desk"
  (cd "$folder/spring-desk" && mvn -B -ntp -q -s "$folder/settings.xml" -Dmaven.repo.local="$folder/repository" \
    -Dmostik.version="$ours" -Dtest=DeskActuatorTest test) && echo "the application on Spring Boot started"
}

# The last release, if there is one from 0.2.0 on.
last_release() {
  git tag --list 'v[0-9]*' --sort=-version:refname --merged HEAD | head -1
}

# Compares what callers see with the last release, which is built from its tag: nothing they use may be gone.
check_api() {
  local tag=$1 folder result=0
  folder=$(mktemp -d)
  mkdir "$folder/released"
  git archive "$tag" | tar -x -C "$folder/released"
  settings "$folder/stage" >"$folder/settings.xml"
  (cd "$folder/released" && mvn -B -ntp -q deploy -DskipTests -Dspotless.check.skip -Dmaven.javadoc.skip \
    -DaltDeploymentRepository="stage::file:$folder/stage") &&
    mvn -B -ntp -q -Papi -s "$folder/settings.xml" -Dmostik.compared="${tag#v}" package japicmp:cmp@api -DskipTests \
      -pl '!sdk-bom,!examples,!benchmarks' || result=1
  rm -rf "$folder" "${HOME}/.m2/repository"/io/mostik/*/"${tag#v}"
  return "$result"
}

# The first example of the README's first calls, as a program.
first_call() {
  local block
  block=$(first_block README.md '## First call' java)
  grep '^import' <<<"$block"
  echo 'public class FirstCall { public static void main(String[] args) throws Exception {'
  grep -v '^import' <<<"$block"
  echo '} }'
}

# Prints the first block of code in a language, after a heading or from the top.
first_block() {
  awk -v heading="^$2" -v fence="^\`\`\`$3" \
    '$0 ~ heading { found = 1 } found && $0 ~ fence { inside = 1; next } inside && /^```/ { exit } inside' "$1"
}

# The version of this project, as the root pom.xml says it.
version() {
  sed -n 's|^  <version>\(.*\)</version>$|\1|p' pom.xml | head -1
}
