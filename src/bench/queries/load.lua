-- For wrk: sends the requests of a file one after the other and over again, each thread from a place of its own. A line of the file has,
-- between tabs, the method, the path, the tag that the client has of the answer (or a hyphen) and the body (or nothing).
local requests = {}
local next_one = 0
local threads = 0

function setup(thread)
	threads = threads + 1
	thread:set("number", threads)
end

function init(args)
	for line in io.lines(args[1]) do
		local method, path, tag, body = line:match("^(%S+)\t(%S+)\t(%S+)\t(.*)$")
		local headers = { ["Accept"] = "application/json" }
		if body ~= "" then headers["Content-Type"] = "application/json" end
		if tag ~= "-" then headers["If-None-Match"] = tag end
		requests[#requests + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
	end
	next_one = math.floor(#requests / 2) * number
end

function request()
	next_one = next_one % #requests + 1
	return requests[next_one]
end

function done(summary, latency, requests)
	local errors = summary.errors
	io.write(string.format("figures %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
		errors.connect + errors.read + errors.write + errors.timeout + errors.status))
end
