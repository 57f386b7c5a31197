import type { InboxTextsOf } from './inbox-texts';

export const inboxTexts: InboxTextsOf<'es'> = {
  title: 'Bandeja y seguidos',
  back: 'Volver a la conversación',
  tabs: { inbox: 'Bandeja', following: 'Seguidos' },
  unreadCount: { one: '{count} sin leer', many: '{count} sin leer', other: '{count} sin leer' },
  followingCount: {
    one: '{count} comentario nuevo en «Seguidos»',
    many: '{count} de comentarios nuevos en «Seguidos»',
    other: '{count} comentarios nuevos en «Seguidos»',
  },
  newCount: { one: '{count} novedad', many: '{count} de novedades', other: '{count} novedades' },
  showMore: 'Mostrar más',
  markAllRead: 'Marcar todo como leído',
  unread: 'Sin leer',
  noItemsTitle: 'Todavía no ha respondido nadie',
  noItems: 'Cuando alguien le responda o le mencione, o la redacción destaque un comentario suyo, lo leerá aquí.',
  toPeople: 'A quién sigue',
  noFeedTitle: 'Todavía no hay nada que leer',
  noFeed:
    'Siga a las personas y las conversaciones de las que quiera saber más: pulse un nombre junto a un comentario. Lo que escriban en cualquier artículo se reúne aquí.',

  replies: {
    one: 'Respuesta a su comentario',
    many: '{count} de respuestas a su comentario',
    other: '{count} respuestas a su comentario',
  },
  others: { one: '{count} persona más', many: '{count} de personas más', other: '{count} personas más' },
  mentions: { one: 'Le han mencionado', many: 'Le han mencionado {count} de veces', other: 'Le han mencionado {count} veces' },
  pick: 'La redacción ha destacado su comentario',
  decisions: {
    published: 'Su comentario se publicó',
    rejected: 'Su comentario no se publicó',
    removed: 'Su comentario se eliminó',
  },
  sanctions: {
    warn: 'Recibió una advertencia',
    hold: 'Sus comentarios esperan a la moderación antes de aparecer',
    suspend: 'Se le suspendió',
    ban: 'Se le excluyó',
  },
  appeals: {
    upheld: 'Respuesta a su oposición: la decisión se mantiene',
    overturned: 'Respuesta a su oposición: la decisión se anula',
  },
  reports: {
    upheld: 'Su denuncia: el comentario ya no es público',
    dismissed: 'Su denuncia: el comentario se queda como está',
  },

  seenBefore: 'Ya visto',
  openThere: 'Verlo en su conversación',
};
