/** What can be given to a customer to put something right. */
import type { Bilingual } from '../../foundation/statement.js';

/** A kind of compensation, material or immaterial. */
export type CompensationKind =
  | 'refund'
  | 'replacement'
  | 'repair'
  | 'compensation'
  | 'goodwill'
  | 'distress'
  | 'interest'
  | 'waivedExcess'
  | 'voucher'
  | 'apology'
  | 'explanation'
  | 'processChange';

/** What is to be known of a kind of compensation. */
export interface CompensationNature {
  readonly name: Bilingual;
  /** What it makes good: a loss (物质), or a hurt (精神). */
  readonly makesGood: 'material' | 'immaterial';
  /** Whether it is counted in money: it must have an amount, may have one, or has none. */
  readonly amount: 'needed' | 'possible' | 'none';
}

const nature = (
  en: string,
  zh: string,
  makesGood: CompensationNature['makesGood'],
  amount: CompensationNature['amount'],
): CompensationNature => ({ name: { en, zh }, makesGood, amount });

/**
 * The kinds of compensation. A complainant seeks material or immaterial ("spiritual", 精神) compensation (source material
 * CMP-11); distress and inconvenience, goodwill, interest and a waived excess are redress paid in the FCA's return
 * (DISP 1.10, 1 Ann 1R).
 *
 * @example
 * ```ts
 * import { compensationKinds } from 'clientele/complaints';
 *
 * compensationKinds.distress.makesGood; // => 'immaterial'
 * Object.keys(compensationKinds).length; // => 12
 * ```
 */
export const compensationKinds: Readonly<Record<CompensationKind, CompensationNature>> = {
  refund: /* @__PURE__ */ nature('Refund', '退款', 'material', 'needed'),
  replacement: /* @__PURE__ */ nature('Replacement', '换货', 'material', 'possible'),
  repair: /* @__PURE__ */ nature('Repair', '修理', 'material', 'possible'),
  compensation: /* @__PURE__ */ nature('Monetary compensation', '金钱赔偿', 'material', 'needed'),
  goodwill: /* @__PURE__ */ nature('Goodwill payment', '善意补偿', 'material', 'needed'),
  distress: /* @__PURE__ */ nature(
    'For distress and inconvenience',
    '精神与不便补偿',
    'immaterial',
    'needed',
  ),
  interest: /* @__PURE__ */ nature('Interest', '利息', 'material', 'needed'),
  waivedExcess: /* @__PURE__ */ nature('Waived excess', '免除自付额', 'material', 'needed'),
  voucher: /* @__PURE__ */ nature('Voucher', '代金券', 'material', 'needed'),
  apology: /* @__PURE__ */ nature('Apology', '道歉', 'immaterial', 'none'),
  explanation: /* @__PURE__ */ nature('Explanation', '解释说明', 'immaterial', 'none'),
  processChange: /* @__PURE__ */ nature('Change of process', '改进流程', 'immaterial', 'none'),
};

export function kindOf(kind: string): CompensationNature | undefined {
  return isKind(kind) ? compensationKinds[kind] : undefined;
}

export function isKind(kind: string): kind is CompensationKind {
  return Object.hasOwn(compensationKinds, kind);
}
