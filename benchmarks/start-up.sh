#!/usr/bin/env bash
# Prints the processor time in milliseconds, user and system together, of hello world and of a check of a small file, in
# turns: "start.hello 54", "start.sdc 466". Called by run.sh.
#
#   start-up.sh DISTRIBUTION CLASSES FILE TIMES
set -euo pipefail
distribution=$1 classes=$2 file=$3 times=$4
TIMEFORMAT='%3U %3S'

# The options that the launcher gives the JVM, so that hello world runs with the same.
eval "$(sed -n "/^every_run='/,/'\$/p; /^small_input='/p" "$distribution/bin/sdc")"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

cpu() {
    local name=$1 used
    shift
    used=$({ time "$@" > /dev/null 2>&1 || true; } 2>&1)
    awk -v name="$name" '{ print name, ($1 + $2) * 1000 }' <<< "$used"
}

hello() {
    # shellcheck disable=SC2086 # options, to be split
    cpu "start.$1" "$java" $every_run $small_input -cp "$classes" dev.sdc.benchmarks.HelloWorld
}

check() {
    cpu "start.$1" "$distribution/bin/sdc" check "$file" --unit patient
}

# The first calls fill caches, and make the launcher's archive of classes.
{ hello x; check x; } > /dev/null
for ((i = 0; i < times; i++)); do
    hello hello
    check sdc
done
