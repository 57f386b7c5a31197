export { AlikeInTurn } from './alike-in-turn';
export type { Draft } from './draft';
export { ScreenDraft, type Screened } from './screen-draft';
export { ScreeningModule } from './screening.module';
export { assertMayBeSent } from './screening.policy';
export { findingsSql } from './screening.repository';
export { goodStandingSql, keepShapeSql } from './standing';
export { textShape } from './text-shape';
