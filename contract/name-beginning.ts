/**
 * Tells which names somebody may mean who typed the beginning of one, or of one of its words. Neither case nor accents are a difference, nor the kind of an
 * apostrophe, nor vowel points of Hebrew and Arabic. What has neither letter nor digit means nobody.
 */
export function namesBeginning(typed: string): (name: string) => boolean {
  const beginning = asTyped(typed.trimStart());
  if (!/[\p{L}\p{N}]/u.test(beginning)) return () => false;
  return (name) => {
    const whole = asTyped(name);
    for (let place = whole.indexOf(beginning); place !== -1; place = whole.indexOf(beginning, place + 1))
      if (!inWord.test(whole.charAt(place - 1))) return true;
    return false;
  };
}

const inWord = /[\p{L}\p{M}\p{N}\p{Cs}]/u;
const plainLetters = /^[ -~]*$/;
const unwritten = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\p{DI}]/gu;
/** What Unicode does not take apart. */
const otherwise: Record<string, string> = { ø: 'o', đ: 'd', ð: 'd', ł: 'l', æ: 'ae', œ: 'oe', þ: 'th', '‘': "'", '’': "'", ʼ: "'" };

function asTyped(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  // Most names are such, and there can be thousands.
  if (plainLetters.test(line)) return line.toLowerCase();
  const plain = line.normalize('NFKD').replace(unwritten, '').toUpperCase().toLowerCase();
  return plain.replace(/[øđðłæœþ‘’ʼ]/g, (letter) => otherwise[letter] ?? letter);
}
