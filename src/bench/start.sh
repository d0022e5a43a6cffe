#!/usr/bin/env bash
# Measures the time from `java -jar` to the first correct answer over HTTP, of Incumbent and of an application with the same
# starters and no code of ours, in turns, and prints both medians and their ratio. Usage: src/bench/start.sh [rounds]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

rounds=${1:-7}
scratch="$(mktemp -d)"
server_pid=""
clean_up() {
	[[ -z "$server_pid" ]] || kill "$server_pid" 2>/dev/null || true
	rm -rf "$scratch"
}
trap clean_up EXIT

compgen -G "target/incumbent-*.jar" >/dev/null || ./mvnw --quiet --batch-mode -DskipTests package
./mvnw --quiet --batch-mode -f src/bench/baseline/pom.xml package
cp target/incumbent-*.jar "$scratch/incumbent.jar"
cp src/bench/baseline/target/baseline-0.jar "$scratch/baseline.jar"
rm -rf src/bench/baseline/target

# Milliseconds until the query in $2 gets an answer that holds "Ian Dalton".
first_answer() {
	local port started
	port=$((20000 + RANDOM % 12000)) # below the ports that outgoing connections take
	started=$(date +%s%3N)
	java -jar "$scratch/$1.jar" --server.address=127.0.0.1 --server.port="$port" >"$scratch/$1.log" 2>&1 &
	server_pid=$!
	until curl --silent --max-time 10 -H 'Content-Type: application/json' -d "{\"query\":\"$2\"}" \
		"http://127.0.0.1:$port/graphql" 2>/dev/null | grep -q 'Ian Dalton'; do
		kill -0 "$server_pid" 2>/dev/null || { cat "$scratch/$1.log" >&2; exit 1; }
		sleep 0.02
	done
	echo $(($(date +%s%3N) - started)) >>"$scratch/$1.times"
	kill "$server_pid"
	wait "$server_pid" 2>/dev/null || true
	server_pid=""
}

median() {
	sort -n "$1" | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

for ((round = 0; round < rounds; round++)); do
	first_answer baseline '{ answer }'
	first_answer incumbent '{ person(by: { slug: \"ian-dalton\" }) { name } }'
done
ours=$(median "$scratch/incumbent.times")
theirs=$(median "$scratch/baseline.times")
echo "machine: $(nproc) cores, $(java -version 2>&1 | head -1)"
echo "rounds: $rounds, incumbent: $(tr '\n' ' ' <"$scratch/incumbent.times"), baseline: $(tr '\n' ' ' <"$scratch/baseline.times")"
awk -v o="$ours" -v t="$theirs" 'BEGIN { printf "median ms to the first answer: incumbent %d, baseline %d, ratio %.2f\n", o, t, o / t }'
