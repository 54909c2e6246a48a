import { useCallback } from 'react';
import { useExperience } from '../../../state/hooks.ts';
import { useActions } from './actions.ts';

/** Copies the link to this view and shows a notice of success or failure. */
export function useCopyLink(): () => void {
  const actions = useActions();
  const { notify } = useExperience();
  return useCallback(() => {
    void actions.copyLink().then((copied) => {
      const key = copied ? 'notice.linkCopied' : 'notice.linkNotCopied';
      notify({ key, values: {}, kind: copied ? 'success' : 'problem' });
    });
  }, [actions, notify]);
}
