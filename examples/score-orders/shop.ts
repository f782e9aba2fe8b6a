/** The bundled shop: two years of a tea and coffee shop's order lines as CSV text, made up from a fixed seed. */
import { createRandom, type Random } from './random.js';
import { spoiltLines } from './shop-mistakes.js';

/** The day the shop's file was drawn: its scores are asked as of the end of this day. */
export const SHOP_AS_OF = '2026-06-30';
export const SHOP_NAME = 'bundled shop';
export const SHOP_HEADER = 'order_id,ordered_at,customer_id,customer_name,item,quantity,unit_price';

const LAST_DAY = Date.UTC(2026, 5, 30) / 86_400_000;
const DAYS = 730;

/** How one kind of customer behaves. Days are counted back from the last day. */
interface Habit {
  readonly customers: number;
  /** The first order lies between these many days before the last day. */
  readonly firstSeen: readonly [earliest: number, latest: number];
  /** Orders stop between these many days before the last day. */
  readonly lastSeen: readonly [earliest: number, latest: number];
  /** Days between orders; `undefined` for customers who order once. */
  readonly pause?: readonly [shortest: number, longest: number];
  readonly lines: readonly [fewest: number, most: number];
  readonly quantity: readonly [fewest: number, most: number];
}

// biome-ignore format: a table
const HABITS: readonly Habit[] = [
  // Order often, much, and until yesterday.
  { customers: 130, firstSeen: [729, 420], lastSeen: [12, 0], pause: [18, 50], lines: [2, 4], quantity: [1, 5] },
  // The café on the corner: few, but large orders.
  { customers: 40, firstSeen: [700, 300], lastSeen: [45, 0], pause: [60, 120], lines: [2, 4], quantity: [4, 10] },
  // Come back every other month.
  { customers: 420, firstSeen: [720, 240], lastSeen: [60, 0], pause: [50, 130], lines: [1, 3], quantity: [1, 3] },
  // Were among the best and have not been seen for months.
  { customers: 210, firstSeen: [729, 520], lastSeen: [300, 130], pause: [25, 70], lines: [2, 4], quantity: [1, 4] },
  // Came two or three times, long ago.
  { customers: 340, firstSeen: [729, 450], lastSeen: [440, 300], pause: [60, 150], lines: [1, 2], quantity: [1, 2] },
  // Found the shop in the last weeks.
  { customers: 330, firstSeen: [75, 4], lastSeen: [3, 0], pause: [20, 90], lines: [1, 3], quantity: [1, 3] },
  // Bought once.
  { customers: 1530, firstSeen: [729, 20], lastSeen: [0, 0], lines: [1, 2], quantity: [1, 3] },
];

/** Article and price in cents. */
const SHELF: readonly [Article, ...Article[]] = [
  ['Assam loose leaf 250 g', 1190],
  ['Darjeeling first flush 100 g', 1850],
  ['Earl Grey 50 bags', 790],
  ['Genmaicha 200 g', 1240],
  ['Jasmine pearls 100 g', 1690],
  ['Peppermint 40 bags', 540],
  ['Rooibos vanilla 250 g', 980],
  ['House espresso 1 kg', 2490],
  ['Ethiopia Sidamo 250 g', 1150],
  ['Decaf filter 500 g', 1420],
  ['Teapot, glass, 1.2 l', 3490],
  ['Hand grinder', 8900],
  ['Paper filters no. 4', 390],
  ['Gift box "Afternoon"', 4200],
];
type Article = readonly [name: string, cents: number];

// biome-ignore format: a list of names
const GIVEN: readonly [string, ...string[]] = [
  'Amara', 'Bea', 'Chen', 'Dario', 'Elif', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Kofi', 'Lena', 'Mei', 'Noor',
  'Otto', 'Priya', 'Quentin', 'Rosa', 'Sami', 'Tilda', 'Uma', 'Viktor', 'Wren', 'Xenia', 'Yusuf', 'Zoë',
];
// biome-ignore format: a list of names
const FAMILY: readonly [string, ...string[]] = [
  'Adler', 'Brandt', 'Costa', 'Duarte', 'Eriksen', 'Fischer', 'García', 'Haddad', 'Ivanov', 'Jansen', 'Keller',
  'Lindqvist', 'Moreau', 'Nakamura', 'Okafor', 'Petrov', 'Rossi', 'Schäfer', 'Tanaka', 'Weber', '张',
];

