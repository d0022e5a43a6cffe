# Sourced by the measurements, at the project's root: a copy of the packaged application in a directory of its own, which goes away at
# the end, as does the server that was started last.

scratch="$(mktemp -d)"
server_pid=""

stop_server() {
	[[ -z "$server_pid" ]] || { kill "$server_pid" 2>/dev/null && wait "$server_pid" 2>/dev/null || true; }
	server_pid=""
}

clean_up() {
	stop_server
	rm -rf "$scratch"
}
trap clean_up EXIT

# Below the ports that outgoing connections take.
free_port() {
	local port
	while port=$((20000 + RANDOM % 12000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
	echo "$port"
}

compgen -G "target/incumbent-*.jar" >/dev/null || ./mvnw --quiet --batch-mode -DskipTests package
cp target/incumbent-*.jar "$scratch/incumbent.jar"
