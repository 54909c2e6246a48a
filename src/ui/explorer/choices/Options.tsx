import { useId } from 'react';
import { LOOKS, OVERLAYS } from '../../../views/look.ts';
import { useSite, useChoice, useExperience } from '../../../state/hooks.ts';
import { useOpen } from '../page/actions.ts';
import { useSay } from '../language/words.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import './options.css';

interface Option {
  id: string;
  label: string;
}

interface ChoiceProps {
  name: 'config' | 'curve' | 'look' | 'overlay';
  layout: 'row' | 'list';
  options: readonly Option[];
  value: string;
  onChange(id: string): void;
}

function Choice({ name, layout, options, value, onChange }: ChoiceProps) {
  const say = useSay();
  const id = useId();
  return (
    <fieldset className={`choice choice-${layout}`}>
      <legend>{say(`option.${name}`)}</legend>
      {options.map((option) => (
        <label key={option.id} className="choice-option">
          <input
            type="radio"
            name={id}
            value={option.id}
            checked={option.id === value}
            onChange={() => onChange(option.id)}
          />
          <DocumentText text={option.label} lines={2} />
        </label>
      ))}
    </fieldset>
  );
}

/** Choices of configuration, curve, look, overlay and roof. */
export function Options() {
  const say = useSay();
  const open = useOpen();
  const { setConfig, setCurve, set } = useExperience();
  const site = useSite((campus) => campus.site);
  const config = useSite((campus) => campus.config);
  const curve = useSite((campus) => campus.curve);
  const roof = useChoice((state) => state.roof);
  const look = useChoice((state) => state.look);
  const overlay = useChoice((state) => state.overlay);
  const note = site.curves.find((candidate) => candidate.id === curve)?.note;
  return (
    <section className="options" aria-label={say('region.choices')}>
      {site.configs.length > 1 && (
        <Choice name="config" layout="row" options={site.configs} value={config} onChange={setConfig} />
      )}
      {site.curves.length > 1 && (
        <Choice name="curve" layout="list" options={site.curves} value={curve} onChange={setCurve} />
      )}
      {note && (
        <p className="options-note">
          <DocumentText text={note} lines={6} />
        </p>
      )}
      <button type="button" className="button options-window" onClick={() => open('stories')}>
        {say('option.stories')}
      </button>
      <button type="button" className="button options-window options-compare" onClick={() => open('compare')}>
        {say('option.compare')}
      </button>
      <button type="button" className="button options-window" onClick={() => open('numbers')}>
        {say('option.numbers')}
      </button>
      <button type="button" className="button options-window" onClick={() => open('figures')}>
        {say('option.figures')}
      </button>
      <Choice
        name="look"
        layout="row"
        options={LOOKS.map((id) => ({ id, label: say(`look.${id}`) }))}
        value={look}
        onChange={(id) => set({ look: LOOKS.find((known) => known === id) ?? LOOKS[0] })}
      />
      <Choice
        name="overlay"
        layout="row"
        options={OVERLAYS.map((id) => ({ id, label: say(`overlay.${id}`) }))}
        value={overlay}
        onChange={(id) => set({ overlay: OVERLAYS.find((known) => known === id) ?? OVERLAYS[0] })}
      />
      <label className="switch">
        <span>{say('option.roof')}</span>
        <input
          type="checkbox"
          role="switch"
          aria-checked={roof}
          checked={roof}
          aria-keyshortcuts="r"
          onChange={(event) => set({ roof: event.target.checked })}
        />
        <span className="switch-track" aria-hidden="true" />
      </label>
    </section>
  );
}
