/** Values out of the data of events, whatever somebody has put there: of the kind that is asked for, or none. */
import { own } from '../../foundation/record.js';
import type { Remedy } from '../presets/complaint-case.js';

type Data = Readonly<Record<string, unknown>>;

export function textIn(data: Data, key: string): string | undefined {
  const value = own(data, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberIn(data: Data, key: string): number | undefined {
  const value = own(data, key);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function listIn(data: Data, key: string): readonly unknown[] {
  const value = own(data, key);
  return Array.isArray(value) ? value : [];
}

export function textsIn(data: Data, key: string): readonly string[] {
  return listIn(data, key).filter((one) => typeof one === 'string');
}

/** The remedies of a proposal, a settlement or an award; what has no id and kind is left out. */
export function remediesIn(data: Data, key: string): readonly Remedy[] {
  return listIn(data, key).flatMap((one) => {
    if (!isData(one)) return [];
    const [id, kind] = [textIn(one, 'id'), textIn(one, 'kind')];
    if (id === undefined || kind === undefined) return [];
    const [amount, currency] = [numberIn(one, 'amount'), textIn(one, 'currency')];
    return [
      {
        id,
        kind,
        basis: textIn(one, 'basis') ?? '',
        ...(amount === undefined ? {} : { amount }),
        ...(currency === undefined ? {} : { currency }),
      },
    ];
  });
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
