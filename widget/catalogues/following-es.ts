import type { FollowingTextsOf } from './following-texts';

export const following: FollowingTextsOf<'es'> = {
  back: 'Volver',
  showMore: 'Mostrar más',
  undo: 'Deshacer',

  hereSince: 'Aquí desde {month}',
  followers: { one: '{count} seguidor', many: '{count} de seguidores', other: '{count} seguidores' },
  followees: { one: 'sigue a {count}', many: 'sigue a {count}', other: 'sigue a {count}' },
  isYou: 'Así le ven los demás.',
  noSuchReader: 'Esta persona ya no está aquí.',
  noComments: 'Aquí todavía no hay comentarios.',
  answers: 'Responde a {name}',

  follow: 'Seguir',
  mute: 'Silenciar',
  unmute: 'Dejar de silenciar',
  block: 'Bloquear',
  unblock: 'Desbloquear',
  muted: 'Ha silenciado a {name}: no verá lo que escribe.',
  blocked: 'Ha bloqueado a {name}: no verá lo que escribe, y no podrá responderle ni seguirle.',
  blockQuestion: '¿Bloquear a {name}? No verá lo que escribe. Ya no podrá responderle ni seguirle, y usted dejará de seguir a esa persona.',
  blockNow: 'Bloquear',

  menuHint: 'Los comentarios nuevos llegan a la campana, en «Seguidos».',
  thisThread: 'Los comentarios de este artículo',
  thisSection: 'Todos los comentarios en «{section}»',
  thisConversation: 'Seguir esta conversación',

  peopleTitle: 'Seguidos y silenciados',
  toMine: 'Mis comentarios y decisiones',
  tabs: { following: 'Seguidos', followers: 'Seguidores', muted: 'Silenciados' },
  kinds: { reader: 'Persona', thread: 'Artículo', conversation: 'Conversación', section: 'Sección' },
  nothingFollowed: 'Todavía no sigue a nadie ni nada. Pulse el nombre en un comentario, o «Seguir» encima de los comentarios.',
  followedBy: {
    one: '{count} persona le sigue aquí.',
    many: '{count} de personas le siguen aquí.',
    other: '{count} personas le siguen aquí.',
  },
  onlyYouSee: 'Solo usted ve quiénes son.',
  nobodyFollows: 'Aquí todavía no le sigue nadie.',
  nobodyMuted: 'No ha silenciado a nadie. Puede hacerlo pulsando el nombre en un comentario.',
  isMuted: 'Silenciado',
  isBlocked: 'Bloqueado',
  words: 'Palabras silenciadas',
  wordsHint: 'Una palabra o expresión por línea. No verá los comentarios que contengan una de ellas, sean de quien sean.',
  wordsSaved: 'Guardado.',
  tooManyWords: 'Hay sitio para {count} líneas.',
  wordTooLong: 'Esto es demasiado largo, caben {count} caracteres: {word}',

  hiddenReader: 'Lo escribió alguien a quien ha silenciado.',
  hiddenWords: 'Oculto por sus palabras silenciadas.',
  showHidden: 'Mostrar una vez',

  errors: {
    follow_refused: 'Esta persona no permite que usted la siga.',
    oneself: 'Es usted. Nadie se sigue ni se silencia a sí mismo.',
    reader_blocked: 'Ha bloqueado a esta persona. Desbloquéela primero y sígala después.',
    too_many_follows: 'Ya sigue aquí todo lo que es posible. Deje de seguir algo primero.',
    too_many_mutes: 'Ya ha silenciado a tantas personas como es posible. Deje de silenciar a alguien primero.',
  },
};
