/** What the published JSON Schema says of the keys of a document's catalogue; see schemaWords.ts. */
export const CATALOGUE_WORDS: Readonly<Record<string, readonly [description: string, example: unknown]>> = {
  catalogue: [
    'Entries by id that the built-in catalogue lacks, or that replace its own.',
    { 'my-server': { kind: 'server', name: 'My server', figures: { gpus: { value: 8, unit: 'count' } } } },
  ],
  'catalogue.*.kind': ['What the entry is.', 'server'],
  'catalogue.*.name': ['Name, as it is shown.', '4U liquid-cooled server'],
  'catalogue.*.figures': [
    'Figures by name. Racks need `width`, `depth` and `height`; also used: `servers`, `units`, `base`, `rear-door`, `mass`, `power`. Servers: `gpus`, `cpus`, `switches`, `network-links`, `power-supplies`, `width`, `depth`, `height`, `board-length`, `board-width`, `mass`, `power`. Accelerators: `length`, `width`, `height`, `package`, `dies`, `die-area`, `die-width`, `stacks`, `stack-length`, `stack-width`, `memory`, `power`. Others are kept and shown.',
    { gpus: { value: 8, unit: 'count' }, height: { value: 174, unit: 'mm' } },
  ],
  'catalogue.*.figures.*.value': ['The value, in its unit.', 174],
  'catalogue.*.figures.*.unit': ['The unit: one that fits what the figure measures.', 'mm'],
  'catalogue.*.shape': [
    'What plant, equipment or a reference is drawn as, within its size; a box if left out. Racks, servers and accelerators have none.',
    { is: 'chiller' },
  ],
  'catalogue.*.shape.is': ['The shape.', 'chiller'],
  'catalogue.*.shape.pose': ['Pose of a person.', 'walking'],
  'catalogue.*.cooling': [
    'How a rack or a server is cooled. Racks: `liquid` for role `compute` with servers, else `air`, if left out; servers: as their rack.',
    'rear-door',
  ],
  'catalogue.*.blades': [
    "How a rack's servers stand in their slots; `horizontal` if left out. A server's width is across the rack either way.",
    'vertical',
  ],
  'catalogue.*.rearPower': [
    "What feeds a rack's servers from behind: strips of outlets, or one bar for all. Left out: not known.",
    'busbar',
  ],
  'catalogue.*.parts': [
    'What is inside of a server; its figures say how many of each. A server that does not say is drawn plain.',
    ['board', 'cpus', 'nics'],
  ],
  'catalogue.*.role': ['What a rack is for; `compute` if left out.', 'network'],
  'catalogue.*.server': ["Id of the server that fills a rack's slots.", 'smc-4u'],
  'catalogue.*.accelerator': [
    'Of a server: its accelerator, in every hall. Of a rack: the accelerator if neither its server nor its hall names one.',
    'h100',
  ],
  'catalogue.*.holds': ['Other contents of a rack: how many of each item.', { 'cdu-250': 1 }],
  'catalogue.*.slots': [
    'Slots of a rack; servers fill them from the bottom, and from the left where several stand side by side.',
    [{ startU: 6, heightU: 4, count: 8, stepU: 5 }],
  ],
  'catalogue.*.slots[].count': ['How many such slots, one above the other; 1 if left out.', 8],
  'catalogue.*.slots[].columns': ['How many servers stand side by side in each; 1 if left out.', 16],
  'catalogue.*.trays': [
    'Trays of a rack besides its servers; they may not overlap its slots.',
    [{ holds: 'power', startU: 1, heightU: 3 }],
  ],
  'catalogue.*.trays[].holds': ['What is in them.', 'switch'],
  'catalogue.*.trays[].count': ['How many such trays, one above the other; 1 if left out.', 9],
};
