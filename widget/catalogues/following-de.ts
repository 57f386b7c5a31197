import type { FollowingTextsOf } from './following-texts';

export const following: FollowingTextsOf<'de'> = {
  back: 'Zurück',
  showMore: 'Weitere zeigen',
  undo: 'Rückgängig',

  hereSince: 'Hier seit {month}',
  followers: { one: '{count} Follower', other: '{count} Follower' },
  followees: { one: 'folgt {count}', other: 'folgt {count}' },
  listOf: { followers: 'Wer {name} folgt', follows: 'Wem {name} folgt' },
  listNote: 'Nicht alle sind genannt, etwa wer hier nichts veröffentlicht hat.',
  nobodyListed: 'Hier ist niemand zu zeigen.',
  isYou: 'So begegnen Sie anderen.',
  noSuchReader: 'Diese Person ist nicht mehr hier.',
  noComments: 'Hier gibt es noch keine Kommentare.',
  answers: 'Antwort an {name}',

  follow: 'Folgen',
  mute: 'Stummschalten',
  unmute: 'Aufheben',
  block: 'Blockieren',
  unblock: 'Aufheben',
  muted: 'Sie haben {name} stummgeschaltet: Was von dort kommt, sehen Sie nicht.',
  blocked: 'Sie haben {name} blockiert: Was von dort kommt, sehen Sie nicht, und {name} kann Ihnen weder antworten noch folgen.',
  blockQuestion:
    '{name} blockieren? Was von dort kommt, sehen Sie nicht mehr. {name} kann Ihnen weder antworten noch folgen, und auch Sie folgen nicht mehr.',
  blockNow: 'Blockieren',

  menuHint: 'Neue Kommentare finden Sie unter der Glocke bei „Gefolgt“.',
  thisThread: 'Den Kommentaren zu diesem Artikel',
  thisSection: 'Allen Kommentaren in „{section}“',
  thisConversation: 'Diesem Gespräch folgen',

  peopleTitle: 'Gefolgt und stummgeschaltet',
  toMine: 'Meine Kommentare und Entscheidungen',
  tabs: { following: 'Gefolgt', followers: 'Folgen mir', muted: 'Stumm' },
  kinds: { reader: 'Person', thread: 'Artikel', conversation: 'Gespräch', section: 'Ressort' },
  nothingFollowed:
    'Sie folgen noch niemandem und nichts. Drücken Sie auf den Namen bei einem Kommentar oder auf „Folgen“ über den Kommentaren.',
  followedBy: { one: '{count} Person folgt Ihnen hier.', other: '{count} Personen folgen Ihnen hier.' },
  onlyYouSee: 'Wer das ist, sehen nur Sie.',
  everybodySees: 'Auf dieser Website können alle sehen, welchen Personen Sie folgen und wer Ihnen folgt.',
  nobodyFollows: 'Hier folgt Ihnen noch niemand.',
  nobodyMuted: 'Sie haben niemanden stummgeschaltet. Das geht mit dem Namen bei einem Kommentar.',
  isMuted: 'Stummgeschaltet',
  isBlocked: 'Blockiert',
  words: 'Stumme Wörter',
  wordsHint: 'Ein Wort oder eine Wendung je Zeile. Kommentare, in denen eines davon steht, sehen Sie nicht, von wem sie auch sind.',
  wordsSaved: 'Gespeichert.',
  tooManyWords: 'Es ist Platz für {count} Zeilen.',
  wordTooLong: 'Das ist zu lang, {count} Zeichen sind möglich: {word}',

  hiddenReader: 'Von einer Person, die Sie stummgeschaltet haben.',
  hiddenWords: 'Wegen Ihrer stummen Wörter nicht gezeigt.',
  showHidden: 'Einmal zeigen',

  errors: {
    follow_refused: 'Diese Person lässt nicht zu, dass Sie ihr folgen.',
    oneself: 'Das sind Sie selbst. Niemand folgt sich selbst oder schaltet sich stumm.',
    reader_blocked: 'Sie haben diese Person blockiert. Heben Sie das zuerst auf, und folgen Sie ihr dann.',
    too_many_follows: 'Sie folgen hier schon so vielem wie möglich. Lassen Sie zuerst etwas los.',
    too_many_mutes: 'Sie haben schon so viele Personen stummgeschaltet wie möglich. Heben Sie zuerst eine Stummschaltung auf.',
  },
};
