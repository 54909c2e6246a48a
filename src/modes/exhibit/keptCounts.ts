/** Where an exhibit keeps what outlives a reload. */
const KEY = 'rackfield.exhibit';

interface Counts {
  visits: number;
  recoveries: number;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** How many visits and recoveries there were before the page was loaded; none where nothing usable is kept. */
export function keptCounts(): Counts {
  try {
    const kept = JSON.parse(window.localStorage.getItem(KEY) ?? '{}') as Partial<
      Record<keyof Counts, unknown>
    >;
    const { visits, recoveries } = kept;
    return { visits: isCount(visits) ? visits : 0, recoveries: isCount(recoveries) ? recoveries : 0 };
  } catch {
    return { visits: 0, recoveries: 0 };
  }
}

/** Keeps the counts. Where there is no storage, or it is full, they are lost with the page, which goes on; answers whether they are kept. */
export function keepCounts({ visits, recoveries }: Counts): boolean {
  try {
    window.localStorage.setItem(KEY, JSON.stringify({ visits, recoveries }));
    return true;
  } catch {
    return false;
  }
}
