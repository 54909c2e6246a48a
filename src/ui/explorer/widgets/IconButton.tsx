import { Icon, type IconName } from './icons.tsx';

interface IconButtonProps {
  icon: IconName;
  label: string;
  onClick(): void;
  expanded?: boolean;
  controls?: string;
  disabled?: boolean;
}

/** A square button with an icon; `label` is its accessible name and tooltip. */
export function IconButton({ icon, label, onClick, expanded, controls, disabled }: IconButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      onClick={onClick}
      aria-expanded={expanded}
      aria-controls={controls}
      disabled={disabled}
    >
      <Icon name={icon} />
    </button>
  );
}