/** One line of the file before it has an order id. */
interface Line {
  readonly minute: number;
  readonly customer: string;
  readonly name: string;
  readonly returned: boolean;
  readonly cells: readonly string[];
}

/** The file's text, in pieces of a few lines. */
export function* shopCsv(): Generator<string> {
  const orders = inventOrders(createRandom(20_260_630));
  const spoilt = spoiltLines();
  yield `${SHOP_HEADER}\n`;
  let number = 100_000;
  let written = 0;
  for (const lines of orders) {
    number += 1;
    let text = '';
    for (const line of lines) {
      const id = `${line.returned ? 'C' : ''}${number}`;
      text += `${[id, stamp(line.minute), line.customer, quote(line.name), ...line.cells].join(',')}\n`;
      written += 1;
      text += spoilt.get(written) ?? '';
    }
    yield text;
  }
}

/** Every order and return as its lines, by time. */
function inventOrders(random: Random): readonly (readonly Line[])[] {
  const orders: (readonly Line[])[] = [];
  let serial = 1000;
  for (const habit of HABITS) {
    for (let nth = 0; nth < habit.customers; nth += 1) {
      serial += random.between(1, 3);
      orders.push(...ordersOf(`K${serial}`, inventName(random), habit, random));
    }
  }
  for (let guest = 0; guest < 260; guest += 1) {
    const minute = minuteOn(random.between(0, DAYS - 1), random);
    orders.push(inventLines(minute, '', '', [1, 2], [1, 2], random));
  }
  // Sorting is stable, so orders of one minute stay in the order they were made up in.
  return orders.sort((a, b) => (a[0]?.minute ?? 0) - (b[0]?.minute ?? 0));
}

function ordersOf(customer: string, name: string, habit: Habit, random: Random): (readonly Line[])[] {
  const orders: (readonly Line[])[] = [];
  const last = random.between(habit.lastSeen[1], habit.lastSeen[0]);
  let day = random.between(habit.firstSeen[1], habit.firstSeen[0]);
  do {
    const lines = inventLines(minuteOn(day, random), customer, name, habit.lines, habit.quantity, random);
    orders.push(lines);
    if (day > 10 && random.chance(3)) orders.push(returnOf(lines, random));
    if (habit.pause === undefined) break;
    day -= random.between(...habit.pause);
  } while (day >= last);
  return orders;
}

function inventLines(
  minute: number,
  customer: string,
  name: string,
  lines: Habit['lines'],
  quantity: Habit['quantity'],
  random: Random,
): Line[] {
  return Array.from({ length: random.between(...lines) }, () => {
    const [article, cents] = random.pick(SHELF);
    const count = random.between(...quantity);
    return { minute, customer, name, returned: false, cells: [quote(article), String(count), euros(cents)] };
  });
}

/** One line of an order comes back within ten days. */
function returnOf(lines: readonly Line[], random: Random): Line[] {
  const [line] = lines;
  if (line === undefined) return [];
  const [article = '', count = '', price = ''] = line.cells;
  const minute = line.minute + random.between(1, 9) * 1440;
  return [{ ...line, minute, returned: true, cells: [article, `-${count}`, price] }];
}

function inventName(random: Random): string {
  return `${random.pick(GIVEN)} ${random.pick(FAMILY)}`;
}

/** A minute of local time between 07:00 and 21:59, `daysAgo` days before the last day. */
function minuteOn(daysAgo: number, random: Random): number {
  return (LAST_DAY - daysAgo) * 1440 + random.between(420, 1319);
}

function stamp(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16);
}

function euros(cents: number): string {
  return `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

function quote(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
