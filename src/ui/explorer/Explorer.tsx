import './tokens.css';
import './base.css';
import './layout.css';
import { useEffect, useState } from 'react';
import { useChoice, useRenderAgain } from '../../state/hooks.ts';
import { ActionsContext, type ExplorerActions, OpenContext, type Window } from './page/actions.ts';
import { Compact } from './Compact.tsx';
import { ExplorerText } from './ExplorerText.tsx';
import { CampusLabels } from './campuses/CampusLabels.tsx';
import { CompareWith } from './windows/CompareWith.tsx';
import { FindGpu } from './windows/FindGpu.tsx';
import { ChipLabels } from './picture/ChipLabels.tsx';
import { HallLabels } from './picture/HallLabels.tsx';
import { lazyPart } from './numbers/lazyPart.tsx';
import { Help } from './windows/Help.tsx';
import { Sources } from './windows/Sources.tsx';
import { Spoken } from './facts/Spoken.tsx';
import { useKeys } from './useKeys.ts';
import { useDrop } from './page/useDrop.ts';
import { COMPACT, useMedia } from './page/useMedia.ts';
import { Wide } from './Wide.tsx';

const WINDOWS = {
  ...{ help: Help, find: FindGpu, sources: Sources, compare: CompareWith },
  figures: lazyPart(() => import('./figures/FigureList.tsx')),
  table: lazyPart(() => import('./table/SystemTable.tsx')),
  stories: lazyPart(() => import('./windows/Stories.tsx')),
  numbers: lazyPart(() => import('./numbers/Numbers.tsx')),
} as const;

function Keys() {
  useKeys();
  useDrop();
  return null;
}

/** All controls and texts around the picture. Fills the window; pointer events pass through its empty parts. */
export function Explorer({ actions }: { actions: ExplorerActions }) {
  useRenderAgain();
  const [opened, open] = useState<Window | null>(null);
  const isCompact = useMedia(COMPACT);
  const look = useChoice((state) => state.look);
  const page = useChoice((state) => state.page);
  const picture = useChoice((state) => state.picture);
  const motion = useChoice((state) => state.motionWish ?? state.systemMotion);
  useEffect(() => {
    Object.assign(document.documentElement.dataset, { look, page });
  }, [look, page]);
  const Opened = opened && WINDOWS[opened];
  const Arrangement = picture === 'text' ? ExplorerText : isCompact ? Compact : Wide;
  return (
    <ActionsContext value={actions}>
      <OpenContext value={open}>
        <main className="explorer" data-motion={motion} data-picture={picture}>
          {picture !== 'text' && <HallLabels />}
          {picture !== 'text' && <CampusLabels />}
          {picture !== 'text' && <ChipLabels />}
          <Arrangement />
          <Spoken />
        </main>
        {Opened && <Opened />}
        <Keys />
      </OpenContext>
    </ActionsContext>
  );
}
