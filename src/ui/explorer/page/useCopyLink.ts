import { useCallback } from 'react';
import { useExperience } from '../../../state/hooks.ts';
import { useActions } from './actions.ts';

/** Copies the link and says how it went. */
export function useCopyLink(): () => void {
  const actions = useActions();
  const { notify } = useExperience();
  return useCallback(() => {
    void actions.copyLink().then((copied) => {
      notify({ key: copied ? 'notice.linkCopied' : 'notice.linkNotCopied', values: {} });
    });
  }, [actions, notify]);
}
