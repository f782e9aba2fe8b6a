/** What every part of the report knows. */
import type { Currency, Language, OrderMapping } from 'clientele/rfm';
import type { Comparison } from '../compare.js';
import { money, roundMoney } from '../format.js';
import type { ReadOrders } from '../read-orders.js';
import type { ScoredOrders } from '../score.js';
import { type Say, speaker } from './words.js';

/** What the report is about. */
export interface ReportInput {
  /** What the file is called. */
  readonly file: string;
  readonly language: Language;
  readonly mapping: OrderMapping;
  readonly read: ReadOrders;
  /** As asked or found, and where it comes from; absent where the file holds no order. */
  readonly asOf?: { readonly day: string; readonly from: 'asOfOption' | 'asOfLastOrder' | 'asOfShop' };
  /** The cut points came with the model. */
  readonly fittedBefore: boolean;
  readonly scored?: ScoredOrders;
  /** Where an earlier date was named. */
  readonly comparison?: Comparison;
}

export interface Context extends ReportInput {
  readonly say: Say;
  readonly currency: Currency;
  readonly amount: (minor: number) => string;
  readonly roundAmount: (minor: number) => string;
  /** A customer id as the report may show it. */
  readonly customer: (id: string) => string;
}

export function createContext(input: ReportInput): Context {
  const { currency, personal, columns } = input.mapping;
  return {
    ...input,
    say: speaker(input.language),
    currency,
    amount: (minor) => money(minor, currency),
    roundAmount: (minor) => roundMoney(minor, currency),
    customer: (id) => (personal.includes(columns.customerId) ? '•••' : id),
  };
}
