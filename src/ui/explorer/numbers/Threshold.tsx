import { useId, useState } from 'react';
import { daysTo1e26 } from '../../../inventory/figures/chipFormulas.ts';
import { CHIPS } from '../../../model/chips.ts';
import { fullCatalogueIn } from '../../../model/comparison.ts';
import { useCampus } from '../../../state/hooks.ts';
import { useLanguage } from '../language/words.ts';
import { Basis } from './FigureLine.tsx';
import { useFigures } from './useFigures.ts';

const PRECISIONS = ['bf16', 'fp8'] as const;
/** Steps of the number of GPUs: ten in each power of ten, and numbers that were named. */
const GPUS: readonly number[] = [
  ...new Set([
    ...[1e3, 1e4, 1e5].flatMap((ten) => [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8].map((each) => each * ten)),
    ...[24_000, 150_000, 230_000, 1e6],
  ]),
].sort((a, b) => a - b);
/** Shares of the peak, percent. */
const [LEAST, MOST] = [5, 100];

/** One value as a slider, with its text beside its name. */
function Slider(props: {
  name: string;
  text: string;
  value: number;
  min: number;
  max: number;
  onChange(value: number): void;
}) {
  const { name, text, onChange, ...range } = props;
  return (
    <label className="numbers-slider">
      <span>{name}</span>
      <strong aria-hidden="true">{text}</strong>
      <input
        type="range"
        step={1}
        {...range}
        aria-valuetext={text}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </label>
  );
}

/** How many days a training run takes to the threshold of SB 1047, for a number of GPUs, a precision and a utilisation of the viewer's choice. */
export function Threshold() {
  const { say, format } = useLanguage();
  const id = useId();
  const { figures, card } = useFigures();
  const catalogue = useCampus(({ site }) => fullCatalogueIn(site));
  const [gpus, setGpus] = useState(GPUS.indexOf(100_000));
  const [precision, setPrecision] = useState(0);
  const [utilisation, setUtilisation] = useState(40);
  const [chip, setChip] = useState<string>(CHIPS[0]);
  const run = {
    ...{ gpus: GPUS[gpus]!, chip, precision: PRECISIONS[precision]! },
    utilisation: utilisation / 100,
  };
  const days = card(daysTo1e26(catalogue, run));
  const [bill, peak] = ['sb-1047.compute', `${chip}.${run.precision}-dense`].map((each) =>
    card(figures.get(each)),
  );
  return (
    <section className="numbers-part" aria-labelledby={`${id}title`}>
      <h3 id={`${id}title`}>{say('numbers.threshold')}</h3>
      <div className="numbers-sliders">
        <Slider
          name={say('numbers.gpus')}
          text={format.whole(run.gpus)}
          value={gpus}
          min={0}
          max={GPUS.length - 1}
          onChange={setGpus}
        />
        <Slider
          name={say('numbers.precision')}
          text={say(`numbers.${run.precision}`)}
          value={precision}
          min={0}
          max={PRECISIONS.length - 1}
          onChange={setPrecision}
        />
        <Slider
          name={say('numbers.utilisation')}
          text={say('numbers.percent', { value: format.whole(utilisation) })}
          value={utilisation}
          min={LEAST}
          max={MOST}
          onChange={setUtilisation}
        />
        <label className="numbers-slider">
          <span>{say('numbers.chip')}</span>
          <select value={chip} onChange={(event) => setChip(event.target.value)}>
            {CHIPS.map((each) => (
              <option key={each} value={each}>
                {catalogue.get(each)?.name ?? each}
              </option>
            ))}
          </select>
        </label>
      </div>
      {days && (
        <output className="numbers-answer">
          <strong>
            <bdi>{days.value}</bdi>
          </strong>
          <Basis card={days} />
        </output>
      )}
      <dl className="figure-list">
        {[bill, peak].map(
          (each) =>
            each && (
              <div key={each.name} className="figure-line">
                <dt>{each.name}</dt>
                <dd>
                  <strong>
                    <bdi>{each.value}</bdi>
                  </strong>
                  <Basis card={each} withNote />
                </dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
