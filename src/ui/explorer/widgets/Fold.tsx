import { useId, useState } from 'react';
import { Icon } from './icons.tsx';
import './fold.css';

/** A panel that can be folded, and what the button has to know of it. */
export interface Fold {
  /** Id for the element that folds. */
  id: string;
  isOpen: boolean;
  toggle(): void;
}

/** A fold that stands as the room allows until somebody presses its button. */
export function useFold(isOpenUnasked: boolean): Fold {
  const id = useId();
  const [wish, setWish] = useState<boolean>();
  const isOpen = wish ?? isOpenUnasked;
  return { id, isOpen, toggle: () => setWish(!isOpen) };
}

/** Folds and unfolds a panel; its arrow and its state say which. */
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
