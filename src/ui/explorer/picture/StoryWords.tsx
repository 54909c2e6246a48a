import { useEffect, useRef } from 'react';
import { useExperience } from '../../../state/hooks.ts';
import { keepStory } from '../../stories/keepStory.ts';
import { useActions } from '../page/actions.ts';

/** Words and buttons of the story that is told; empty without one. */
export function StoryWords() {
  const experience = useExperience();
  const { stories } = useActions();
  const slot = useRef<HTMLDivElement>(null);
  useEffect(
    () => keepStory({ parent: () => slot.current!, stories, canLeave: true }, experience),
    [experience, stories],
  );
  return <div className="telling-slot" ref={slot} />;
}
