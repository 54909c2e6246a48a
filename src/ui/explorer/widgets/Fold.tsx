import { useId, useState } from 'react';
import { Icon } from './icons.tsx';
import './fold.css';

/** State of a panel that can be folded. */
export interface Fold {
  /** Id for the element that the button controls. */
  id: string;
  isOpen: boolean;
  toggle(): void;
}

/** State of a fold: open as given until its button is pressed, then as the viewer chooses. */
export function useFold(isOpenUnasked: boolean): Fold {
  const id = useId();
  const [wish, setWish] = useState<boolean>();
  const isOpen = wish ?? isOpenUnasked;
  return { id, isOpen, toggle: () => setWish(!isOpen) };
}

/** The button that opens and folds a panel. */
export function FoldButton({ fold, label }: { fold: Fold; label: string }) {
  return (
    <button
      type="button"
      className="fold"
      aria-expanded={fold.isOpen}
      aria-controls={fold.id}
      onClick={fold.toggle}
    >
      <span>{label}</span>
      <Icon name="unfold" />
    </button>
  );
}
