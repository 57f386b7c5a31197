import type { InboxTextsOf } from './inbox-texts';

export const inboxTexts: InboxTextsOf<'de'> = {
  title: 'Posteingang und Gefolgtes',
  back: 'Zurück zum Gespräch',
  tabs: { inbox: 'Posteingang', following: 'Gefolgt' },
  unreadCount: { one: '{count} ungelesen', other: '{count} ungelesen' },
  followingCount: { one: '{count} neuer Kommentar unter „Gefolgt“', other: '{count} neue Kommentare unter „Gefolgt“' },
  newCount: { one: '{count} neu', other: '{count} neu' },
  showMore: 'Weitere zeigen',
  markAllRead: 'Alles als gelesen markieren',
  unread: 'Ungelesen',
  noItemsTitle: 'Noch hat niemand geantwortet',
  noItems: 'Wenn Ihnen jemand antwortet oder Sie erwähnt oder die Redaktion einen Ihrer Kommentare auswählt, lesen Sie es hier.',
  toPeople: 'Wem Sie folgen',
  noFeedTitle: 'Hier gibt es noch nichts zu lesen',
  noFeed:
    'Folgen Sie Menschen und Gesprächen, von denen Sie mehr hören möchten: Drücken Sie auf einen Namen neben einem Kommentar. Was sie in irgendeinem Artikel schreiben, kommt hier zusammen.',

  replies: { one: 'Antwort auf Ihren Kommentar', other: '{count} Antworten auf Ihren Kommentar' },
  others: { one: '{count} weitere Person', other: '{count} weitere' },
  mentions: { one: 'Sie wurden erwähnt', other: 'Sie wurden {count}-mal erwähnt' },
  pick: 'Die Redaktion hat Ihren Kommentar ausgewählt',
  decisions: {
    published: 'Ihr Kommentar wurde veröffentlicht',
    rejected: 'Ihr Kommentar wurde nicht veröffentlicht',
    removed: 'Ihr Kommentar wurde entfernt',
  },
  sanctions: {
    warn: 'Sie wurden verwarnt',
    hold: 'Ihre Kommentare warten auf die Moderation, bevor sie erscheinen',
    suspend: 'Sie wurden auf Zeit ausgeschlossen',
    ban: 'Sie wurden ausgeschlossen',
  },
  appeals: {
    upheld: 'Antwort auf Ihren Widerspruch: Die Entscheidung bleibt bestehen',
    overturned: 'Antwort auf Ihren Widerspruch: Die Entscheidung ist aufgehoben',
  },
  reports: {
    upheld: 'Ihre Meldung: Der Kommentar ist nicht mehr öffentlich',
    dismissed: 'Ihre Meldung: Der Kommentar bleibt, wie er ist',
  },

  seenBefore: 'Schon gesehen',
  openThere: 'Im Gespräch ansehen',
};
