/** What the published JSON Schema of stories says of every key: a description and an example; see schemaWords.ts. */
export const STORY_WORDS: Readonly<Record<string, readonly [description: string, example: unknown]>> = {
  $schema: [
    'Address of this schema, for editors that check as one types.',
    'https://example.org/schema/story.schema.json',
  ],
  schemaVersion: ['Version of the format.', 1],
  id: ['Id of the story: a to z, 0 to 9, full stop and hyphen.', '122-days'],
  title: ['Title of the story, as it is shown.', '122 days'],
  site: [
    'Id of a built-in site, or the address of a site document on the same host. `colossus` if left out.',
    'colossus',
  ],
  steps: [
    'What is told, one after the other. A step says everything itself: what it leaves out is as usual, not as in the step before.',
    [{ id: 'day-122', title: 'Day 122', text: 'All 100,000 are online.' }],
  ],
  'steps[].id': ['Id of the step in the address; no other step of the story has it.', 'day-122'],
  'steps[].title': ['One line.', 'Day 122'],
  'steps[].text': [
    'One or two sentences for the audience, at most 280 characters.',
    'On 2 September 2024 Musk called 100,000 GPUs online, after 122 days.',
  ],
  'steps[].notes': [
    'What the speaker sees beside it.',
    'The Information reported that fewer than half were running.',
  ],
  'steps[].view': ['The station from which it is seen; `site` if left out.', 'hall'],
  'steps[].camera': [
    'Where the eye is instead of at a station, metres in the site frame.',
    { eye: [0, 120, 260], target: [0, 0, 0] },
  ],
  'steps[].camera.eye': ['Where the eye is: east, up, south.', [0, 120, 260]],
  'steps[].camera.target': ['What it looks at: east, up, south.', [0, 0, 0]],
  'steps[].gpu': ['Number of the GPU that is selected and that near views show; from 1.', 50_000],
  'steps[].campus': [
    'The system that view and GPU mean, as written in `compare`; the site if left out.',
    'frontier',
  ],
  'steps[].config': ['Configuration of the site; its default one if left out.', '100k'],
  'steps[].curve': ['Whose account of the growth is shown; the default one if left out.', 'estimate'],
  'steps[].from': ['Date from which the growth runs to `date` while the step is told.', '2024-07-22'],
  'steps[].date': ['Date that is shown; the one on which all is in service if left out.', '2024-09-02'],
  'steps[].look': ['How everything is drawn; `model` if left out.', 'night'],
  'steps[].overlay': ['What everything is painted by; `none` if left out.', 'evidence'],
  'steps[].roof': ['Whether the roof is on.', true],
  'steps[].compare': [
    'What stands beside the site, at most six: systems, other configurations, addresses of site documents; with `view` `gpu` chips.',
    ['frontier', 'colossus:100k'],
  ],
  'steps[].figure': ['Id of the figure that is shown large.', 'gpus-in-service'],
  'steps[].seconds': ['How long the step lasts where a story runs by itself; 8 if left out.', 12],
};
