import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import english from '../../assets/languages/en.json';
import { builtinSites } from '../../src/model/builtin.ts';
import { type AddressReading, readAddress, writeAddress } from '../../src/state/address.ts';
import { addressContext } from '../../src/state/addressContext.ts';
import { EXHIBIT_KEYS, MOTIONS, PLANNED_EXHIBIT_KEYS, QUALITIES, type Wish } from '../../src/state/choice.ts';
import { LOOKS, OVERLAYS } from '../../src/views/look.ts';
import { KEYS as ALL_KEYS } from '../../src/state/keys.ts';
import { spanWithin, within } from '../../src/state/span.ts';
import { WHEELS } from '../../src/state/gesture.ts';
import { VIEWS } from '../../src/views/view.ts';
import { sayIn, sharedWords } from '../../src/state/words.ts';

const say = sayIn('en', sharedWords);
const seed = 122214;
const runs = { seed, numRuns: 1000 };
const context = addressContext(builtinSites.colossus!);
const { defaults } = context;
const DEFAULT_DAY = 214;
/** A date and a day say the same, so that one of them may be wrong and the wish still has a day. */
const KEYS = [...ALL_KEYS.filter((key) => key !== 'date'), ...EXHIBIT_KEYS, ...PLANNED_EXHIBIT_KEYS];

const read = (query: string | [string, string][]) => readAddress(new URLSearchParams(query), context);
const write = (wish: Wish) => writeAddress({ ...wish, defaultDay: DEFAULT_DAY }, context);

/** What is left of a wish when everything that goes without saying is left out. */
function said(wish: Wish): Wish {
  const unsaid: Wish = {
    site: defaults.site,
    config: defaults.config,
    curve: defaults.curve,
    day: DEFAULT_DAY,
    view: wish.gpu ? 'rack' : 'site',
    look: 'model',
    overlay: 'none',
    quality: 'auto',
    roof: false,
    play: false,
  };
  return Object.fromEntries(
    Object.entries(wish).filter(([key, value]) => value !== unsaid[key as keyof Wish]),
  );
}

/** Poses on the site, to the millimetre, as they are written. */
const metres = (min: number, max: number) =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((millimetres) => millimetres / 1000);
const [{ x0, x1, z0, z1 }] = context.edges as [{ x0: number; x1: number; z0: number; z1: number }];
const poseArbitrary = fc.record({
  eye: fc.tuple(metres(-900, 900), metres(20, 900), metres(-900, 900)),
  target: fc.tuple(
    metres(Math.ceil(x0), Math.floor(x1)),
    metres(0, 14),
    metres(Math.ceil(z0), Math.floor(z1)),
  ),
});

/** Days, to the four decimals that are written. */
const ticks = (last: number) => fc.integer({ min: 0, max: last * 10_000 }).map((tick) => tick / 10_000);

const wishArbitrary: fc.Arbitrary<Wish> = fc
  .record(
    {
      site: fc.oneof(
        fc.constant('colossus'),
        fc.webUrl(),
        fc.string({ maxLength: 60, unit: 'binary' }).map((text) => `sites/${text}`),
      ),
      config: fc.constantFrom(...context.configs),
      curve: fc.constantFrom(...context.curves),
      day: ticks(context.lastDay),
      view: fc.constantFrom(...VIEWS),
      gpu: fc.integer({ min: 1, max: 200_000 }),
      look: fc.constantFrom(...LOOKS),
      overlay: fc.constantFrom(...OVERLAYS),
      compare: fc.constantFrom('colossus:100k', 'frontier,aurora', 'a/b.json,colossus:100k'),
      campus: fc.constantFrom('colossus', 'frontier', 'a/b.json'),
      lang: fc.constantFrom('en', 'de-CH', 'ar', 'zh-Hant-TW'),
      quality: fc.constantFrom(...QUALITIES),
      motion: fc.constantFrom(...MOTIONS),
      play: fc.boolean(),
      wheel: fc.constantFrom(...WHEELS),
      roof: fc.boolean(),
      figure: fc.constantFrom(
        'h200.memory',
        'growth.claimed.2024-09-02',
        'colossus:100k:energy-year',
        'days-to-1e26',
      ),
      camera: poseArbitrary,
      from: fc.oneof(fc.nat(context.lastDay), ticks(context.lastDay)),
      to: fc.oneof(fc.nat(context.lastDay), ticks(context.lastDay)),
    },
    { requiredKeys: [] },
  )
  .map((wish) => {
    const { from, to } = wish;
    const turned = from !== undefined && to !== undefined && from > to ? { from: to, to: from } : {};
    const span = spanWithin(context.lastDay, turned.from ?? from, turned.to ?? to);
    return { ...wish, ...turned, ...(wish.day !== undefined && { day: within(span, wish.day) }) };
  })
  .map((wish) => {
    const most = context.gpusOf(wish.config ?? defaults.config);
    return wish.gpu === undefined ? wish : { ...wish, gpu: ((wish.gpu - 1) % most) + 1 };
  });

