export { normalizeText, parseText } from './parse-text';
export { lengthOf, plainText } from './plain-text';
