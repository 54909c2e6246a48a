import type { ReactElement } from 'react';

/** Shapes on a 20 by 20 grid with a 1.5 stroke; the button around an icon carries the accessible name. */
const SHAPES = {
  play: <path d="M6 3.5v13l11-6.5z" fill="currentColor" stroke="none" />,
  pause: <path d="M5.5 4h3v12h-3zM11.5 4h3v12h-3z" fill="currentColor" stroke="none" />,
  find: <path d="M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM12.5 12.5 17 17" />,
  link: <path d="M8 12l4-4M9 6l2-2a3.5 3.5 0 0 1 5 5l-2 2M11 14l-2 2a3.5 3.5 0 0 1-5-5l2-2" />,
  fullscreen: <path d="M3 7.5V3h4.5M12.5 3H17v4.5M17 12.5V17h-4.5M7.5 17H3v-4.5" />,
  fullscreenLeave: <path d="M7.5 3v4.5H3M17 7.5h-4.5V3M12.5 17v-4.5H17M3 12.5h4.5V17" />,
  help: <path d="M7 7.5a3 3 0 1 1 4.2 2.8c-.8.4-1.2.9-1.2 1.7v.5M10 15.5v.6" />,
  home: <path d="M3 9.5 10 4l7 5.5M5 8.5V16h10V8.5" />,
  close: <path d="M5 5l10 10M15 5 5 15" />,
  previous: <path d="M12.5 4.5 7 10l5.5 5.5" />,
  next: <path d="M7.5 4.5 13 10l-5.5 5.5" />,
  unfold: <path d="M4.5 7.5 10 13l5.5-5.5" />,
  details: <path d="M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4" />,
  about: <path d="M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 9v5M10 6v.6" />,
  list: <path d="M7 5h10M7 10h10M7 15h10M3 5h.5M3 10h.5M3 15h.5" />,
} satisfies Record<string, ReactElement>;

export type IconName = keyof typeof SHAPES;

/** A line icon; one with a direction is mirrored in right-to-left pages. */
export function Icon({ name }: { name: IconName }) {
  const turns = name === 'previous' || name === 'next';
  return (
    <svg
      className={turns ? 'icon icon-turns' : 'icon'}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[name]}
    </svg>
  );
}
