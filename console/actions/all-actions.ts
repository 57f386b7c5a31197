import type { Action } from './action';
import { approve } from './approve';
import { darkColours, lightColours, systemColours } from './colours';
import { lookAgain } from './look-again';
import { lookAtWhatCameBack } from './look-at-what-came-back';
import { nextItem } from './next-item';
import { openArticle } from './open-article';
import { openPalette } from './open-palette';
import { previousItem } from './previous-item';
import { reject } from './reject';
import { showHelp } from './show-help';
import { signOut } from './sign-out';
import { singleKeysOff, singleKeysOn } from './single-keys';
import { speakEnglish, speakGerman } from './speak';
import { undo } from './undo';

/** In the order of the palette and the help sheet. */
export const allActions: readonly Action[] = [
  approve,
  reject,
  undo,
  nextItem,
  previousItem,
  lookAtWhatCameBack,
  openArticle,
  lookAgain,
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
