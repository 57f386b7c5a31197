import { adoptStyles } from '../view/adopt-styles';
import styles from './following.css?inline';

adoptStyles(styles);

export { ConversationToggle } from './conversation-toggle';
export { FollowMenu } from './follow-menu';
export { HiddenComment } from './hidden-comment';
export { PeoplePanel } from './people-panel';
export { ProfilePanel } from './profile-panel';
