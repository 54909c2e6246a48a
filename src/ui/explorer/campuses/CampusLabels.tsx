import { useEffect, useRef } from 'react';
import { useChoice } from '../../../state/hooks.ts';
import { siteRect } from '../../../views/stations.ts';
import { campusFacts } from '../../campusFacts.ts';
import { placeLabels } from '../../placeLabels.ts';
import { useLive } from '../page/useLive.ts';
import { COMPACT, useMedia } from '../page/useMedia.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import { CampusBasis, useCampusWords } from './campusWords.tsx';
import '../picture/hallLabels.css';
import './campuses.css';

/** Zoom level from which labels are left out: the eye is then in a building. */
const NEAREST_LEVEL = 1.6;
/** Share of the window's width above which a campus is too near to need its label. */
const WIDEST = 0.7;
/** Metres above the ground at which a label points: over the roofs. */
const HEIGHT = 14;
/** Most campuses whose remarks are shown in their labels. */
const MOST_NOTES = 3;

/** Names, counts and dates over the campuses, moved every frame; hidden from screen readers, who have the list. */
export function CampusLabels() {
  const campuses = useChoice((state) => state.campuses);
  const campusIndex = useChoice((state) => state.campusIndex);
  const day = useChoice((state) => state.day);
  const words = useCampusWords();
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
    const current = campuses[campusIndex]!;
    const isOfUse = live.zoomLevel < NEAREST_LEVEL;
    const anchors = campuses.map(({ layout, at }, index) => {
      const size = sizes.current[index];
      if (!isOfUse || !size) return undefined;
      const { x0, x1, z0 } = siteRect(layout);
      const [x, z] = [at[0] - current.at[0], at[1] - current.at[1]];
      const point = live.project((x0 + x1) / 2 + x, HEIGHT, z0 + z);
      const ends = [x0, x1].map((end) => live.project(end + x, HEIGHT, z0 + z)?.x ?? Number.NaN);
      // Also for one whose end lies behind the eye.
      const isFar = Math.abs(ends[1]! - ends[0]!) < innerWidth * WIDEST;
      return point && isFar ? { ...point, ...size } : undefined;
    });
    const rises = placeLabels(anchors);
    labels.current.forEach((label, index) => {
      const [anchor, rise] = [anchors[index], rises[index]];
      if (!label) return;
      label.style.visibility = anchor && rise !== undefined ? 'visible' : 'hidden';
      if (!anchor || rise === undefined) return;
      const left = anchor.x - anchor.width / 2;
      label.style.translate = `${left.toFixed(1)}px ${(anchor.y - rise - anchor.height).toFixed(1)}px`;
      label.style.setProperty('--rise', `${rise.toFixed(1)}px`);
    });
  }, 'frame');
  if (campuses.length < 2) return null;
  return (
    <div className="labels" aria-hidden="true">
      {campuses.map((campus, index) => {
        const facts = campusFacts(campus, campuses[0]!, day);
        const { note } = campus.document;
        const hasNote = note && !isCompact && (campuses.length <= MOST_NOTES || index === campusIndex);
        return (
          <span
            key={campus.id}
            className="campus-label"
            ref={(element) => {
              labels.current[index] = element;
            }}
          >
            <strong>
              <DocumentText text={facts.name} lines={2} />
            </strong>
            <span>{words(facts)}</span>
            {!isCompact && <CampusBasis facts={facts} />}
            {hasNote && <DocumentText text={note.text} lines={4} />}
          </span>
        );
      })}
    </div>
  );
}
