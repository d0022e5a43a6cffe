// Asks a running server all audits of graphql-http, the MAY ones too.
// BASE_URL: where it is, http://localhost:8080 if not given. Exit 1 unless every audit passes.
import { serverAudits } from 'graphql-http';

const AUDITS = 61;
const url = new URL('/graphql', process.env.BASE_URL ?? 'http://localhost:8080').href;

let passed = 0;
let failed = 0;
for (const audit of serverAudits({ url })) {
  const result = await audit.fn();
  if (result.status === 'ok') {
    passed++;
    console.log(`ok ${result.id} ${result.name}`);
  } else {
    failed++;
    console.log(`${result.status} ${result.id} ${result.name}: ${result.reason}`);
  }
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = passed === AUDITS && failed === 0 ? 0 : 1;
