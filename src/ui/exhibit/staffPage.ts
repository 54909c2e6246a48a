import type { Settings, Span } from '../../state/exhibitSettings.ts';
import { csvOf, type Use, type VisitCounts } from '../../state/visitCounts.ts';
import type { Say } from '../../state/words.ts';
import { make } from '../element/make.ts';
import type { Format } from '../format.ts';
import { ownName } from '../languageNames.ts';
import { touchButton } from './parts.ts';
import './staff.css';

/** What the staff page shows and changes. */
export interface StaffActs {
  /** Answers how long to wait before another code is tried, seconds; undefined if this one opens. */
  tryCode(code: string): number | undefined;
  counts(): VisitCounts;
  health(): {
    version: string;
    uptimeMs: number;
    heardAt: number | undefined;
    visits: number;
    recoveries: number;
    losses: number;
    memory: string;
  };
  languages: readonly string[];
  settings(): Settings;
  change(settings: Settings): void;
  leave(): void;
}

/** Rows of counts that are shown; the file has all. */
const SHOWN = 48;
/** Steps of the settings: minutes, per cent, seconds. */
const [STEP_MINUTES, STEP_PERCENT, STEP_SECONDS] = [30, 10, 15];
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
const MOST_DIGITS = 8;

/** What a counted use is called: as the control is that was used. */
const nameOf = (use: Use, say: Say) => {
  const views: readonly Use[] = ['site', 'hall', 'rack', 'server', 'gpu'];
  return say(views.includes(use) ? `exhibit.view.${use}` : `exhibit.${use}`);
};

/** A table whose first row names its columns, or whose first column names its rows. */
function table(rows: readonly (readonly string[])[], heads: 'row' | 'column' = 'row'): HTMLElement {
  const made = make('table', 'staff-table');
  for (const [at, row] of rows.entries()) {
    const line = make('tr', '');
    const isHead = (place: number) => (heads === 'row' ? at : place) === 0;
    line.append(...row.map((text, place) => make(isHead(place) ? 'th' : 'td', '', text)));
    made.append(line);
  }
  return made;
}

