// Opens the pages of a running server in Debian's Chromium and proves that GraphiQL works, and wholly from that server.
// BASE_URL: where it is, http://localhost:8080 if not given. CHROMIUM: the browser, /usr/bin/chromium if not given.
// SCREENSHOTS: a directory for the pictures, a new temporary one if not given. Exit 1 if anything is not as it should be.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const base = process.env.BASE_URL ?? 'http://localhost:8080';
const origin = new URL(base).origin;
const pictures = process.env.SCREENSHOTS ?? mkdtempSync(join(tmpdir(), 'incumbent-browser-'));
mkdirSync(pictures, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${new URL(base).hostname}`,
  ],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
page.setDefaultTimeout(20_000);

const requests = [];
const complaints = [];
page.on('request', (request) => requests.push(request.url()));
page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
page.on('response', (response) => {
  if (response.status() >= 400) {
    complaints.push(`${response.url()} answered ${response.status()}`);
  }
});
page.on('console', (message) => {
  if (['error', 'warning'].includes(message.type())) {
    complaints.push(message.text());
  }
});
page.on('pageerror', (error) => complaints.push(error.message));

const visit = (path) => page.goto(new URL(path, base).href, { waitUntil: 'networkidle' });
const picture = (name) => page.screenshot({ path: join(pictures, `${name}.png`) });
const background = (selector) => page.locator(selector).first().evaluate((node) => getComputedStyle(node).backgroundColor);
const tabs = page.locator('.graphiql-tab-button');

async function check(rule, proof) {
  await proof();
  console.log(`ok ${rule}`);
}

async function checkDarkMode(selector) {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await background(selector);
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.notEqual(await background(selector), light);
}

try {
  await check('the home page leads to GraphiQL', async () => {
    await visit('/');
    await picture('home');
    assert.equal(await page.locator('html').getAttribute('lang'), 'en-GB');
    await page.locator('a[href="/graphiql"]').click();
    await page.waitForURL('**/graphiql');
  });

  await check('each example has a tab with its title', async () => {
    const answer = await page.request.get(new URL('/graphiql/examples.json', base).href);
    const titles = (await answer.json()).map((example) => example.title);
    assert.ok(titles.length > 0);
    await tabs.nth(titles.length - 1).waitFor();
    await page.waitForLoadState('networkidle');
    assert.deepEqual(await tabs.allTextContents(), titles);
  });

  await check('the page says that it is independent', async () => {
    assert.equal(await page.title(), 'Incumbent');
    await page.getByText('independent, not an NHS service').waitFor();
  });

  await check('the first example is answered', async () => {
    await page.locator('.graphiql-execute-button').click();
    const answer = page.locator('.graphiql-response');
    await answer.getByText('"data"', { exact: true }).waitFor();
    assert.equal(await answer.getByText('"errors"', { exact: true }).count(), 0);
    await picture('answer');
  });

  await check('another example opens in its tab', async () => {
    const last = tabs.last();
    const title = await last.textContent();
    await last.click();
    await page.locator('.graphiql-query-editor').getByText(`# ${title}`).first().waitFor();
    assert.equal(await last.textContent(), title);
  });

  await check('the documentation shows the descriptions of the schema', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).first().click();
    const description = await page.locator('.graphiql-markdown-description').first().textContent();
    assert.ok(description.trim().length > 10, description);
    await picture('documentation');
  });

  await check('GraphiQL is dark where the reader prefers it', async () => {
    await checkDarkMode('.graphiql-container');
    await picture('dark');
  });

  await check('GraphiQL fits a small window', async () => {
    await page.setViewportSize({ width: 700, height: 600 });
    assert.ok(await page.locator('.graphiql-execute-button').isVisible());
    await picture('small');
  });

  await check('the home page is dark where the reader prefers it', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await visit('/');
    await checkDarkMode('body');
    await picture('home-dark');
  });

  await check('no request leaves the server', async () => {
    const elsewhere = requests.filter((url) => !url.startsWith('data:') && new URL(url).origin !== origin);
    assert.deepEqual(elsewhere, []);
    assert.ok(requests.length > 5);
  });

  await check('the browser has nothing to complain about', async () => assert.deepEqual(complaints, []));

  console.log(`${requests.length} requests, all to ${origin}; pictures in ${pictures}`);
} finally {
  await browser.close();
}
