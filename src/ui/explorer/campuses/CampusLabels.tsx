import { useEffect, useRef } from 'react';
import { useChoice } from '../../../state/hooks.ts';
import { wordsTag } from '../../../state/words.ts';
import { campusFacts } from '../../campusFacts.ts';
import { campusPlaces, moveLabel } from '../../campusPlaces.ts';
import { directionOf } from '../../format.ts';
import { useTag } from '../language/words.ts';
import { useLive } from '../page/useLive.ts';
import { COMPACT, useMedia } from '../page/useMedia.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import { CampusBasis, useCampusWords } from './campusWords.tsx';
import { useHasSeveral } from './useHasSeveral.ts';
import '../picture/hallLabels.css';
import './campuses.css';

/** Most campuses whose remarks are shown in their labels. */
const MOST_NOTES = 3;

/** Names, counts and dates over the campuses, moved every frame; hidden from screen readers, who have the list. */
export function CampusLabels() {
  return useHasSeveral() && <Labels />;
}

function Labels() {
  const campuses = useChoice((state) => state.campuses);
  const campusIndex = useChoice((state) => state.campusIndex);
  const look = useChoice((state) => state.look);
  const day = useChoice((state) => state.day);
  const { nameOf, countOf } = useCampusWords();
  const direction = directionOf(wordsTag(useTag()));
  const isCompact = useMedia(COMPACT);
  const labels = useRef<(HTMLSpanElement | null)[]>([]);
  const sizes = useRef<{ width: number; height: number }[]>([]);
  useEffect(() => {
    sizes.current = labels.current.map((label) => ({
      width: label?.offsetWidth ?? 0,
      height: label?.offsetHeight ?? 0,
    }));
  });
  useLive((live) => {
    const { left, top, right, bottom } = live.covered;
    const free = { left, top, right: innerWidth - right, bottom: innerHeight - bottom };
    // The scale bar lies over the lower end of the picture, whose free part begins beside it.
    const bar = document.querySelector('.scale')?.getBoundingClientRect();
    const places = campusPlaces(
      live,
      { campuses, campusIndex, look },
      sizes.current,
      free,
      bar && bar.width > 0 ? [bar] : [],
    );
    labels.current.forEach((label, index) => {
      if (label) moveLabel(label, places[index]);
    });
  }, 'frame');
  return (
    <div className="labels" aria-hidden="true">
      {campuses.map((campus, index) => {
        const facts = campusFacts(campus, campuses[0]!, day);
        const { note } = campus.site.document;
        // Other facts on the page tell of the site.
        const isOther = campus.document !== campuses[0]!.document;
        // The plan is full of dimensions, and the list of systems has the remarks, too.
        const isRoomy = !isCompact && look !== 'plan';
        // Many names with their counts would cover a small plan.
        const isNameOnly = isCompact && look === 'plan' && campuses.length >= MOST_NOTES;
        const hasNote =
          note && isOther && isRoomy && (campuses.length <= MOST_NOTES || index === campusIndex);
        return (
          <span
            key={campus.id}
            className="campus-label"
            dir={direction}
            ref={(element) => {
              labels.current[index] = element;
            }}
          >
            <strong>
              <DocumentText text={nameOf(facts)} lines={2} />
            </strong>
            {!isNameOnly && <span>{countOf(facts)}</span>}
            {!isCompact && campuses.length <= MOST_NOTES + 1 && <CampusBasis facts={facts} />}
            {hasNote && <DocumentText text={note.text} lines={4} />}
          </span>
        );
      })}
    </div>
  );
}
