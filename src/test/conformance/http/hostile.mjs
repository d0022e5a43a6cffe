// Sends a running server every request of hostile.json, and after each one a query whose answer must not change.
// BASE_URL: where it is, http://localhost:8080 if not given. Exit 1 unless it withstands all of them.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

const { hostname, port } = new URL(process.env.BASE_URL ?? 'http://localhost:8080');
const requests = JSON.parse(readFileSync(new URL('hostile.json', import.meta.url), 'utf8'));
const inside = ['Exception', 'org.', 'java.', 'graphql.', 'EnumValue', 'Apache Tomcat', 'select ', '\tat '];

// A value in which texts may be put together from parts, some of them repeated.
function written(value) {
  if (Array.isArray(value) && value.some((part) => part?.repeat)) {
    return value.map((part) => (typeof part === 'string' ? part : repeated(part))).join('');
  }
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, written(each)]));
  }
  return value;
}

function repeated({ repeat, text }) {
  return Array.from({ length: repeat }, (_, i) => text.replaceAll('{i}', i).replaceAll('{j}', i + 1)).join('');
}

function http(method, path, headers, body, copies = 1) {
  const lines = [`${method} ${path} HTTP/1.1`, 'Connection: close'];
  if (!('Host' in headers)) lines.push('Host: localhost');
  for (const [name, value] of Object.entries(headers)) {
    for (let i = 0; i < copies; i++) lines.push(`${name}: ${value}`);
  }
  lines.push(`Content-Length: ${body.length}`, '', '');
  return Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), body]);
}

function bytes(request) {
  if (request.raw) return Buffer.from(request.raw, 'latin1');
  const get = request.method === 'GET';
  const headers = { Accept: 'application/graphql-response+json' };
  if (!get) headers['Content-Type'] = 'application/json';
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    if (value === null) delete headers[name];
    else headers[name] = written(value);
  }
  const body = get ? Buffer.alloc(0)
    : request.base64 ? Buffer.from(request.base64, 'base64')
    : request.json ? Buffer.from(JSON.stringify(written(request.json)))
    : Buffer.from(String(written(request.body ?? '')));
  return http(request.method ?? 'POST', String(written(request.path ?? '/graphql')), headers, body, request.copies);
}

function exchange(data) {
  return new Promise((resolve) => {
    const chunks = [];
    const socket = connect(Number(port), hostname, () => socket.write(data));
    socket.setTimeout(20000, () => socket.destroy(new Error('no answer in 20 s')));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', (error) => chunks.push(Buffer.from(` closed: ${error.message}`)));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}

async function health() {
  const query = { query: '{ people(first: 2) { nodes { name slug } } dataset { version } }' };
  const response = await exchange(http('POST', '/graphql', { 'Content-Type': 'application/json' }, Buffer.from(JSON.stringify(query))));
  return response.startsWith('HTTP/1.1 200 ') ? response.slice(response.indexOf('\r\n\r\n')) : `unhealthy: ${response}`;
}

function complaint(request, response) {
  if (request.raw && response === '') return null;
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(response)?.[1];
  if (!status || (!request.status && Number(status) >= 500)) return `answered ${response.slice(0, 300)}`;
  if (request.status && Number(status) !== request.status) return `status ${status}, not ${request.status}`;
  const shown = inside.find((word) => response.includes(word));
  if (shown) return `shows ${shown}`;
  if (response.includes('"INTERNAL_SERVER_ERROR"')) return 'fails inside';
  if (request.code && !response.includes(`"code":"${request.code}"`)) return `has no code ${request.code}`;
  return null;
}

const healthy = await health();
let withstood = 0;
for (const request of requests) {
  const response = await exchange(bytes(request));
  const problem = complaint(request, response) ?? ((await health()) === healthy ? null : 'another answer afterwards');
  if (problem) console.log(`failed: ${request.name}: ${problem}`);
  else withstood++;
}
console.log(`${withstood} of ${requests.length} hostile requests withstood`);
process.exitCode = withstood === requests.length && healthy.startsWith('\r\n') ? 0 : 1;
