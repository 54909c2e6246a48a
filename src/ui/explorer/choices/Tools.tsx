import { useChoice } from '../../../state/hooks.ts';
import { useActions, useOpen } from '../page/actions.ts';
import { IconButton } from '../widgets/IconButton.tsx';
import { useCopyLink } from '../page/useCopyLink.ts';
import { useBrowserState } from '../page/useMedia.ts';
import { Languages } from '../language/Languages.tsx';
import { useSay } from '../language/words.ts';
import './options.css';

/** Buttons: home, find, copy link, fullscreen, help; and the choice of languages. */
export function Tools() {
  const say = useSay();
  const open = useOpen();
  const actions = useActions();
  const copyLink = useCopyLink();
  const isFullscreen = useBrowserState(
    document,
    'fullscreenchange',
    () => document.fullscreenElement !== null,
  );
  const hasPicture = useChoice((state) => state.picture !== 'text');
  return (
    <section className="tools" aria-label={say('region.tools')}>
      {hasPicture && <IconButton icon="home" label={say('tool.home')} onClick={actions.home} />}
      <IconButton icon="find" label={say('tool.find')} onClick={() => open('find')} />
      <IconButton icon="link" label={say('tool.copy')} onClick={copyLink} />
      {document.fullscreenEnabled && (
        <IconButton
          icon={isFullscreen ? 'fullscreenLeave' : 'fullscreen'}
          label={say(isFullscreen ? 'tool.fullscreenLeave' : 'tool.fullscreen')}
          onClick={actions.toggleFullscreen}
        />
      )}
      <IconButton icon="help" label={say('tool.help')} onClick={() => open('help')} />
      <Languages />
    </section>
  );
}
