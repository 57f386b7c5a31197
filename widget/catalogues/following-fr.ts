import type { FollowingTextsOf } from './following-texts';

export const following: FollowingTextsOf<'fr'> = {
  back: 'Retour',
  showMore: 'Afficher plus',
  undo: 'Annuler',

  hereSince: 'Ici depuis {month}',
  followers: { one: '{count} abonné', many: '{count} d’abonnés', other: '{count} abonnés' },
  followees: { one: 'suit {count}', many: 'suit {count}', other: 'suit {count}' },
  listOf: { followers: 'Qui suit {name}', follows: 'Qui {name} suit' },
  listNote: 'Tout le monde n’apparaît pas, par exemple qui n’a rien publié ici.',
  nobodyListed: 'Il n’y a personne à afficher.',
  isYou: 'Voilà comment les autres vous voient.',
  noSuchReader: 'Cette personne n’est plus ici.',
  noComments: 'Pas encore de commentaires ici.',
  answers: 'Répond à {name}',

  follow: 'Suivre',
  mute: 'Masquer',
  unmute: 'Ne plus masquer',
  block: 'Bloquer',
  unblock: 'Débloquer',
  muted: 'Vous avez masqué {name} : vous ne voyez pas ce qui vient de cette personne.',
  blocked: 'Vous avez bloqué {name} : vous ne voyez pas ce qui vient de cette personne, et elle ne peut ni vous répondre ni vous suivre.',
  blockQuestion:
    'Bloquer {name} ? Vous ne verrez plus ce qui vient de cette personne. Elle ne pourra plus vous répondre ni vous suivre, et vous ne la suivrez plus.',
  blockNow: 'Bloquer',

  menuHint: 'Les nouveaux commentaires arrivent sous la cloche, dans « Abonnements ».',
  thisThread: 'Les commentaires de cet article',
  thisSection: 'Tous les commentaires dans « {section} »',
  thisConversation: 'Suivre cette conversation',

  peopleTitle: 'Abonnements et masqués',
  toMine: 'Mes commentaires et les décisions',
  tabs: { following: 'Abonnements', followers: 'Abonnés', muted: 'Masqués' },
  kinds: { reader: 'Personne', thread: 'Article', conversation: 'Conversation', section: 'Rubrique' },
  nothingFollowed:
    'Vous ne suivez encore personne ni rien. Appuyez sur le nom à côté d’un commentaire, ou sur « Suivre » au-dessus des commentaires.',
  followedBy: {
    one: '{count} personne vous suit ici.',
    many: '{count} de personnes vous suivent ici.',
    other: '{count} personnes vous suivent ici.',
  },
  onlyYouSee: 'Vous seul voyez de qui il s’agit.',
  everybodySees: 'Sur ce site, tout le monde peut voir quelles personnes vous suivez et qui vous suit.',
  nobodyFollows: 'Personne ne vous suit encore ici.',
  nobodyMuted: 'Vous n’avez masqué personne. Cela se fait avec le nom à côté d’un commentaire.',
  isMuted: 'Masqué',
  isBlocked: 'Bloqué',
  words: 'Mots masqués',
  wordsHint:
    'Un mot ou une expression par ligne. Les commentaires qui en contiennent un ne vous sont pas montrés, quel que soit leur auteur.',
  wordsSaved: 'Enregistré.',
  tooManyWords: 'Il y a de la place pour {count} lignes.',
  wordTooLong: 'C’est trop long, {count} caractères sont possibles : {word}',

  hiddenReader: 'De quelqu’un que vous avez masqué.',
  hiddenWords: 'Masqué à cause d’un de vos mots.',
  showHidden: 'Afficher une fois',

  errors: {
    follow_refused: 'Cette personne ne vous permet pas de la suivre.',
    oneself: 'C’est vous. Personne ne se suit ni ne se masque soi-même.',
    reader_blocked: 'Vous avez bloqué cette personne. Débloquez-la d’abord, puis suivez-la.',
    too_many_follows: 'Vous suivez déjà ici autant qu’il est possible. Cessez d’abord de suivre quelque chose.',
    too_many_mutes: 'Vous avez déjà masqué autant de personnes qu’il est possible. Cessez d’abord d’en masquer une.',
  },
};
