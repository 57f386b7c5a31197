import styles from './decisions.css?inline';

// They are not in the document, which everybody loads.
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

export { Limit } from './limit';
export { MinePanel } from './mine-panel';
