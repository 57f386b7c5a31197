import { Foundation1795500000000 } from './1795500000000-foundation';
import { Conversation1795500100000 } from './1795500100000-conversation';
import { Decisions1795500300000 } from './1795500300000-decisions';
import { SiteOrigins1795500500000 } from './1795500500000-site-origins';
import { FirstViews1795500600000 } from './1795500600000-first-views';
import { ClosingTimes1795500700000 } from './1795500700000-closing-times';
import { ApiKeys1795500800000 } from './1795500800000-api-keys';
import { ModeNumbers1795500900000 } from './1795500900000-mode-numbers';
import { VisibleSince1795501000000 } from './1795501000000-visible-since';
import { MissedChanges1795501100000 } from './1795501100000-missed-changes';
import { Screening1795501200000 } from './1795501200000-screening';
import { Leases1795501400000 } from './1795501400000-leases';
import { Reasons1795501600000 } from './1795501600000-reasons';
import { Reports1795501610000 } from './1795501610000-reports';
import { Restrictions1795501650000 } from './1795501650000-restrictions';
import { CommentSites1795501700000 } from './1795501700000-comment-sites';
import { Search1795501710000 } from './1795501710000-search';
import { Replays1795501800000 } from './1795501800000-replays';
import { Scorer1795501810000 } from './1795501810000-scorer';
import { Team1795501900000 } from './1795501900000-team';
import { DecisionsOfSite1795501910000 } from './1795501910000-decisions-of-site';
import { CommentHours1795501920000 } from './1795501920000-comment-hours';
import { ThreadSettings1795502000000 } from './1795502000000-thread-settings';
import { Picks1795502010000 } from './1795502010000-picks';
import { Bulk1795502100000 } from './1795502100000-bulk';
import { Removals1795502200000 } from './1795502200000-removals';
import { HeldByRules1795502300000 } from './1795502300000-held-by-rules';
import { AppealsOfSite1795502400000 } from './1795502400000-appeals-of-site';
import { Follows1795502500000 } from './1795502500000-follows';
import { Announcements1795502510000 } from './1795502510000-announcements';
import { AnnouncementTriggers1795502515000 } from './1795502515000-announcement-triggers';
import { CommentsOfAuthors1795502520000 } from './1795502520000-comments-of-authors';
import { FollowingSettings1795502530000 } from './1795502530000-following-settings';

/** Every schema change, oldest first. */
export const migrations = [
  Foundation1795500000000,
  Conversation1795500100000,
  Decisions1795500300000,
  SiteOrigins1795500500000,
  FirstViews1795500600000,
  ClosingTimes1795500700000,
  ApiKeys1795500800000,
  ModeNumbers1795500900000,
  VisibleSince1795501000000,
  MissedChanges1795501100000,
  Screening1795501200000,
  Leases1795501400000,
  Reasons1795501600000,
  Reports1795501610000,
  Restrictions1795501650000,
  CommentSites1795501700000,
  Search1795501710000,
  Replays1795501800000,
  Scorer1795501810000,
  Team1795501900000,
  DecisionsOfSite1795501910000,
  CommentHours1795501920000,
  ThreadSettings1795502000000,
  Picks1795502010000,
  Bulk1795502100000,
  Removals1795502200000,
  HeldByRules1795502300000,
  AppealsOfSite1795502400000,
  Follows1795502500000,
  Announcements1795502510000,
  AnnouncementTriggers1795502515000,
  CommentsOfAuthors1795502520000,
  FollowingSettings1795502530000,
];
