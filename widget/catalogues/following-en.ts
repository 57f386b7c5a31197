import type { FollowingTextsOf } from './following-texts';

export const following: FollowingTextsOf<'en'> = {
  back: 'Back',
  showMore: 'Show more',
  undo: 'Undo',

  hereSince: 'Here since {month}',
  followers: { one: '{count} follower', other: '{count} followers' },
  followees: { one: 'follows {count}', other: 'follows {count}' },
  listOf: { followers: 'Followers of {name}', follows: 'Readers {name} follows' },
  listNote: 'Not everybody is listed, such as readers who have published nothing here.',
  nobodyListed: 'There is nobody to show.',
  isYou: 'This is how others meet you.',
  noSuchReader: 'This reader is not here any more.',
  noComments: 'No comments here yet.',
  answers: 'Replies to {name}',

  follow: 'Follow',
  mute: 'Mute',
  unmute: 'Unmute',
  block: 'Block',
  unblock: 'Unblock',
  muted: 'You have muted {name}: what they write is hidden for you.',
  blocked: 'You have blocked {name}: what they write is hidden for you, and they can neither reply to you nor follow you.',
  blockQuestion:
    'Block {name}? What they write is hidden for you. They can neither reply to you nor follow you any more, and you stop following them.',
  blockNow: 'Block',

  menuHint: 'New comments come under the bell, in “Following”.',
  thisThread: 'The comments on this article',
  thisSection: 'All comments in “{section}”',
  thisConversation: 'Follow this conversation',

  peopleTitle: 'Following and muted',
  toMine: 'My comments and decisions',
  tabs: { following: 'Following', followers: 'Followers', muted: 'Muted' },
  kinds: { reader: 'Reader', thread: 'Article', conversation: 'Conversation', section: 'Section' },
  nothingFollowed: 'You follow nobody and nothing yet. Press the name at a comment, or “Follow” above the comments.',
  followedBy: { one: '{count} reader follows you here.', other: '{count} readers follow you here.' },
  onlyYouSee: 'Only you see who they are.',
  everybodySees: 'On this site everybody can see which readers you follow and who follows you.',
  nobodyFollows: 'Nobody follows you here yet.',
  nobodyMuted: 'You have muted nobody. Press the name at a comment to do so.',
  isMuted: 'Muted',
  isBlocked: 'Blocked',
  words: 'Mute words',
  wordsHint: 'One word or phrase a line. Comments with one of them are hidden for you, whoever wrote them.',
  wordsSaved: 'Saved.',
  tooManyWords: 'There is room for {count} lines.',
  wordTooLong: 'This is too long, {count} characters are possible: {word}',

  hiddenReader: 'Somebody you muted wrote this.',
  hiddenWords: 'Hidden by your mute words.',
  showHidden: 'Show once',

  errors: {
    follow_refused: 'This reader does not let you follow them.',
    oneself: 'That is you. Nobody follows or mutes themselves.',
    reader_blocked: 'You have blocked this reader. Unblock them first, then follow them.',
    too_many_follows: 'You follow as much here as is possible. Unfollow something first.',
    too_many_mutes: 'You have muted as many readers as is possible. Unmute somebody first.',
  },
};
