import reportStyles from '../reports/reports.css?inline';
import styles from './decisions.css?inline';

// They are not in the document, which everybody loads.
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles + reportStyles);
document.adoptedStyleSheets.push(sheet);

export { ReportPanel } from '../reports/report-panel';
export { Limit } from './limit';
export { MinePanel } from './mine-panel';
