import { useRef } from 'react';
import { useCampus, useChoice } from '../../../state/hooks.ts';
import { useSay } from '../language/words.ts';
import { useLive } from '../page/useLive.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import './hallLabels.css';

/** Metres per pixel between which labels are shown: below, the eye is inside a hall; above, halls are too small. */
const NEAREST = 0.03;
const FARTHEST = 0.62;
/** Metres above the ground at which a label points: the cut top of the hall's northern wall. */
const HEIGHT = 4.4;

/** Names of the halls above their northern walls, moved every frame; hidden from screen readers. */
export function HallLabels() {
  const say = useSay();
  const halls = useCampus((campus) => campus.site.halls);
  // The plan draws names itself.
  const isLeftOut = useChoice((state) => state.roof || state.look === 'plan');
  const labels = useRef<(HTMLSpanElement | null)[]>([]);
  useLive((live) => {
    const isOfUse = !isLeftOut && live.metresPerPixel > NEAREST && live.metresPerPixel < FARTHEST;
    halls.forEach(({ rect, turn }, hallIndex) => {
      const label = labels.current[hallIndex];
      if (!label) return;
      const at = isOfUse ? live.project((rect.x0 + rect.x1) / 2, HEIGHT, rect.z0, turn) : undefined;
      label.hidden = !at;
      if (at) label.style.translate = `${at.x.toFixed(1)}px ${at.y.toFixed(1)}px`;
    });
  }, 'frame');
  return (
    <div className="labels" aria-hidden="true">
      {halls.map((hall, hallIndex) => (
        <span
          key={hall.id}
          className="label"
          hidden
          ref={(element) => {
            labels.current[hallIndex] = element;
          }}
        >
          <span>
            <DocumentText text={hall.name ?? say('hall.number', { number: hall.number })} lines={1} />
          </span>
        </span>
      ))}
    </div>
  );
}
