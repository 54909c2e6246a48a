import { keepInTab, keptInTab } from '../page/tabStorage.ts';

/** Key of the story that is edited, in the storage of this window. */
const EDITED = 'rackfield.edited';

/** What the story was kept under that was edited when the page was loaded again; undefined for none. */
export const editedBefore = (): string | undefined => keptInTab(EDITED);

/** Remembers which story is edited; undefined for none. */
export const rememberEdited = (key: string | undefined): void => keepInTab(EDITED, key);
