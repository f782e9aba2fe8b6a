/** Clocks that two rule packs call by one name, and how a reader tells them apart. */
import {
  compareClocks,
  deskClocks,
  fcaDisp,
  describe as inWords,
  openDuties,
  type RulePack,
  ukPaymentServices,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';
import { logOf, project, received, type Told } from './support.js';

const opening = received('2026-04-02T09:00:00Z');
const desk = deskClocks({ zone: 'Europe/London' });
const stands = (packs: readonly RulePack[], ...told: readonly Told[]) =>
  project(logOf(opening, ...told), { packs, asOf: '2026-04-03' }).clocks;
const said = (packs: readonly RulePack[], clock: string, language: 'en' | 'zh') =>
  stands(packs)
    .filter((one) => one.clock === clock)
    .map((one) => inWords(one, language).split('\n')[0]);

describe('two clocks of one name', () => {
  it('are told apart by their packs, even where both cite the same rule', () => {
    expect(said([fcaDisp, ukPaymentServices], 'summary', 'en')).toEqual([
      'Summary resolution (FCA DISP): open until 17:00 on 9 April 2026. Rule: DISP 1.5.1R.',
      'Summary resolution (FCA DISP, payment services): open until 17:00 on 9 April 2026. Rule: DISP 1.5.1R.',
    ]);
    expect(said([fcaDisp, desk], 'summary', 'zh')).toEqual([
      '服务台内部时限·简易解决窗口：有效期至 2026年4月9日结束。依据：服务台内部时限 1。',
      '英国 FCA 投诉处理规则（DISP）·简易解决窗口：有效期至 2026年4月9日 17:00。依据：DISP 1.5.1R。',
    ]);
  });

  it('have the pack’s title as data, and the others have none', () => {
    const titled = stands([fcaDisp, desk]).flatMap(({ pack, clock, ofPack }) =>
      ofPack === undefined ? [] : [[pack, clock, ofPack.en]],
    );
    expect(titled).toEqual([
      ['desk', 'summary', "The desk's own clocks"],
      ['uk-fca-disp', 'summary', 'FCA DISP'],
    ]);
    expect(stands([fcaDisp]).filter(({ ofPack }) => ofPack !== undefined)).toEqual([]);
  });

  it('are so in one language only, and are told apart all the same', () => {
    const [first] = fcaDisp.clocks;
    if (first === undefined) throw new Error('no clock');
    const half: RulePack = {
      ...fcaDisp,
      name: 'half',
      title: { en: 'Half', zh: '半' },
      clocks: [{ ...first, name: { en: 'Short way', zh: first.name.zh } }],
    };
    expect(said([fcaDisp, half], 'summary', 'en').map((text) => text?.split(':')[0])).toEqual([
      'Short way (Half)',
      'Summary resolution (FCA DISP)',
    ]);
  });

  it('have their packs’ names where the titles are the same too', () => {
    const twin: RulePack = { ...fcaDisp, name: 'a-twin' };
    expect(said([fcaDisp, twin], 'response', 'en').map((text) => text?.split(':')[0])).toEqual([
      'Final response (a-twin)',
      'Final response (uk-fca-disp)',
    ]);
  });

  it('are no others than before but for their words', () => {
    const alone = stands([fcaDisp]);
    const beside = stands([desk, fcaDisp]).filter(({ pack }) => pack === 'uk-fca-disp');
    const bare = (clocks: typeof alone) =>
      clocks.map(({ ofPack, statements, ...rest }) => ({ ...rest, said: statements.length }));
    expect(bare(beside)).toEqual(bare(alone));
  });

  it('stay told apart in duties and in what a change of the rules brings', () => {
    const twin: RulePack = { ...fcaDisp, name: 'a-twin' };
    const both = project(logOf(opening), { packs: [twin, fcaDisp], asOf: '2026-04-03' });
    expect(openDuties(both).map((one) => inWords(one, 'en').split(':')[0])).toEqual([
      'Final response (a-twin)',
      'Final response (uk-fca-disp)',
    ]);
    const none = { ...both, clocks: [] };
    const changes = compareClocks(none, both, 'Europe/London').map((one) => inWords(one, 'en'));
    expect(new Set(changes).size).toBe(changes.length);
  });
});