/** Text that somebody might put into an address, by mistake or not. */
const hostile = fc.oneof(
  fc.string({ maxLength: 80, unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '__proto__',
    'constructor',
    'toString',
    '0',
    '-1',
    '1e3',
    '00',
    '0x10',
    '1,5',
    '1.5',
    'NaN',
    'Infinity',
    '200001',
    '99999999999999999999',
    '<img src=x onerror=alert(1)>',
    '{value} {key} {expected}',
    '$&$1',
    '200K',
    ' 200k',
    'a'.repeat(5000),
    '\u202e\u0000',
    'null',
    'undefined',
    'true',
  ),
);

/** One message for every value that was not used, in words, and nothing else. */
function expectJudged(reading: AddressReading, given: readonly (readonly [string, string])[]) {
  const isNone = ([key, value]: readonly [string, string]) =>
    (key === 'play' && value === '0') ||
    (['compare', 'campus', 'story', 'step'].includes(key) && value === '');
  const unused = given.filter((each) => !(each[0] in reading.wish) && !isNone(each));
  const isMoved = ({ key }: { key: string }) => key === 'notice.dayMoved';
  const left = reading.messages.filter((message) => !isMoved(message));
  expect(left.map(({ values }) => values.key).sort()).toEqual(unused.map(([key]) => key).sort());
  // A day outside of the bounds is not left out but moved to one of them.
  if (reading.messages.some(isMoved))
    expect([reading.wish.from, reading.wish.to]).toContain(reading.wish.day);
  for (const { key, values } of reading.messages) {
    expect(english).toHaveProperty([key]);
    const [, value] = given.find(([name]) => name === values.key)!;
    const shown = String(values.value).replace(/…$/, '');
    expect(value.startsWith(shown)).toBe(true);
    expect(shown.length).toBeLessThanOrEqual(40);
    expect(say(key, values)).toContain(String(values.value));
  }
}

describe(`the address, both ways (seed ${seed})`, () => {
  it('reads back what it wrote, and says nothing about it', () => {
    fc.assert(
      fc.property(wishArbitrary, (wish) => {
        expect(read(write(wish).toString())).toEqual({ wish: said(wish), messages: [] });
      }),
      runs,
    );
  });

  it('writes again what it read, whatever that was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...KEYS), hostile)), (query) => {
        const { wish } = readAddress(query, context);
        expect(read(write(wish).toString())).toEqual({ wish: said(wish), messages: [] });
      }),
      runs,
    );
  });

  it('writes nothing for what everybody gets', () => {
    expect(write({}).toString()).toBe('');
    expect(write({ ...defaults, day: DEFAULT_DAY, view: 'site', quality: 'auto' }).toString()).toBe('');
    expect(write({ gpu: 1, view: 'rack' }).toString()).toBe('gpu=1');
    expect(write({ day: 0 }).toString()).toBe('day=0');
  });

  it('keeps the order of the documented table', () => {
    const query = write({
      wheel: 'page',
      play: true,
      motion: 'reduce',
      quality: 'low',
      lang: 'de-CH',
      gpu: 7,
      view: 'aisle',
      curve: 'power',
      day: 12.5,
      config: '100k',
      site: 'a.json',
      roof: true,
      camera: { eye: [1, 2.5, 3], target: [0, 0, -0.0004] },
    });
    expect(query.toString()).toBe(
      'site=a.json&config=100k&day=12.5&curve=power&view=aisle&gpu=7&camera=1%2C2.5%2C3%2C0%2C0%2C0&roof=on&lang=de-CH&quality=low&motion=reduce&play=1&wheel=page',
    );
  });
});

