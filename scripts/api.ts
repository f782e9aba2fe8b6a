/**
 * Compares what each entry of the build in dist exports with the report in docs/api, so that no change of the
 * public API goes unnoticed. `--update` writes the reports anew.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REPORTS = join(ROOT, 'docs/api');
const PRESENT = join(ROOT, '.generated/api');
const ENTRIES = {
  clientele: 'dist/index.d.ts',
  'clientele-rfm': 'dist/rfm/index.d.ts',
  'clientele-rfm-columns': 'dist/rfm/columns/index.d.ts',
  'clientele-tiers': 'dist/tiers/index.d.ts',
  'clientele-calendar': 'dist/calendar/index.d.ts',
  'clientele-complaints': 'dist/complaints/index.d.ts',
  'clientele-complaints-export': 'dist/complaints/export/index.d.ts',
};

/** Types that only `@internal` members use, and the steps by which other types are worked out. */
const INTERNAL = [
  'PurchaseState',
  'IdOrder',
  'Conventions',
  'Sums',
  'DayPairs',
  'Interner',
  'PackedInterner',
  'WordTable',
  'Question',
  'Quick',
  'ZoneClock',
  'Interval',
  'Timeline',
  'Reach',
  'NamedInterval',
  'EdgeEffect',
  'ExceptionDays',
  'Named',
  'IsSaid',
  'InferredCase',
  'InferredCommand',
  'InferredContext',
  'CompiledParts',
  'TimerCommand',
  'Clocks',
  'OfClocks',
  'Step',
  'TypeOf',
  'Replied',
  'Timer',
  'Kept',
  'Plain',
  'From',
  'RecordWith',
  'Held',
  'Log',
];

/** A second door uses types that its room's first door exports; only the front door must name every type it uses. */
const isForgiven = (entry: string, text: string): boolean =>
  entry.includes('/columns/') ||
  entry.includes('/export/') ||
  INTERNAL.some((name) => text.includes(`"${name}"`));

/** Writes the report of one entry to .generated/api; false when the entry uses a type that it does not export. */
function report(name: string, entry: string): boolean {
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: ROOT,
      mainEntryPointFilePath: join(ROOT, entry),
      compiler: { tsconfigFilePath: join(ROOT, 'tsconfig.json') },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: PRESENT,
        reportTempFolder: join(PRESENT, 'temp'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.None },
          'ae-forgotten-export': { logLevel: ExtractorLogLevel.Error },
        },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(ROOT, 'package.json'),
  });
  const { succeeded } = Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      if (message.messageId === 'ae-forgotten-export' && isForgiven(entry, message.text))
        message.logLevel = ExtractorLogLevel.None;
      const loud =
        message.logLevel === ExtractorLogLevel.Error || message.logLevel === ExtractorLogLevel.Warning;
      if (!loud || message.messageId === 'console-api-report-created')
        message.logLevel = ExtractorLogLevel.None;
    },
  });
  return succeeded;
}

/** Prints how the committed report differs from the present API; false when it does. */
function unchanged(name: string): boolean {
  const [committed, present] = [join(REPORTS, `${name}.api.md`), join(PRESENT, `${name}.api.md`)];
  if (!existsSync(committed)) {
    console.error(`docs/api/${name}.api.md is missing`);
    return false;
  }
  try {
    execFileSync('git', ['diff', '--no-index', '--exit-code', '--', committed, present], {
      stdio: 'inherit',
    });
    return true;
  } catch {
    return false;
  }
}

mkdirSync(REPORTS, { recursive: true });
mkdirSync(PRESENT, { recursive: true });
const update = process.argv.includes('--update');
let good = true;
for (const [name, entry] of Object.entries(ENTRIES)) {
  good = report(name, entry) && good;
  if (update) copyFileSync(join(PRESENT, `${name}.api.md`), join(REPORTS, `${name}.api.md`));
  else good = unchanged(name) && good;
}
if (!good) {
  console.error(
    'The public API is not what docs/api says. If it should change: npm run api:update, and a line in CHANGELOG.md.',
  );
  process.exitCode = 1;
}
