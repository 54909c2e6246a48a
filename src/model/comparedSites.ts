import type { SiteDocument } from './schema.ts';

/** A system that Colossus is compared with; its document, with sources and remarks, is a chunk of its own. */
interface ComparedSite {
  name: string;
  /** Rejects if the chunk cannot be loaded; another call then tries again. */
  load(): Promise<SiteDocument>;
}

const site = (name: string, load: () => Promise<{ default: unknown }>): ComparedSite => ({
  name,
  load: async () => (await load()).default as SiteDocument,
});

/** The systems and statements that Colossus is compared with, by id. The tests check their documents against the schema. */
export const comparedSites: Readonly<Record<string, ComparedSite>> = {
  'openai-80k': site('80,000 GPUs, said of OpenAI', () => import('../../assets/sites/openai-80k.json?full')),
  'twitter-10k': site('10,000 GPUs for Twitter', () => import('../../assets/sites/twitter-10k.json?full')),
  'oracle-24k': site(
    '24,000 GPUs rented from Oracle',
    () => import('../../assets/sites/oracle-24k.json?full'),
  ),
  gigafactory: site(
    'The gigafactory of compute, as planned',
    () => import('../../assets/sites/gigafactory.json?full'),
  ),
  'meta-24k': site("Meta's 24,576-GPU cluster", () => import('../../assets/sites/meta-24k.json?full')),
  eagle: site('Eagle', () => import('../../assets/sites/eagle.json?full')),
  frontier: site('Frontier', () => import('../../assets/sites/frontier.json?full')),
  'el-capitan': site('El Capitan', () => import('../../assets/sites/el-capitan.json?full')),
  aurora: site('Aurora', () => import('../../assets/sites/aurora.json?full')),
  fugaku: site('Fugaku', () => import('../../assets/sites/fugaku.json?full')),
  'nvl72-100k': site('100,000 GPUs as NVL72 racks', () => import('../../assets/sites/nvl72-100k.json?full')),
};
