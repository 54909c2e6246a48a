import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useOpen } from '../page/actions.ts';
import { IconButton } from './IconButton.tsx';
import { useSay } from '../language/words.ts';
import './dialog.css';

interface DialogProps {
  title: string;
  isSmall?: boolean;
  children: ReactNode;
}

/** A modal dialog; focus moves into it and back when it closes. */
export function Dialog({ title, isSmall = false, children }: DialogProps) {
  const say = useSay();
  const open = useOpen();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) element.showModal();
    element?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the browser closes a dialog on Escape by itself; the click is on the backdrop.
    <dialog
      ref={dialog}
      className={isSmall ? 'dialog dialog-small' : 'dialog'}
      aria-labelledby={id}
      onCancel={() => open(null)}
      onClose={() => open(null)}
      onClick={(event) => event.target === dialog.current && open(null)}
    >
      <div className="dialog-sheet">
        <div className="dialog-head">
          <h2 id={id}>{title}</h2>
          <IconButton icon="close" label={say('tool.close')} onClick={() => open(null)} />
        </div>
        {children}
      </div>
    </dialog>
  );
}
