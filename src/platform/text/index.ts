export { normalizeText, parseText } from './parse-text';
export { lengthOf, linksIn, plainText } from './plain-text';
