// Asks a running server with Apollo Client and urql, plainly and by the hash of the query, over POST and GET.
// BASE_URL: where it is, http://localhost:8080 if not given. Exit 1 unless the second request sends only the hash.
import { createHash, randomUUID } from 'node:crypto';
import apollo from '@apollo/client/core/core.cjs';
import persistedQueries from '@apollo/client/link/persisted-queries/persisted-queries.cjs';
import { Client, fetchExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';

const { ApolloClient, HttpLink, InMemoryCache, gql } = apollo;
const { createPersistedQueryLink } = persistedQueries;
const url = new URL('/graphql', process.env.BASE_URL ?? 'http://localhost:8080').href;
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
let failed = 0;

// A query that no server has seen, so that its first request finds nothing.
const fresh = () => `query Q_${randomUUID().replaceAll('-', '')}($n: Int) { people(first: $n) { nodes { name } } }`;

function recording() {
  const sent = [];
  return {
    sent,
    fetch: (input, options) => {
      const address = new URL(input);
      const hasQuery = address.searchParams.has('query') || Boolean(options.body && JSON.parse(options.body).query);
      sent.push(`${options.method ?? 'GET'} ${hasQuery ? 'query' : 'hash'}`);
      return fetch(input, options);
    },
  };
}

async function check(name, ask, expected) {
  const { sent, fetch } = recording();
  const answers = await ask(fetch, fresh());
  const same = new Set(answers.map((data) => JSON.stringify(data?.people?.nodes?.map(({ name }) => name))));
  const good = sent.join(', ') === expected && same.size === 1 && answers[0]?.people?.nodes?.length === 2;
  if (!good) failed++;
  console.log(`${good ? 'ok' : 'FAILED'} ${name}: ${sent.join(', ')}${good ? '' : `; expected ${expected}`}`);
}

function withApollo(options) {
  return async (fetch, text) => {
    const http = new HttpLink({ uri: url, fetch });
    const link = options ? createPersistedQueryLink({ sha256, useGETForHashedQueries: options.get }).concat(http) : http;
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    const ask = () => client.query({ query: gql(text), variables: { n: 2 }, fetchPolicy: 'no-cache' });
    return [(await ask()).data, (await ask()).data];
  };
}

function withUrql(persisted, get) {
  return async (fetch, text) => {
    const exchanges = persisted
      ? [persistedExchange({ preferGetForPersistedQueries: get, generateHash: async (query) => sha256(query) }), fetchExchange]
      : [fetchExchange];
    const client = new Client({ url, fetch, exchanges, preferGetMethod: get });
    const ask = () => client.query(text, { n: 2 }, { requestPolicy: 'network-only' }).toPromise();
    const answers = [await ask(), await ask()];
    for (const { error } of answers) if (error) console.log(String(error));
    return answers.map(({ data }) => data);
  };
}

await check('Apollo Client', withApollo(null), 'POST query, POST query');
await check('Apollo Client by hash', withApollo({ get: false }), 'POST hash, POST query, POST hash');
await check('Apollo Client by hash over GET', withApollo({ get: true }), 'GET hash, POST query, GET hash');
await check('urql', withUrql(false, false), 'POST query, POST query');
await check('urql over GET', withUrql(false, true), 'GET query, GET query');
await check('urql by hash', withUrql(true, false), 'POST hash, POST query, POST hash');
await check('urql by hash over GET', withUrql(true, true), 'GET hash, GET query, GET hash');
process.exitCode = failed === 0 ? 0 : 1;
