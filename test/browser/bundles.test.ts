import type * as Clientele from 'clientele';
import { describe, expect, it } from 'vitest';

type Bundle = typeof Clientele;

function addScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${src} does not load`));
    document.head.append(script);
  });
}

/** Imports the bundle as it is: vite's server would refuse, or rewrite, a module of its public folder. */
async function importAsIs(url: string): Promise<Bundle> {
  const code = await (await fetch(url)).blob();
  return import(/* @vite-ignore */ URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
}

/** The walk from rows to scores, with nothing but what the bundle holds. */
function codesByCustomer(bundle: Bundle): readonly (readonly [id: string, code: string])[] {
  const { defineRfmModel, elevenSegments, fitRfm, orThrow, parseOrders, scoreRfm, summarizePurchases } =
    bundle;
  const rows = ['ann', 'bob', 'bob', 'cleo', 'cleo', 'cleo'].map((customer, index) => ({
    id: String(index),
    customer,
    placed: `2025-0${index + 1}-01T12:00`,
    total: `${10 * (index + 1)}.00`,
  }));
  const book = orThrow(
    parseOrders(rows, {
      rows: 'orders',
      columns: { orderId: 'id', customerId: 'customer', at: 'placed', amount: 'total' },
      zone: 'Asia/Shanghai',
      currency: { code: 'CNY', minorUnit: 2 },
    }),
  );
  const thirds = { scale: { kind: 'quantiles', bins: 3, ties: 'byRank' } } as const;
  const model = defineRfmModel({ name: 'three bins', recency: thirds, frequency: thirds, monetary: thirds });
  const summaries = orThrow(summarizePurchases(book, { asOf: '2025-12-31', window: model.window }));
  const { customers } = orThrow(scoreRfm(orThrow(fitRfm(model, summaries)), summaries));
  expect(elevenSegments.format).toBe('segment-map@1');
  return customers.map((one) => [one.customerId, one.kind === 'scored' ? one.code : one.because] as const);
}

const CODES = [
  ['ann', '111'],
  ['bob', '222'],
  ['cleo', '333'],
];

describe('the bundles in a page', () => {
  it('score customers with the ES module', async () => {
    expect(codesByCustomer(await importAsIs('/clientele.js'))).toEqual(CODES);
  });

  it('score customers with the script, through its global name', async () => {
    await addScript('/clientele.global.js');
    const page = window as typeof window & { readonly Clientele?: Bundle };
    if (page.Clientele === undefined) expect.unreachable('no global Clientele');
    else expect(codesByCustomer(page.Clientele)).toEqual(CODES);
  });
});
