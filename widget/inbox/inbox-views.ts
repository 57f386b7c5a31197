import { adoptStyles } from '../view/adopt-styles';
import styles from './inbox.css?inline';

adoptStyles(styles);

export { InboxPanel } from './inbox-panel';
