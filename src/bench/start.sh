#!/usr/bin/env bash
# Measures the time from `java -jar` to the first correct answer over HTTP, of Incumbent, of Incumbent with an archive of its classes
# (src/main/scripts/fast-start.sh) and of an application with the same starters and no code of ours, in turns, and prints the medians
# and their ratios. JAVA_HOME chooses the JVM. Usage: src/bench/start.sh [rounds]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

rounds=${1:-7}
. src/bench/common.sh
./mvnw --quiet --batch-mode -f src/bench/baseline/pom.xml package
cp src/bench/baseline/target/baseline-0.jar "$scratch/baseline.jar"
rm -rf src/bench/baseline/target
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
declare -A start=(
	[baseline]="cd $scratch && exec $java -jar baseline.jar"
	[incumbent]="cd $scratch && exec $java -jar incumbent.jar"
	[archived]="$(src/main/scripts/fast-start.sh "$scratch/incumbent.jar" "$scratch/archived" | tail -1 | sed 's/ && / \&\& exec /')"
)

# Milliseconds until the query in $2 gets an answer that holds "Ian Dalton".
first_answer() {
	local port started
	port=$(free_port)
	started=$(date +%s%3N)
	bash -c "${start[$1]} --server.address=127.0.0.1 --server.port=$port" >"$scratch/$1.log" 2>&1 &
	server_pid=$!
	until curl --silent --max-time 10 -H 'Content-Type: application/json' -d "{\"query\":\"$2\"}" \
		"http://127.0.0.1:$port/graphql" 2>/dev/null | grep -q 'Ian Dalton'; do
		kill -0 "$server_pid" 2>/dev/null || { cat "$scratch/$1.log" >&2; exit 1; }
		sleep 0.02
	done
	echo $(($(date +%s%3N) - started)) >>"$scratch/$1.times"
	stop_server
}

median() {
	sort -n "$1" | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

for ((round = 0; round < rounds; round++)); do
	first_answer baseline '{ answer }'
	for which in incumbent archived; do
		first_answer "$which" '{ person(by: { slug: \"ian-dalton\" }) { name } }'
	done
done
echo "machine: $(nproc) cores, $("$java" -version 2>&1 | head -1)"
theirs=$(median "$scratch/baseline.times")
for which in baseline incumbent archived; do
	awk -v which="$which" -v all="$(tr '\n' ' ' <"$scratch/$which.times")" -v o="$(median "$scratch/$which.times")" -v t="$theirs" \
		'BEGIN { printf "%-9s ms to the first answer: %smedian %d, ratio %.2f\n", which, all, o, o / t }'
done
