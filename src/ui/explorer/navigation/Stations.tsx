import { shownAt, VIEWS } from '../../../views/view.ts';
import { useCampus, useChoice, useExperience } from '../../../state/hooks.ts';
import { Caption } from './Caption.tsx';
import { ZoomSlider } from './ZoomSlider.tsx';
import { useSay } from '../language/words.ts';
import './stations.css';

/** Buttons to the stations, farthest first, each with its key; optionally with the zoom slider and the caption. */
export function Stations({ withSlider = false }: { withSlider?: boolean }) {
  const say = useSay();
  const { goTo } = useExperience();
  const view = useChoice((state) => state.view);
  const gpus = useCampus(({ layout }) => layout.totals.gpus);
  return (
    <nav className="stations" aria-label={say('region.views')}>
      <ul>
        {VIEWS.map((name, index) => (
          <li key={name}>
            <button
              type="button"
              className="station"
              aria-current={name === view ? 'true' : undefined}
              aria-keyshortcuts={String(index + 1)}
              onClick={() => goTo(name)}
            >
              <span className="station-key" aria-hidden="true">
                {index + 1}
              </span>
              {say(`view.${shownAt(name, gpus)}`)}
            </button>
          </li>
        ))}
      </ul>
      {withSlider && (
        <div className="stations-zoom">
          <ZoomSlider />
          <Caption />
        </div>
      )}
    </nav>
  );
}
