/** How far the work is: a bar for the eyes at every slice, a sentence for the ears at every quarter. */
import { grouped } from '../score-orders/format.js';
import type { Progress } from './messages.js';
import { byId } from './page-elements.js';

const STEPS = {
  reading: 'Reading',
  readingAgain: 'Fetching the refused rows',
  scoring: 'Scoring the customers',
} as const;

/** A speaker of progress for one run. */
export function progressShower(): (at: Progress) => void {
  const bar = byId('progress', HTMLProgressElement);
  const figures = byId('progress-figures', HTMLElement);
  let spoken = '';
  return ({ bytes, of, rows, step }) => {
    const percent = of === 0 ? 100 : Math.floor((bytes / of) * 100);
    bar.value = percent;
    figures.textContent = `${STEPS[step]}: ${percent} %, ${grouped(rows)} rows`;
    const quarter = `${STEPS[step]}: ${percent - (percent % 25)} %`;
    if (quarter === spoken) return;
    spoken = quarter;
    announce(step === 'scoring' ? STEPS.scoring : quarter);
  };
}

/** Says something to those who do not see the page, without moving the focus. */
export function announce(text: string): void {
  byId('live', HTMLElement).textContent = text;
}
