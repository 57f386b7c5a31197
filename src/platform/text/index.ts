export { normalizeText, parseText } from './parse-text';
export { lengthOf, plainText } from './plain-text';
export { readLine } from './read-line';
