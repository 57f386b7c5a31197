/** What is loaded after the first view: all that does something, and what readers need who write. */

export { LimitPart, ReportPart } from './decisions/part';
export { FollowToggle } from './following/follow-toggle';
export { HiddenPart } from './following/part';
export { startFrame } from './frame/start-frame';
export { MentionPart } from './mentions/part';
export { ReportedText } from './reports/reported-text';
export { AskedToJoin } from './session/asked-to-join';
export { ComposerFooter, ComposerToolbar } from './view/composer-parts';
export { EditForm } from './view/edit-form';
export { KeptTexts } from './view/kept-texts';
export { LoggedIn } from './view/logged-in';
export { News } from './view/news';
export { OwnActions } from './view/own-actions';
export { OwnItems } from './view/own-items';
export { Panels } from './view/panels';
export { ReplyForm } from './view/reply-form';
export { ShareLink } from './view/share-link';
export { WithdrawQuestion } from './view/withdraw-question';
