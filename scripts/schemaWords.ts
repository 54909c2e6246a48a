import { CATALOGUE_WORDS } from './catalogueWords.ts';

/**
 * What the published JSON Schema says of every key: a description and an example. Kept apart from the schema itself, so that the page
 * does not load them. A path reads `halls[].centre`; `*` stands for an id of the document's own; `*.note` means a key of that name
 * wherever it has no words of its own.
 */
export const SCHEMA_WORDS: Readonly<Record<string, readonly [description: string, example: unknown]>> = {
  '*.asOf': ['Day, month or year for which the value holds. Left out: as in `defaults`.', '2024-09'],
  '*.source': [
    'Id of the source of the value, of the built-in list or of `sources`. Left out: as in `defaults`.',
    'epoch',
  ],
  '*.grade': [
    "How well the value is known. `reported`: seen, measured or documented by somebody other than the operator, or a product's published specification; `announced`: the operator's own statement about its site, done or planned; `derived`: arithmetic that is shown, or the estimate of a named outside party; `assumed`: plausible, nothing public was found. Left out: as in `defaults`.",
    'reported',
  ],
  '*.note': ['A short remark about the value.', 'Only the area is reported; proportions are assumed'],
  '*.x': ['From west to east, metres east of the origin of the site frame.', [-20, 20]],
  '*.z': ['From north to south, metres south of the origin of the site frame.', [-12, 12]],
  '*.low': ['Lower end of the range in which the value lies; at most the value.', 60],
  '*.high': ['Upper end of the range in which the value lies; at least the value.', 100_000],
  '*.headingDeg': [
    'Turn to the left about the vertical, degrees; at 0 the length lies along x. 0 if left out.',
    90,
  ],
  '*.precision': [
    '`month`: only the month is known, and `date` is its last day. `day` if left out.',
    'month',
  ],
  '*.startU': ['Rack unit in which the lowest begins, 1 at the bottom.', 6],
  '*.heightU': ['Height of each, rack units of 44.45 mm.', 4],
  '*.stepU': ['From the bottom of one to the bottom of the next, rack units; their height if left out.', 5],

  $schema: [
    'Address of this schema, for editors that check as one types.',
    'https://example.org/schema/site.schema.json',
  ],
  schemaVersion: ['Version of the format.', 1],
  id: ['Id of the site: a to z, 0 to 9, full stop and hyphen.', 'my-site'],
  name: ['Name of the site, as it is shown.', 'My site'],
  operator: ['Who runs the site.', 'Example Ltd'],
  place: ['Where the site is, as it is shown.', 'Memphis, Tennessee'],
  note: [
    'One sentence about where what is shown comes from or stands.',
    { text: 'A plan of 2024 that has been overtaken.', sources: ['xai'] },
  ],
  'note.text': ['The sentence.', 'A plan of 2024 that has been overtaken.'],
  'note.sources': ['Ids of its sources.', ['xai']],
  dayZero: ['The day from which days are counted; it must exist.', '2024-05-03'],
  lastDate: ['The last day that can be shown.', '2026-05-06'],
  defaults: [
    'Evidence of all values that give none of their own.',
    { asOf: '2026-01-01', source: 'rackfield-model', grade: 'assumed' },
  ],
  racksPerArray: ['Racks that make up one array: those that share a group of switches.', 8],

  turnDeg: [
    'How far the whole site is turned clockwise, seen from above, about the origin of its site frame, degrees: with 90, rows that run along x run from north to south. Positions keep their x and z, and north stays up in the plan. 0 if left out.',
    90,
  ],
  edge: ['The edge of the land, a rectangle that holds everything else.', { x: [-60, 60], z: [-40, 40] }],
  buildings: [
    'Buildings; they may not overlap.',
    [{ id: 'main', name: 'Hall', x: [-20, 20], z: [-12, 12], eave: 8, clear: 6, bay: [10, 10] }],
  ],
  'buildings[].id': ['Id, by which halls name their building.', 'main'],
  'buildings[].name': ['Name, as it is shown.', 'Former factory'],
  'buildings[].turnDeg': [
    'How far the building is turned clockwise, seen from above, about the centre of its x and z, degrees, beside the turn of the whole site. Everything in it turns with it: its halls, spaces and annexes are given as if it were not turned. Zones, units, roads and placements stay where they are given. 0 if left out; the buildings of a site may have three other angles.',
    37,
  ],
  'buildings[].eave': ['Height of the outer walls, metres.', 12],
  'buildings[].clear': ['Free height inside, metres; at most the eave.', 9.75],
  'buildings[].bay': ['Distances between columns along x and z, metres.', [15.24, 15.24]],
  'buildings[].annexes': [
    'Lower buildings against it, such as offices.',
    [{ name: 'Offices', x: [20, 30], z: [-5, 5], height: 4 }],
  ],
  'buildings[].annexes[].name': ['Name, as it is shown.', 'Offices'],
  'buildings[].annexes[].height': ['Height of its roof, metres.', 6],
  'buildings[].spaces': [
    'Spaces inside besides halls.',
    [{ kind: 'pumps', name: 'Pump gallery', x: [-20, 20], z: [-2, 2] }],
  ],
  'buildings[].spaces[].kind': [
    'What the space is for: `electrical` gets switchgear, `pumps` gets pipes and pumps, `corridor` and `future` stay empty.',
    'electrical',
  ],
  'buildings[].spaces[].name': ['Name, as it is shown.', 'North electrical gallery'],

  hallTypes: [
    'Kinds of halls. Halls of one type are the same inside.',
    [
      {
        id: 'hall',
        size: [12, 9],
        raisedFloor: 0,
        height: 4,
        perimeter: 1,
        blocks: [{ x: 2, length: 8 }],
        pairs: { count: 1, z: 2, rowDepth: 1.5, coldAisle: 1.8, rearAisle: 1.2 },
        rows: [{ racks: [['compute', 10]] }],
      },
    ],
  ],
  'hallTypes[].id': ['Id, by which halls name their type.', 'hall-25k'],
  'hallTypes[].size': ['Inner size along x and z, perimeter strip included, metres.', [42, 50.4]],
  'hallTypes[].raisedFloor': ['Height of the raised floor above the ground, metres; 0 for none.', 0.9],
  'hallTypes[].height': ['Free height above the raised floor, metres.', 6],
  'hallTypes[].perimeter': ['Width of the free strip along the walls, metres.', 1.2],
  'hallTypes[].blocks': ['Blocks of rows side by side, from the west.', [{ x: 4.2, length: 15 }]],
  'hallTypes[].blocks[].x': ["West edge, metres east of the hall's west wall.", 4.2],
  'hallTypes[].blocks[].length': ['Length that its rows may have, metres.', 15],
  'hallTypes[].pairs': [
    'Pairs of rows that face each other across a cold aisle; the same in every block.',
    { count: 7, z: 4.8, rowDepth: 1.5, coldAisle: 1.8, rearAisle: 1.2 },
  ],
  'hallTypes[].pairs.count': ['Pairs in each block.', 7],
  'hallTypes[].pairs.z': ["Northern edge of the first row, metres south of the hall's north wall.", 4.8],
  'hallTypes[].pairs.rowDepth': ["From the racks' fronts to the outside of their rear doors, metres.", 1.5],
  'hallTypes[].pairs.coldAisle': ['Width of the aisle between two fronts, metres.', 1.8],
  'hallTypes[].pairs.rearAisle': [
    'Width of the aisle between two rears, metres; not used with one pair.',
    1.2,
  ],
  'hallTypes[].spareAs': ['The kind of rack whose size spare places have.', 'compute'],
  'hallTypes[].rows': [
    'Rows from the north, block by block; at most blocks times pairs times 2.',
    [
      {
        repeat: 2,
        racks: [
          ['compute', 8],
          ['network', 4],
        ],
      },
    ],
  ],
  'hallTypes[].rows[].repeat': ['How many rows of this plan follow each other; 1 if left out.', 24],
  'hallTypes[].rows[].racks': [
    'Racks from the west: kind (or `spare`), number, and how many servers are in each if they are not full.',
    [
      ['compute', 6],
      ['compute', 1, 5],
      ['spare', 3],
    ],
  ],
  'hallTypes[].trays': ['Trays over the rows, and lamps.', [{ kind: 'light', y: 4.5 }]],
  'hallTypes[].trays[].kind': [
    '`fibre` and `busway` run over the rows, `light` over the cold aisles.',
    'busway',
  ],
  'hallTypes[].trays[].y': ['Height above the raised floor, metres.', 3.3],

  phases: [
    'Phases of building; halls of one phase are fitted out together.',
    [{ id: 'phase-1', name: 'Phase 1' }],
  ],
  'phases[].id': ['Id, by which halls name their phase.', 'phase-1'],
  'phases[].name': ['Name, as it is shown.', 'Phase 1'],
  'phases[].fitOut': [
    'When each element of its halls is built. Without it they stand from the start.',
    [{ element: 'floor', from: '2024-05-03', to: '2024-06-10' }],
  ],
  'phases[].fitOut[].element': ['What is built.', 'floor'],
  'phases[].fitOut[].from': ['First day.', '2024-05-03'],
  'phases[].fitOut[].to': ['Last day, not before the first.', '2024-06-10'],
  halls: [
    'Halls, in the order in which they fill.',
    [{ id: 'hall-1', type: 'hall', building: 'main', centre: [0, 0], phase: 'phase-1' }],
  ],
  'halls[].id': ['Id of the hall.', 'hall-1'],
  'halls[].name': ['Name; without one the hall is called by its number.', 'West hall'],
  'halls[].type': ['Id of its type.', 'hall-25k'],
  'halls[].building': ['Id of the building that it lies in.', 'main'],
  'halls[].centre': ['Centre, x and z in the site frame, metres.', [-81, -32.7]],
  'halls[].accelerator': ['Id of the accelerator in its servers, unless the servers name their own.', 'h100'],
  'halls[].phase': ['Id of its phase.', 'phase-1'],
  configurations: [
    'Sizes in which the site can be shown, smallest first.',
    [{ id: 'all', label: '1,000 GPUs', halls: 1 }],
  ],
  'configurations[].id': ['Id, the value of `config` in addresses.', '200k'],
  'configurations[].label': ['Name, as it is shown.', '200,000 GPUs'],
  'configurations[].halls': ['How many of the first halls it shows.', 8],
  defaultConfiguration: ['Id of the configuration that is shown first; the last one if left out.', '200k'],

  growth: [
    'How the site grew. Without it the count rises evenly from the first day to the last, unless the site is `undated`.',
    {
      commissioningDays: 2,
      installed: [
        { date: '2024-07-03', count: 0 },
        { date: '2024-09-02', count: 640 },
      ],
      default: 'stated',
      curves: [
        {
          id: 'stated',
          label: 'Stated',
          note: 'By the operator.',
          held: 'All in service.',
          points: [{ date: '2024-09-02', count: 640 }],
        },
      ],
    },
  ],
  'growth.counts': [
    'What the points count; `servers` where a site has machines without GPUs. `gpus` if left out.',
    'servers',
  ],
  'growth.commissioningDays': ['Days from installed to energized.', 2],
  'growth.installed': [
    'The installed count: straight lines between points; two points on one date are a step. It never shrinks.',
    [
      { date: '2024-07-03', count: 0 },
      { date: '2024-09-02', count: 100_000 },
    ],
  ],
  'growth.installed[].date': ['The day.', '2024-09-02'],
  'growth.installed[].count': ['The count on that day.', 100_000],
  'growth.default': ['Id of the curve that is shown first.', 'claimed'],
  'growth.curves': [
    'Accounts of the count in service.',
    [
      {
        id: 'stated',
        label: 'Stated',
        note: 'By the operator.',
        held: 'All in service.',
        points: [{ date: '2024-09-02', count: 100_000 }],
      },
    ],
  ],
  'growth.curves[].id': ['Id, the value of `curve` in addresses.', 'claimed'],
  'growth.curves[].label': ['Name, as it is shown.', 'Claimed by the owner'],
  'growth.curves[].note': [
    'What the account rests on.',
    'Outside estimate from satellite pictures and disclosures.',
  ],
  'growth.curves[].held': ['Remark for the days after the last point.', 'Nothing later is documented.'],
  'growth.curves[].energizedInService': [
    '`true`: racks are energized on the day on which they are in service, not earlier.',
    true,
  ],
  'growth.curves[].facilityWattsPerGpu': [
    'Facility watts for each GPU, if this account counts power in another way than `power`.',
    1340,
  ],
  'growth.curves[].points': [
    'The count in service, never more than is installed: straight lines between points; two on one date are a step.',
    [
      { date: '2024-07-22', count: 0 },
      { date: '2024-09-02', count: 100_000 },
    ],
  ],
  'growth.curves[].points[].date': ['The day.', '2024-09-02'],
  'growth.curves[].points[].count': ['The count on that day.', 100_000],
  undated: [
    '`true`: nothing is known of when it was built, so everything stands on every day. Only without `growth`.',
    true,
  ],
  power: [
    'Documented power. Without it power is worked out from the racks.',
    { points: [{ date: '2024-09-02', itMw: 139, facilityMw: 181, gpus: 100_000 }] },
  ],
  'power.points': [
    'Dated pairs of power.',
    [{ date: '2024-09-02', itMw: 139, facilityMw: 181, gpus: 100_000 }],
  ],
  'power.points[].date': ['The day.', '2024-09-02'],
  'power.points[].itMw': ['IT power, megawatts.', 139],
  'power.points[].facilityMw': [
    'Power with cooling and losses, megawatts: once to five times the IT power.',
    181,
  ],
  'power.points[].gpus': ['The number of GPUs that it fed, if known.', 100_000],

  zones: [
    'Zones of the yard.',
    [{ id: 'cooling', kind: 'cooling', name: 'Cooling yard', x: [-20, 20], z: [-30, -18] }],
  ],
  'zones[].id': ['Id, by which units name their zone.', 'cooling'],
  'zones[].kind': ['What the zone is for.', 'cooling'],
  'zones[].name': ['Name, as it is shown.', 'Cooling yard'],
  'zones[].places': ['Parking places; as many as fit.', 949],
  units: [
    'Plant in the yard: groups of one item in a grid.',
    [
      {
        item: 'chiller',
        zone: 'cooling',
        grid: { x: 0, z: -24, columns: 2, rows: 1, dx: 17, dz: 4 },
        counts: [{ date: '2024-06-05', count: 2 }],
      },
    ],
  ],
  'units[].item': ['Id of a catalogue entry of kind `plant`, `equipment` or `reference`.', 'chiller'],
  'units[].zone': ['Id of the zone that holds them.', 'cooling'],
  'units[].grid': [
    'Where they stand: from the centre of the first eastward, then the next row southward.',
    { x: -186.9, z: -131.3, columns: 90, rows: 2, dx: 4.2, dz: 17.5 },
  ],
  'units[].grid.x': ['Centre of the first, x in the site frame, metres.', -186.9],
  'units[].grid.z': ['Centre of the first, z in the site frame, metres.', -131.3],
  'units[].grid.columns': ['Places from west to east.', 90],
  'units[].grid.rows': ['Places from north to south.', 2],
  'units[].grid.dx': ['From one to the next eastward, metres; at least their width.', 4.2],
  'units[].grid.dz': ['From one row to the next, metres; at least their depth.', 17.5],
  'units[].steps': [
    '`true`: the count changes in steps on its dates. Along straight lines if left out.',
    true,
  ],
  'units[].counts': [
    'How many stand there by date; what came last goes first.',
    [
      { date: '2024-06-05', count: 0 },
      { date: '2024-09-02', count: 90 },
    ],
  ],
  'units[].counts[].date': ['The day.', '2024-09-02'],
  'units[].counts[].count': ['How many; at most the places of the grid.', 90],
  placements: ['People, vehicles and other things of known size.', [{ item: 'person-175', at: [2, 15] }]],
  'placements[].item': ['Id of a catalogue entry of kind `reference`, `plant` or `equipment`.', 'school-bus'],
  'placements[].at': ['Where, x and z in the site frame, metres.', [24, 114.9]],
  'placements[].y': ['Height of what it stands on, metres; 0 if left out.', 0.9],
  'placements[].name': ['Name, as it is shown.', 'School bus'],
  landscape: [
    'Roads and trees.',
    {
      roads: [
        {
          line: [
            [-60, 35],
            [60, 35],
          ],
          width: 8,
        },
      ],
    },
  ],
  'landscape.roads': [
    'Roads.',
    [
      {
        line: [
          [-60, 35],
          [60, 35],
        ],
        width: 8,
      },
    ],
  ],
  'landscape.roads[].line': [
    'Points along its middle, x and z in the site frame, metres.',
    [
      [-60, 35],
      [60, 35],
    ],
  ],
  'landscape.roads[].width': ['Width, metres.', 8],
  'landscape.trees': ['Belts of trees.', [{ x: [-60, -50], z: [-40, 40], count: 30 }]],
  'landscape.trees[].count': ['How many trees stand in it.', 30],
  milestones: [
    'What happened when.',
    [
      {
        id: 'first-rack',
        date: '2024-07-03',
        title: 'The first rack stands',
        text: 'NVIDIA tells of it.',
        sources: ['nvidia-spectrum-x'],
        grade: 'derived',
      },
    ],
  ],
  'milestones[].id': ['Id of the milestone.', 't-first-rack'],
  'milestones[].date': ['The day; it may lie before `dayZero`.', '2024-07-03'],
  'milestones[].title': ['A few words.', 'The first rack stands'],
  'milestones[].text': [
    'A sentence or two.',
    'NVIDIA speaks of 19 days from the first rack to the first training.',
  ],
  'milestones[].sources': ['Ids of its sources.', ['nvidia-spectrum-x']],

  ...CATALOGUE_WORDS,
  sources: [
    'Sources that the built-in list lacks.',
    [{ id: 'my-report', publisher: 'Example Press', title: 'A visit', date: '2025-03' }],
  ],
  'sources[].id': ['Id, by which values name their source.', 'my-report'],
  'sources[].publisher': ['Who published it.', 'Example Press'],
  'sources[].title': ['Its title.', 'A visit to the hall'],
  'sources[].date': ['Day, month or year.', '2025-03'],
  'sources[].url': ['Its address at the publisher itself.', 'https://example.org/visit'],
};
