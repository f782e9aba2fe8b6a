/** The exported chart against the picture of it that was drawn by hand. */
import { readFileSync } from 'node:fs';
import { complaintWorkflow } from 'clientele/complaints';
import { toMermaid } from 'clientele/complaints/export';
import { expect, it } from 'vitest';
import { describeShared, sharedPath } from '../../shared.js';

/** `from → to: commands`, sorted; identifiers replaced by the names that a chart declares for them. */
function arrowsOf(text: string): readonly string[] {
  const names = new Map(
    [...text.matchAll(/state "([^"]*)" as (s\d+)/g)].map(([, name = '', id = '']) => [id, name]),
  );
  return [...text.matchAll(/^ +(\w+) --> (\w+): (.+)$/gm)]
    .map(([, from = '', to = '', says = '']) => {
      const commands = says.replaceAll('#95;', '_').split(' / ').sort().join(' / ');
      return `${names.get(from) ?? from} → ${names.get(to) ?? to}: ${commands}`;
    })
    .sort();
}

describeShared('the complaint workflow as Mermaid', () => {
  it('has the arrows of complaint-chart.mmd', () => {
    const drawn = arrowsOf(readFileSync(sharedPath('vectors', 'complaints', 'complaint-chart.mmd'), 'utf8'));
    const ours = arrowsOf(toMermaid(complaintWorkflow, { loops: 'leftOut' }));
    expect(drawn.length).toBeGreaterThan(50);
    expect(ours).toEqual(drawn);
  });
});
