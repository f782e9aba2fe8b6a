/** examples/browser in Chromium: a file of 100,000 lines is scored in the page as the library scores it in Node. */
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import {
  defineOrderMapping,
  fitRfm,
  orThrow,
  parseOrders,
  quintiles,
  rfHeatMap,
  type SegmentRow,
  scoreRfm,
  segmentTable,
  summarizePurchases,
} from 'clientele/rfm';
import { parse } from 'csv-parse/sync';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildPage } from '../../examples/browser/build.js';
import { CHROMIUM_FLAGS, chromiumPath } from '../../scripts/chromium.js';

const executablePath = chromiumPath();
const folder = mkdtempSync(join(tmpdir(), 'browser-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LINES = 100_000;
const HEADER = 'InvoiceNo,CustomerID,InvoiceDate,Quantity,UnitPrice,Item';

/** Lines of two years of orders; every 1,000th has a mistake, and some cells look like formulas. */
function* manyLines(): Generator<string> {
  let state = 42;
  const below = (most: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * most);
  };
  for (let i = 0; i < LINES; i += 1) {
    const order = Math.floor(i / 3);
    // The product of two draws: few customers order often, most seldom.
    const customer = Math.floor((((order * 7919) % 5000) * ((order * 104_729) % 5000)) / 5000);
    const day = new Date(Date.UTC(2024, 0, 1 + ((order * 31) % 700), 8, order % 60));
    const time = `${String(day.getUTCDate()).padStart(2, '0')}/${String(day.getUTCMonth() + 1).padStart(2, '0')}/${day.getUTCFullYear()} ${day.toISOString().slice(11, 16)}`;
    const price = i % 1000 === 999 ? 'gratis' : `${1 + below(90)}.${String(below(100)).padStart(2, '0')}`;
    const id = customer === 7 ? '=HYPERLINK("x")' : `C${customer}`;
    yield [`N${order}`, `"${id.replaceAll('"', '""')}"`, time, 1 + below(5), price, '"Tea, green"'].join(',');
  }
}

const big = join(folder, 'orders.csv');

/** What the library says in Node. */
function expected(csv: string) {
  const rows: object[] = parse(csv, { columns: true });
  const mapping = defineOrderMapping({
    rows: 'lines',
    columns: {
      orderId: 'InvoiceNo',
      customerId: 'CustomerID',
      at: 'InvoiceDate',
      unitPrice: 'UnitPrice',
      quantity: 'Quantity',
    },
    dates: { kind: 'pattern', pattern: 'dd/MM/yyyy HH:mm' },
    zone: 'Europe/Berlin',
    currency: { code: 'EUR', minorUnit: 2 },
  });
  const book = orThrow(parseOrders(rows, mapping));
  const lastOrder = new Date(book.orders.at(-1)?.at ?? 0).toISOString().slice(0, 10);
  const summaries = orThrow(summarizePurchases(book, { asOf: lastOrder }));
  const scores = orThrow(scoreRfm(orThrow(fitRfm(quintiles(), summaries)), summaries));
  return {
    lastOrder,
    counts: book.counts,
    scores,
    segments: segmentTable(scores, summaries),
    grid: rfHeatMap(scores, summaries),
  };
}

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

function serve(root: string): Promise<Server> {
  const server = createServer((request, response) => {
    const name = request.url === '/' ? '/index.html' : String(request.url);
    const kind = KINDS[extname(name)];
    if (!['/index.html', '/page.js', '/page.css'].includes(name) || kind === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': kind });
    createReadStream(join(root, name)).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function inChromium(name: string, tests: (path: string) => void): void {
  if (executablePath !== undefined) {
    describe(name, () => tests(executablePath));
    return;
  }
  describe(name, () => {
    const title = 'needs a Chromium, and none was found: set CHROMIUM_PATH';
    if (process.env['CI']) it(title, () => expect.unreachable(title));
    else it.skip(title);
  });
}

inChromium('the page that scores a file', (path) => {
  let browser: Browser;
  let server: Server;
  let address: string;
  let page: Page;
  /** What the page's console complained about. */
  let complaints: string[];
  /** What the page asked a server for. */
  let requests: string[];

  beforeAll(async () => {
    await buildPage(folder);
    server = await serve(folder);
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    writeFileSync(big, `${[HEADER, ...manyLines()].join('\n')}\n`);
    browser = await chromium.launch({ executablePath: path, args: [...CHROMIUM_FLAGS] });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    // The test's own limit is the only one: a busy machine is not a fault of the page.
    page.setDefaultTimeout(0);
    complaints = [];
    requests = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (said) => {
      if (said.type() === 'error' || said.type() === 'warning') complaints.push(said.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith('blob:')) requests.push(new URL(request.url()).pathname);
    });
    await page.goto(address);
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.close();
  });

  async function fillIn(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [id, value] of Object.entries(values)) await page.locator(`#${id}`).fill(value);
  }

  async function pick(name: string, text: string | Uint8Array): Promise<void> {
    await page
      .locator('#file')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text as string) });
  }

  async function segmentCounts(): Promise<Readonly<Record<string, number>>> {
    const rows = await page
      .locator('#segments tbody tr')
      .evaluateAll((found) =>
        found.map((row) => [row.getAttribute('data-segment'), row.querySelector('td')?.textContent] as const),
      );
    return Object.fromEntries(rows.map(([name, count]) => [name, Number(count?.replaceAll(',', ''))]));
  }

  const filled = (segments: readonly SegmentRow[]): Readonly<Record<string, number>> =>
    Object.fromEntries(
      segments.flatMap(({ segment, customers }) => (customers === 0 ? [] : [[segment, customers]])),
    );

  async function download(name: string): Promise<string> {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: `Download ${name}` }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(name);
    return readFileSync(await file.path(), 'utf8');
  }

  it('scores 100,000 lines as the library does in Node, and stays alive while it works', async () => {
    const node = expected(readFileSync(big, 'utf8'));
    await page.locator('#file').setInputFiles(big);
    await page.locator('#map').waitFor();
    // Suggested, and shown for the person to confirm.
    for (const [id, value] of Object.entries({
      customerId: 'CustomerID',
      at: 'InvoiceDate',
      orderId: 'InvoiceNo',
      unitPrice: 'UnitPrice',
      quantity: 'Quantity',
      amount: '',
      rows: 'lines',
      dates: 'dd/MM/yyyy HH:mm',
      numbers: '1234.50',
      currency: '',
      zone: '',
      asOf: '',
    })) {
      expect(await page.locator(`#${id}`).inputValue(), id).toBe(value);
    }
    await fillIn({ zone: 'Europe/Berlin', currency: 'eur' });
    await page.evaluate(() => {
      const seen = { frames: 0, values: new Set<number>() };
      Object.assign(globalThis, { seen });
      const frame = (): void => {
        const { document, requestAnimationFrame } = globalThis as unknown as {
          document: { getElementById(id: string): { hidden: boolean; value: number } };
          requestAnimationFrame(next: () => void): void;
        };
        if (!document.getElementById('work').hidden) {
          seen.frames += 1;
          seen.values.add(document.getElementById('progress').value);
        }
        requestAnimationFrame(frame);
      };
      frame();
    });
    await page.locator('#confirm').click();
    await page.locator('#segments').waitFor();

    const seen = await page.evaluate(() => {
      const { frames, values } = Reflect.get(globalThis, 'seen') as { frames: number; values: Set<number> };
      return { frames, steps: values.size };
    });
    expect(seen.frames).toBeGreaterThan(5);
    expect(seen.steps).toBeGreaterThan(2);
    expect(await segmentCounts()).toEqual(filled(node.segments));
    expect(await page.locator('#result').textContent()).toContain(
      `as of the end of ${node.lastOrder} (the day of the last order in the file)`,
    );
    const { rows, accepted, rejected } = node.counts;
    expect([rows, rejected]).toEqual([LINES, LINES / 1000]);
    const grouped = (value: number): string => value.toLocaleString('en');
    expect(await page.locator('#row-counts').textContent()).toBe(
      `${grouped(rows)} rows = ${grouped(accepted)} accepted + 0 ignored + ${grouped(rejected)} refused.`,
    );
    const cells = await page.locator('#heat-map tbody td b').allTextContents();
    expect(cells.map((text) => Number(text.replaceAll(',', ''))).sort((a, b) => a - b)).toEqual(
      node.grid.flatMap(({ customers }) => (customers === 0 ? [] : [customers])).sort((a, b) => a - b),
    );
    expect(await page.locator('#refused tbody tr').count()).toBe(50);

    const customers = await download('customers.csv');
    const byId: Record<string, string>[] = parse(customers, { bom: true, columns: true });
    expect(byId.map((row) => [row['customer_id'], row['code']])).toEqual(
      node.scores.customers.map((one) => [
        one.customerId.startsWith('=') ? `'${one.customerId}` : one.customerId,
        one.kind === 'scored' ? one.code : '',
      ]),
    );
    expect(byId.filter((row) => row['customer_id']?.startsWith("'="))).toHaveLength(1);
    const refused: Record<string, string>[] = parse(await download('rejected.csv'), {
      bom: true,
      columns: true,
    });
    expect(refused).toHaveLength(rejected);
    expect(refused[0]).toMatchObject({ row: '1000', line: '1001', code: 'notANumber', UnitPrice: 'gratis' });
    expect(new Set(requests)).toEqual(new Set(['/', '/page.js', '/page.css']));
  });

  const SMALL = [
    'order;customer;date;total',
    'o1;ann;2025-01-05;10,00',
    'o2;bob;2025-02-05;1.020,00',
    'o3;cem;2025-03-05;30,50',
    'o4;dee;31.12.2025;30,50',
    '',
  ].join('\n');

  it('can be used with the keyboard alone, and moves the focus where the next step is', async () => {
    const focus = (): Promise<string> => page.locator(':focus').getAttribute('id').then(String);
    const tabTo = async (id: string): Promise<void> => {
      for (let presses = 0; presses < 30 && (await focusOrNone()) !== id; presses += 1)
        await page.keyboard.press('Tab');
      expect(await focus()).toBe(id);
    };
    const focusOrNone = async (): Promise<string> =>
      (await page.locator(':focus').count()) === 0 ? '' : focus();
    await page.keyboard.press('Tab');
    expect(await focus()).toBe('file');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
    await chooser.setFiles({ name: 'small.csv', mimeType: 'text/csv', buffer: Buffer.from(SMALL) });
    await page.locator('#map').waitFor();
    expect(await focus()).toBe('map-heading');
    expect(await page.locator('#delimiter').inputValue()).toBe(';');
    // One time is written otherwise, so none is suggested; the first missing choice gets the focus.
    await tabTo('confirm');
    await page.keyboard.press('Enter');
    expect(await focus()).toBe('dates');
    expect(await page.locator('#form-problems').textContent()).toContain('Say how times are written');
    expect(await page.locator('#zone').getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.type('ISO');
    await tabTo('currency');
    await page.keyboard.type('JPY');
    expect(await page.locator('#decimals').inputValue()).toBe('0');
    await page.locator('#currency').fill('');
    await page.keyboard.type('EUR');
    await tabTo('zone');
    await page.keyboard.type('UTC');
    await tabTo('asOf');
    await tabTo('confirm');
    expect(await page.locator('#preview-rows .problem').textContent()).toContain('31.12.2025');
    await page.keyboard.press('Enter');
    await page.locator('#segments').waitFor();
    expect(await focus()).toBe('result-heading');
    expect(await page.locator('[role=status]').textContent()).toBe('Done.');
    expect(Object.values(await segmentCounts()).reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(await page.locator('#reasons').textContent()).toContain('notADate');
  });

  it('has a name for every field, button, table and region', async () => {
    await pick('small.csv', SMALL);
    await page.locator('#map').waitFor();
    for (const role of ['textbox', 'combobox', 'button', 'region', 'group'] as const) {
      const all = await page.getByRole(role).count();
      const named = await page.getByRole(role, { name: /\S/ }).count();
      expect(named, role).toBe(all);
    }
    expect(await page.getByLabel('Orders file').count()).toBe(1);
    expect(await page.getByLabel('Score as of').count()).toBe(1);
  });

  it('takes a dropped file, and an as-of date that refuses later orders', async () => {
    await page.evaluate((text) => {
      const { DataTransfer, DragEvent, document } = globalThis as unknown as {
        DataTransfer: new () => { items: { add(file: unknown): void } };
        DragEvent: new (kind: string, init: object) => object;
        document: { getElementById(id: string): { dispatchEvent(event: object): void } };
      };
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
      const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
      document.getElementById('drop').dispatchEvent(event);
    }, SMALL);
    await page.locator('#map').waitFor();
    expect(await page.locator('#file-name').textContent()).toBe('dropped.csv');
    await page.locator('#dates').selectOption('iso');
    await fillIn({ zone: 'UTC', currency: 'EUR', asOf: '2025-02-28' });
    await page.locator('#confirm').click();
    await page.locator('#segments').waitFor();
    expect(await page.locator('#result').textContent()).toContain('as of the end of 2025-02-28 (as asked)');
    expect(await page.locator('#reasons').textContent()).toContain('afterAsOf');
  });

  it('does not choose between day/month and month/day where the first rows fit both', async () => {
    await pick('ambiguous.csv', 'customer,date,amount\nann,01/02/2025,5\nbob,03/04/2025,6\n');
    await page.locator('#map').waitFor();
    expect(await page.locator('#dates').inputValue()).toBe('');
  });

  it.each([
    ['is empty', '', 'it holds no line with column names'],
    ['is a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'it is a workbook or a zip archive'],
    ['is not UTF-8', Uint8Array.of(0x63, 0xe9, 0x0a), 'it is not UTF-8 text'],
    ['is compressed', Uint8Array.of(0x1f, 0x8b, 8), 'it is compressed'],
  ])('says what is wrong with a file that %s, and takes the next one', async (_what, bytes, says) => {
    await pick('bad.csv', bytes);
    await page.locator('#message').waitFor();
    expect(await page.locator('#message').textContent()).toContain(says);
    expect(await page.locator(':focus').getAttribute('id')).toBe('message');
    await pick('small.csv', SMALL);
    await page.locator('#map').waitFor();
    expect(await page.locator('#message').isHidden()).toBe(true);
  });

  it('can be stopped, and goes back to the columns', async () => {
    await page.locator('#file').setInputFiles(big);
    await page.locator('#map').waitFor();
    await fillIn({ zone: 'UTC', currency: 'EUR' });
    await page.locator('#confirm').click();
    await page.locator('#cancel').click();
    await page.locator('#map').waitFor();
    expect(await page.locator(':focus').getAttribute('id')).toBe('confirm');
    expect(await page.locator('#result').isHidden()).toBe(true);
  });

  it('also works when opened from a folder, without any server', async () => {
    await page.goto(`file://${join(folder, 'index.html')}`);
    await pick('small.csv', SMALL);
    await page.locator('#map').waitFor();
    await page.locator('#dates').selectOption('iso');
    await fillIn({ zone: 'UTC', currency: 'EUR' });
    await page.locator('#confirm').click();
    await page.locator('#segments').waitFor();
    expect(Object.values(await segmentCounts()).length).toBeGreaterThan(0);
  });
});
