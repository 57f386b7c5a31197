import type { Workplace } from '../workplace';
import type { Action, FrameAction } from './action';
import { approve } from './approve';
import { darkColours, lightColours, systemColours } from './colours';
import { pageActions } from './go-to';
import { liftSanction } from './lift-sanction';
import { lookAgain } from './look-again';
import { lookAtWhatCameBack } from './look-at-what-came-back';
import { nextItem } from './next-item';
import { openArticle } from './open-article';
import { openPalette } from './open-palette';
import { openReader } from './open-reader';
import { previousItem } from './previous-item';
import { reject } from './reject';
import { sanction } from './sanction';
import { showHelp } from './show-help';
import { signOut } from './sign-out';
import { singleKeysOff, singleKeysOn } from './single-keys';
import { speakEnglish, speakGerman } from './speak';
import { undo } from './undo';
import { writeNote } from './write-note';

/** All that do not come with a page, in the order of the palette and the help sheet. */
export const allActions: readonly FrameAction[] = [
  approve,
  reject,
  sanction,
  liftSanction,
  writeNote,
  openReader,
  undo,
  nextItem,
  previousItem,
  lookAtWhatCameBack,
  openArticle,
  lookAgain,
  ...pageActions,
  openPalette,
  showHelp,
  systemColours,
  lightColours,
  darkColours,
  speakEnglish,
  speakGerman,
  singleKeysOn,
  singleKeysOff,
  signOut,
];

/** What there is to do on the page that is shown: its own first. */
export function actionsAt({ places, offered }: Workplace): Action[] {
  const page = places.store.getState().place?.page;
  return [
    ...offered.getState().actions,
    ...allActions.filter((action) => action.page === undefined || [action.page].flat().some((one) => one === page)),
  ];
}
