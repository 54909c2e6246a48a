import { builtinSites } from '../model/builtin.ts';
import type { SiteDocument } from '../model/schema.ts';
import { machinesIn, resolveSite } from '../model/resolveSite.ts';
import { sceneRect } from '../model/standing.ts';
import { defaultConfig } from '../timeline/campus.ts';
import { type AddressContext, DEFAULT_SITE } from './address.ts';

const known = new WeakMap<SiteDocument, AddressContext>();

/** The address context of a site; computed once for each document. */
export function addressContext(document: SiteDocument): AddressContext {
  const context = known.get(document) ?? makeContext(document);
  known.set(document, context);
  return context;
}

function makeContext(document: SiteDocument): AddressContext {
  const site = resolveSite(document, defaultConfig(document));
  const gpus = new Map<string, number>();
  return {
    dayZero: site.dayZero,
    lastDay: site.lastDay,
    configs: site.configs.map(({ id }) => id),
    curves: site.curves.map(({ id }) => id),
    edges: [sceneRect({ site, at: [0, 0] }, site.edge)],
    sites: Object.keys(builtinSites),
    defaults: { site: DEFAULT_SITE, config: site.config, curve: site.defaultCurve },
    gpusOf(config) {
      const count = gpus.get(config) ?? machinesIn(resolveSite(document, config)).gpus;
      gpus.set(config, count);
      return count;
    },
  };
}
