# Reads what the test runner wrote about each class, as far as it is newer than the mark: a run leaves the reports of others.

mark=$(mktemp) # touched before each run of the test runner

reports() {
  find . -path '*/target/surefire-reports/TEST-*.xml' -newer "$mark" "$@"
}

# Sums the tests of the last run.
totals() {
  reports -exec awk '
    function count(name) {
      return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0
    }
    /<testsuite / { tests += count("tests"); bad += count("errors") + count("failures"); skipped += count("skipped") }
    END { printf "%d %d %d\n", tests - bad - skipped, bad, skipped }' {} + |
    awk '{ passed += $1; bad += $2; skipped += $3 }
      END { printf "%d passed, %d failed, %d skipped\n", passed, bad, skipped }'
}

# Succeeds when a test was skipped for want of this server or program.
is_skipped_without() {
  reports -exec grep -lE "no $1( was found)?: " {} + | grep -q .
}

# Names what failed in the last run, and begins to say why.
failures() {
  reports -exec awk '
    /<testcase / {
      match($0, / name="[^"]*"/); test = substr($0, RSTART + 7, RLENGTH - 8)
      match($0, / classname="[^"]*"/); test = substr($0, RSTART + 12, RLENGTH - 13) "." test
    }
    /<(failure|error)[ >]/ { gsub(/&#10; */, " "); match($0, /message="[^"]*"?/); print test ": " substr($0, RSTART + 9, RLENGTH < 200 ? RLENGTH - 9 : 200) }' {} + | sort -u
}
