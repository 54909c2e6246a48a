import { useChoice, useExperience } from '../../../state/hooks.ts';
import { IconButton } from '../widgets/IconButton.tsx';
import { useLanguage, useSay } from '../language/words.ts';
import './transport.css';

const SPEEDS = [0.5, 1, 2, 4];

/** Starts and pauses the growth. */
export function PlayButton() {
  const say = useSay();
  const { play, pause } = useExperience();
  const playing = useChoice((state) => state.playing);
  return (
    <IconButton
      icon={playing ? 'pause' : 'play'}
      label={say(playing ? 'tool.pause' : 'tool.play')}
      className="play"
      aria-keyshortcuts="Space"
      onClick={playing ? pause : play}
    />
  );
}

/** Chooses the speed of the growth. */
export function Speed() {
  const { say, format } = useLanguage();
  const { set } = useExperience();
  const speed = useChoice((state) => state.speed);
  return (
    <label className="speed">
      <span className="speed-name">{say('option.speed')}</span>
      <span className="speed-box">
        <select
          aria-label={say('option.speed')}
          value={speed}
          onChange={(event) => set({ speed: Number(event.target.value) })}
        >
          {SPEEDS.map((value) => (
            <option key={value} value={value}>
              {format.factor(value)}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}
