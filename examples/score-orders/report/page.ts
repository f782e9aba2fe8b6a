/** The report: one page that holds everything it needs. */
import { type Context, createContext, type ReportInput } from './context.js';
import { conventionsSection } from './conventions.js';
import { type Html, html, trusted } from './html.js';
import { insightsSection } from './insights.js';
import { masthead } from './masthead.js';
import { movesSection } from './moves.js';
import { rowsSection } from './rows.js';
import { scoresSection } from './scores.js';
import { segmentsSection } from './segments.js';
import { STYLE } from './style.js';

/** The page's text. Nothing in it depends on the clock, the locale, or the zone of the machine. */
export async function reportPage(input: ReportInput): Promise<string> {
  const context = createContext(input);
  const { say, language } = context;
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${say('title')} · ${input.file}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
${masthead(context)}
<main>
${await sections(context)}
</main>
<footer>${say('footer')}</footer>
</body>
</html>
`;
  return page.html;
}

async function sections(context: Context): Promise<readonly Html[]> {
  const { scored, comparison, say } = context;
  if (scored === undefined) return [html`<p role="status">${say('nobody')}</p>`, rowsSection(context)];
  return [
    insightsSection(context, scored),
    await segmentsSection(context, scored),
    ...(comparison === undefined ? [] : [await movesSection(context, comparison)]),
    await scoresSection(context, scored),
    rowsSection(context),
    conventionsSection(context, scored),
  ];
}
