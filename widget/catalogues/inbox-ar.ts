import type { InboxTextsOf } from './inbox-texts';

export const inboxTexts: InboxTextsOf<'ar'> = {
  title: 'الوارد والمتابَعون',
  back: 'العودة إلى الحوار',
  tabs: { inbox: 'الوارد', following: 'المتابَعون' },
  unreadCount: {
    zero: 'لا شيء غير مقروء',
    one: 'واحد غير مقروء',
    two: 'اثنان غير مقروءين',
    few: '{count} غير مقروءة',
    many: '{count} غير مقروء',
    other: '{count} غير مقروء',
  },
  followingCount: {
    zero: 'لا تعليقات جديدة ممن تتابعهم',
    one: 'تعليق جديد ممن تتابعهم',
    two: 'تعليقان جديدان ممن تتابعهم',
    few: '{count} تعليقات جديدة ممن تتابعهم',
    many: '{count} تعليقًا جديدًا ممن تتابعهم',
    other: '{count} تعليق جديد ممن تتابعهم',
  },
  newCount: {
    zero: 'لا جديد',
    one: 'جديد واحد',
    two: 'جديدان',
    few: '{count} جديدة',
    many: '{count} جديدًا',
    other: '{count} جديد',
  },
  showMore: 'عرض المزيد',
  markAllRead: 'وضع علامة مقروء على الكل',
  unread: 'غير مقروء',
  noItemsTitle: 'لم يردّ أحد بعد',
  noItems: 'عندما يردّ عليك أحد أو يذكرك، أو تختار هيئة التحرير أحد تعليقاتك، تقرأ ذلك هنا.',
  toPeople: 'من تتابعهم',
  noFeedTitle: 'لا شيء للقراءة هنا بعد',
  noFeed: 'تابع من تود معرفة المزيد منهم والحوارات التي تهمك: اضغط على اسم بجانب تعليق. كل ما يكتبونه في أي مقال يجتمع هنا.',

  replies: {
    zero: 'لا ردود على تعليقك',
    one: 'رد على تعليقك',
    two: 'ردان على تعليقك',
    few: '{count} ردود على تعليقك',
    many: '{count} ردًا على تعليقك',
    other: '{count} رد على تعليقك',
  },
  mentions: {
    zero: 'لم يرد ذكرك',
    one: 'ورد ذكرك',
    two: 'ورد ذكرك مرتين',
    few: 'ورد ذكرك {count} مرات',
    many: 'ورد ذكرك {count} مرة',
    other: 'ورد ذكرك {count} مرة',
  },
  pick: 'اختارت هيئة التحرير تعليقك',
  decisions: {
    published: 'نُشر تعليقك',
    rejected: 'لم يُنشر تعليقك',
    removed: 'أُزيل تعليقك',
  },
  sanctions: {
    warn: 'وُجّه إليك تحذير',
    hold: 'تعليقاتك تنتظر الإشراف قبل ظهورها',
    suspend: 'أُوقفت مؤقتًا عن المشاركة',
    ban: 'مُنعت من المشاركة',
  },
  appeals: {
    upheld: 'الرد على اعتراضك: القرار باقٍ',
    overturned: 'الرد على اعتراضك: أُلغي القرار',
  },
  reports: {
    upheld: 'بلاغك: لم يعد التعليق علنيًا',
    dismissed: 'بلاغك: يبقى التعليق كما هو',
  },

  seenBefore: 'سبق أن رأيته',
  openThere: 'عرضه في حواره',
};
