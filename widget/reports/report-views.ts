import styles from './reports.css?inline';

// They are not in the document, which everybody loads.
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

export { ReportPanel } from './report-panel';
