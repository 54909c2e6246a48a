import { type FormEvent, useId, useState } from 'react';
import { addressOf } from '../../../layout/address.ts';
import { useCampus, useChoice, useExperience } from '../../../state/hooks.ts';
import { useOpen } from '../page/actions.ts';
import { Dialog } from '../widgets/Dialog.tsx';
import { useLanguage } from '../language/words.ts';
import './findGpu.css';

/** Reads a whole number, with or without grouping by spaces, commas, points or apostrophes; NaN if it is none. */
function numberIn(text: string): number {
  const digits = text.trim().replace(/[\s,.'’]/g, '');
  return /^[1-9]\d{0,6}$/.test(digits) ? Number(digits) : Number.NaN;
}

/** Asks for a GPU's number, shows its address while it is typed, and goes there. */
export function FindGpu() {
  const { say, format } = useLanguage();
  const open = useOpen();
  const id = useId();
  const { goTo } = useExperience();
  const layout = useCampus((campus) => campus.layout);
  const chosen = useChoice((state) => state.gpu);
  const [text, setText] = useState(chosen > 0 ? String(chosen) : '');
  const [wrong, setWrong] = useState<string>();
  const total = format.whole(layout.totals.gpus);
  const gpu = numberIn(text);
  const isThere = gpu >= 1 && gpu <= layout.totals.gpus;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isThere) {
      const value = text.trim().slice(0, 40);
      setWrong(value ? say('find.wrong', { value, total }) : say('find.empty', { total }));
      return;
    }
    goTo('rack', gpu);
    open(null);
  }
  return (
    <Dialog title={say('find.title')} isSmall>
      <form className="find" onSubmit={submit} noValidate>
        <label htmlFor={`${id}number`}>{say('find.label', { total })}</label>
        <div className="find-line">
          <input
            id={`${id}number`}
            className="find-number"
            data-first=""
            inputMode="numeric"
            autoComplete="off"
            enterKeyHint="go"
            value={text}
            aria-invalid={wrong !== undefined}
            aria-describedby={`${id}said`}
            onChange={(event) => {
              setText(event.target.value);
              setWrong(undefined);
            }}
          />
          <button type="submit" className="button">
            {say('find.go')}
          </button>
        </div>
        <p id={`${id}said`} className="find-said" data-wrong={wrong !== undefined || undefined} role="status">
          {wrong ?? (isThere ? say('address.gpu', { ...addressOf(layout, gpu) }) : say('find.hint'))}
        </p>
      </form>
    </Dialog>
  );
}