describe(`values that cannot be used (seed ${seed})`, () => {
  it('get exactly one message each and leave the default', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.constantFrom(...KEYS), hostile), { selector: ([key]) => key }),
        (given) => {
          expectJudged(readAddress(given, context), given);
        },
      ),
      runs,
    );
  });

  it.each([
    ['site', 'colosus', 'notice.unknown'],
    ['config', '300k', 'notice.unknown'],
    ['curve', 'hoped', 'notice.unknown'],
    ['view', 'moon', 'notice.unknown'],
    ['gpu', '0', 'notice.gpuRange'],
    ['gpu', '200001', 'notice.gpuRange'],
    ['gpu', '1.5', 'notice.gpuRange'],
    ['overlay', 'power', 'notice.planned'],
    ['lang', 'not a tag', 'notice.unknown'],
    ['quality', 'ultra', 'notice.unknown'],
    ['motion', 'none', 'notice.unknown'],
    ['wheel', '7', 'notice.unknown'],
    ['play', 'yes', 'notice.unknown'],
    ['day', '-1', 'notice.dayRange'],
    ['day', '100000', 'notice.dayRange'],
    ['day', 'soon', 'notice.dayRange'],
    ['date', 'soon', 'notice.notADate'],
    ['date', '2024-06-31', 'notice.notADate'],
    ['date', '2025-02-29', 'notice.notADate'],
    ['date', '2024-5-3', 'notice.notADate'],
    ['date', '2024-05-02', 'notice.dateRange'],
    ['date', '2100-01-01', 'notice.dateRange'],
    ['from', 'soon', 'notice.notADate'],
    ['to', '2024-06-31', 'notice.notADate'],
    ['from', '-1', 'notice.notADate'],
    ['to', '100000', 'notice.dayRange'],
    ['to', '2100-01-01', 'notice.dateRange'],
    ['from', '2024-05-02', 'notice.dateRange'],
    ...EXHIBIT_KEYS.map((key) => [key, '7', 'notice.exhibitKey']),
    ...PLANNED_EXHIBIT_KEYS.map((key) => [key, '7', 'notice.plannedKey']),
    ['step', 'day-122', 'notice.stepAlone'],
    ['roof', 'half', 'notice.unknown'],
    ['camera', '1,2,3', 'notice.cameraWrong'],
    ['camera', '1,2,3,4,5,six', 'notice.cameraWrong'],
    ['camera', '1,2,3,1,2,3', 'notice.cameraWrong'],
    ['camera', '90000,2,3,90000,2,4', 'notice.cameraAway'],
    ['camera', '1,-2,3,0,0,0', 'notice.cameraAway'],
    ['site', 'own', 'notice.siteHandedOver'],
  ] as [string, string, string][])('%s=%s says %s', (key, value, message) => {
    expect(read([[key, value]])).toMatchObject({
      wish: {},
      messages: [{ key: message, values: { key, value } }],
    });
  });

  it('do not take the usable ones with them', () => {
    expect(read('config=100k&day=soon&view=hall&gpu=150000')).toMatchObject({
      wish: { config: '100k', view: 'hall' },
      messages: [{ values: { key: 'day' } }, { values: { key: 'gpu', expected: 100_000 } }],
    });
  });

  it('takes the day where the date is none', () => {
    expect(read('date=never&day=7')).toMatchObject({
      wish: { day: 7 },
      messages: [{ values: { key: 'date' } }],
    });
  });

  it('bounds the days by dates or days, and writes dates', () => {
    const { wish, messages } = read('from=2024-05-03&to=122&date=2024-07-03');
    expect({ wish, messages }).toEqual({ wish: { from: 0, to: 122, day: 61 }, messages: [] });
    expect(write(wish).toString()).toBe('day=61&from=2024-05-03&to=2024-09-02');
  });

  it('leaves out an end before the beginning', () => {
    expect(read('from=2024-09-02&to=2024-05-03')).toMatchObject({
      wish: { from: 122 },
      messages: [{ key: 'notice.spanTurned', values: { key: 'to', expected: '2024-09-02' } }],
    });
    expect(read('from=122&to=122')).toEqual({ wish: { from: 122, to: 122 }, messages: [] });
  });

  it.each([
    ['date=2024-12-03', 'date', 122, '2024-09-02'],
    ['day=3.5', 'day', 61, '2024-07-03'],
  ])('moves %s outside of the bounds to the nearer one, and says so', (query, key, day, expected) => {
    expect(read(`from=61&to=122&${query}`)).toMatchObject({
      wish: { from: 61, to: 122, day },
      messages: [{ key: 'notice.dayMoved', values: { key, expected } }],
    });
  });

  it('says which values there are', () => {
    const [message] = read('curve=hoped').messages;
    expect(say(message!.key, message!.values)).toContain('claimed, estimate, or power');
  });
});

