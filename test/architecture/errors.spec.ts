import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Refusal } from '../../widget/api/parley-api';
import { catalogue as ar } from '../../widget/catalogues/ar';
import type { Catalogue } from '../../widget/catalogues/catalogue';
import { catalogue as de } from '../../widget/catalogues/de';
import { catalogue as en } from '../../widget/catalogues/en';
import { catalogue as es } from '../../widget/catalogues/es';
import { following as followingAr } from '../../widget/catalogues/following-ar';
import { following as followingDe } from '../../widget/catalogues/following-de';
import { following as followingEn } from '../../widget/catalogues/following-en';
import { following as followingEs } from '../../widget/catalogues/following-es';
import { following as followingFr } from '../../widget/catalogues/following-fr';
import type { FollowingTexts } from '../../widget/catalogues/following-texts';
import { catalogue as fr } from '../../widget/catalogues/fr';
import { Wording } from '../../widget/catalogues/wording';
import { followingRefusal } from '../../widget/following/refusal';

const root = resolve(__dirname, '../..');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

/** Each `code` with each `reason` that docs/errors.md names for it. */
function documented(): { code: string; reason: string }[] {
  const rows = readFileSync(join(root, 'docs/errors.md'), 'utf8').matchAll(/^\| (\w+) \| \d+ \| (?:`reason` is (.*) )?/gm);
  return [...rows].flatMap(([, code = '', reasons = '']) => reasons.split(/, | or /).map((reason) => ({ code, reason })));
}

/** Only publishers, the console and the page around the frame meet these. */
const notForReaders = [
  'address_too_long',
  'appeal_decided',
  'appeal_of_own_decision',
  'comment_leased',
  'headers_too_large',
  'invalid_origin',
  'invitation_invalid',
  'last_administrator',
  'macro_name_taken',
  'method_not_allowed',
  'only_administrators',
  'origin_taken',
  'own_appeal',
  'own_restriction',
  'reader_is_staff',
  'reason_needed',
  'replay_under_way',
  'request_too_slow',
  'role_not_yours_to_give',
  'rules_changed',
  'setup_link_invalid',
  'site_key_taken',
  'too_many_first_views',
  'too_many_reasons',
  'too_many_words',
  'unknown_origin',
  'url_not_on_site',
  'word_list_name_taken',
  'wrong_api_key',
];

describe('the errors', () => {
  it('are the ones docs/errors.md lists, with their status', () => {
    const inCode = filesBelow(join(root, 'src'))
      .filter((path) => path.endsWith('.errors.ts'))
      .flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(/code: '(\w+)',\s*status: (\d+)/g)].map(([, code, status]) => `${code} ${status}`),
      );
    const inDocs = [...readFileSync(join(root, 'docs/errors.md'), 'utf8').matchAll(/^\| (\w+) \| (\d+) \|/gm)].map(
      ([, code, status]) => `${code} ${status}`,
    );
    expect(inCode.sort()).toEqual(inDocs.sort());
  });

  it.each<[string, Catalogue, FollowingTexts]>([
    ['ar', ar, followingAr],
    ['de', de, followingDe],
    ['en', en, followingEn],
    ['es', es, followingEs],
    ['fr', fr, followingFr],
  ])('are said to readers in their own language: %s', (_, texts, following) => {
    const untold = documented().filter(({ code, reason }) => {
      const refusal = new Refusal(400, { code, reason, detail: 'as the service says it' }, null);
      return followingRefusal(refusal, new Wording('en', texts), following) === 'as the service says it';
    });
    expect(untold.map(({ code }) => code)).toEqual(notForReaders);
  });
});
