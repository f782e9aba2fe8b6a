/** A contact held against the checklists of the source material. */
import {
  type ContactRecord,
  contactTechniques,
  feedbackChannels,
  mediaDonts,
  orThrow,
  reviewContact,
  sevenPrinciples,
  tenDonts,
  threeAngles,
  describe as words,
} from 'clientele/complaints';
import { describe, expect, it } from 'vitest';

const record: ContactRecord = { id: 'call 7', at: 0, channel: 'phone', agent: 'ann' };

describe('the checklists', () => {
  it.each([
    ['ten don’ts (CMP-02)', tenDonts, 10],
    ['seven principles (CMP-04)', sevenPrinciples, 7],
    ['three angles (CMP-05)', threeAngles, 3],
    ['media (CMP-18)', mediaDonts, 4],
    ['restating and closed questions (CMP-12)', contactTechniques, 3],
    ['feedback channels (CMP-15)', feedbackChannels, 3],
  ])('%s are complete and bilingual, each item by its source', (_, list, count) => {
    const items = Object.values(list);
    expect(items).toHaveLength(count);
    expect(new Set(items.map(({ name }) => name.en)).size).toBe(count);
    expect(new Set(items.map(({ source }) => source)).size).toBe(count);
    for (const { name } of items) expect(name.zh).toMatch(/\p{Script=Han}/u);
  });

  it('say where a lost character was put back (AMB-18)', () => {
    expect(tenDonts.breakOwnWord.reconstructed).toBe(true);
    expect(sevenPrinciples.findTheCause.reconstructed).toBe(true);
    expect(tenDonts.doubtingTone).not.toHaveProperty('reconstructed');
  });
});

describe('a review', () => {
  it('gathers violations and principles with their evidence, in the order of the lists', () => {
    const review = orThrow(
      reviewContact({
        ...record,
        violated: [
          { item: 'threatenMedia', evidence: 'm' },
          { item: 'blameComplainant', evidence: 'a' },
          { item: 'jokeAway', evidence: 'b' },
          { item: 'jokeAway', evidence: 'c' },
        ],
        met: [{ item: 'learn', evidence: 'd' }],
        used: [{ item: 'restateEmotion', evidence: 'e' }],
      }),
    );
    expect(review.violations.map(({ item, evidence }) => [item, evidence])).toEqual([
      ['jokeAway', ['b', 'c']],
      ['blameComplainant', ['a']],
      ['threatenMedia', ['m']],
    ]);
    expect(review.met.map(({ item }) => item)).toEqual(['learn']);
    expect(review.notSeen).toHaveLength(6);
    expect(review.used.map(({ item }) => item)).toEqual(['restateEmotion']);
    expect(words(review, 'zh').split('\n')[0]).toBe('违反：以玩笑转移焦点（b; c）。');
  });

  it('of a contact in which nothing was noticed is empty', () => {
    expect(orThrow(reviewContact(record))).toMatchObject({ violations: [], met: [], statements: [] });
  });

  it('refuses what is in no list and what has no evidence, each with its path', () => {
    const odd = JSON.parse(
      '[{"item":"shout","evidence":"x"},{"item":"jokeAway","evidence":" "},{"item":"toString"}]',
    );
    const review = reviewContact({ ...record, violated: odd });
    expect(review._tag === 'Left' && review.left.map(({ path }) => path.join('.'))).toEqual([
      'violated.0.item',
      'violated.1.evidence',
      'violated.2.item',
      'violated.2.evidence',
    ]);
  });
});
