import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exhibitShelf } from '../../src/stories/exhibitStories.ts';
import type { Story } from '../../src/stories/storySchema.ts';
import { strayKeys, translated } from '../../src/stories/translated.ts';

const story: Story = {
  schemaVersion: 1,
  id: 'mine',
  title: 'Mine',
  steps: [
    { id: 'one', title: 'One', text: 'First.', notes: 'Slowly.', view: 'hall' },
    { id: 'two', title: 'Two', text: 'Second.' },
  ],
};

describe('a story in another language', () => {
  it('says what is translated, and the rest as it was', () => {
    const said = translated(story, {
      'mine.title': 'Meine',
      'mine.one.title': 'Eins',
      'mine.one.notes': 'Langsam.',
      'mine.two.text': 'Zweitens.',
      'mine.three.text': 'Drittens.',
    });
    expect(said).toEqual({
      ...story,
      title: 'Meine',
      steps: [
        { id: 'one', title: 'Eins', text: 'First.', notes: 'Langsam.', view: 'hall' },
        { id: 'two', title: 'Two', text: 'Zweitens.' },
      ],
    });
    expect(translated(story)).toEqual(story);
  });

  it('has no sentence for a story, a step or a part that there is not', () => {
    const keys = ['mine.title', 'mine.two.text', 'mine.three.text', 'mine.one.view', 'yours.title'];
    const sentences = Object.fromEntries(keys.map((key) => [key, 'x']));
    expect(strayKeys(sentences, [story])).toEqual(['mine.three.text', 'mine.one.view', 'yours.title']);
  });

  it('is there with every sentence of every story that comes with the program, in every language', async () => {
    const stories = await Promise.all((await exhibitShelf.ids()).map((id) => exhibitShelf.find(id)));
    const keys = stories.flatMap((each) => [
      `${each!.id}.title`,
      ...each!.steps.flatMap(({ id, ...texts }) =>
        (['title', 'text', 'notes'] as const)
          .filter((part) => texts[part] !== undefined)
          .map((part) => `${each!.id}.${id}.${part}`),
      ),
    ]);
    expect(keys.length).toBeGreaterThan(60);
    const folder = resolve(import.meta.dirname, '../../assets/languages');
    const tags = readdirSync(folder).flatMap((name) => (/^(?!en)([^.]+)\.json$/.exec(name) ?? []).slice(1));
    for (const tag of tags) {
      const own = JSON.parse(readFileSync(join(folder, `${tag}.stories.json`), 'utf8'));
      expect(Object.keys(own).sort(), tag).toEqual([...keys].sort());
    }
  });
});
