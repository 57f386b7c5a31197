import type { InboxTextsOf } from './inbox-texts';

export const inboxTexts: InboxTextsOf<'fr'> = {
  title: 'Boîte de réception et abonnements',
  back: 'Retour à la conversation',
  tabs: { inbox: 'Boîte de réception', following: 'Abonnements' },
  unreadCount: { one: '{count} non lu', many: '{count} de non lus', other: '{count} non lus' },
  followingCount: {
    one: '{count} nouveau commentaire dans vos abonnements',
    many: '{count} de nouveaux commentaires dans vos abonnements',
    other: '{count} nouveaux commentaires dans vos abonnements',
  },
  newCount: { one: '{count} nouveauté', many: '{count} de nouveautés', other: '{count} nouveautés' },
  showMore: 'Afficher la suite',
  markAllRead: 'Tout marquer comme lu',
  unread: 'Non lu',
  noItemsTitle: 'Personne n’a encore répondu',
  noItems: 'Quand quelqu’un vous répond ou vous mentionne, ou quand la rédaction sélectionne un de vos commentaires, vous le lisez ici.',
  toPeople: 'Qui vous suivez',
  noFeedTitle: 'Il n’y a encore rien à lire ici',
  noFeed:
    'Abonnez-vous aux personnes et aux conversations dont vous voulez suivre la suite\u202f: appuyez sur un nom à côté d’un commentaire. Ce qu’elles écrivent sous tous les articles se retrouve ici.',

  replies: {
    one: 'Réponse à votre commentaire',
    many: '{count} de réponses à votre commentaire',
    other: '{count} réponses à votre commentaire',
  },
  others: { one: '{count} autre personne', many: '{count} d’autres personnes', other: '{count} autres' },
  mentions: { one: 'On vous a mentionné', many: 'On vous a mentionné {count} de fois', other: 'On vous a mentionné {count} fois' },
  pick: 'La rédaction a sélectionné votre commentaire',
  decisions: {
    published: 'Votre commentaire a été publié',
    rejected: 'Votre commentaire n’a pas été publié',
    removed: 'Votre commentaire a été supprimé',
  },
  sanctions: {
    warn: 'Vous avez reçu un avertissement',
    hold: 'Vos commentaires attendent la modération avant de paraître',
    suspend: 'Votre participation a été suspendue',
    ban: 'Vous ne pouvez plus participer',
  },
  appeals: {
    upheld: 'Réponse à votre contestation\u202f: la décision est maintenue',
    overturned: 'Réponse à votre contestation\u202f: la décision est annulée',
  },
  reports: {
    upheld: 'Votre signalement\u202f: le commentaire n’est plus public',
    dismissed: 'Votre signalement\u202f: le commentaire reste tel quel',
  },

  seenBefore: 'Déjà vu',
  openThere: 'Voir dans sa conversation',
};
