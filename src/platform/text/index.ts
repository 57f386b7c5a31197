export { classOf, latinLookAlike, listedLookAlike, vowelMarkScripts, withoutOrnaments } from './look-alikes';
export { normalizeText, parseText } from './parse-text';
export { beginningOf, excerptOf, lengthOf, plainText } from './plain-text';
export { readLine } from './read-line';