describe(`keys of somebody else (seed ${seed})`, () => {
  it('are left alone', () => {
    const foreign = fc.string({ unit: 'binary' }).filter((key) => ![...KEYS, 'date'].includes(key as 'day'));
    fc.assert(
      fc.property(fc.array(fc.tuple(foreign, hostile)), (query) => {
        expect(readAddress(query, context)).toEqual({ wish: {}, messages: [] });
      }),
      runs,
    );
  });

  it.each(['__proto__', 'constructor', 'utm_source', 'Config', 'loading'])('%s is one', (key) => {
    expect(read([[key, '100k']])).toEqual({ wish: {}, messages: [] });
  });

  it('uses the first of a key that comes twice', () => {
    expect(read('config=100k&config=bad')).toEqual({ wish: { config: '100k' }, messages: [] });
  });
});

describe('a site without GPUs', () => {
  const without: typeof context = { ...context, gpusOf: () => 0 };
  const readThere = (query: string) => readAddress(new URLSearchParams(query), without);

  it('says in one sentence that the view of a GPU is the nearest view that it has', () => {
    const { wish, messages } = readThere('view=gpu');
    expect(wish.view).toBe('gpu');
    expect(messages).toMatchObject([{ key: 'notice.noGpuView', values: { key: 'view' } }]);
    expect(readThere('view=server').messages).toEqual([]);
    expect(readThere('gpu=7').messages).toMatchObject([{ key: 'notice.noGpus' }]);
    expect(read('view=gpu').messages).toEqual([]);
  });
});

describe('systems beside the site', () => {
  it('are read as they are written, with a GPU that only their documents know', () => {
    const query = 'compare=frontier,colossus:100k&campus=frontier&view=rack&gpu=300000';
    const wish = { compare: 'frontier,colossus:100k', campus: 'frontier', view: 'rack', gpu: 300_000 };
    expect(read(query)).toEqual({ wish, messages: [] });
    expect(write(read(query).wish).get('compare')).toBe(wish.compare);
    expect(read('gpu=300000')).toMatchObject({ wish: {}, messages: [{ key: 'notice.gpuRange' }] });
  });

  it('may have the eye far from the site, but not under the ground', () => {
    expect(read('compare=frontier&camera=3000,500,0,2900,0,0').messages).toEqual([]);
    expect(read('camera=3000,500,0,2900,0,0').messages).toMatchObject([{ key: 'notice.cameraAway' }]);
    expect(read('compare=frontier&camera=3000,-5,0,2900,0,0').messages).toMatchObject([
      { key: 'notice.cameraAway' },
    ]);
  });

  it('are none where the value is empty', () => {
    expect(read('compare=&campus=')).toEqual({ wish: {}, messages: [] });
  });
});

describe('a site that was handed over', () => {
  it('says once that it cannot be shown again, and takes what belongs to it along', () => {
    const query = 'site=own&config=all&day=9000&curve=mine&view=hall&gpu=7&camera=1&look=night&quality=low';
    expect(read(query)).toMatchObject({
      wish: { look: 'night', quality: 'low' },
      messages: [{ key: 'notice.siteHandedOver' }],
    });
    expect(read(query).messages).toHaveLength(1);
  });
});

describe('days and dates', () => {
  it.each([
    ['date=2024-05-03', 0],
    ['date=2024-09-02', 122],
    ['date=2024-12-03', 214],
    ['day=122', 122],
    ['day=122.25', 122.25],
    ['date=2024-09-02&day=5', 122],
  ])('%s is day %d', (query, day) => {
    expect(read(query)).toEqual({ wish: { day }, messages: [] });
  });
});
