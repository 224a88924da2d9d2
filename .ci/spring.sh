# The example on Spring Boot 3.5 and the same sources on Spring Boot 4, as applications of a stranger: with the libraries of
# this build, without its parent. And every Jackson 2 that an application may bring.

readonly SPRING=(mvn -B -ntp -Pspring -pl examples/spring-desk,examples/spring-desk-boot4 -am verify
  -Dtest='io.mostik.examples.springdesk.*Test' -Dsurefire.failIfNoSpecifiedTests=false
  -Dmaven.javadoc.skip -Dspotless.check.skip -Denforcer.skip)
readonly JACKSONS=(2.15.0 2.18.2 2.21.8 2.23.0)

# Runs the applications' tests on the JDK that JAVA_HOME names; the libraries were built before.
check_spring() {
  timeout 600 "${SPRING[@]}"
}

# Runs one program with each of them.
check_jacksons() {
  local version folder result=0
  folder=$(mktemp -d)
  for version in "${JACKSONS[@]}"; do
    mvn -B -ntp -q -f .ci/jackson dependency:copy-dependencies -Djackson.version="$version" \
      -DoutputDirectory="$folder/$version" &&
      "$JAVA_HOME/bin/java" -cp "$(our_classes)$folder/$version/*" .ci/JacksonSmoke.java || result=1
  done
  rm -rf "$folder"
  return "$result"
}

our_classes() {
  printf '%s/target/classes:' sdk-testing sdk-core sdk-bank-cards sdk-salesautopilot sdk-remonline
}