/** Makes the page for the staff of an exhibit, which begins with its code. */
export function createStaffPage(say: Say, format: Format, acts: StaffActs): HTMLElement {
  const root = make('section', 'exhibit-staff');
  root.setAttribute('role', 'dialog');
  root.setAttribute('aria-label', say('staff.title'));
  const leave = () => touchButton('', say('staff.leave'), acts.leave);
  function askCode() {
    let typed = '';
    const shown = make('output', 'exhibit-large staff-code', '…');
    shown.setAttribute('aria-label', say('staff.code'));
    const says = make('p', '');
    says.setAttribute('role', 'status');
    const show = () => {
      shown.textContent = '•'.repeat(typed.length) || '…';
    };
    const type = (digit: string) => {
      if (typed.length < MOST_DIGITS) typed += digit;
      show();
    };
    const pad = make('div', 'exhibit-pad');
    const back = touchButton('exhibit-key', '⌫', () => {
      typed = typed.slice(0, -1);
      show();
    });
    back.setAttribute('aria-label', say('staff.delete'));
    const open = touchButton('exhibit-key exhibit-first', say('staff.open'), () => {
      const wait = acts.tryCode(typed);
      typed = '';
      show();
      if (wait === undefined) showAll();
      else says.textContent = wait > 0 ? say('staff.wait', { seconds: wait }) : say('staff.wrong');
    });
    pad.append(...DIGITS.map((digit) => touchButton('exhibit-key', digit, () => type(digit))), back, open);
    root.replaceChildren(make('h1', '', say('staff.title')), shown, says, pad, leave());
  }
  const part = (title: string, ...parts: Node[]) => {
    const made = make('section', 'staff-part');
    made.append(make('h2', '', say(title)), ...parts);
    return made;
  };
  function counts(): HTMLElement {
    const counts = acts.counts();
    const { hours, days } = counts;
    const head = ['when', 'what', 'count'].map((key) => say(`staff.${key}`));
    const visits = Object.entries(hours).map(
      ([hour, count]) => [`${hour.replace('T', ' ')}:00`, count] as const,
    );
    const uses = Object.entries(days).flatMap(([day, each]) =>
      (Object.entries(each) as [Use, number][]).map(([use, count]) => [
        day,
        nameOf(use, say),
        format.whole(count),
      ]),
    );
    const save = touchButton('', say('staff.export'), () => {
      const link = make('a', '');
      link.href = URL.createObjectURL(new Blob([csvOf(counts)], { type: 'text/csv' }));
      link.download = 'rackfield-visits.csv';
      link.click();
      URL.revokeObjectURL(link.href);
    });
    return part(
      'staff.counts',
      save,
      table([head, ...visits.slice(-SHOWN).map(([when, n]) => [when, say('staff.visits'), format.whole(n)])]),
      table([head, ...uses.slice(-SHOWN)]),
    );
  }
  function health(): HTMLElement {
    const { version, uptimeMs, heardAt, visits, recoveries, losses, memory } = acts.health();
    const minutes = Math.floor(uptimeMs / 60_000);
    const ran = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
    const none = say('staff.none');
    return part(
      'staff.health',
      make('p', '', say('staff.uptime', ran)),
      table(
        [
          [say('staff.version'), version || none],
          [say('staff.beat'), heardAt === undefined ? none : new Date(heardAt).toISOString()],
          [say('staff.visits'), format.whole(visits)],
          [say('staff.recoveries'), format.whole(recoveries)],
          [say('staff.losses'), format.whole(losses)],
          [say('staff.memory'), `\u2066${memory}\u2069`],
        ],
        'column',
      ),
    );
  }
  function settings(): HTMLElement {
    const rows = make('div', 'staff-settings');
    const show = () => {
      const now = acts.settings();
      const change = (next: Partial<Settings>) => {
        acts.change({ ...now, ...next });
        show();
      };
      const step = (text: string, value: string, by: (sign: number) => Partial<Settings>) => {
        const less = touchButton('exhibit-step', '−', () => change(by(-1)));
        const more = touchButton('exhibit-step', '+', () => change(by(1)));
        less.setAttribute('aria-label', `${text} −`);
        more.setAttribute('aria-label', `${text} +`);
        const row = make('div', 'staff-setting');
        row.append(make('span', '', text), less, make('output', '', value), more);
        return row;
      };
      const clock = (minute: number) =>
        `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const span = (key: 'open' | 'daylight' | 'dimmed') =>
        ['from', 'to'].map((name, end) =>
          step(say(`staff.${key}.${name}`), clock(now[key][end]!), (sign) => {
            const next = [...now[key]] as [number, number];
            next[end] = (next[end]! + sign * STEP_MINUTES + 1440) % 1440;
            return { [key]: next as Span };
          }),
        );
      const { languages } = acts;
      const spoken = now.language === undefined ? -1 : languages.indexOf(now.language);
      rows.replaceChildren(
        ...span('open'),
        ...span('daylight'),
        ...span('dimmed'),
        step(say('staff.brightness'), format.percent(now.brightness), (sign) => ({
          brightness: Math.min(100, Math.max(20, now.brightness + sign * STEP_PERCENT)),
        })),
        step(say('staff.idle'), now.idle === 0 ? say('staff.address') : format.seconds(now.idle), (sign) => {
          const idle = now.idle + sign * STEP_SECONDS;
          return { idle: idle < STEP_SECONDS ? 0 : Math.min(3600, idle) };
        }),
        step(
          say('staff.language'),
          spoken < 0 ? say('staff.address') : ownName(languages[spoken]!),
          (sign) => {
            const places = languages.length + 1;
            return { language: languages[((spoken + 1 + sign + places) % places) - 1] };
          },
        ),
      );
    };
    show();
    return part('staff.settings', make('p', '', say('staff.same')), rows);
  }
  function pattern(): HTMLElement {
    const shown = make('div', 'staff-pattern');
    shown.append(make('div', 'staff-ruler'), make('p', '', say('staff.ruler')), make('div', 'staff-square'));
    return part('staff.pattern', shown);
  }
  function showAll() {
    root.replaceChildren(
      make('h1', '', say('staff.title')),
      leave(),
      counts(),
      health(),
      settings(),
      pattern(),
    );
  }
  askCode();
  return root;
}
