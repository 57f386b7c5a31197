import reportStyles from '../reports/reports.css?inline';
import { adoptStyles } from '../view/adopt-styles';
import styles from './decisions.css?inline';

adoptStyles(styles + reportStyles);

export { ReportPanel } from '../reports/report-panel';
export { Limit } from './limit';
export { MinePanel } from './mine-panel';
